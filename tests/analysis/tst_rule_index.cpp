#include <QtTest>

#include "model/analysis/rule_index.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

namespace {

RowNumber scan(const RuleList &list, const Address &address)
{
    const auto row = firstMatch(list, address);
    return row ? static_cast<RowNumber>(*row) : noRow;
}

/// Fails where the index, alone or in bulk, answers otherwise than the scan.
void compare(const RuleList &list, const std::vector<Address> &addresses)
{
    const RuleIndex index(list);
    std::vector<std::uint32_t> ipv4;
    std::vector<Bits> ipv6;
    std::vector<RowNumber> expected4;
    std::vector<RowNumber> expected6;
    for (const Address &address : addresses) {
        const RowNumber expected = scan(list, address);
        if (index.find(address) != expected)
            QFAIL(qPrintable(QString::fromStdString(toText(address))));
        if (address.family == Family::IPv4) {
            ipv4.push_back(static_cast<std::uint32_t>(address.bits));
            expected4.push_back(expected);
        } else {
            ipv6.push_back(address.bits);
            expected6.push_back(expected);
        }
    }
    std::vector<RowNumber> rows4(ipv4.size());
    index.findIPv4(ipv4, rows4);
    QVERIFY(rows4 == expected4);
    std::vector<RowNumber> rows6(ipv6.size());
    index.findIPv6(ipv6, rows6);
    QVERIFY(rows6 == expected6);
}

std::vector<Address> everyAddress(const dice::Space &space)
{
    std::vector<Address> addresses;
    for (Bits choice = space.varying;; choice = (choice - 1) & space.varying) {
        addresses.push_back({space.base | choice, space.family});
        if (choice == 0)
            break;
    }
    for (const Bits outside : {Bits{0}, allOnes(space.family), space.base - 1})
        addresses.push_back({outside, space.family});
    return addresses;
}

} // namespace

class TestRuleIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListFindsNothing();
    void theFirstRowWins();
    void toyLists_data();
    void toyLists();
    void randomLists_data();
    void randomLists();
    void crowdedBuckets();
    void hostsOfOneNet();
    void bothFamiliesInOneList();
    void standsInForTheScan();
    void aMillionHostsTakeTwelveBytesEachAndATable();
};

void TestRuleIndex::anEmptyListFindsNothing()
{
    compare({}, {Address::v4(0), Address::v4(0xFFFFFFFFU), Address::v6(0, 0), Address::v6(~0ULL, ~0ULL)});
}

void TestRuleIndex::theFirstRowWins()
{
    const auto row = [](std::uint32_t net, std::uint32_t mask) {
        return RuleRow{.entry = Rule{Address::v4(net), Mask::v4(mask)}};
    };
    const RuleList list{row(0x0A000001U, 0xFF0000FFU), row(0x0A000000U, 0xFF000000U), row(0x0A000001U, 0xFFFFFFFFU),
                        row(0, 0)};
    const RuleIndex index(list);
    QCOMPARE(index.find(Address::v4(0x0A000001U)), 0U); // 10.0.0.1: the mask with gaps comes first
    QCOMPARE(index.find(Address::v4(0x0A000002U)), 1U);
    QCOMPARE(index.find(Address::v4(0x0B000002U)), 3U);
    QCOMPARE(index.find(Address::v6(0, 1)), noRow);
}

void TestRuleIndex::toyLists_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<unsigned>("gaps");
    QTest::newRow("IPv4 prefixes") << false << 0U;
    QTest::newRow("IPv4 with gaps") << false << 40U;
    QTest::newRow("IPv6 prefixes") << true << 0U;
    QTest::newRow("IPv6 with gaps") << true << 40U;
}

void TestRuleIndex::toyLists()
{
    QFETCH(bool, ipv6);
    QFETCH(unsigned, gaps);
    const dice::Space space = ipv6 ? dice::toyIPv6 : dice::toyIPv4;
    const std::vector<Address> addresses = everyAddress(space);
    dice::Random random(2);
    for (int i = 0; i < 400; ++i)
        compare(dice::list(random, space, dice::roll(random, 9), {.gaps = gaps}), addresses);
}

void TestRuleIndex::randomLists_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<unsigned>("gaps");
    QTest::addColumn<int>("rows");
    for (const int rows : {3, 60, 700})
        for (const unsigned gaps : {0U, 5U, 100U})
            for (const bool ipv6 : {false, true})
                QTest::addRow("IPv%d, %u%% gaps, %d rows", ipv6 ? 6 : 4, gaps, rows) << ipv6 << gaps << rows;
}

void TestRuleIndex::randomLists()
{
    QFETCH(bool, ipv6);
    QFETCH(unsigned, gaps);
    QFETCH(int, rows);
    dice::Space space;
    if (ipv6)
        space = {Family::IPv6, Bits{0x2001U} << 112, ~(Bits{0xFFFFU} << 112)};
    dice::Random random(static_cast<std::uint64_t>(rows));
    const RuleList list = dice::list(random, space, static_cast<std::size_t>(rows), {.gaps = gaps});
    std::vector<Address> addresses = dice::corners(list);
    for (int i = 0; i < 500; ++i)
        addresses.push_back({space.base | (dice::anyBits(random, space.family) & space.varying), space.family});
    compare(list, addresses);
}

void TestRuleIndex::crowdedBuckets()
{
    // Many rules within one /16: the search has to halve before it compares.
    dice::Random random(5);
    const dice::Space space{Family::IPv4, 0xC0A80000U, 0xFFFFU};
    const RuleList list = dice::list(random, space, 1500, {.gaps = 0});
    std::vector<Address> addresses = dice::corners(list);
    for (const std::uint32_t edge : {0xC0A7FFFFU, 0xC0A80000U, 0xC0A8FFFFU, 0xC0A90000U})
        addresses.push_back(Address::v4(edge));
    compare(list, addresses);
}

void TestRuleIndex::hostsOfOneNet()
{
    // IPv6 hosts that agree in their upper halves, and neighbours of those halves.
    dice::Random random(6);
    const dice::Space space{Family::IPv6, Bits{0x20010DB8U} << 96, (Bits{3} << 64) | 0xFF};
    const RuleList list = dice::list(random, space, 400, {.gaps = 0});
    compare(list, dice::corners(list));
    compare(list, everyAddress(space));
}

void TestRuleIndex::bothFamiliesInOneList()
{
    dice::Random random(7);
    for (int i = 0; i < 50; ++i) {
        RuleList list;
        for (int row = 0; row < 12; ++row)
            list.append(dice::row(random, row % 2 == 0 ? dice::toyIPv4 : dice::toyIPv6));
        compare(list, everyAddress(dice::toyIPv4));
        compare(list, everyAddress(dice::toyIPv6));
    }
}

void TestRuleIndex::standsInForTheScan()
{
    dice::Random random(8);
    for (int i = 0; i < 300; ++i) {
        RelayPolicy policy;
        for (const ListKind list : allLists)
            policy.list(list) = dice::list(random, dice::toyIPv4, dice::roll(random, 4));
        const PolicyIndex index(policy);
        for (std::uint32_t flags = 0; flags < 16; ++flags) {
            policy.flags = flags;
            Client client{.address = Address::v4(0x0A090800U + static_cast<std::uint32_t>(dice::roll(random, 16))),
                          .authenticated = dice::roll(random, 2) == 0};
            if (dice::roll(random, 3) != 0)
                client.server = Address::v4(0x0A090800U + static_cast<std::uint32_t>(dice::roll(random, 16)));
            for (const Reading reading : {Reading::Observed, Reading::Literal})
                QVERIFY(decide(policy.flags, index, client, reading) == decide(policy, client, reading));
        }
    }
}

void TestRuleIndex::aMillionHostsTakeTwelveBytesEachAndATable()
{
    // Hosts apart from each other are the worst case: two pieces each.
    RuleList list;
    constexpr std::uint32_t hosts = 1'000'000;
    for (std::uint32_t i = 0; i < hosts; ++i)
        list.append(Rule::host(Address::v4(i * 4099)));
    const RuleIndex index(list);
    bool right = true;
    for (std::uint32_t i = 0; i < hosts; ++i)
        right = right && index.findIPv4(i * 4099) == i && index.findIPv4(i * 4099 + 1) == noRow
            && index.findIPv4(i * 4099 - 1) == noRow;
    QVERIFY(right);
    QVERIFY2(index.bytes() < 12U * hosts + (3U << 20), qPrintable(QString::number(index.bytes())));
}

QTEST_APPLESS_MAIN(TestRuleIndex)
#include "tst_rule_index.moc"
