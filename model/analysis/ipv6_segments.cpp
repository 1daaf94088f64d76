#include "model/analysis/ipv6_segments.h"

#include "model/analysis/segments.h"

namespace relaytab {

namespace {

constexpr std::size_t fanOut = 16;
constexpr std::size_t sideBySide = 16;
constexpr std::uint32_t groupBit = 0x80000000U;

constexpr std::uint64_t highHalf(Bits bits)
{
    return static_cast<std::uint64_t>(bits >> 64);
}
constexpr std::uint64_t lowHalf(Bits bits)
{
    return static_cast<std::uint64_t>(bits);
}

template <typename Vector>
std::size_t bytesOf(const Vector &vector)
{
    return vector.capacity() * sizeof(vector[0]);
}

} // namespace

IPv6Segments::IPv6Segments(const SortedPrefixes<Bits> &prefixes)
{
    if (prefixes.size() == 0)
        return;
    m_levels.emplace_back().reserve(2 * prefixes.size() + 1 + fanOut);
    m_values.reserve(2 * prefixes.size() + 1);
    emitSegments(prefixes, [this](Bits start, RowNumber row) { add(start, row); });
    finish();
}

void IPv6Segments::add(Bits start, RowNumber row)
{
    // A value has 31 bits; noRow loses its highest here and gets it back in find().
    const std::uint32_t value = row & ~groupBit;
    if (!m_levels[0].empty() && m_levels[0].back() == highHalf(start)) {
        if ((m_values.back() & groupBit) == 0) {
            m_lows.push_back(0);
            m_lowRows.push_back(m_values.back());
            m_groupEnds.push_back(0);
            m_values.back() = groupBit | static_cast<std::uint32_t>(m_groupEnds.size() - 1);
        }
        m_lows.push_back(lowHalf(start));
        m_lowRows.push_back(value);
        m_groupEnds.back() = static_cast<std::uint32_t>(m_lows.size());
        return;
    }
    if (lowHalf(start) != 0) { // what goes before it goes on at the beginning of this upper half
        const std::uint32_t last = m_values.back();
        add(Bits{highHalf(start)} << 64, (last & groupBit) != 0 ? m_lowRows.back() : last);
        add(start, row);
        return;
    }
    m_levels[0].push_back(highHalf(start));
    m_values.push_back(value);
}

void IPv6Segments::finish()
{
    for (std::size_t level = 0; m_levels[level].size() > fanOut; ++level) {
        Keys above;
        for (std::size_t i = 0; i < m_levels[level].size(); i += fanOut)
            above.push_back(m_levels[level][i]);
        m_levels.push_back(std::move(above));
    }
    for (Keys &keys : m_levels) {
        m_lasts.push_back(keys.size() - 1);
        keys.resize((keys.size() + fanOut - 1) / fanOut * fanOut, ~std::uint64_t{0});
        keys.shrink_to_fit();
    }
    m_values.shrink_to_fit();
}

/// The last of a node's ascending keys that is at most `key`, counted in its whole level; the first is known to be.
std::size_t IPv6Segments::childOf(std::size_t level, std::size_t node, std::uint64_t key) const
{
    const std::uint64_t *const keys = m_levels[level].data();
    std::size_t at = node * fanOut;
    for (std::size_t half = fanOut / 2; half > 0; half /= 2)
        at += half * static_cast<std::size_t>(keys[at + half] <= key); // no branch: it would be a coin's toss
    return std::min(at, m_lasts[level]); // what fills the last node up is also at most all ones
}

/// The row of the piece that contains the address; `at` is the last upper half not above its own.
RowNumber IPv6Segments::rowAt(std::size_t at, Bits address) const
{
    std::uint32_t value = m_values[at];
    if ((value & groupBit) != 0) {
        const std::uint32_t group = value & ~groupBit;
        const auto first = m_lows.begin() + (group == 0 ? 0 : m_groupEnds[group - 1]);
        const auto end = m_lows.begin() + m_groupEnds[group];
        const auto piece = highHalf(address) == m_levels[0][at] ? std::upper_bound(first, end, lowHalf(address)) : end;
        value = m_lowRows[static_cast<std::size_t>(piece - m_lows.begin()) - 1];
    }
    return value == (noRow & ~groupBit) ? noRow : value;
}

RowNumber IPv6Segments::find(Bits address) const
{
    if (m_levels.empty())
        return noRow;
    std::size_t at = 0;
    for (std::size_t level = m_levels.size(); level-- > 0;)
        at = childOf(level, at, highHalf(address));
    return rowAt(at, address);
}

void IPv6Segments::find(std::span<const Bits> addresses, std::span<RowNumber> rows) const
{
    if (m_levels.empty()) {
        std::fill(rows.begin(), rows.end(), noRow);
        return;
    }
    // A descent waits for each node; several go down side by side.
    std::array<std::size_t, sideBySide> at{};
    for (std::size_t first = 0; first < addresses.size(); first += sideBySide) {
        const auto some = addresses.subspan(first, std::min(sideBySide, addresses.size() - first));
        at.fill(0);
        for (std::size_t level = m_levels.size(); level-- > 0;)
            for (std::size_t i = 0; i < some.size(); ++i)
                at[i] = childOf(level, at[i], highHalf(some[i]));
        for (std::size_t i = 0; i < some.size(); ++i)
            rows[first + i] = rowAt(at[i], some[i]);
    }
}

std::size_t IPv6Segments::bytes() const
{
    std::size_t bytes = bytesOf(m_values) + bytesOf(m_groupEnds) + bytesOf(m_lows) + bytesOf(m_lowRows);
    for (const Keys &keys : m_levels)
        bytes += bytesOf(keys);
    return bytes;
}

} // namespace relaytab
