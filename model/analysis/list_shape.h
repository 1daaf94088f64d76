#pragma once

#include "model/analysis/list_cover.h"

namespace relaytab {

/// What covers what in one list, in both families.
struct ListShape {
    ListCover<std::uint32_t> ipv4 = {};
    ListCover<Bits> ipv6 = {};
    std::vector<GapRow> gaps = {}; ///< every row with a mask with gaps, by row

    /// ask(cover) of the rule's family.
    template <typename Ask>
    auto of(Family family, Ask ask) const
    {
        return family == Family::IPv4 ? ask(ipv4) : ask(ipv6);
    }
};

[[nodiscard]] ListShape shapeOf(const RuleList &list);

} // namespace relaytab
