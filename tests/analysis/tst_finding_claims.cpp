#include <QtTest>

#include <bitset>

#include "model/analysis/address_set.h"
#include "model/analysis/policy_findings.h"
#include "model/policy/decision.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

// Every claim that a finding makes about rows and other rows, held against enumeration: it is true, it is all there is
// to say, and none of the rows it names could be left out.

namespace {

/// Addresses that no rule of a space can tell apart: one of them, and how many they are.
struct Kind {
    Address address;
    Bits weight;
};

/// Rules of a space either compare all bits that do not vary, or are prefixes around its base. So the whole family
/// falls into: each choice of the varying bits with all lower bits as in the base, the same with lower bits that first
/// differ at some bit, and addresses that differ above the varying bits, told apart by where they first do.
std::vector<Kind> kindsOf(const dice::Space &space)
{
    std::vector<Kind> kinds;
    const Bits lower = (space.varying & -space.varying) - 1;
    const Bits all = allOnes(space.family);
    for (Bits choice = space.varying;; choice = (choice - 1) & space.varying) {
        kinds.push_back({{space.base | choice, space.family}, 1});
        for (Bits bit = 1; (bit & lower) != 0; bit <<= 1)
            kinds.push_back({{(space.base | choice) ^ bit, space.family}, bit});
        if (choice == 0)
            break;
    }
    for (Bits bit = (space.varying | lower) + 1; bit != 0 && bit <= all; bit <<= 1)
        kinds.push_back({{space.base ^ bit, space.family}, bit});
    return kinds;
}

using Set = std::bitset<1200>;

/// One family of one list, by enumeration.
struct PlainList {
    std::vector<Set> rows; ///< what each row matches; empty for rows that take no part
    Set all;
};

PlainList plain(const RuleList &list, const std::vector<Kind> &kinds)
{
    PlainList result;
    for (const RuleList::RowView row : list) {
        Set set;
        if (const auto rule = row.activeRule())
            for (std::size_t i = 0; i < kinds.size(); ++i)
                set[i] = matches(*rule, kinds[i].address);
        result.rows.push_back(set);
        result.all |= set;
    }
    return result;
}

Count weightOf(const Set &set, const std::vector<Kind> &kinds)
{
    Count sum;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (set[i])
            sum = sum + Count::of(kinds[i].weight);
    return sum;
}

/// The union of some rows.
Set unionOf(const PlainList &list, const std::vector<std::size_t> &rows)
{
    Set set;
    for (const std::size_t row : rows)
        set |= list.rows[row];
    return set;
}

bool within(const Set &inner, const Set &outer)
{
    return (inner & ~outer).none();
}

/// The rows named make up `wanted` of the target, none of them is needless, and where one row does, one is named.
bool explains(const Finding &finding, const PlainList &list, const Set &target, const Set &wanted)
{
    if (finding.related.empty() || !within(wanted, unionOf(list, finding.related)))
        return false;
    for (std::size_t i = 0; i < finding.related.size(); ++i) {
        std::vector<std::size_t> others = finding.related;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        if (within(wanted, unionOf(list, others)))
            return false;
    }
    if (finding.related.size() > 1)
        for (const Set &row : list.rows)
            if (row != target && row.any() && within(wanted, row))
                return false;
    return true;
}

std::vector<Finding> findingsOf(const PolicyFindings &findings, RowPlace place)
{
    std::vector<Finding> result;
    const auto [first, last] = findings.ofRow(place);
    for (std::size_t i = first; i < last; ++i)
        if (const FindingCode code = findings.code(i); code == FindingCode::Duplicate || code == FindingCode::Covered
            || code == FindingCode::OverriddenByDeny || code == FindingCode::PartlyDenied)
            result.push_back(findings[i]);
    return result;
}

/// Checks one family of a policy; returns how many claims were checked, so that a test can see it checked some.
int check(const RelayPolicy &policy, const std::vector<Kind> &kinds)
{
    int claims = 0;
    const PolicyFindings findings = policyFindings(policy).value();
    const PlainList deny = plain(policy.deny, kinds);
    const bool denies = policy.inForce(ListKind::Deny) && policy.inForce(ListKind::Allow);
    const auto fail = [&](const char *what, RowPlace place) {
        QFAIL(qPrintable(
            QStringLiteral("%1: list %2 row %3").arg(QLatin1String(what)).arg(int(place.list)).arg(place.row)));
    };
    for (const ListKind list : allLists) {
        const PlainList rows = plain(policy.list(list), kinds);
        for (std::size_t row = 0; row < rows.rows.size(); ++row) {
            const Set &set = rows.rows[row];
            const RowPlace place{list, row};
            std::vector<Finding> told = findingsOf(findings, place);
            if (set.none()) {
                // The other family's row, or one that takes no part.
                const auto rule = policy.list(list).view(row).activeRule();
                if (!told.empty() && !(rule && canMatch(*rule) && rule->net.family != kinds[0].address.family))
                    fail("something is told of a row that takes no part", place);
                continue;
            }
            const auto take = [&](FindingCode code) {
                if (told.empty() || told.front().code != code)
                    fail("missing or out of order", place);
                const Finding finding = told.empty() ? Finding{} : told.front();
                if (!told.empty())
                    told.erase(told.begin());
                ++claims;
                return finding;
            };
            std::size_t first = 0;
            while (rows.rows[first] != set)
                ++first;
            Set others;
            for (const Set &other : rows.rows)
                if (other != set)
                    others |= other;
            const Set denied = denies && list == ListKind::Allow ? set & deny.all : Set();
            if (first < row) {
                const Finding finding = take(FindingCode::Duplicate);
                if (finding.related != std::vector{first} || finding.relatedList != list)
                    fail("duplicate of the first", place);
            } else {
                const bool covered = within(set, others);
                if (covered) {
                    const Finding finding = take(FindingCode::Covered);
                    if (!(finding.count == weightOf(set, kinds)) || finding.relatedList != list
                        || !explains(finding, rows, set, set))
                        fail("covered", place);
                }
                if (denied == set) {
                    const Finding finding = take(FindingCode::OverriddenByDeny);
                    if (!(finding.count == weightOf(set, kinds)) || finding.relatedList != ListKind::Deny
                        || !explains(finding, deny, Set(), set))
                        fail("overridden", place);
                } else if (denied.any() && !covered) {
                    const Finding finding = take(FindingCode::PartlyDenied);
                    if (!(finding.count == weightOf(denied, kinds)) || finding.relatedList != ListKind::Deny
                        || !explains(finding, deny, Set(), denied))
                        fail("partly denied", place);
                }
            }
            if (!told.empty())
                fail("too much is told", place);
        }
    }
    // Several rows that allow everyone together.
    const PlainList allow = plain(policy.allow, kinds);
    const Count everyone = Count::power(width(kinds[0].address.family));
    const bool open = policy.inForce(ListKind::Allow) && weightOf(allow.all, kinds) == everyone
        && std::none_of(allow.rows.begin(), allow.rows.end(),
                        [&](const Set &row) { return weightOf(row, kinds) == everyone; });
    int told = 0;
    for (std::size_t i = 0; i < findings.size() && !findings.row(i); ++i) {
        const Finding finding = findings[i];
        if (finding.code != FindingCode::EveryoneAllowed || finding.family != kinds[0].address.family)
            continue;
        ++told;
        ++claims;
        if (!explains(finding, allow, Set(), allow.all) || !(finding.count == everyone))
            fail("everyone", {ListKind::Allow, 0});
    }
    if (told != (open ? 1 : 0))
        fail("everyone is told wrongly", {ListKind::Allow, 0});
    return claims;
}

} // namespace

class TestFindingClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsAreEveryAddress();
    void toyPolicies_data();
    void toyPolicies();
    void halvesOfEverything();
    void randomPolicies_data();
    void randomPolicies();
    void aCoveredRowMoreIsOneFindingMore();
};

void TestFindingClaims::kindsAreEveryAddress()
{
    for (const dice::Space &space : {dice::toyIPv4, dice::toyIPv6}) {
        const std::vector<Kind> kinds = kindsOf(space);
        Set all;
        for (std::size_t i = 0; i < kinds.size(); ++i)
            all.set(i);
        QVERIFY(weightOf(all, kinds) == Count::power(width(space.family)));
    }
}

void TestFindingClaims::toyPolicies_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<unsigned>("gaps");
    QTest::addColumn<int>("policies");
    QTest::newRow("IPv4 prefixes") << false << 0U << 1500;
    QTest::newRow("IPv4 with gaps") << false << 50U << 1500;
    QTest::newRow("IPv6 prefixes") << true << 0U << 100;
    QTest::newRow("IPv6 with gaps") << true << 50U << 100;
}

void TestFindingClaims::toyPolicies()
{
    QFETCH(bool, ipv6);
    QFETCH(unsigned, gaps);
    QFETCH(int, policies);
    const dice::Space &space = ipv6 ? dice::toyIPv6 : dice::toyIPv4;
    const std::vector<Kind> kinds = kindsOf(space);
    dice::Random random(ipv6 ? 61 : 41);
    int claims = 0;
    for (int i = 0; i < policies; ++i) {
        RelayPolicy policy;
        policy.flags = static_cast<std::uint32_t>(dice::roll(random, 16));
        for (const ListKind list : allLists)
            policy.list(list) = dice::list(random, space, dice::roll(random, 9), {.gaps = gaps});
        claims += check(policy, kinds);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(claims > policies, qPrintable(QString::number(claims)));
}

void TestFindingClaims::halvesOfEverything()
{
    // The widest there is: counts of 2^32 and 2^128, from prefixes and from masks with gaps.
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        const Bits top = Bits{1} << (width(family) - 1);
        const auto row = [&](Bits net, Bits mask) { return RuleRow{.entry = Rule{{net, family}, {mask, family}}}; };
        std::vector<Kind> kinds; // only the first and the last bit are looked at
        for (const Bits bits : {Bits{0}, Bits{1}, top, top | 1})
            kinds.push_back({{bits, family}, top / 2});
        const std::vector<RuleRow> rows{row(0, top), row(top, top), row(0, 1),
                                        row(1, 1),   row(0, 0),     row(top | 1, top | 1)};
        for (unsigned chosen = 0; chosen < 64; ++chosen)
            for (const bool reversed : {false, true}) {
                RelayPolicy policy{.flags = flag::deny | flag::allow};
                for (std::size_t i = 0; i < rows.size(); ++i)
                    if (const std::size_t at = reversed ? rows.size() - 1 - i : i; ((chosen >> at) & 1) != 0)
                        (at % 2 == 0 ? policy.allow : policy.deny).append(rows[at]);
                check(policy, kinds);
                std::swap(policy.allow, policy.deny);
                check(policy, kinds);
                policy.allow.append(policy.deny);
                check(policy, kinds);
            }
    }
}

void TestFindingClaims::randomPolicies_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<unsigned>("gaps");
    for (const bool ipv6 : {false, true})
        for (const unsigned gaps : {0U, 20U, 100U})
            QTest::addRow("IPv%d, %u%% gaps", ipv6 ? 6 : 4, gaps) << ipv6 << gaps;
}

void TestFindingClaims::randomPolicies()
{
    // At full width, against the exact sets: another engine with the same law.
    QFETCH(bool, ipv6);
    QFETCH(unsigned, gaps);
    const dice::Space space = ipv6 ? dice::Space{Family::IPv6, Bits{0x20010DB8U} << 96, (Bits{0x3F} << 90) | 0x1F}
                                   : dice::Space{Family::IPv4, 0x0A000000U, 0x00FF00F0U};
    dice::Random random(17);
    int covered = 0;
    for (int round = 0; round < 6; ++round) {
        RelayPolicy policy{.flags = flag::deny | flag::allow};
        policy.allow = dice::list(random, space, 60, {.gaps = gaps});
        policy.deny = dice::list(random, space, 25, {.gaps = gaps});
        const PolicyFindings findings = policyFindings(policy).value();
        const AddressSet deny = AddressSet::ofRules(policy.deny);
        for (std::size_t row = 0; row < policy.allow.size(); ++row) {
            const auto rule = policy.allow.view(row).activeRule();
            const std::vector<Finding> told = findingsOf(findings, {ListKind::Allow, row});
            if (!rule || !canMatch(*rule)) {
                QVERIFY(told.empty());
                continue;
            }
            RuleList others;
            bool duplicate = false;
            for (std::size_t i = 0; i < policy.allow.size(); ++i) {
                const auto other = policy.allow.view(i).activeRule();
                if (other && !sameMatches(*other, *rule))
                    others.append(*other);
                duplicate = duplicate || (i < row && other && sameMatches(*other, *rule));
            }
            const AddressSet set = AddressSet::ofRule(*rule);
            std::vector<FindingCode> expected;
            const bool inOthers = AddressSet::ofRules(others).containsAll(set);
            if (duplicate) {
                expected.push_back(FindingCode::Duplicate);
            } else {
                if (inOthers)
                    expected.push_back(FindingCode::Covered);
                if (deny.containsAll(set))
                    expected.push_back(FindingCode::OverriddenByDeny);
                else if (deny.overlaps(set) && !inOthers)
                    expected.push_back(FindingCode::PartlyDenied);
            }
            covered += inOthers ? 1 : 0;
            std::vector<FindingCode> codes;
            for (const Finding &finding : told) {
                codes.push_back(finding.code);
                if (finding.code == FindingCode::PartlyDenied)
                    QVERIFY(finding.count == deny.intersectedWith(set).count(space.family));
                RuleList named;
                for (const std::size_t other : finding.related)
                    named.append(policy.list(*finding.relatedList).row(other));
                const AddressSet wanted = finding.code == FindingCode::PartlyDenied ? deny.intersectedWith(set) : set;
                QVERIFY(AddressSet::ofRules(named).containsAll(wanted));
            }
            QVERIFY(codes == expected);
        }
    }
    QVERIFY(covered > 5);
}

void TestFindingClaims::aCoveredRowMoreIsOneFindingMore()
{
    dice::Random random(23);
    const auto relations = [](const RelayPolicy &policy) {
        const PolicyFindings findings = policyFindings(policy).value();
        int number = 0;
        for (std::size_t i = 0; i < findings.size(); ++i)
            if (findings.code(i) == FindingCode::Duplicate || findings.code(i) == FindingCode::Covered)
                ++number;
        return number;
    };
    const std::vector<Kind> kinds = kindsOf(dice::toyIPv4);
    int added = 0;
    while (added < 300) {
        RelayPolicy policy{.flags = flag::allow};
        policy.allow = dice::list(random, dice::toyIPv4, 1 + dice::roll(random, 6), {.disabled = 0, .text = 0});
        const RuleRow row = dice::row(random, dice::toyIPv4, {.disabled = 0, .text = 0});
        const Rule &rule = std::get<Rule>(row.entry);
        if (!canMatch(rule) || !AddressSet::ofRules(policy.allow).containsAll(AddressSet::ofRule(rule)))
            continue;
        RelayPolicy after = policy;
        after.allow.append(row);
        for (const Kind &kind : kinds) // the row changes no verdict
            QVERIFY(decide(policy, {.address = kind.address}).verdict
                    == decide(after, {.address = kind.address}).verdict);
        const PolicyFindings findings = policyFindings(after).value();
        const std::vector<Finding> told = findingsOf(findings, {ListKind::Allow, after.allow.size() - 1});
        QCOMPARE(told.size(), 1U);
        QVERIFY(told[0].code == FindingCode::Duplicate || told[0].code == FindingCode::Covered);
        // Others may become covered by what the row adds to, never fewer.
        QVERIFY(relations(after) > relations(policy));
        ++added;
    }
}

QTEST_APPLESS_MAIN(TestFindingClaims)
#include "tst_finding_claims.moc"
