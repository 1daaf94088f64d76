#include <QTest>

#include "model/analysis/difference.h"
#include "model/analysis/minimize.h"
#include "model/policy/decision.h"
#include "model/policy/entry_text.h"
#include "tests/support/cell_map.h"
#include "tests/support/toy_space.h"

namespace relaytab {

namespace {

/// "10.0.0.1 10.0.0.2#comment -10.0.0.3": a row a word, `-` for one that is not enabled. Origins count from 1.
RuleList listOf(const QByteArray &rows)
{
    RuleList list;
    for (QByteArray text : rows.split(' ')) {
        if (text.isEmpty())
            continue;
        RuleRow row;
        row.enabled = !text.startsWith('-');
        if (!row.enabled)
            text.remove(0, 1);
        if (const auto hash = text.indexOf('#'); hash >= 0) {
            row.comment = text.mid(hash + 1).toStdString();
            text.truncate(hash);
        }
        row.entry = parseRegistryEntry(text.toStdString());
        list.append(row, static_cast<RuleList::Origin>(list.size() + 1));
    }
    return list;
}

QByteArray text(const RuleList &list)
{
    QByteArrayList words;
    for (const RuleList::RowView row : list) {
        QByteArray word = row.enabled() ? "" : "-";
        word += QByteArray::fromStdString(registryText(row.entry()));
        if (!row.comment().empty())
            word += '#' + QByteArray::fromStdString(std::string(row.comment()));
        words.append(word);
    }
    return words.join(' ');
}

std::size_t activeRows(const RuleList &list)
{
    std::size_t count = 0;
    for (const RuleList::RowView row : list)
        count += row.activeRule() ? 1U : 0U;
    return count;
}

/// Whether every row that is gone has a row of the result in its place that says something about its addresses, and
/// what is disabled or no rule is as it was.
bool standInsAreRight(const RuleList &list, const MinimizedList &result)
{
    if (result.standIns.size() != list.size())
        return false;
    for (std::size_t row = 0; row < list.size(); ++row) {
        const auto rule = list.view(row).activeRule();
        const RowNumber place = result.standIns[row];
        if (rule && !canMatch(*rule)) {
            if (place != noRow)
                return false;
            continue;
        }
        if (place == noRow || place >= result.rows.size())
            return false;
        if (!rule) {
            if (result.rows.row(place) != list.row(row) || result.rows.origin(place) != list.origin(row))
                return false;
        } else if (!matches(*result.rows.view(place).activeRule(), rule->net)) {
            return false;
        }
    }
    return true;
}

} // namespace

class TestMinimize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void originsStay();
    void fewestPrefixes_data();
    void fewestPrefixes();
    void anyMasks();
    void wholePolicies();
    void cancelled();
};

void TestMinimize::rows_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("minimized");

    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("minimal already") << QByteArray("10.0.0.2 10.0.0.1 2001:db8::1")
                                     << QByteArray("10.0.0.2 10.0.0.1 2001:db8::1");
    QTest::newRow("duplicate") << QByteArray("10.0.0.1 10.0.0.9 10.0.0.1;255.255.255.255")
                               << QByteArray("10.0.0.1 10.0.0.9");
    QTest::newRow("covered by a later row")
        << QByteArray("10.1.2.3 10.0.0.9;255.0.0.0 10.0.0.0;255.0.0.0") << QByteArray("10.0.0.0;255.0.0.0");
    QTest::newRow("halves") << QByteArray("10.0.0.0;255.255.255.128 1.1.1.1 10.0.0.128;255.255.255.128")
                            << QByteArray("10.0.0.0;255.255.255.0 1.1.1.1");
    QTest::newRow("hosts become a net") << QByteArray("10.0.0.3 10.0.0.1 10.0.0.2 10.0.0.0")
                                        << QByteArray("10.0.0.0;255.255.255.252");
    QTest::newRow("everything") << QByteArray("128.0.0.0;128.0.0.0 0.0.0.0;128.0.0.0") << QByteArray("0.0.0.0;0.0.0.0");
    QTest::newRow("matches nothing") << QByteArray("192.168.1.17;255.255.255.0 10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("disabled and text stay")
        << QByteArray("-10.0.0.1 10.0.0.300 10.0.0.1 10.0.0.1") << QByteArray("-10.0.0.1 10.0.0.300 10.0.0.1");
    QTest::newRow("comments are kept together") << QByteArray("10.0.0.0#a 10.0.0.1#b 10.0.0.1#a 10.0.0.9#c")
                                                << QByteArray("10.0.0.0;255.255.255.254#a; b 10.0.0.9#c");
    QTest::newRow("own comment first") << QByteArray("10.1.2.3#host 10.0.0.0;255.0.0.0#net")
                                       << QByteArray("10.0.0.0;255.0.0.0#net; host");
    QTest::newRow("IPv6 halves") << QByteArray("2001:db8:8000::;ffff:ffff:8000:: 2001:db8::;ffff:ffff:8000::")
                                 << QByteArray("2001:db8::;ffff:ffff::");

    QTest::newRow("gaps stay") << QByteArray("123.123.123.123;255.255.255.123")
                               << QByteArray("123.123.123.123;255.255.255.123");
    QTest::newRow("gaps, equal") << QByteArray("10.0.0.1;255.255.255.1 10.0.0.1;255.255.255.1")
                                 << QByteArray("10.0.0.1;255.255.255.1");
    QTest::newRow("gaps covered by a prefix")
        << QByteArray("10.0.0.1;255.255.255.1 10.0.0.0;255.255.0.0") << QByteArray("10.0.0.0;255.255.0.0");
    QTest::newRow("gaps covered by gaps")
        << QByteArray("10.0.0.3;255.255.255.3 10.0.0.1;255.255.255.1") << QByteArray("10.0.0.1;255.255.255.1");
    QTest::newRow("host covered by gaps")
        << QByteArray("10.0.0.5 10.0.0.1;255.255.255.1 10.0.0.8") << QByteArray("10.0.0.1;255.255.255.1 10.0.0.8");
    QTest::newRow("odd and even") << QByteArray("10.0.0.1;255.255.255.1 10.0.0.0;255.255.255.1")
                                  << QByteArray("10.0.0.0;255.255.255.0");
    QTest::newRow("gaps merge") << QByteArray("10.0.0.1;255.255.255.3 10.0.0.3;255.255.255.3")
                                << QByteArray("10.0.0.1;255.255.255.1");
    QTest::newRow("three gaps that fill a net")
        << QByteArray("10.0.0.0;255.255.255.254 10.0.0.1;255.255.255.1 10.0.0.2;255.255.255.2 10.0.0.4;255.255.255.4 "
                      "10.0.0.8;255.255.255.8 10.0.0.16;255.255.255.16 10.0.0.32;255.255.255.32 "
                      "10.0.0.64;255.255.255.64 10.0.0.128;255.255.255.128")
        << QByteArray("10.0.0.0;255.255.255.0");
    QTest::newRow("gaps in IPv6") << QByteArray("2001:db8::1;ffff:ffff::1 2001:db8::5 2001:db8::;ffff:ffff::1")
                                  << QByteArray("2001:db8::;ffff:ffff::");
}

void TestMinimize::rows()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, minimized);
    const RuleList rows = listOf(list);
    const MinimizedList result = minimizedList(rows);
    QCOMPARE(text(result.rows), minimized);
    QVERIFY(standInsAreRight(rows, result));
}

void TestMinimize::originsStay()
{
    const MinimizedList result =
        minimizedList(listOf("10.1.2.3 -1.1.1.1 10.0.0.0;255.0.0.0 11.0.0.0 11.0.0.1 12.0.0.1#note 12.0.0.1#more"));
    QCOMPARE(text(result.rows), QByteArray("-1.1.1.1 10.0.0.0;255.0.0.0 11.0.0.0;255.255.255.254 12.0.0.1#note; more"));
    QCOMPARE(result.rows.origin(0), 2U);
    QCOMPARE(result.rows.origin(1), 3U);
    QCOMPARE(result.rows.origin(2), 0U); // new
    QCOMPARE(result.rows.origin(3), 6U);
    QVERIFY((result.standIns == HugeVector<RowNumber>{1, 0, 1, 2, 2, 3, 3}));
}

void TestMinimize::fewestPrefixes_data()
{
    QTest::addColumn<int>("space");
    for (int i = 0; i < static_cast<int>(test::cellSpaces().size()); ++i)
        QTest::newRow(test::cellSpaces()[static_cast<std::size_t>(i)].first) << i;
}

void TestMinimize::fewestPrefixes()
{
    QFETCH(int, space);
    const test::CellMap::Space &cells = test::cellSpaces()[static_cast<std::size_t>(space)].second;
    std::mt19937 random(static_cast<unsigned>(60 + space));
    for (const std::size_t rows : {1U, 3U, 20U, 200U, 1500U}) {
        const RuleList list = test::randomList(random, cells, rows, test::Gaps::None);
        test::CellMap map(cells);
        map.paint(list);
        const MinimizedList result = minimizedList(list);
        std::vector<Prefix> found;
        for (const RuleList::RowView row : result.rows)
            if (const auto rule = row.activeRule())
                found.push_back({rule->net, *prefixLength(rule->mask)});
        std::ranges::sort(found, {}, [](const Prefix &prefix) { return prefix.net.bits; });
        QVERIFY(found == map.prefixes());
        QVERIFY(standInsAreRight(list, result));
        QVERIFY(minimizedList(result.rows).rows == result.rows);
    }
}

void TestMinimize::anyMasks()
{
    std::mt19937 random(70);
    int shorter = 0;
    for (std::size_t round = 0; round < 250; ++round) {
        const test::CellMap::Space &cells = test::cellSpaces()[random() % test::cellSpaces().size()].second;
        const auto gaps = random() % 2 == 0 ? test::Gaps::Some : test::Gaps::Many;
        const RuleList list = round % 2 == 0 ? test::ToySpace::list(random, 1 + round % 30)
                                             : test::randomList(random, cells, 1 + random() % 25, gaps);
        const MinimizedList result = minimizedList(list);
        QVERIFY(AddressSet::ofRules(result.rows) == AddressSet::ofRules(list));
        QVERIFY(activeRows(result.rows) <= activeRows(list));
        QVERIFY(standInsAreRight(list, result));
        QVERIFY(activeRows(minimizedList(result.rows).rows) <= activeRows(result.rows));
        shorter += activeRows(result.rows) < activeRows(list) ? 1 : 0;

        // No row that is left is covered by the others.
        for (std::size_t row = 0; row < result.rows.size(); ++row) {
            const auto rule = result.rows.view(row).activeRule();
            if (!rule)
                continue;
            RuleList others = result.rows;
            static_cast<void>(others.splice(row, 1, {}));
            QVERIFY(!AddressSet::ofRules(others).containsAll(AddressSet::ofRule(*rule)));
        }
    }
    QVERIFY(shorter > 40);
}

void TestMinimize::wholePolicies()
{
    std::mt19937 random(71);
    const auto addresses = test::ToySpace::everyAddress();
    for (int round = 0; round < 100; ++round) {
        const RelayPolicy policy = test::ToySpace::policy(random, 8);
        const RelayPolicy result = minimizedPolicy(policy).policy;
        QCOMPARE(result.flags, policy.flags);
        QVERIFY(equalEffect(policy, result));
        for (const Address &address : addresses) {
            const Client client{address, addresses[random() % addresses.size()], random() % 2 == 0};
            QCOMPARE(decide(result, client).verdict, decide(policy, client).verdict);
        }
    }
}

void TestMinimize::cancelled()
{
    const RuleList list{RuleRow{parseRegistryEntry("10.0.0.0")}, RuleRow{parseRegistryEntry("10.0.0.1")}};
    for (int steps = 0; steps < 3; ++steps) {
        int told = 0;
        const auto stops = [&](double) { return told++ < steps ? ProgressStep::Continue : ProgressStep::Cancel; };
        QVERIFY(!minimizedList(list, stops));
        QCOMPARE(told, steps + 1);
    }
    const auto whole = minimizedList(list, [](double) { return ProgressStep::Continue; });
    QVERIFY(whole);
    QCOMPARE(whole->rows.size(), std::size_t{1});
}

} // namespace relaytab

QTEST_APPLESS_MAIN(relaytab::TestMinimize)
#include "tst_minimize.moc"
