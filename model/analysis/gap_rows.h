#pragma once

#include <span>

#include "model/analysis/sorted_prefixes.h"

namespace relaytab {

/// Address to first matching row, for masks with gaps: for each byte of an address and each value of it, the set of
/// rows that this byte does not exclude; a row matches when it is in all the sets. 128 bytes an IPv4 row, 512 an IPv6
/// row, and a time that does not depend on the masks.
template <AddressWord Word>
class GapRows
{
public:
    GapRows() = default;
    /// Takes the rows of its own family; `rows` ascend.
    explicit GapRows(std::span<const GapRow> rows);

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// The first row that matches and comes before row `before`; else `before`.
    [[nodiscard]] RowNumber find(Word address, RowNumber before) const;

    [[nodiscard]] std::size_t bytes() const;

private:
    using Block = std::uint64_t; ///< one bit a row
    static constexpr std::size_t blockRows = 64;
    static constexpr std::size_t byteCount = sizeof(Word);

    std::size_t m_blocks = 0; ///< of one set; even, so that they can be read in pairs
    HugeVector<Block> m_sets; ///< [byte][value][block], the first byte of the address first
    std::vector<RowNumber> m_rows;
};

extern template class GapRows<std::uint32_t>;
extern template class GapRows<Bits>;

} // namespace relaytab
