#include "model/analysis/nearest_mask.h"

#include <algorithm>
#include <array>

namespace relaytab {

namespace {

/// An IPv6 mask has 39 characters at most; what is longer by more than `farthest` is near to none.
constexpr std::size_t longest = 48;
constexpr std::size_t farthest = 4;
constexpr std::size_t mostMasks = 3;

/// Levenshtein's distance: characters to insert, remove or replace. Both texts at most `longest`.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::array<std::size_t, longest + 1> row{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace

std::vector<Mask> nearestMasks(std::string_view text, Family family)
{
    struct Candidate {
        std::size_t distance;
        Mask mask;
    };
    std::vector<Candidate> near;
    if (text.empty() || text.size() > longest)
        return {};
    for (int length = width(family); length > 0; --length) {
        const Mask mask = Mask::prefix(family, length);
        const std::string written = toText(mask);
        const std::size_t away = distance(text, written);
        if (away <= farthest && away < text.size())
            near.push_back({away, mask});
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const Candidate &a, const Candidate &b) { return a.distance < b.distance; });
    std::vector<Mask> masks;
    for (const Candidate &candidate : near) {
        if (masks.size() == mostMasks || candidate.distance > near.front().distance + 1)
            break;
        masks.push_back(candidate.mask);
    }
    return masks;
}

} // namespace relaytab
