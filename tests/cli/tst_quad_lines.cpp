#include <QTest>

#include <random>

#include "app/commands/quad_lines.h"
#include "model/policy/address.h"

using namespace relaytab;

namespace {

struct Line {
    QByteArray word;
    std::uint32_t address = 0;

    friend bool operator==(const Line &, const Line &) = default;
};

/// Lines up to the first that is no IPv4, by the strict parser.
QList<Line> slowly(const QByteArray &text, qsizetype &rest)
{
    QList<Line> lines;
    qsizetype at = 0;
    while (at < text.size() && lines.size() < static_cast<qsizetype>(QuadLines::most)) {
        const qsizetype end = text.indexOf('\n', at);
        qsizetype wordEnd = at;
        while (wordEnd < end && !isBlank(text.at(wordEnd)))
            ++wordEnd;
        const QByteArray word = text.mid(at, wordEnd - at);
        const auto address = parseAddress(word.toStdString());
        if (!address || address->family != Family::IPv4)
            break;
        lines.append({word, static_cast<std::uint32_t>(address->bits)});
        at = end + 1;
    }
    rest = at;
    return lines;
}

using Scanner = void (*)(const char *&, const char *, QuadLines &);

QList<Line> quickly(Scanner scanner, const QByteArray &text, qsizetype &rest)
{
    // A copy without anything behind it, so that a sanitizer sees a read too far.
    const std::vector<char> exact(text.begin(), text.end());
    const char *at = exact.data();
    QuadLines found;
    scanner(at, exact.data() + exact.size(), found);
    QList<Line> lines;
    for (std::size_t i = 0; i < found.count; ++i)
        lines.append({QByteArray(found.words[i], found.lengths[i]), found.addresses[i]});
    rest = at - exact.data();
    return lines;
}

void agree(const QByteArray &text)
{
    qsizetype slowRest = 0;
    const QList<Line> slow = slowly(text, slowRest);
    for (const Scanner scanner : {scanQuadLines, scanQuadLinesPortably}) {
        qsizetype rest = 0;
        const QList<Line> lines = quickly(scanner, text, rest);
        QVERIFY2(lines == slow, text.constData());
        QVERIFY2(rest == slowRest, text.constData());
    }
}

} // namespace

/// Both scanners against the strict parser.
class TestQuadLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLine_data();
    void oneLine();
    void everyShapeOfOctets();
    void nearlyAddresses();
    void fullBatches();
};

void TestQuadLines::oneLine_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"0.0.0.0",
                             "255.255.255.255",
                             "1.2.3.4 more",
                             "1.2.3.4\tmore",
                             "1.2.3.4\r",
                             "1.2.3.4\v",
                             " 1.2.3.4",
                             "",
                             " ",
                             "256.1.1.1",
                             "1.256.1.1",
                             "1.1.256.1",
                             "1.1.1.256",
                             "999.1.1.1",
                             "01.1.1.1",
                             "1.1.1.01",
                             "00.1.1.1",
                             "1.1.1.000",
                             "1.1.1",
                             "1.1.1.",
                             "1..1.1",
                             ".1.1.1",
                             "1.1.1.1.",
                             "1.1.1.1.1",
                             "1.1.1.1.111.111.11",
                             "1111.1.1.1",
                             "1.1.1.1111",
                             "1.1.1.1x",
                             "x",
                             "1.1.1.1;255.0.0.0",
                             "1.1.1.1/8",
                             "::1",
                             "111.111.111.1111",
                             "255.255.255.255 ",
                             "255.255.255.2555",
                             "1,1,1,1",
                             "1.1.1.-1",
                             "+1.1.1.1"})
        QTest::newRow(line) << QByteArray(line);
    QTest::newRow("NUL") << QByteArray("1.1.1.1\0", 8);
    QTest::newRow("high bytes") << QByteArray("1.1.1.\xB2");
}

void TestQuadLines::oneLine()
{
    QFETCH(QByteArray, line);
    agree(line + '\n');
    agree("9.8.7.6\n" + line + '\n');
    agree(line + "\n9.8.7.6 and more behind it, so that there are 16 bytes\n");
}

void TestQuadLines::everyShapeOfOctets()
{
    const std::array<const char *, 10> octets{"0", "7", "10", "99", "100", "199", "249", "250", "255", "256"};
    QByteArray text;
    for (const char *a : octets)
        for (const char *b : octets)
            for (const char *c : octets)
                for (const char *d : octets) {
                    text = QByteArray(a) + '.' + b + '.' + c + '.' + d + '\n';
                    agree(text);
                    agree(text + "192.168.100.100\n");
                }
}

void TestQuadLines::nearlyAddresses()
{
    std::mt19937 random(1);
    const QByteArray alphabet("0123456789..... \t\r\nx:");
    for (int i = 0; i < 20000; ++i) {
        QByteArray text;
        for (int octet = 0; octet < 4; ++octet)
            text += QByteArray::number(random() % 300) + (octet < 3 ? "." : "");
        text[static_cast<qsizetype>(random()) % text.size()] =
            alphabet.at(static_cast<qsizetype>(random()) % alphabet.size());
        agree(text + '\n');
        agree(text + "\n10.0.0.1\n");
    }
}

void TestQuadLines::fullBatches()
{
    for (const std::size_t count : {QuadLines::most - 1, QuadLines::most, QuadLines::most + 1}) {
        QByteArray text;
        for (std::size_t i = 0; i < count; ++i)
            text += "10.0." + QByteArray::number(static_cast<uint>(i) / 256) + '.'
                + QByteArray::number(static_cast<uint>(i) % 256) + '\n';
        agree(text);
    }
}

QTEST_APPLESS_MAIN(TestQuadLines)
#include "tst_quad_lines.moc"
