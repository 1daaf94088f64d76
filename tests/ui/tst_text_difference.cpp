#include <QTest>

#include "ui/review/text_difference.h"

using namespace relaytab;

namespace {

QString picture(const TextDifference &difference)
{
    QStringList lines;
    for (const TextDifference::Line &line : difference.lines)
        lines.append(QStringLiteral(" -+~").at(static_cast<int>(line.sign)) + line.text);
    return lines.join(u'|');
}

QByteArray utf16(const QString &text)
{
    return QByteArray("\xff\xfe", 2)
        + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
}

} // namespace

class TestTextDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("lines");
        QTest::newRow("the same") << QByteArray("a\n") << QByteArray("a\n") << QString();
        QTest::newRow("a new file") << QByteArray() << QByteArray("a\nb\n") << QStringLiteral("+a|+b");
        QTest::newRow("last line without end")
            << QByteArray("a\nb") << QByteArray("a\nc") << QStringLiteral(" a|-b|+c");
        QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QByteArray("a\r\nc\r\n") << QStringLiteral(" a|-b|+c");
        QTest::newRow("three lines around")
            << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n9\n") << QByteArray("1\n2\n3\n4\nx\n6\n7\n8\n9\n")
            << QStringLiteral("~| 2| 3| 4|-5|+x| 6| 7| 8|~");
        QTest::newRow("two changes near")
            << QByteArray("1\n2\n3\n4\n5\n") << QByteArray("x\n2\n3\n4\ny\n") << QStringLiteral("-1|+x| 2| 3| 4|-5|+y");
        QTest::newRow("two changes apart")
            << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n9\n") << QByteArray("x\n2\n3\n4\n5\n6\n7\n8\n9\ny\n")
            << QStringLiteral("-1|+x| 2| 3| 4|~| 7| 8| 9|+y");
        QTest::newRow("added before the first line")
            << QByteArray("1\n2\n") << QByteArray("0\n1\n2\n3\n") << QStringLiteral("+0| 1| 2|+3");
        QTest::newRow("UTF-16") << utf16(QStringLiteral("ä\r\nb\r\n")) << utf16(QStringLiteral("ä\r\nß\r\n"))
                                << QStringLiteral(" ä|-b|+ß");
    }
    void lines()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(picture(textDifference(before, after)), "lines");
    }
    void longOnesAreCut()
    {
        QByteArray before;
        for (int i = 0; i < 5000; ++i)
            before += QByteArray::number(i) + '\n';
        const TextDifference difference = textDifference(before, {});
        QVERIFY(difference.isCut);
        QCOMPARE(difference.lines.size(), std::size_t{2000});
        const TextDifference wide = textDifference({}, QByteArray(100'000, 'x'));
        QCOMPARE(wide.lines.front().text.size(), 2001);
        QVERIFY(wide.lines.front().text.endsWith(u'…'));
    }
};

QTEST_APPLESS_MAIN(TestTextDifference)
#include "tst_text_difference.moc"
