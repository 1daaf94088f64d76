#pragma once

#include <span>

#include "model/analysis/sorted_prefixes.h"

namespace relaytab {

/// IPv6 address to first matching row, for prefixes: the pieces of emitSegments(), found by the upper 64 bits of where
/// they begin in a static tree of 16 keys a node, then by the lower 64 bits in the few places where those count.
/// About 13 bytes a piece. Rows below 2^31 - 1.
class IPv6Segments
{
public:
    IPv6Segments() = default;
    explicit IPv6Segments(const SortedPrefixes<Bits> &prefixes);

    /// noRow when no prefix matches.
    [[nodiscard]] RowNumber find(Bits address) const;
    /// Many at once; rows.size() == addresses.size().
    void find(std::span<const Bits> addresses, std::span<RowNumber> rows) const;

    [[nodiscard]] std::size_t bytes() const;

private:
    using Keys = HugeVector<std::uint64_t>;

    void add(Bits start, RowNumber row);
    void finish();
    [[nodiscard]] std::size_t childOf(std::size_t level, std::size_t node, std::uint64_t key) const;
    [[nodiscard]] RowNumber rowAt(std::size_t at, Bits address) const;

    std::vector<std::size_t> m_lasts; ///< by level: its last key; behind it come all ones until the node is full
    std::vector<Keys> m_levels; ///< [0] holds every distinct upper half, ascending; each level above every 16th of it
    HugeVector<std::uint32_t> m_values; ///< by upper half: the row, or groupBit and the number of a group
    HugeVector<std::uint32_t> m_groupEnds; ///< group g is [m_groupEnds[g - 1], m_groupEnds[g]) of what follows
    Keys m_lows; ///< the lower half of where a piece begins; a group's first is 0
    HugeVector<RowNumber> m_lowRows;
};

} // namespace relaytab
