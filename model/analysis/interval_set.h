#pragma once

#include "model/analysis/count.h"
#include "model/analysis/huge_pages.h"
#include "model/analysis/word.h"

namespace relaytab {

/// first..last, both included.
template <AddressWord Word>
struct Interval {
    Word first;
    Word last;

    friend constexpr bool operator==(const Interval &, const Interval &) = default;
};

/// How many prefixes make the interval at the fewest.
template <AddressWord Word>
[[nodiscard]] constexpr int prefixCount(const Interval<Word> &interval)
{
    using Behind = BehindWord<Word>;
    const Behind first = interval.first;
    const Behind behind = Behind{interval.last} + 1;
    if (behind == 0) // the end of IPv6 space: blocks only grow
        return first == 0 ? 1 : bitCount(Behind{0} - first);
    // Above the highest bit in which first and behind differ they agree; at `middle` the blocks change from growing to
    // shrinking, and each side has one block for each one in its size.
    const int top = bitWidth(first ^ behind) - 1;
    const Behind middle = behind >> top << top;
    return bitCount(middle - first) + bitCount(behind - middle);
}

/// A set of addresses of one family as disjoint intervals in ascending order that do not touch each other: one form for
/// one set. Fast while the intervals are about as many as the rules; docs/address-sets.md says when they are not.
template <AddressWord Word>
class IntervalSet
{
public:
    IntervalSet() = default;
    explicit IntervalSet(const Interval<Word> &interval) : m_firsts{interval.first}, m_lasts{interval.last} { }
    /// The union of intervals in any order, overlapping or not; they are used up.
    explicit IntervalSet(HugeVector<Interval<Word>> &&pieces);

    [[nodiscard]] std::size_t size() const { return m_firsts.size(); }
    [[nodiscard]] bool isEmpty() const { return m_firsts.empty(); }
    [[nodiscard]] Interval<Word> operator[](std::size_t index) const { return {m_firsts[index], m_lasts[index]}; }

    [[nodiscard]] IntervalSet unitedWith(const IntervalSet &other) const;
    [[nodiscard]] IntervalSet intersectedWith(const IntervalSet &other) const;
    [[nodiscard]] IntervalSet without(const IntervalSet &other) const;
    /// Every address of the family that is not in the set.
    [[nodiscard]] IntervalSet complement() const;

    [[nodiscard]] bool contains(Word address) const;
    [[nodiscard]] bool containsAll(const IntervalSet &other) const;
    [[nodiscard]] bool overlaps(const IntervalSet &other) const;
    [[nodiscard]] Count count() const;
    /// How many prefixes make the set at the fewest.
    [[nodiscard]] Bits prefixCount() const;

    /// Appends an interval that begins behind the last one; they grow together when they touch.
    void append(const Interval<Word> &interval);
    /// The index of the first interval that does not end before `address`, looked for from `from` on in doubling steps.
    [[nodiscard]] std::size_t reach(Word address, std::size_t from = 0) const;

    friend bool operator==(const IntervalSet &, const IntervalSet &) = default;

private:
    void reserve(std::size_t count);

    HugeVector<Word> m_firsts;
    HugeVector<Word> m_lasts;
};

extern template class IntervalSet<std::uint32_t>;
extern template class IntervalSet<Bits>;

} // namespace relaytab
