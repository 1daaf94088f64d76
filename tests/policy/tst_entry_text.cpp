#include <QTest>

#include <random>

#include "model/policy/entry_text.h"

using namespace relaytab;
using Code = EntryErrorCode;

namespace {

/// The rules as one line: "10.0.0.0;255.0.0.0 | 1.2.3.4".
QString shown(const std::vector<Rule> &rules)
{
    QStringList texts;
    for (const Rule &rule : rules)
        texts.push_back(QString::fromStdString(registryText(rule)));
    return texts.join(QStringLiteral(" | "));
}

} // namespace

class EntryTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("comment");
        const auto row = [](const char *text, const char *rules, const char *comment = "") {
            QTest::newRow(text) << QString::fromLatin1(rules) << QString::fromUtf8(comment);
        };
        row("10.0.0.1", "10.0.0.1");
        row("  10.0.0.1\t", "10.0.0.1");
        row("10.0.0.0/8", "10.0.0.0;255.0.0.0");
        row("10.0.0.0 / 8", "10.0.0.0;255.0.0.0");
        row("10.0.0.0/255.0.0.0", "10.0.0.0;255.0.0.0");
        row("10.0.0.0/0.255.255.255", "10.0.0.0;0.255.255.255");
        row("10.0.0.0/255.0.255.0", "10.0.0.0;255.0.255.0");
        row("10.0.0.0;255.0.0.0", "10.0.0.0;255.0.0.0");
        row("10.0.0.0,255.0.0.0", "10.0.0.0;255.0.0.0");
        row("172.16.0.0 255.240.0.0", "172.16.0.0;255.240.0.0");
        row("172.16.0.0\t255.240.0.0", "172.16.0.0;255.240.0.0");
        row("10.0.0.1/8", "10.0.0.1;255.0.0.0");
        row("192.168.5.0;255.255.255.0 # Branch", "192.168.5.0;255.255.255.0", "Branch");
        row("10.0.0.1#x # y", "10.0.0.1", "x # y");
        row("10.0.0.1 #", "10.0.0.1");
        row("192.168.1.1;192.168.1.2", "192.168.1.1;192.168.1.2");
        row("2001:db8::/32", "2001:db8::;ffff:ffff::");
        row("2001:db8:: ffff:ffff::", "2001:db8::;ffff:ffff::");
        row("198.51.100.10-198.51.100.20",
            "198.51.100.10;255.255.255.254 | 198.51.100.12;255.255.255.252 | 198.51.100.16;255.255.255.252 | "
            "198.51.100.20");
        row("10.0.0.1 - 10.0.0.1", "10.0.0.1");
        row("0.0.0.0-255.255.255.255", "0.0.0.0;0.0.0.0");
        row("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::;::");
    }
    void accepted()
    {
        QFETCH(QString, rules);
        QFETCH(QString, comment);
        const auto entry = parseEntry(QTest::currentDataTag());
        QVERIFY(entry);
        QCOMPARE(shown(entry->rules), rules);
        QCOMPARE(QString::fromStdString(entry->comment), comment);
    }

    void refused_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<int>("position");
        const auto row = [](const char *text, Code code, int position) { QTest::newRow(text) << code << position; };
        row("", Code::Net, 0);
        row("# only a comment", Code::Net, 0);
        row("  10.0.0.300", Code::Net, 9);
        row("fe80", Code::Net, 0);
        row("10/8", Code::Net, 2);
        row("10.1/16", Code::Net, 4);
        row("10.0.0.0/33", Code::Mask, 9);
        row("10.0.0.0/08", Code::Mask, 9);
        row("10.0.0.0;", Code::Mask, 9);
        row("10.0.0.0/", Code::Mask, 9);
        row("10.0.0.0; 255.0.0.256", Code::Mask, 18);
        row("10.0.0.0 255.0.0.0 x", Code::TooManyWords, 19);
        row("10.0.0.9-10.0.0.1", Code::RangeReversed, 9);
        row("10.0.0.9-::1", Code::RangeFamilies, 9);
        row("10.0.0.1-", Code::Net, 9);
        row("-10.0.0.1", Code::Net, 0);
    }
    void refused()
    {
        QFETCH(Code, code);
        QFETCH(int, position);
        const auto entry = parseEntry(QTest::currentDataTag());
        QVERIFY(!entry);
        QCOMPARE(entry.error().code, code);
        QCOMPARE(int(entry.error().position), position);
    }

    void registryTakesOnlyNetAndMask_data()
    {
        QTest::addColumn<bool>("isRule");
        QTest::newRow("10.0.0.1") << true;
        QTest::newRow("10.0.0.0;255.0.0.0") << true;
        QTest::newRow("10.0.0.0;255.0.255.0") << true;
        QTest::newRow("10.0.0.0/8") << false;
        QTest::newRow("10.0.0.0;8") << false;
        QTest::newRow("10.0.0.0;/8") << false;
        QTest::newRow("10.0.0.0 255.0.0.0") << false;
        QTest::newRow(" 10.0.0.1") << false;
        QTest::newRow("10.0.0.1;") << false;
        QTest::newRow("10.0.0.1;255.0.0.0;x") << false;
        QTest::newRow("") << false;
        QTest::newRow(";") << false;
        QTest::newRow("10.0.0.1-10.0.0.2") << false;
    }
    void registryTakesOnlyNetAndMask()
    {
        QFETCH(bool, isRule);
        const std::string text = QTest::currentDataTag();
        const RuleEntry entry = parseRegistryEntry(text);
        QCOMPARE(std::holds_alternative<Rule>(entry), isRule);
        QCOMPARE(QString::fromStdString(registryText(entry)), QString::fromStdString(text));
    }

    /// The prefixes of a range make exactly the range, and no two neighbours could be one.
    void rangesAreExactAndMinimal()
    {
        for (std::uint32_t first = 0; first < 64; ++first) {
            for (std::uint32_t last = first; last < 64; ++last) {
                const auto rules = prefixesOfRange(Address::v4(first), Address::v4(last));
                for (std::uint32_t probe = 0; probe < 80; ++probe) {
                    const auto hits = std::ranges::count_if(
                        rules, [&](const Rule &rule) { return matches(rule, Address::v4(probe)); });
                    QCOMPARE(int(hits), probe >= first && probe <= last ? 1 : 0);
                }
                for (std::size_t i = 1; i < rules.size(); ++i) {
                    const bool siblings = rules[i - 1].mask == rules[i].mask
                        && (rules[i - 1].net.bits ^ rules[i].net.bits)
                            == (~rules[i].mask.bits & allOnes(Family::IPv4)) + 1
                        && rules[i - 1].net.bits < rules[i].net.bits
                        && (rules[i - 1].net.bits & ((~rules[i].mask.bits & allOnes(Family::IPv4)) + 1)) == 0;
                    QVERIFY(!siblings);
                }
            }
        }
    }

    void rangesAtTheEdges()
    {
        const Address top = Address::v6(~0ULL, ~0ULL);
        QCOMPARE(int(prefixesOfRange(Address::v6(0, 0), Address::v6(~0ULL, ~0ULL - 1)).size()), 128);
        QCOMPARE(int(prefixesOfRange(top, top).size()), 1);
        QCOMPARE(int(prefixesOfRange(Address::v4(1), Address::v4(0xFFFFFFFE)).size()), 62);
        QCOMPARE(int(prefixesOfRange(Address::v6(1ULL << 63, 0), top).size()), 1);
    }
};

QTEST_APPLESS_MAIN(EntryTextTest)
#include "tst_entry_text.moc"
