#include "model/analysis/policy_counts.h"

#include <algorithm>

#include "model/analysis/family_set.h"
#include "model/analysis/public_space.h"

namespace relaytab {

namespace {

AddressSet setOf(std::span<const Rule> rules)
{
    RuleList list;
    for (const Rule &rule : rules)
        list.append(rule);
    return AddressSet::ofRules(list);
}

template <typename Operation>
SetCounts eachOf(const SetCounts &a, const SetCounts &b, Operation operation)
{
    return {operation(a.ipv4, b.ipv4), operation(a.ipv6, b.ipv6), operation(a.publicIpv4, b.publicIpv4),
            operation(a.publicIpv6, b.publicIpv6)};
}

/// `before` less what was in the region, and what is there now.
PolicyCounts moved(const PolicyCounts &before, const PolicySets &was, const PolicySets &is)
{
    const PolicyCounts gone = countsOf(was);
    const PolicyCounts came = countsOf(is);
    const auto move = [&](SetCounts PolicyCounts::*part) {
        return eachOf(eachOf(before.*part, gone.*part, std::minus<>()), came.*part, std::plus<>());
    };
    return {move(&PolicyCounts::deny), move(&PolicyCounts::allow), move(&PolicyCounts::allowNotDenied),
            move(&PolicyCounts::local)};
}

/// One rule that matches whatever any of the rules does: those that miss it need no closer look.
Rule around(std::span<const Rule> rules)
{
    Rule all = rules.front();
    for (const Rule &rule : rules)
        all.mask.bits &= rule.mask.bits & ~(rule.net.bits ^ all.net.bits);
    all.net.bits &= all.mask.bits;
    return all;
}

std::optional<Excerpt> rowsMeeting(const RuleList &list, std::span<const Rule> rules, std::size_t most)
{
    std::array<std::vector<Rule>, 2> families;
    for (const Rule &rule : rules)
        families[rule.net.family == Family::IPv4 ? 0 : 1].push_back(rule);
    std::vector<std::size_t> numbers;
    for (const std::vector<Rule> &family : families) {
        if (family.empty())
            continue;
        bool fits = true;
        list.visitMeeting(around(family), [&](std::size_t number, const Rule &row) {
            if (std::ranges::none_of(family, [&row](const Rule &rule) { return overlap(rule, row); }))
                return true;
            fits = numbers.size() < most;
            if (fits)
                numbers.push_back(number);
            return fits;
        });
        if (!fits)
            return std::nullopt;
    }
    std::ranges::sort(numbers); // those of IPv6 came behind those of IPv4
    Excerpt excerpt;
    for (const std::size_t number : numbers)
        excerpt.rows.append(*list.view(number).rule());
    excerpt.numbers = std::move(numbers);
    return excerpt;
}

/// The excerpt without the rows that the edit added.
RuleList rowsThatStayed(const Excerpt &excerpt, const ListEdit &edit)
{
    RuleList rows;
    std::size_t at = 0;
    for (const RuleList::RowView row : excerpt.rows) {
        const std::size_t number = excerpt.numbers[at++];
        if (number < edit.first || number >= edit.first + edit.added)
            rows.append(row);
    }
    return rows;
}

bool isIntervals(const AddressSet &set)
{
    return set.ipv4().intervals() != nullptr && set.ipv6().intervals() != nullptr;
}

} // namespace

SetCounts countsOf(const AddressSet &set)
{
    const AddressSet special = setOf(specialNetsIPv4());
    const Count ipv4 = set.count(Family::IPv4);
    return {.ipv4 = ipv4,
            .ipv6 = set.count(Family::IPv6),
            .publicIpv4 = ipv4 - set.intersectedWith(special).count(Family::IPv4),
            .publicIpv6 = set.intersectedWith(AddressSet::ofRule(globalUnicastIPv6())).count(Family::IPv6)};
}

PolicyCounts countsOf(const PolicySets &sets)
{
    return {countsOf(sets.deny), countsOf(sets.allow), countsOf(sets.allow.without(sets.deny)), countsOf(sets.local)};
}

std::optional<Excerpts> rowsMeeting(const RelayPolicy &policy, std::span<const ListKind> lists,
                                    std::span<const Rule> rules, std::size_t most)
{
    Excerpts excerpts;
    for (const ListKind list : lists) {
        auto excerpt = rowsMeeting(policy.list(list), rules, most);
        if (!excerpt)
            return std::nullopt;
        excerpts[static_cast<std::size_t>(list)] = std::move(*excerpt);
    }
    return excerpts;
}

std::vector<Rule> rulesTouched(const RelayPolicy &now, const ListEdit &edit)
{
    std::vector<Rule> rules;
    const RuleList added = now.list(edit.list).slice(edit.first, edit.added);
    for (const RuleList *rows : std::initializer_list<const RuleList *>{&edit.removed, &added})
        for (const RuleList::RowView row : *rows)
            if (const auto rule = row.activeRule(); rule && canMatch(*rule))
                rules.push_back(*rule);
    return rules;
}

PolicyCounts countsAfterEdit(const PolicyCounts &before, const ListEdit &edit, std::span<const Rule> touched,
                             const Excerpts &near)
{
    const AddressSet region = setOf(touched);
    PolicySets is;
    for (const ListKind list : allLists)
        is.list(list) = AddressSet::ofRules(near[static_cast<std::size_t>(list)].rows).intersectedWith(region);
    PolicySets was = is;
    RuleList rowsBefore = rowsThatStayed(near[static_cast<std::size_t>(edit.list)], edit);
    rowsBefore.append(edit.removed);
    was.list(edit.list) = AddressSet::ofRules(rowsBefore).intersectedWith(region);
    return moved(before, was, is);
}

std::optional<PolicyCounts> countsAfterEdit(const PolicyCounts &before, const PolicySets &setsBefore,
                                            const RelayPolicy &now, const ListEdit &edit, std::span<const Rule> touched,
                                            std::size_t most)
{
    if (!isIntervals(setsBefore.deny) || !isIntervals(setsBefore.allow) || !isIntervals(setsBefore.local))
        return std::nullopt;
    const ListEdit removal{.list = edit.list, .removed = edit.removed};
    const std::vector<Rule> gone = rulesTouched(now, removal);
    RuleList there = now.list(edit.list).slice(edit.first, edit.added);
    if (!gone.empty()) {
        const auto stayed = rowsMeeting(now.list(edit.list), gone, most);
        if (!stayed)
            return std::nullopt;
        there.append(stayed->rows);
    }
    const AddressSet region = setOf(touched);
    PolicySets was;
    for (const ListKind list : allLists)
        was.list(list) = setsBefore.list(list).intersectedWith(region);
    PolicySets is = was;
    is.list(edit.list) =
        was.list(edit.list).without(setOf(gone)).unitedWith(AddressSet::ofRules(there)).intersectedWith(region);
    return moved(before, was, is);
}

} // namespace relaytab
