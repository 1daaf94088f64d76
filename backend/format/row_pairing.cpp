#include "backend/format/row_pairing.h"

#include <algorithm>

namespace relaytab {

namespace {

constexpr auto none = static_cast<std::size_t>(-1);

} // namespace

std::vector<PairedRow> pairRows(const RuleList &now, const RuleList &inFile)
{
    std::vector<PairedRow> pairs;
    pairs.reserve(now.size());
    std::vector<std::uint32_t> owners(inFile.size(), 0); // which pair has the origin, from 1
    // Rows mostly stand in the order of the file: its rows are walked along, and looked up only after a jump.
    auto next = inFile.begin();
    std::size_t nextIndex = 0;
    for (const RuleList::RowView row : now) {
        const std::size_t origin = row.origin();
        if (origin == 0 || origin > inFile.size()) {
            pairs.push_back({});
            continue;
        }
        bool changed = false;
        if (origin - 1 == nextIndex) {
            changed = !row.saysTheSameAs(*next);
            ++next;
            ++nextIndex;
        } else {
            changed = !row.saysTheSameAs(inFile.view(origin - 1));
            if (origin > nextIndex && origin - nextIndex < 1024)
                for (; nextIndex < origin; ++nextIndex)
                    ++next;
        }
        std::uint32_t &owner = owners[origin - 1];
        if (owner != 0 && (changed || !pairs[owner - 1].changed)) {
            pairs.push_back({});
            continue;
        }
        if (owner != 0)
            pairs[owner - 1] = {};
        pairs.push_back({static_cast<std::uint32_t>(origin), changed});
        owner = static_cast<std::uint32_t>(pairs.size());
    }
    return pairs;
}

std::vector<PairedRow> pairExpectations(std::span<const Expectation> now, std::span<const Expectation> inFile)
{
    std::vector<PairedRow> pairs(now.size());
    std::vector<bool> taken(inFile.size(), false);
    const auto take = [&](std::size_t i, std::size_t origin, bool changed) {
        pairs[i] = {static_cast<std::uint32_t>(origin + 1), changed};
        taken[origin] = true;
    };
    // Equal ones, in order as far as it goes, then wherever they are.
    std::size_t next = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto equal = [&](std::size_t origin) { return !taken[origin] && inFile[origin] == now[i]; };
        std::size_t origin = next;
        while (origin < inFile.size() && !equal(origin))
            ++origin;
        if (origin == inFile.size())
            for (origin = 0; origin < next && !equal(origin);)
                ++origin;
        if (origin < inFile.size() && equal(origin)) {
            take(i, origin, false);
            next = origin + 1;
        }
    }
    // Then those about the same client.
    for (std::size_t i = 0; i < now.size(); ++i)
        for (std::size_t origin = 0; pairs[i].origin == 0 && origin < inFile.size(); ++origin)
            if (!taken[origin] && inFile[origin].client == now[i].client)
                take(i, origin, true);
    // What is left over between two of them, in order.
    std::size_t origin = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (pairs[i].origin != 0)
            origin = pairs[i].origin;
        else if (origin < inFile.size() && !taken[origin])
            take(i, origin++, true);
    }
    return pairs;
}

std::vector<bool> stayingRows(std::span<const PairedRow> pairs)
{
    std::vector<bool> stays(pairs.size(), false);
    std::vector<std::size_t> ends; // ends[k]: the pair that ends the best run of k + 1, the one with the least origin
    std::vector<std::size_t> before(pairs.size(), none);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i].origin == 0)
            continue;
        const auto run =
            std::lower_bound(ends.begin(), ends.end(), pairs[i].origin,
                             [&](std::size_t end, std::uint32_t origin) { return pairs[end].origin < origin; });
        if (run != ends.begin())
            before[i] = *std::prev(run);
        if (run == ends.end())
            ends.push_back(i);
        else
            *run = i;
    }
    for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = before[i])
        stays[i] = true;
    return stays;
}

} // namespace relaytab
