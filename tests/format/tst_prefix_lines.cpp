#include <QTest>

#include <random>

#include "backend/format/prefix_lines.h"
#include "model/policy/entry_text.h"

using namespace relaytab;

namespace {

using Scanner = void (*)(const char *&, const char *, PrefixLines &);

/// What was found, as lines again, and where the scanner stopped.
QByteArray picture(Scanner scanner, const QByteArray &text)
{
    // A copy without anything behind it, so that a sanitizer sees a read too far.
    const std::vector<char> exact(text.begin(), text.end());
    const char *at = exact.data();
    PrefixLines lines;
    scanner(at, exact.data() + exact.size(), lines);
    QByteArray found;
    for (std::size_t i = 0; i < lines.count; ++i) {
        found += toText(Address::v4(lines.rows[i].net)).c_str();
        if (lines.forms[i] == MaskForm::Written)
            found += '/' + QByteArray::number(std::popcount(lines.rows[i].mask));
        found += " to " + QByteArray::number(qlonglong(lines.ends[i] - exact.data())) + ' ';
    }
    return found + (lines.anyWithCr ? "with CR, " : "") + "at " + QByteArray::number(qlonglong(at - exact.data()));
}

} // namespace

class TestPrefixLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scans_data();
    void scans();
    void bothScannersAgree();
    void stopsWhenFull();
};

void TestPrefixLines::scans_data()
{
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *text, const char *found) { QTest::newRow(text) << QByteArray(found); };
    row("", "at 0");
    row("10.0.0.1\n", "10.0.0.1 to 9 at 9");
    row("10.0.0.1", "at 0");
    row("10.0.0.0/8\n255.255.255.255/32\n", "10.0.0.0/8 to 11 255.255.255.255/32 to 30 at 30");
    row("0.0.0.0/0\n", "0.0.0.0/0 to 10 at 10");
    row("10.0.0.0/33\n", "at 0");
    row("10.0.0.0/08\n", "at 0");
    row("10.0.0.0/240\n", "at 0");
    row("10.0.0.0/\n", "at 0");
    row("10.0.0.0/8", "at 0");
    row("10.0.0.0/", "at 0");
    row("10.0.0.01\n", "at 0");
    row("10.0.0.256\n", "at 0");
    row("10.0.0.1 \n", "at 0");
    row("10.0.0.1\r\n10.0.0.2\n", "10.0.0.1 to 10 10.0.0.2 to 19 with CR, at 19");
    row("10.0.0.1\r", "at 0");
    row("10.0.0.1\n# ten\n10.0.0.2\n", "10.0.0.1 to 9 at 9");
    row("10.0.0.0/255.0.0.0\n", "at 0");
}

void TestPrefixLines::scans()
{
    QFETCH(QByteArray, found);
    for (const Scanner scanner : {scanPrefixLines, scanPrefixLinesPortably})
        QCOMPARE(picture(scanner, QTest::currentDataTag()), found);
}

void TestPrefixLines::bothScannersAgree()
{
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text;
        for (auto lines = random() % 4; lines > 0; --lines) {
            text += toText(Address::v4(static_cast<std::uint32_t>(random()))).c_str();
            if (random() % 2 == 0)
                text += '/' + QByteArray::number(random() % 34);
            text += random() % 8 == 0 ? "\r\n" : "\n";
        }
        if (!text.isEmpty() && random() % 2 == 0)
            text[static_cast<qsizetype>(random() % static_cast<unsigned>(text.size()))] =
                "0159./\n\r #x"[random() % 11];
        QCOMPARE(picture(scanPrefixLines, text), picture(scanPrefixLinesPortably, text));
    }
}

void TestPrefixLines::stopsWhenFull()
{
    const QByteArray line("192.0.2.1/32\n");
    const QByteArray text = line.repeated(static_cast<qsizetype>(PrefixLines::most) + 1);
    const QByteArray end = QByteArray::number(line.size() * static_cast<qsizetype>(PrefixLines::most));
    for (const Scanner scanner : {scanPrefixLines, scanPrefixLinesPortably})
        QVERIFY(picture(scanner, text).endsWith(QByteArray("at " + end)));
}

QTEST_APPLESS_MAIN(TestPrefixLines)
#include "tst_prefix_lines.moc"
