#include "model/analysis/change_report.h"

#include <algorithm>

namespace relaytab {

namespace {

FamilyCounts countsOf(const AddressSet &set)
{
    return {set.count(Family::IPv4), set.count(Family::IPv6)};
}

SetDigest digestOf(const AddressSet &set, std::size_t nets)
{
    return {
        .addresses = countsOf(set), .nets = set.prefixes(nets), .netCount = set.prefixCount(), .witness = set.first()};
}

/// The sets of both; a list that did not change is looked at once.
struct BothSets {
    PolicySets before;
    PolicySets after;
};

std::optional<BothSets> setsOf(const RelayPolicy &before, const RelayPolicy &after, ProgressMeter &meter)
{
    BothSets sets{.before = {.flags = before.flags}, .after = {.flags = after.flags}};
    double done = 0;
    for (const ListKind list : allLists) {
        done += 0.2;
        if (!meter.startStretch(done))
            return std::nullopt;
        sets.before.list(list) = AddressSet::ofRules(before.list(list));
        sets.after.list(list) =
            before.list(list) == after.list(list) ? sets.before.list(list) : AddressSet::ofRules(after.list(list));
    }
    return sets;
}

/// One class, and what it needs to be told from its neighbour.
struct Told {
    ClassChange change;
    Difference difference;
    AddressSet before;
};

} // namespace

bool ChangeReport::isEqualEffect() const
{
    return std::ranges::all_of(classes, [](const ClassChange &change) { return change.isEmpty(); });
}

bool ChangeReport::isWrittenAlike() const
{
    return before.flags == after.flags && before.expectations == after.expectations
        && std::ranges::all_of(rows, [](const std::vector<RowChange> &changes) { return changes.empty(); });
}

std::optional<ChangeReport> changeReport(const RelayPolicy &before, const RelayPolicy &after, Reading reading,
                                         const Progress &progress, std::size_t nets)
{
    ProgressMeter meter(progress);
    const auto sets = setsOf(before, after, meter);
    if (!sets || !meter.startStretch(0.8))
        return std::nullopt;

    std::vector<Told> told;
    for (const ClassDifference &one : differencesOf(sets->before, sets->after, reading)) {
        const AddressSet may = allowedSet(sets->before, one.client, reading);
        if (!told.empty() && told.back().change.group == one.group && told.back().before == may
            && told.back().difference == one.difference) {
            told.back().change.authentication = Authentication::Either;
            continue;
        }
        told.push_back({{.group = one.group,
                         .servers = one.servers,
                         .authentication = one.client.authenticated ? Authentication::With : Authentication::Without,
                         .before = countsOf(may),
                         .after = countsOf(allowedSet(sets->after, one.client, reading)),
                         .gained = digestOf(one.difference.gained, nets),
                         .lost = digestOf(one.difference.lost, nets)},
                        one.difference,
                        may});
    }
    ChangeReport report{.before = before, .after = after};
    for (Told &one : told)
        report.classes.push_back(std::move(one.change));

    double done = 0.8;
    for (const ListKind list : allLists) {
        done += 0.2 / static_cast<double>(allLists.size());
        if (!meter.startStretch(done))
            return std::nullopt;
        if (before.list(list) != after.list(list))
            report.rows[static_cast<std::size_t>(list)] = rowDifference(before.list(list), after.list(list));
    }
    return report;
}

} // namespace relaytab
