#include "model/analysis/cube_walk.h"

#include <algorithm>

namespace relaytab {

template <AddressWord Word>
CubeWalk<Word>::CubeWalk(const Rule &rule)
    : m_net(static_cast<Word>(rule.net.bits)), m_mask(static_cast<Word>(rule.mask.bits))
{
    int below = 0; // free bits of the bytes before
    for (std::size_t byte = 0; byte < sizeof(Word); ++byte) {
        const auto free = static_cast<std::uint8_t>(~static_cast<std::uint8_t>(m_mask >> (8 * byte)));
        for (unsigned value = 0; value < 256; ++value) {
            Word bits = 0;
            int at = below;
            for (int bit = 0; bit < 8; ++bit)
                if (((free >> bit) & 1) != 0)
                    bits |= Word{(value >> bit) & 1} << at++;
            m_packed[byte][value] = bits;
        }
        below += bitCount(free);
    }
}

/// The free bits moved together: which match it is, counted from 0, when the address is one.
template <AddressWord Word>
Word CubeWalk<Word>::packed(Word address) const
{
    Word sum = 0;
    for (std::size_t byte = 0; byte < sizeof(Word); ++byte)
        sum += m_packed[byte][static_cast<std::uint8_t>(address >> (8 * byte))];
    return sum;
}

template <AddressWord Word>
std::optional<Word> CubeWalk<Word>::next(Word from) const
{
    const Word wrong = (from & m_mask) ^ m_net;
    if (wrong == 0)
        return from;
    // The highest compared bit that is wrong decides; what stands below it begins anew.
    const int top = bitWidth(wrong) - 1;
    const Word below = lowOnes<Word>(top);
    if (((from >> top) & 1) == 0)
        return (from & ~(below | m_mask)) | m_net;
    // It would have to become 0: the free bits above it count on by one. Compared bits are ones, so that the carry
    // passes.
    const Word through = below | (Word{1} << top);
    const Word counted = ((from | m_mask | through) + 1) & ~m_mask & ~through;
    if ((from | m_mask | through) == maxWord<Word>)
        return std::nullopt;
    return counted | m_net;
}

template <AddressWord Word>
Measure<Word> CubeWalk<Word>::countUpTo(Word last) const
{
    const Word wrong = (last & m_mask) ^ m_net;
    if (wrong == 0)
        return Measure<Word>{packed(last)} + 1;
    const int top = bitWidth(wrong) - 1;
    const Word below = lowOnes<Word>(top);
    // Above its matches with the same higher bits, or below them.
    if (((last >> top) & 1) != 0)
        return Measure<Word>{packed(last | below)} + 1;
    return Measure<Word>{packed(last & ~below)};
}

template <AddressWord Word>
Measure<Word> CubeWalk<Word>::countIn(const IntervalSet<Word> &intervals) const
{
    Measure<Word> count = 0;
    Word at = 0;
    for (std::size_t i = 0; i < intervals.size();) {
        const auto [first, last] = intervals[i];
        const auto match = next(std::max(at, first));
        if (!match)
            break;
        if (*match > last) { // on to the interval that may hold it
            at = *match;
            i = intervals.reach(at, i);
            continue;
        }
        count += countUpTo(last) - countUpTo(*match) + 1;
        ++i;
    }
    return count;
}

template class CubeWalk<std::uint32_t>;
template class CubeWalk<Bits>;

} // namespace relaytab
