#include "model/editing/kept_lookups.h"

#include <algorithm>

namespace relaytab {

namespace {

/// Where a row is after the change; nothing when it is one of those that went.
std::optional<std::size_t> movedBy(const ListChange &change, std::size_t row)
{
    if (row < change.first)
        return row;
    if (row < change.first + change.removed)
        return std::nullopt;
    return row - change.removed + change.inserted;
}

} // namespace

KeptLookups::Kept &KeptLookups::keptOf(ListKind list, const Address &address) const
{
    const auto known =
        std::ranges::find_if(m_kept, [&](const Kept &kept) { return kept.list == list && kept.address == address; });
    return known != m_kept.end() ? *known : m_kept.emplace_back(Kept{list, address});
}

std::optional<std::size_t> KeptLookups::firstMatch(ListKind list, const Address &address) const
{
    Kept &kept = keptOf(list, address);
    if (!kept.first)
        kept.first = relaytab::firstMatch(m_document.policy().list(list), address);
    return *kept.first;
}

std::optional<NearestMiss> KeptLookups::nearestMiss(ListKind list, const Address &address) const
{
    Kept &kept = keptOf(list, address);
    if (!kept.nearest)
        kept.nearest = relaytab::nearestMiss(m_document.policy().list(list), address);
    return *kept.nearest;
}

void KeptLookups::follow(const ListChange &change)
{
    const RuleList came = m_document.policy().list(change.list).slice(change.first, change.inserted);
    for (Kept &kept : m_kept) {
        if (kept.list != change.list)
            continue;
        if (kept.first) {
            const std::optional<std::size_t> was = *kept.first;
            const auto stayed = was ? movedBy(change, *was) : std::nullopt;
            if (was && !stayed)
                kept.first.reset();
            else if (!was || *was >= change.first) {
                const auto other = relaytab::firstMatch(came, kept.address);
                kept.first = other ? change.first + *other : stayed;
            }
        }
        if (kept.nearest) {
            std::optional<NearestMiss> nearest = *kept.nearest;
            const auto stayed = nearest ? movedBy(change, nearest->row) : std::nullopt;
            if (nearest && !stayed) {
                kept.nearest.reset();
                continue;
            }
            if (nearest)
                nearest->row = *stayed;
            auto other = relaytab::nearestMiss(came, kept.address);
            if (other) {
                other->row += change.first;
                if (!nearest || isNearer(*other, *nearest, kept.address))
                    nearest = other;
            }
            kept.nearest = nearest;
        }
    }
}

} // namespace relaytab
