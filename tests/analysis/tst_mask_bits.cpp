#include <QtTest>

#include "model/analysis/mask_bits.h"
#include "model/policy/entry_text.h"

using namespace relaytab;

namespace {

Rule ruleOf(const QByteArray &text)
{
    return parseEntry(text.toStdString()).value().rules.at(0);
}

QByteArray picture(const std::vector<AddressRange> &runs)
{
    QByteArrayList words;
    for (const AddressRange &run : runs)
        words += QByteArray::fromStdString(toText(run.first) + (run.first == run.last ? "" : "-" + toText(run.last)));
    return words.join(' ');
}

} // namespace

class TestMaskBits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runs_data();
    void runs();
    void bitView();
    void recipeAndRepair_data();
    void recipeAndRepair();
    void runsAreWhatTheRuleMatches();
};

void TestMaskBits::runs_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("counts");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    const auto row = [](const char *rule, const char *counts, const char *first, const char *last) {
        QTest::newRow(rule) << QByteArray(rule) << QByteArray(counts) << QByteArray(first) << QByteArray(last);
    };
    row("123.123.123.123;255.255.255.123", "4 in 4", "123.123.123.123 123.123.123.127 123.123.123.251 123.123.123.255",
        "");
    row("10.9.8.1;255.255.255.1", "128 in 128", "10.9.8.1 10.9.8.3 10.9.8.5 10.9.8.7",
        "10.9.8.249 10.9.8.251 10.9.8.253 10.9.8.255");
    row("10.9.8.64;255.255.255.64", "128 in 2", "10.9.8.64-10.9.8.127 10.9.8.192-10.9.8.255", "");
    row("10.0.0.0;255.0.0.0", "16777216 in 1", "10.0.0.0-10.255.255.255", "");
    row("10.0.0.1", "1 in 1", "10.0.0.1", "");
    row("10.0.0.0;255.255.255.31", "8 in 8", "10.0.0.0 10.0.0.32 10.0.0.64 10.0.0.96",
        "10.0.0.128 10.0.0.160 10.0.0.192 10.0.0.224");
    row("10.0.0.4;255.255.255.3", "0 in 0", "", "");
    row("10.0.0.0;255.255.255.167", "8 in 8", "10.0.0.0 10.0.0.8 10.0.0.16 10.0.0.24",
        "10.0.0.64 10.0.0.72 10.0.0.80 10.0.0.88");
    row("10.0.0.0;255.255.255.231", "4 in 4", "10.0.0.0 10.0.0.8 10.0.0.16 10.0.0.24", "");
    row("0.0.0.0;0.0.0.0", "4294967296 in 1", "0.0.0.0-255.255.255.255", "");
    row("::;::", "340282366920938463463374607431768211456 in 1", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "");
    row("::1;::1", "170141183460469231731687303715884105728 in 170141183460469231731687303715884105728",
        "::1 ::3 ::5 ::7",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff9 ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffb "
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffd ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
}

void TestMaskBits::runs()
{
    QFETCH(QByteArray, rule);
    const MaskBits bits = maskBits(ruleOf(rule));
    QTEST(QByteArray::fromStdString(toText(bits.count) + " in " + toText(bits.runCount)), "counts");
    QTEST(picture(bits.firstRuns), "first");
    QTEST(picture(bits.lastRuns), "last");
}

void TestMaskBits::bitView()
{
    const auto view = [](const char *rule) {
        QByteArray text;
        for (const BitUse use : maskBits(ruleOf(rule)).bits)
            text += "01*!"[static_cast<int>(use)];
        return text;
    };
    QCOMPARE(view("10.9.8.1;255.255.255.1"),
             QByteArray("00001010"
                        "00001001"
                        "00001000"
                        "*******1"));
    QCOMPARE(view("10.9.8.3;255.255.255.1"),
             QByteArray("00001010"
                        "00001001"
                        "00001000"
                        "******!1"));
    QCOMPARE(view("::/127"), QByteArray(127, '0') + '*');
}

void TestMaskBits::recipeAndRepair_data()
{
    QTest::addColumn<bool>("recipe");
    QTest::addColumn<QByteArray>("repair");
    QTest::newRow("123.123.123.123;255.255.255.123") << true << QByteArray("123.123.123.123;255.255.255.255");
    QTest::newRow("10.0.5.0;255.0.255.0") << false << QByteArray("10.0.5.0;255.255.255.255");
    QTest::newRow("10.0.0.1;255.0.0.0") << false << QByteArray("10.0.0.1;255.255.255.255");
    QTest::newRow("10.0.0.128;255.255.255.128") << false << QByteArray();
    QTest::newRow("10.0.0.1") << false << QByteArray();
}

void TestMaskBits::recipeAndRepair()
{
    const MaskBits bits = maskBits(ruleOf(QTest::currentDataTag()));
    QTEST(bits.kbRecipe, "recipe");
    QTEST(bits.repair ? QByteArray::fromStdString(registryText(*bits.repair)) : QByteArray(), "repair");
}

void TestMaskBits::runsAreWhatTheRuleMatches()
{
    // Every mask of the last octet, against asking each address; nets that fit the mask.
    for (std::uint32_t low = 0; low < 256; ++low) {
        const Rule rule{Address::v4(0x0A000000U | (low & 0xA5U)), Mask::v4(0xFFFFFF00U | low)};
        std::vector<AddressRange> expected;
        for (std::uint32_t last = 0; last < 256; ++last) {
            const Address address = Address::v4(0x0A000000U | last);
            if (!matches(rule, address))
                continue;
            if (!expected.empty() && expected.back().last.bits + 1 == address.bits)
                expected.back().last = address;
            else
                expected.push_back({address, address});
        }
        const MaskBits bits = maskBits(rule, 256);
        QVERIFY2(bits.firstRuns == expected, qPrintable(QString::number(low)));
        QVERIFY(bits.lastRuns.empty());
        QCOMPARE(std::uint64_t(bits.runCount.low), std::uint64_t(expected.size()));

        const MaskBits few = maskBits(rule, 3);
        const std::size_t head = std::min<std::size_t>(3, expected.size());
        const std::size_t tail = std::min<std::size_t>(3, expected.size() - head);
        QVERIFY(few.firstRuns == std::vector(expected.begin(), expected.begin() + std::ptrdiff_t(head)));
        QVERIFY(few.lastRuns == std::vector(expected.end() - std::ptrdiff_t(tail), expected.end()));
    }
}

QTEST_APPLESS_MAIN(TestMaskBits)
#include "tst_mask_bits.moc"
