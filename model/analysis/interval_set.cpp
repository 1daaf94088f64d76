#include "model/analysis/interval_set.h"

#include <algorithm>

#include "model/analysis/radix_sort.h"

namespace relaytab {

namespace {

/// How much larger one set must be than the other for searching in it to be faster than walking through it.
constexpr std::size_t worthSearching = 16;

} // namespace

template <AddressWord Word>
IntervalSet<Word>::IntervalSet(HugeVector<Interval<Word>> &&pieces)
{
    if (pieces.empty())
        return;
    sortByFirst(pieces);
    // The intervals grow together in place, so that only what is left needs fresh memory.
    std::size_t kept = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const Interval<Word> &piece = pieces[i];
        Interval<Word> &tail = pieces[kept];
        // Equal to piece.first <= tail.last + 1, without running over at the end of the family.
        if (piece.first <= tail.last || piece.first - tail.last == 1)
            tail.last = std::max(tail.last, piece.last);
        else
            pieces[++kept] = piece;
    }
    ++kept;
    m_firsts.resize(kept);
    m_lasts.resize(kept);
    for (std::size_t i = 0; i < kept; ++i) {
        m_firsts[i] = pieces[i].first;
        m_lasts[i] = pieces[i].last;
    }
}

template <AddressWord Word>
void IntervalSet<Word>::reserve(std::size_t count)
{
    m_firsts.reserve(count);
    m_lasts.reserve(count);
}

template <AddressWord Word>
void IntervalSet<Word>::append(const Interval<Word> &interval)
{
    if (!m_lasts.empty() && (interval.first <= m_lasts.back() || interval.first - m_lasts.back() == 1)) {
        m_lasts.back() = std::max(m_lasts.back(), interval.last);
        return;
    }
    m_firsts.push_back(interval.first);
    m_lasts.push_back(interval.last);
}

template <AddressWord Word>
std::size_t IntervalSet<Word>::reach(Word address, std::size_t from) const
{
    std::size_t step = 1;
    while (from + step < size() && m_lasts[from + step] < address)
        step *= 2;
    const auto begin = m_lasts.begin() + static_cast<std::ptrdiff_t>(std::min(from + step / 2, size()));
    const auto end = m_lasts.begin() + static_cast<std::ptrdiff_t>(std::min(from + step + 1, size()));
    return static_cast<std::size_t>(std::lower_bound(begin, end, address) - m_lasts.begin());
}

template <AddressWord Word>
IntervalSet<Word> IntervalSet<Word>::unitedWith(const IntervalSet &other) const
{
    IntervalSet result;
    result.reserve(size() + other.size());
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < size() && j < other.size())
        result.append(m_firsts[i] <= other.m_firsts[j] ? (*this)[i++] : other[j++]);
    while (i < size())
        result.append((*this)[i++]);
    while (j < other.size())
        result.append(other[j++]);
    return result;
}

template <AddressWord Word>
IntervalSet<Word> IntervalSet<Word>::intersectedWith(const IntervalSet &other) const
{
    if (size() > other.size())
        return other.intersectedWith(*this);
    IntervalSet result;
    std::size_t j = 0;
    const bool search = other.size() / worthSearching > size();
    for (std::size_t i = 0; i < size(); ++i) {
        if (search)
            j = other.reach(m_firsts[i], j);
        while (j < other.size() && other.m_lasts[j] < m_firsts[i])
            ++j;
        for (; j < other.size() && other.m_firsts[j] <= m_lasts[i]; ++j) {
            result.append({std::max(m_firsts[i], other.m_firsts[j]), std::min(m_lasts[i], other.m_lasts[j])});
            if (other.m_lasts[j] >= m_lasts[i]) // may reach into the next interval too
                break;
        }
    }
    return result;
}

template <AddressWord Word>
IntervalSet<Word> IntervalSet<Word>::without(const IntervalSet &other) const
{
    IntervalSet result;
    std::size_t j = 0;
    const bool search = other.size() / worthSearching > size();
    for (std::size_t i = 0; i < size(); ++i) {
        if (search)
            j = other.reach(m_firsts[i], j);
        while (j < other.size() && other.m_lasts[j] < m_firsts[i])
            ++j;
        Word rest = m_firsts[i];
        bool left = true;
        for (; j < other.size() && other.m_firsts[j] <= m_lasts[i]; ++j) {
            if (other.m_firsts[j] > rest)
                result.append({rest, other.m_firsts[j] - 1});
            if (other.m_lasts[j] >= m_lasts[i]) {
                left = false;
                break;
            }
            rest = other.m_lasts[j] + 1;
        }
        if (left)
            result.append({rest, m_lasts[i]});
    }
    return result;
}

template <AddressWord Word>
IntervalSet<Word> IntervalSet<Word>::complement() const
{
    return IntervalSet(Interval<Word>{0, maxWord<Word>}).without(*this);
}

template <AddressWord Word>
bool IntervalSet<Word>::contains(Word address) const
{
    const auto next = std::lower_bound(m_lasts.begin(), m_lasts.end(), address);
    return next != m_lasts.end() && m_firsts[static_cast<std::size_t>(next - m_lasts.begin())] <= address;
}

template <AddressWord Word>
bool IntervalSet<Word>::containsAll(const IntervalSet &other) const
{
    std::size_t i = 0;
    for (std::size_t j = 0; j < other.size(); ++j) {
        i = reach(other.m_firsts[j], i);
        if (i == size() || m_firsts[i] > other.m_firsts[j] || m_lasts[i] < other.m_lasts[j])
            return false;
    }
    return true;
}

template <AddressWord Word>
bool IntervalSet<Word>::overlaps(const IntervalSet &other) const
{
    if (size() > other.size())
        return other.overlaps(*this);
    std::size_t j = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        j = other.reach(m_firsts[i], j);
        if (j == other.size())
            return false;
        if (other.m_firsts[j] <= m_lasts[i])
            return true;
    }
    return false;
}

template <AddressWord Word>
Count IntervalSet<Word>::count() const
{
    Count sum;
    for (std::size_t i = 0; i < size(); ++i) {
        const Bits span = m_lasts[i] - m_firsts[i];
        sum = sum + Count::of(span) + Count::of(1);
    }
    return sum;
}

template <AddressWord Word>
Bits IntervalSet<Word>::prefixCount() const
{
    Bits sum = 0;
    for (std::size_t i = 0; i < size(); ++i)
        sum += static_cast<Bits>(relaytab::prefixCount((*this)[i]));
    return sum;
}

template class IntervalSet<std::uint32_t>;
template class IntervalSet<Bits>;

} // namespace relaytab
