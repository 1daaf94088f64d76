#pragma once

#include <span>

#include "model/analysis/sorted_prefixes.h"

namespace relaytab {

/// IPv4 address to first matching row, for prefixes: the pieces of emitSegments(), found by a table of the upper 16
/// bits and, within an entry, by the lower 16. Six bytes a piece, 256 KiB for the table.
class IPv4Segments
{
public:
    IPv4Segments() = default;
    explicit IPv4Segments(const SortedPrefixes<std::uint32_t> &prefixes);

    /// noRow when no prefix matches.
    [[nodiscard]] RowNumber find(std::uint32_t address) const;
    /// Many at once, several under way at a time; rows.size() == addresses.size().
    void find(std::span<const std::uint32_t> addresses, std::span<RowNumber> rows) const;

    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] std::uint32_t pieceOf(std::uint32_t address) const;
    /// Of `count` pieces from `first`, and the one before them, the last that begins at or below `low`.
    [[nodiscard]] std::uint32_t pieceIn(std::uint32_t first, std::uint32_t count, std::int16_t low) const;

    int m_lowBits = 16; ///< of an address, those that the table does not look at
    HugeVector<std::uint32_t> m_before; ///< [h]: pieces that begin below h << m_lowBits; empty when no prefix is there
    HugeVector<std::int16_t> m_starts; ///< the lower bits of where a piece begins, less 32768: SSE2 compares signed
    HugeVector<RowNumber> m_rows;
};

} // namespace relaytab
