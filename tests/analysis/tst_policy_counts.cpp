#include <QtTest>

#include "model/analysis/exposure.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

namespace {

/// Public addresses, where they count twice: as addresses and as public ones.
constexpr dice::Space publicToyIPv4{Family::IPv4, 0x08080800U, 0xF};
constexpr dice::Space anyIPv4{};
constexpr dice::Space anyIPv6{Family::IPv6, 0, allOnes(Family::IPv6)};

const dice::Space &spaceOf(dice::Random &random)
{
    static constexpr std::array spaces{dice::toyIPv4, dice::toyIPv6, publicToyIPv4, anyIPv4, anyIPv6};
    return spaces[dice::roll(random, spaces.size())];
}

RuleList rowsOf(dice::Random &random, std::size_t count, unsigned gaps)
{
    RuleList rows;
    while (rows.size() < count)
        rows.append(dice::row(random, spaceOf(random), {.gaps = gaps}));
    return rows;
}

/// Some rows give way to others.
ListEdit edited(dice::Random &random, RelayPolicy &policy, unsigned gaps)
{
    ListEdit edit{.list = allLists[dice::roll(random, allLists.size())]};
    RuleList &list = policy.list(edit.list);
    edit.first = dice::roll(random, list.size() + 1);
    edit.added = dice::roll(random, 4);
    const std::size_t gone = std::min<std::size_t>(dice::roll(random, 4), list.size() - edit.first);
    RuleList added = rowsOf(random, edit.added, gaps);
    if (gone > 0 && !added.isEmpty() && dice::roll(random, 3) == 0) { // the same row, switched over
        RuleRow other = list.row(edit.first);
        other.enabled = !other.enabled;
        added.set(0, other);
    }
    edit.removed = list.splice(edit.first, gone, added);
    return edit;
}

} // namespace

class TestPolicyCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOfASet();
    void afterEditsAsFromScratch_data();
    void afterEditsAsFromScratch();
    void givesUpAtTooManyRows();
    void everythingCanComeAndGo();
};

void TestPolicyCounts::countsOfASet()
{
    const auto net = [](Address address, int length) {
        return AddressSet::ofRule({address, Mask::prefix(address.family, length), MaskForm::Written});
    };
    // 10/8 is private; half of 172/8 lies above the private 172.16/12.
    QCOMPARE(countsOf(net(Address::v4(0x0A000000U), 8)).publicIpv4, Count::of(0));
    QCOMPARE(countsOf(net(Address::v4(0x08000000U), 6)).publicIpv4, Count::of(3U << 24));
    QCOMPARE(countsOf(net(Address::v6(0x2000000000000000U, 0), 3)).publicIpv6, Count::power(125));
    const SetCounts all = countsOf(AddressSet::everything(Family::IPv6).unitedWith(net(Address::v4(5), 32)));
    QCOMPARE(all, (SetCounts{.ipv4 = Count::of(1), .ipv6 = Count::power(128), .publicIpv6 = Count::power(125)}));
}

void TestPolicyCounts::afterEditsAsFromScratch_data()
{
    QTest::addColumn<unsigned>("gaps");
    QTest::newRow("prefixes") << 0U;
    QTest::newRow("with gaps") << 30U;
}

/// Long runs of random edits: the counts, and the exposure with all flags and in both readings.
void TestPolicyCounts::afterEditsAsFromScratch()
{
    QFETCH(unsigned, gaps);
    dice::Random random(4711);
    int bySets = 0;
    for (int run = 0; run < 5; ++run) {
        RelayPolicy policy;
        for (const ListKind list : allLists)
            policy.list(list) = rowsOf(random, dice::roll(random, 12), gaps);
        PolicySets sets = policySetsOf(policy);
        PolicyCounts counts = countsOf(sets);
        for (int step = 0; step < 30; ++step) {
            const ListEdit edit = edited(random, policy, gaps);
            const std::vector<Rule> touched = rulesTouched(policy, edit);
            const PolicySets setsNow = policySetsOf(policy);
            const PolicyCounts fresh = countsOf(setsNow);
            if (const auto other = countsAfterEdit(counts, sets, policy, edit, touched, 100)) {
                QCOMPARE(*other, fresh);
                ++bySets;
            }
            const auto near = rowsMeeting(policy, allLists, touched, 1000);
            QVERIFY(near);
            counts = countsAfterEdit(counts, edit, touched, *near);
            if (counts != fresh)
                QFAIL(qPrintable(QStringLiteral("run %1 step %2").arg(run).arg(step)));
            sets = setsNow;
            if (step % 5 != 0)
                continue;
            for (std::uint32_t flags = 0; flags <= flag::known; ++flags)
                for (const Reading reading : {Reading::Observed, Reading::Literal}) {
                    RelayPolicy flagged = policy;
                    flagged.flags = flags;
                    QCOMPARE(exposureOf(flags, counts, reading), exposureOf(flagged, reading));
                    const AddressSet allowed = allowedSet(flagged, {}, reading);
                    const Exposure exposure = exposureOf(flags, counts, reading);
                    if (exposure.reason == ExposureReason::LocalAny)
                        continue; // asked of a client at a listed server address
                    QCOMPARE(exposure.ipv4, allowed.count(Family::IPv4));
                    QCOMPARE(exposure.ipv6, allowed.count(Family::IPv6));
                }
        }
    }
    QVERIFY(gaps > 0 || bySets == 5 * 30);
}

void TestPolicyCounts::givesUpAtTooManyRows()
{
    RelayPolicy policy;
    for (std::uint32_t i = 0; i < 10; ++i)
        policy.allow.append(Rule::host(Address::v4(0x0A000000U + i)));
    const std::array rules{Rule{Address::v4(0x0A000000U), Mask::prefix(Family::IPv4, 29)}, Rule::host(Address::v4(1))};
    QVERIFY(!rowsMeeting(policy, allLists, rules, 7));
    const auto near = rowsMeeting(policy, allLists, rules, 8);
    QVERIFY(near);
    QCOMPARE((*near)[static_cast<std::size_t>(ListKind::Allow)].numbers,
             (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7}));

    const ListEdit edit{.list = ListKind::Allow, .removed = {{rules[0]}}};
    const PolicySets sets = policySetsOf(policy);
    QVERIFY(!countsAfterEdit(countsOf(sets), sets, policy, edit, rulesTouched(policy, edit), 7));
}

/// 2^128 addresses in one step, there and back.
void TestPolicyCounts::everythingCanComeAndGo()
{
    RelayPolicy policy{.deny = {{Rule::host(Address::v6(0, 1))}}, .allow = {{Rule::host(Address::v6(0, 2))}}};
    PolicyCounts counts = countsOf(policySetsOf(policy));
    const PolicyCounts atFirst = counts;
    const RuleRow everything{Rule{Address::v6(0, 0), Mask::prefix(Family::IPv6, 0), MaskForm::Written}};
    for (const ListKind list : allLists) {
        const std::size_t end = policy.list(list).size();
        policy.list(list).append(everything);
        const ListEdit in{.list = list, .first = end, .added = 1};
        counts = countsAfterEdit(counts, in, rulesTouched(policy, in),
                                 rowsMeeting(policy, allLists, rulesTouched(policy, in), 100).value());
        QCOMPARE(counts, countsOf(policySetsOf(policy)));
        const ListEdit out{.list = list, .first = end, .removed = policy.list(list).splice(end, 1, {})};
        counts = countsAfterEdit(counts, out, rulesTouched(policy, out),
                                 rowsMeeting(policy, allLists, rulesTouched(policy, out), 100).value());
        QCOMPARE(counts, atFirst);
    }
}

QTEST_APPLESS_MAIN(TestPolicyCounts)
#include "tst_policy_counts.moc"
