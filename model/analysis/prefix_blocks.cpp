#include "model/analysis/prefix_blocks.h"

#include <algorithm>

namespace relaytab {

namespace {

/// Addresses are looked up by their upper bits first, in up to 2^16 cells.
constexpr int cellBits = 16;

/// Where the blocks of an interval change from growing to shrinking: the number with the most trailing zeros in
/// first..last+1. Of the whole IPv6 space, whose end does not fit, it is 0.
template <typename Behind>
Behind middleOf(Behind first, Behind behind)
{
    const int top = bitWidth(first ^ behind) - 1;
    return behind >> top << top;
}

} // namespace

template <AddressWord Word>
PrefixBlocks<Word>::PrefixBlocks(IntervalSet<Word> intervals) : m_intervals(std::move(intervals))
{
    if (m_intervals.isEmpty())
        return;
    m_numbers.resize(m_intervals.size() + 1);
    std::size_t number = 0;
    for (std::size_t i = 0; i < m_intervals.size(); ++i) {
        m_numbers[i] = number;
        number += static_cast<std::size_t>(prefixCount(m_intervals[i]));
    }
    m_numbers.back() = number;

    m_origin = m_intervals[0].first;
    const Word span = m_intervals[m_intervals.size() - 1].last - m_origin;
    m_shift = std::max(0, bitWidth(span) - cellBits);
    m_cells.resize(cellOf(m_intervals[m_intervals.size() - 1].last) + 2);
    std::size_t cell = 0;
    for (std::size_t i = 0; i < m_intervals.size(); ++i)
        for (const std::size_t last = cellOf(m_intervals[i].last); cell <= last; ++cell)
            m_cells[cell] = static_cast<std::uint32_t>(i);
    m_cells.back() = static_cast<std::uint32_t>(m_intervals.size() - 1);
}

template <AddressWord Word>
typename PrefixBlocks<Word>::Block PrefixBlocks<Word>::find(Word address) const
{
    const std::size_t cell = cellOf(address);
    std::size_t low = m_cells[cell];
    for (std::size_t high = m_cells[cell + 1]; low < high;) {
        const std::size_t at = low + (high - low) / 2;
        if (m_intervals[at].last < address)
            low = at + 1;
        else
            high = at;
    }
    return blockAt(address, low);
}

template <AddressWord Word>
typename PrefixBlocks<Word>::Block PrefixBlocks<Word>::find(Word address, std::size_t from) const
{
    while (m_intervals[from].last < address)
        ++from;
    return blockAt(address, from);
}

template <AddressWord Word>
typename PrefixBlocks<Word>::Block PrefixBlocks<Word>::blockAt(Word address, std::size_t interval) const
{
    const auto [first, last] = m_intervals[interval];

    // The block grows until it would take in the address before the interval, or the one behind it.
    int host = wordBits<Word>;
    if (first != 0)
        host = bitWidth(address ^ (first - 1)) - 1;
    if (last != maxWord<Word>)
        host = std::min(host, bitWidth(address ^ (last + 1)) - 1);
    const Word begin = address & ~lowOnes<Word>(host);

    using Behind = BehindWord<Word>;
    const Behind behind = Behind{last} + 1;
    std::size_t number = m_numbers[interval];
    if (behind == 0) {
        if (first != 0)
            number += static_cast<std::size_t>(bitCount(Behind{0} - first) - bitCount(Behind{0} - begin));
        return {number, interval, begin, host};
    }
    const Behind middle = middleOf<Behind>(first, behind);
    number += static_cast<std::size_t>(bitCount(middle - first));
    if (begin < middle)
        number -= static_cast<std::size_t>(bitCount(middle - begin));
    else
        number += static_cast<std::size_t>(bitCount(begin - middle));
    return {number, interval, begin, host};
}

template class PrefixBlocks<std::uint32_t>;
template class PrefixBlocks<Bits>;

} // namespace relaytab
