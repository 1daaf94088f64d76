#pragma once

#include "model/analysis/interval_set.h"
#include "model/policy/rule.h"

namespace relaytab {

/// The fewest prefixes that make a set of intervals, numbered in address order, and which of them holds an address, in
/// constant time but for one search.
template <AddressWord Word>
class PrefixBlocks
{
public:
    struct Block {
        std::size_t number; ///< from 0
        std::size_t interval; ///< which one holds it
        Word first;
        int host; ///< the block has 2^host addresses

        [[nodiscard]] Rule rule() const
        {
            constexpr Family family = familyOf<Word>;
            const Mask mask = Mask::prefix(family, wordBits<Word> - host);
            return {{Bits{first}, family}, mask, host == 0 ? MaskForm::LeftOut : MaskForm::Written};
        }
    };

    PrefixBlocks() = default;
    explicit PrefixBlocks(IntervalSet<Word> intervals);

    [[nodiscard]] const IntervalSet<Word> &intervals() const { return m_intervals; }
    [[nodiscard]] std::size_t size() const { return m_numbers.empty() ? 0 : m_numbers.back(); }
    /// The block that holds the address, which is in the set.
    [[nodiscard]] Block find(Word address) const;
    /// The same by walking on from interval `from`, which does not begin behind the address.
    [[nodiscard]] Block find(Word address, std::size_t from) const;

private:
    [[nodiscard]] Block blockAt(Word address, std::size_t interval) const;
    [[nodiscard]] std::size_t cellOf(Word address) const
    {
        return static_cast<std::size_t>((address - m_origin) >> m_shift);
    }

    IntervalSet<Word> m_intervals;
    HugeVector<std::size_t> m_numbers; ///< blocks before interval i; one more than intervals
    HugeVector<std::uint32_t> m_cells; ///< the first interval that does not end before the cell
    Word m_origin = 0;
    int m_shift = 0;
};

extern template class PrefixBlocks<std::uint32_t>;
extern template class PrefixBlocks<Bits>;

} // namespace relaytab
