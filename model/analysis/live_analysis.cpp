#include "model/analysis/live_analysis.h"

#include <algorithm>

namespace relaytab {

namespace {

/// An active row that has no address of the rule: one such row tells that a list holds more than that address.
std::optional<std::size_t> rowApart(const RuleList &list, const Rule &rule)
{
    std::size_t number = 0;
    for (const RuleList::RowView row : list) {
        if (const auto other = row.activeRule(); other && canMatch(*other) && !overlap(*other, rule))
            return number;
        ++number;
    }
    return std::nullopt;
}

/// The rule of a row that is told more than it says itself.
std::optional<Rule> ruleOfInterest(const RelayPolicy &policy, RowPlace place)
{
    const auto rule = policy.list(place.list).view(place.row).activeRule();
    return rule && canMatch(*rule) ? rule : std::nullopt;
}

} // namespace

std::vector<Finding> findingsOfRow(const RelayPolicy &policy, RowPlace place, const Excerpts &near,
                                   const FindingOptions &options)
{
    const RuleRow row = policy.list(place.list).row(place.row);
    if (!row.enabled || std::holds_alternative<RuleText>(row.entry))
        return rowFindings(row, place, policy.inForce(place.list) ? ListEffect::InForce : ListEffect::Off);

    // The row among those that have to do with it is told the same as among all.
    RelayPolicy part{.flags = policy.flags};
    std::array<std::vector<std::size_t>, allLists.size()> numbers;
    const auto rule = ruleOfInterest(policy, place);
    const auto take = [&](ListKind list) {
        part.list(list) = near[static_cast<std::size_t>(list)].rows;
        numbers[static_cast<std::size_t>(list)] = near[static_cast<std::size_t>(list)].numbers;
    };
    if (!rule) { // it has to do with no row but itself
        part.list(place.list) = policy.list(place.list).slice(place.row, 1);
        numbers[static_cast<std::size_t>(place.list)] = {place.row};
    } else {
        take(place.list);
        if (place.list == ListKind::Allow && policy.inForce(ListKind::Deny))
            take(ListKind::Deny);
    }
    const std::vector<std::size_t> &own = numbers[static_cast<std::size_t>(place.list)];
    const auto at = static_cast<std::size_t>(std::lower_bound(own.begin(), own.end(), place.row) - own.begin());
    if (place.list == ListKind::Local && rule)
        if (const auto apart = rowApart(policy.local, *rule))
            part.local.append(policy.local.row(*apart));

    const PolicyFindings found = policyFindings(part, options).value();
    const auto [first, last] = found.ofRow({place.list, at});
    std::vector<Finding> findings;
    for (std::size_t i = first; i < last; ++i) {
        Finding finding = found[i];
        finding.row = place;
        for (std::size_t &related : finding.related)
            related = numbers[static_cast<std::size_t>(*finding.relatedList)][related];
        for (Fix &fix : finding.fixes)
            if (fix.place)
                fix.place->row = numbers[static_cast<std::size_t>(fix.place->list)][fix.place->row];
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::optional<std::vector<Finding>> findingsOfRow(const RelayPolicy &policy, RowPlace place,
                                                  const FindingOptions &options, std::size_t most)
{
    const auto rule = ruleOfInterest(policy, place);
    if (!rule)
        return findingsOfRow(policy, place, Excerpts{}, options);
    const std::array lists{place.list, ListKind::Deny};
    const auto near =
        rowsMeeting(policy, std::span(lists).first(place.list == ListKind::Allow ? 2 : 1), std::span(&*rule, 1), most);
    if (!near)
        return std::nullopt;
    return findingsOfRow(policy, place, *near, options);
}

} // namespace relaytab
