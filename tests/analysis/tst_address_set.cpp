#include <QTest>

#include "model/policy/entry_text.h"
#include "tests/support/cell_map.h"

namespace relaytab {

using test::CellMap;
using test::Gaps;

namespace {

Rule rule(std::string_view text)
{
    return std::get<Rule>(parseRegistryEntry(text));
}

AddressSet setOf(std::initializer_list<std::string_view> rules)
{
    RuleList list;
    for (const std::string_view text : rules)
        list.append(rule(text));
    return AddressSet::ofRules(list);
}

std::string prefixText(const AddressSet &set, std::size_t limit = 100)
{
    std::string text;
    for (const Prefix &prefix : set.prefixes(limit))
        text += (text.empty() ? "" : " ") + toText(prefix);
    return text;
}

/// Whether set and map agree about every cell, the count, and the fewest prefixes.
bool agree(const AddressSet &set, const CellMap &map, const CellMap::Space &space)
{
    const Bits below = (Bits{1} << space.shift) - 1;
    for (std::size_t cell = 0; cell < CellMap::cells; ++cell)
        if (set.contains(space.address(cell, cell % 2 == 0 ? 0 : below)) != map.bits().test(cell))
            return false;
    const auto prefixes = map.prefixes();
    const auto firstCell = map.bits()._Find_first();
    const auto first = firstCell < CellMap::cells ? std::optional{space.address(firstCell)} : std::nullopt;
    return set.count(space.family) == map.count() && set.prefixes(CellMap::cells) == prefixes
        && set.prefixCount() == Count::of(prefixes.size()) && set.first() == first
        && set.isEmpty() == map.bits().none();
}

} // namespace

class TestAddressSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleOfOneOctet();
    void prefixesAreTheFewest_data();
    void prefixesAreTheFewest();
    void ends();
    void hugeGapMask();
    void familiesDoNotMix();
    void randomLists_data();
    void randomLists();
    void algebra_data();
    void algebra();
    void equalWhateverMadeThem();
    void hundredsOfRandomGapMasks_data();
    void hundredsOfRandomGapMasks();
};

void TestAddressSet::everyRuleOfOneOctet()
{
    for (std::uint32_t mask = 0; mask < 256; ++mask) {
        for (std::uint32_t net = 0; net < 256; ++net) {
            const Rule tried{Address::v4(0x0A000000U | net), Mask::v4(0xFFFFFF00U | mask)};
            const AddressSet set = AddressSet::ofRule(tried);
            std::uint64_t count = 0;
            for (std::uint32_t last = 0; last < 256; ++last) {
                const Address address = Address::v4(0x0A000000U | last);
                QCOMPARE(set.contains(address), matches(tried, address));
                count += matches(tried, address) ? 1U : 0U;
            }
            QVERIFY(set.count(Family::IPv4) == Count::of(count));
            QVERIFY(!set.contains(Address::v4(0x0A000100U | net)));
        }
    }
}

void TestAddressSet::prefixesAreTheFewest_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QByteArray>("prefixes");

    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("two halves") << QByteArray("10.0.0.0;255.255.255.128 10.0.0.128;255.255.255.128")
                                << QByteArray("10.0.0.0/24");
    QTest::newRow("neighbours that are no block")
        << QByteArray("10.0.0.1 10.0.0.2") << QByteArray("10.0.0.1/32 10.0.0.2/32");
    QTest::newRow("covered") << QByteArray("10.0.0.7 10.0.0.0;255.0.0.0") << QByteArray("10.0.0.0/8");
    QTest::newRow("everything") << QByteArray("0.0.0.0;128.0.0.0 128.0.0.0;128.0.0.0") << QByteArray("0.0.0.0/0");
    QTest::newRow("KB recipe") << QByteArray("123.123.123.123;255.255.255.123")
                               << QByteArray("123.123.123.123/32 123.123.123.127/32 123.123.123.251/32 "
                                             "123.123.123.255/32");
    QTest::newRow("gaps that meet") << QByteArray("10.0.0.0;255.255.255.254 10.0.0.2;255.255.255.254")
                                    << QByteArray("10.0.0.0/30");
    QTest::newRow("matches nothing") << QByteArray("192.168.1.17;255.255.255.0") << QByteArray();
    QTest::newRow("both families") << QByteArray(
        "2001:db8:8000::;ffff:ffff:8000:: 2001:db8::;ffff:ffff:8000:: 10.0.0.1")
                                   << QByteArray("10.0.0.1/32 2001:db8::/32");
}

void TestAddressSet::prefixesAreTheFewest()
{
    QFETCH(QByteArray, rules);
    QFETCH(QByteArray, prefixes);
    RuleList list;
    for (const QByteArray &text : rules.split(' '))
        if (!text.isEmpty())
            list.append(rule({text.constData(), static_cast<std::size_t>(text.size())}));
    const AddressSet set = AddressSet::ofRules(list);
    QCOMPARE(QByteArray::fromStdString(prefixText(set)), prefixes);
    QCOMPARE(set.prefixCount() == Count::of(set.prefixes(100).size()), true);
}

void TestAddressSet::ends()
{
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        const AddressSet all = AddressSet::everything(family);
        QVERIFY(all.count(family) == Count::power(width(family)));
        QVERIFY(all.prefixCount() == Count::of(1));
        QVERIFY(all.prefixes(5) == (std::vector<Prefix>{{{0, family}, 0}}));

        const Address last{allOnes(family), family};
        const AddressSet end = AddressSet::ofRange({last, last});
        QVERIFY(end.unitedWith(all) == all);
        const AddressSet rest = all.without(end);
        QVERIFY(!rest.contains(last));
        QVERIFY(rest.contains({allOnes(family) - 1, family}));
        QVERIFY(rest.prefixCount() == Count::of(static_cast<Bits>(width(family))));
        QVERIFY(rest.unitedWith(end) == all);
        const AddressSet fromOne = all.without(AddressSet::ofRange({{0, family}, {0, family}}));
        QVERIFY(fromOne.prefixCount() == Count::of(static_cast<Bits>(width(family))));
        QVERIFY((fromOne.first() == Address{1, family}));
        QVERIFY(all.without(all).isEmpty());
        QVERIFY(!all.without(all).first());
    }
}

void TestAddressSet::hugeGapMask()
{
    // 2^24 addresses, no two of them neighbours.
    const AddressSet set = AddressSet::ofRule(rule("0.0.0.7;0.0.0.255"));
    QVERIFY(set.count(Family::IPv4) == Count::power(24));
    QVERIFY(set.prefixCount() == Count::power(24));
    QCOMPARE(prefixText(set, 3), std::string("0.0.0.7/32 0.0.1.7/32 0.0.2.7/32"));
    QVERIFY(set.first() == Address::v4(7));
    QVERIFY(set.contains(Address::v4(0xFFFFFF07U)));
    QVERIFY(!set.contains(Address::v4(0xFFFFFF06U)));
    QVERIFY(set.overlaps(setOf({"10.0.0.0;255.0.0.0"})));
    QVERIFY(!set.overlaps(setOf({"10.0.0.8"})));
    QVERIFY(set.containsAll(setOf({"1.2.3.7", "3.2.1.7"})));
    QCOMPARE(prefixText(set.intersectedWith(setOf({"10.0.0.0;255.255.254.0"}))),
             std::string("10.0.0.7/32 10.0.1.7/32"));

    // Half of all IPv6 addresses, again without neighbours.
    const AddressSet odd = AddressSet::ofRule(rule("::1;::1"));
    QVERIFY(odd.count(Family::IPv6) == Count::power(127));
    QVERIFY(odd.prefixCount() == Count::power(127));
    QCOMPARE(prefixText(odd, 2), std::string("::1/128 ::3/128"));
    const AddressSet even = AddressSet::ofRule(rule("::;::1"));
    QVERIFY(odd.unitedWith(even) == AddressSet::everything(Family::IPv6));
    QVERIFY(AddressSet::everything(Family::IPv6).without(odd) == even);
}

void TestAddressSet::familiesDoNotMix()
{
    const AddressSet v4 = setOf({"1.2.3.4"});
    const AddressSet v6 = setOf({"::102:304"});
    QVERIFY(!v4.overlaps(v6));
    QVERIFY(!(v4 == v6));
    QVERIFY(!v6.contains(Address::v4(0x01020304U)));
    QVERIFY(v4.unitedWith(v6).without(v4) == v6);
    QVERIFY(v4.unitedWith(v6).first() == Address::v4(0x01020304U));
    QCOMPARE(prefixText(v6.unitedWith(v4)), std::string("1.2.3.4/32 ::102:304/128"));
}

void TestAddressSet::randomLists_data()
{
    QTest::addColumn<int>("space");
    for (int i = 0; i < static_cast<int>(test::cellSpaces().size()); ++i)
        QTest::newRow(test::cellSpaces()[static_cast<std::size_t>(i)].first) << i;
}

void TestAddressSet::randomLists()
{
    QFETCH(int, space);
    const CellMap::Space &cells = test::cellSpaces()[static_cast<std::size_t>(space)].second;
    std::mt19937 random(static_cast<unsigned>(20 + space));
    for (const Gaps gaps : {Gaps::None, Gaps::Some, Gaps::Many}) {
        for (const std::size_t rows : {1U, 2U, 5U, 40U, 150U}) {
            const RuleList list = test::randomList(random, cells, rows, gaps);
            CellMap map(cells);
            map.paint(list);
            QVERIFY2(agree(AddressSet::ofRules(list), map, cells), qPrintable(QString::number(rows)));
        }
    }
}

void TestAddressSet::algebra_data()
{
    randomLists_data();
}

void TestAddressSet::algebra()
{
    QFETCH(int, space);
    const CellMap::Space &cells = test::cellSpaces()[static_cast<std::size_t>(space)].second;
    std::mt19937 random(static_cast<unsigned>(40 + space));
    for (int round = 0; round < 6; ++round) {
        const auto gaps = [&] { return static_cast<Gaps>(random() % 3); };
        const RuleList listA = test::randomList(random, cells, 1 + random() % 60, gaps());
        const RuleList listB = test::randomList(random, cells, 1 + random() % 60, gaps());
        const AddressSet a = AddressSet::ofRules(listA);
        const AddressSet b = AddressSet::ofRules(listB);
        CellMap mapA(cells);
        CellMap mapB(cells);
        mapA.paint(listA);
        mapB.paint(listB);

        CellMap united(mapA);
        united.bits() |= mapB.bits();
        QVERIFY(agree(a.unitedWith(b), united, cells));
        CellMap common(mapA);
        common.bits() &= mapB.bits();
        QVERIFY(agree(a.intersectedWith(b), common, cells));
        CellMap rest(mapA);
        rest.bits() &= ~mapB.bits();
        QVERIFY(agree(a.without(b), rest, cells));
        QCOMPARE(a.overlaps(b), common.bits().any());
        QCOMPARE(a.containsAll(b), (mapB.bits() & ~mapA.bits()).none());
        QCOMPARE(a == b, mapA.bits() == mapB.bits());

        const AddressSet all = AddressSet::everything(cells.family);
        QVERIFY(a.unitedWith(b) == b.unitedWith(a));
        QVERIFY(a.intersectedWith(b) == b.intersectedWith(a));
        QVERIFY(all.without(a.unitedWith(b)) == all.without(a).intersectedWith(all.without(b)));
        QVERIFY(all.without(all.without(a)) == a);
        QVERIFY(a.without(b).unitedWith(a.intersectedWith(b)) == a);
        QVERIFY(a.containsAll(a.intersectedWith(b)));
        QVERIFY(a.unitedWith(b).containsAll(b));
        QVERIFY(!a.without(b).overlaps(b));
    }
}

void TestAddressSet::equalWhateverMadeThem()
{
    // More intervals than a diagram is turned into, made once directly and once by way of a diagram.
    RuleList hosts;
    RuleList fewer;
    for (std::uint32_t i = 0; i < 80000; ++i) {
        hosts.append(Rule::host(Address::v4(0x0A000001U + 2 * i)));
        if (i != 70000)
            fewer.append(Rule::host(Address::v4(0x0A000001U + 2 * i)));
    }
    const AddressSet direct = AddressSet::ofRules(hosts);
    const AddressSet even = AddressSet::ofRule(rule("0.0.0.0;0.0.0.1"));
    const AddressSet throughDiagram = direct.unitedWith(even).without(even);
    QVERIFY(throughDiagram == direct);
    QVERIFY(direct == throughDiagram);
    QVERIFY(!(throughDiagram == AddressSet::ofRules(fewer)));
    QVERIFY(throughDiagram.containsAll(direct) && direct.containsAll(throughDiagram));
    QVERIFY(!AddressSet::ofRules(fewer).containsAll(throughDiagram));
    QVERIFY(throughDiagram.prefixes(100000) == direct.prefixes(100000));
    QVERIFY(throughDiagram.count(Family::IPv4) == Count::of(80000));

    // And what a diagram leaves contiguous is what it would have been without one.
    const AddressSet odd = AddressSet::ofRule(rule("0.0.0.1;0.0.0.1"));
    QVERIFY(odd.unitedWith(even) == AddressSet::everything(Family::IPv4));
    QCOMPARE(prefixText(odd.unitedWith(setOf({"10.0.0.0;255.0.0.0"}))
                            .without(odd)
                            .unitedWith(odd.intersectedWith(setOf({"10.0.0.0;255.0.0.0"})))),
             std::string("10.0.0.0/8"));
}

void TestAddressSet::hundredsOfRandomGapMasks_data()
{
    QTest::addColumn<bool>("v6");
    QTest::newRow("IPv4") << false;
    QTest::newRow("IPv6") << true;
}

void TestAddressSet::hundredsOfRandomGapMasks()
{
    QFETCH(bool, v6);
    const Family family = v6 ? Family::IPv6 : Family::IPv4;
    std::mt19937_64 random(7);
    const auto randomBits = [&] { return ((Bits{random()} << 64) | random()) & allOnes(family); };
    RuleList list;
    std::vector<Rule> rules;
    for (int i = 0; i < 300; ++i) {
        const Bits mask = randomBits();
        rules.push_back({{randomBits() & mask, family}, {mask, family}});
        list.append(rules.back());
    }
    const AddressSet set = AddressSet::ofRules(list);
    for (int i = 0; i < 20000; ++i) {
        Address address{randomBits(), family};
        if (i % 2 == 0) { // inside a rule, or a bit beside it
            const Rule &near = rules[random() % rules.size()];
            address.bits = (address.bits & ~near.mask.bits) | near.net.bits;
            if (i % 4 == 0)
                address.bits ^= Bits{1} << (random() % static_cast<unsigned>(width(family)));
        }
        const bool matched = std::ranges::any_of(rules, [&](const Rule &tried) { return matches(tried, address); });
        QCOMPARE(set.contains(address), matched);
    }
    const AddressSet all = AddressSet::everything(family);
    QVERIFY(all.without(set).count(family) + set.count(family) == all.count(family));
    QVERIFY(all.without(set).unitedWith(set) == all);
}

} // namespace relaytab

QTEST_APPLESS_MAIN(relaytab::TestAddressSet)
#include "tst_address_set.moc"
