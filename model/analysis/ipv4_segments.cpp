#include "model/analysis/ipv4_segments.h"

#include <algorithm>
#include <array>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "model/analysis/segments.h"

namespace relaytab {

namespace {

/// A table entry for about each rule keeps the entries short; below 2^16 a lower part would not fit its 16 bits.
constexpr int leastTableBits = 16;
constexpr int mostTableBits = 19;
/// Starts compared in one go; the array is padded so that they can be read.
constexpr std::uint32_t window = 32;

/// The lower part of an address, put where SSE2's signed comparison orders it.
constexpr std::int16_t signedLow(std::uint32_t address, int lowBits)
{
    return static_cast<std::int16_t>((address & ((1U << lowBits) - 1)) - 0x8000U);
}

/// How many of the first `count` of `window` ascending starts are at most `low`.
std::uint32_t startsUpTo(const std::int16_t *starts, std::uint32_t count, std::int16_t low)
{
#ifdef __SSE2__
    const __m128i value = _mm_set1_epi16(low);
    const auto above = [&](int i) {
        return _mm_cmpgt_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i *>(starts) + i), value);
    };
    const auto lower = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(above(0), above(1))));
    const auto upper = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(above(2), above(3))));
    const std::uint64_t ones = lower | (std::uint64_t{upper} << 16) | (std::uint64_t{1} << count);
    return static_cast<std::uint32_t>(std::countr_zero(ones));
#else
    std::uint32_t below = 0;
    while (below < count && starts[below] <= low)
        ++below;
    return below;
#endif
}

} // namespace

IPv4Segments::IPv4Segments(const SortedPrefixes<std::uint32_t> &prefixes)
{
    if (prefixes.size() == 0)
        return;
    const int tableBits =
        std::clamp(static_cast<int>(std::bit_width(prefixes.size())) - 1, leastTableBits, mostTableBits);
    m_lowBits = 32 - tableBits;
    const std::size_t tableSize = std::size_t{1} << tableBits;
    m_before.resize(tableSize + 1);
    m_starts.reserve(2 * prefixes.size() + 1 + window);
    m_rows.reserve(2 * prefixes.size() + 1);
    std::size_t filled = 0;
    emitSegments(prefixes, [&](std::uint32_t start, RowNumber row) {
        const auto before = static_cast<std::uint32_t>(m_rows.size());
        for (const std::size_t upper = start >> m_lowBits; filled <= upper; ++filled)
            m_before[filled] = before;
        m_starts.push_back(signedLow(start, m_lowBits));
        m_rows.push_back(row);
    });
    for (; filled <= tableSize; ++filled)
        m_before[filled] = static_cast<std::uint32_t>(m_rows.size());
    m_starts.resize(m_starts.size() + window, 0);
    m_starts.shrink_to_fit();
    m_rows.shrink_to_fit();
}

inline std::uint32_t IPv4Segments::pieceIn(std::uint32_t first, std::uint32_t count, std::int16_t low) const
{
    while (count > window) {
        const std::uint32_t half = count / 2;
        first += m_starts[first + half - 1] <= low ? half : 0;
        count -= half;
    }
    // The piece that contains the address is the last that begins at or before it; one begins at 0.
    return first + startsUpTo(m_starts.data() + first, count, low) - 1;
}

std::uint32_t IPv4Segments::pieceOf(std::uint32_t address) const
{
    const std::uint32_t *const entry = m_before.data() + (address >> m_lowBits);
    return pieceIn(entry[0], entry[1] - entry[0], signedLow(address, m_lowBits));
}

RowNumber IPv4Segments::find(std::uint32_t address) const
{
    return m_before.empty() ? noRow : m_rows[pieceOf(address)];
}

void IPv4Segments::find(std::span<const std::uint32_t> addresses, std::span<RowNumber> rows) const
{
    if (m_before.empty()) {
        std::fill(rows.begin(), rows.end(), noRow);
        return;
    }
    // In steps of a block each, so that the memory that one step waits for is under way for all of the block: first the
    // table, then the starts, then the rows.
    constexpr std::size_t block = 64;
    std::array<std::uint32_t, block> first;
    std::array<std::uint32_t, block> count;
    for (std::size_t begin = 0; begin < addresses.size(); begin += block) {
        const std::size_t size = std::min(block, addresses.size() - begin);
        const std::uint32_t *const address = addresses.data() + begin;
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint32_t *const entry = m_before.data() + (address[i] >> m_lowBits);
            first[i] = entry[0];
            count[i] = entry[1] - entry[0];
            __builtin_prefetch(m_starts.data() + entry[0]);
        }
        for (std::size_t i = 0; i < size; ++i) {
            first[i] = pieceIn(first[i], count[i], signedLow(address[i], m_lowBits));
            __builtin_prefetch(m_rows.data() + first[i]);
        }
        for (std::size_t i = 0; i < size; ++i)
            rows[begin + i] = m_rows[first[i]];
    }
}

std::size_t IPv4Segments::bytes() const
{
    return m_before.capacity() * sizeof(m_before[0]) + m_starts.capacity() * sizeof(m_starts[0])
        + m_rows.capacity() * sizeof(m_rows[0]);
}

} // namespace relaytab
