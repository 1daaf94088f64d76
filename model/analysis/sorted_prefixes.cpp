#include "model/analysis/sorted_prefixes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <tuple>

namespace relaytab {

namespace {

constexpr int digitBits = 11;
constexpr std::size_t digits = std::size_t{1} << digitBits;

/// Sorts by bits [shift, shift + digitBits) of the key, equal ones as they stood; leaves the result in `items`.
template <typename Item, typename Key>
void radixPass(HugeVector<Item> &items, HugeVector<Item> &spare, int shift, Key key)
{
    std::array<std::size_t, digits> begin{};
    const auto digit = [&](const Item &item) { return static_cast<std::size_t>(key(item) >> shift) & (digits - 1); };
    for (const Item &item : items)
        ++begin[digit(item)];
    if (!items.empty() && begin[digit(items.front())] == items.size())
        return;
    std::size_t sum = 0;
    for (std::size_t &place : begin)
        sum += std::exchange(place, sum);
    spare.resize(items.size());
    for (const Item &item : items)
        spare[begin[digit(item)]++] = item;
    items.swap(spare);
}

} // namespace

void SortedPrefixes<std::uint32_t>::reserve(std::size_t rows)
{
    m_keys.reserve(rows);
    m_lengths.reserve(rows);
}

void SortedPrefixes<std::uint32_t>::add(std::uint32_t net, int length, RowNumber row)
{
    m_keys.push_back((std::uint64_t{net} << 32) | row);
    m_lengths.resize(row + std::size_t{1});
    m_lengths.back() = static_cast<std::uint8_t>(length);
}

void SortedPrefixes<std::uint32_t>::sort()
{
    const auto lengthOf = [this](std::uint64_t key) { return m_lengths[static_cast<RowNumber>(key)]; };
    const auto stands = [&](std::uint64_t a, std::uint64_t b) {
        return a >> 32 != b >> 32 ? a < b : lengthOf(a) <= lengthOf(b);
    };
    HugeVector<std::uint64_t> spare;
    if (std::ranges::adjacent_find(m_keys, std::not_fn(stands)) != m_keys.end()) {
        radixPass(m_keys, spare, 0, lengthOf);
        for (int shift = 32; shift < 64; shift += digitBits)
            radixPass(m_keys, spare, shift, [](std::uint64_t key) { return key; });
    }
    // Whoever goes through the prefixes needs the lengths in their order.
    HugeVector<std::uint8_t> lengths(m_keys.size());
    std::ranges::transform(m_keys, lengths.begin(), lengthOf);
    m_lengths = std::move(lengths);
}

void SortedPrefixes<Bits>::add(Bits net, int length, RowNumber row)
{
    m_order.push_back({static_cast<std::uint64_t>(net >> 64), static_cast<std::uint32_t>(m_prefixes.size())});
    m_prefixes.push_back({net, row, static_cast<std::uint8_t>(length)});
}

void SortedPrefixes<Bits>::sort()
{
    HugeVector<Place> spare;
    for (int shift = 0; shift < 64; shift += digitBits)
        radixPass(m_order, spare, shift, [](const Place &place) { return place.high; });
    // What agrees in the high half: few in practice, and then a comparison each.
    const auto key = [&](const Place &place) {
        const Prefix &prefix = m_prefixes[place.index];
        return std::tuple{prefix.net, prefix.length, prefix.row};
    };
    for (auto first = m_order.begin(); first != m_order.end();) {
        const auto last =
            std::find_if(first, m_order.end(), [&](const Place &place) { return place.high != first->high; });
        if (last - first > 1)
            std::sort(first, last, [&](const Place &a, const Place &b) { return key(a) < key(b); });
        first = last;
    }
}

FlatList flatten(const RuleList &list)
{
    FlatList flat;
    flat.ipv4.reserve(list.size());
    RowNumber row = 0;
    for (const RuleList::RowView view : list) {
        if (const auto *const words = plainPrefix(view)) {
            flat.ipv4.add(words->net, 32 - static_cast<int>(std::bit_width(~words->mask)), row);
        } else if (const auto rule = view.activeRule(); rule && canMatch(*rule)) {
            const auto length = prefixLength(rule->mask);
            if (!length)
                flat.gaps.push_back({*rule, row});
            else
                flat.ipv6.add(rule->net.bits, *length, row);
        }
        ++row;
    }
    flat.ipv4.sort();
    flat.ipv6.sort();
    return flat;
}

} // namespace relaytab
