#include "model/analysis/live_analysis.h"

#include <algorithm>

namespace relaytab {

namespace {

/// Some rows of a list, and which they are.
struct Excerpt {
    RuleList rows;
    std::vector<std::size_t> numbers;

    void add(const RuleRow &row, std::size_t number)
    {
        rows.append(row);
        numbers.push_back(number);
    }
};

/// Whether the row takes part and matches some address of the rule, which can match.
bool meets(const RuleList::RowView &row, const Rule &rule)
{
    const auto other = row.activeRule();
    return other && other->net.family == rule.net.family && canMatch(*other)
        && ((other->net.bits ^ rule.net.bits) & other->mask.bits & rule.mask.bits) == 0;
}

/// The rows that match some address of the rule. Nothing when there are more than `most`.
std::optional<Excerpt> rowsMeeting(const RuleList &list, const Rule &rule, std::size_t most)
{
    Excerpt excerpt;
    std::size_t number = 0;
    for (const RuleList::RowView row : list) {
        if (meets(row, rule)) {
            if (excerpt.numbers.size() == most)
                return std::nullopt;
            excerpt.add({.entry = row.entry()}, number);
        }
        ++number;
    }
    return excerpt;
}

/// An active row that has no address of the rule: one such row tells that a list holds more than that address.
std::optional<std::size_t> rowApart(const RuleList &list, const Rule &rule)
{
    std::size_t number = 0;
    for (const RuleList::RowView row : list) {
        if (const auto other = row.activeRule(); other && canMatch(*other) && !meets(row, rule))
            return number;
        ++number;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::vector<Finding>> findingsOfRow(const RelayPolicy &policy, RowPlace place,
                                                  const FindingOptions &options, std::size_t most)
{
    const RuleRow row = policy.list(place.list).row(place.row);
    const ListEffect effect = policy.inForce(place.list) ? ListEffect::InForce : ListEffect::Off;
    const auto *rule = std::get_if<Rule>(&row.entry);
    if (rule == nullptr || !row.enabled)
        return rowFindings(row, place, effect);

    // The row among those that have to do with it is told the same as among all.
    RelayPolicy part{.flags = policy.flags};
    std::array<std::vector<std::size_t>, allLists.size()> numbers;
    const auto take = [&](ListKind list) {
        auto excerpt = rowsMeeting(policy.list(list), *rule, most);
        if (!excerpt)
            return false;
        part.list(list) = std::move(excerpt->rows);
        numbers[static_cast<std::size_t>(list)] = std::move(excerpt->numbers);
        return true;
    };
    if (!canMatch(*rule)) { // it has to do with no row but itself
        part.list(place.list) = policy.list(place.list).slice(place.row, 1);
        numbers[static_cast<std::size_t>(place.list)] = {place.row};
    } else if (!take(place.list)
               || (place.list == ListKind::Allow && policy.inForce(ListKind::Deny) && !take(ListKind::Deny))) {
        return std::nullopt;
    }
    const std::vector<std::size_t> &own = numbers[static_cast<std::size_t>(place.list)];
    const auto at = static_cast<std::size_t>(std::lower_bound(own.begin(), own.end(), place.row) - own.begin());
    if (place.list == ListKind::Local)
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

} // namespace relaytab
