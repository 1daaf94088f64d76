#include "model/analysis/family_set.h"

#include <algorithm>

namespace relaytab {

namespace {

/// Whether so many intervals are better than a diagram, beside a number of others that are there in any case. An
/// interval costs about a thirtieth of a node in an operation (docs/address-sets.md).
bool areFew(Bits intervals, std::size_t others)
{
    return intervals <= 4096 + 4 * Bits{others};
}

/// Blocks that a rule with gaps consists of: one for each value of the free bits above the lowest bit that is compared.
int pieceBits(const Rule &rule)
{
    return freeBits(rule.mask) - trailingZeros(rule.mask.bits);
}

/// Appends the blocks of a rule that can match, in ascending order.
template <AddressWord Word>
void appendPieces(HugeVector<Interval<Word>> &pieces, const Rule &rule)
{
    const int tail = trailingZeros(rule.mask.bits);
    const Word inside = lowOnes<Word>(tail);
    const Word free = ~static_cast<Word>(rule.mask.bits) & ~inside;
    const Word net = static_cast<Word>(rule.net.bits);
    Word chosen = 0;
    do {
        pieces.push_back({net | chosen, net | chosen | inside});
        chosen = (chosen - free) & free; // the next subset of the free bits
    } while (chosen != 0);
}

template <AddressWord Word>
IntervalSet<Word> intervalsOf(const Diagram &diagram)
{
    IntervalSet<Word> intervals;
    diagram.visitIntervals([&](Bits first, Bits last) {
        intervals.append({static_cast<Word>(first), static_cast<Word>(last)});
        return true;
    });
    return intervals;
}

template <AddressWord Word>
IntervalSet<Word> combine(const IntervalSet<Word> &a, const IntervalSet<Word> &b, SetOperation operation)
{
    switch (operation) {
    case SetOperation::Unite: return a.unitedWith(b);
    case SetOperation::Intersect: return a.intersectedWith(b);
    case SetOperation::Subtract: break;
    }
    return a.without(b);
}

template <AddressWord Word>
Diagram diagramOf(const IntervalSet<Word> &intervals, std::vector<Rule> gapRules)
{
    DiagramBuilder builder(familyOf<Word>);
    std::ranges::sort(gapRules, [](const Rule &a, const Rule &b) {
        return a.net.bits != b.net.bits ? a.net.bits < b.net.bits : a.mask.bits < b.mask.bits;
    });
    std::vector<Diagram::Node> nodes;
    nodes.reserve(gapRules.size());
    for (const Rule &rule : gapRules)
        nodes.push_back(builder.ofRule(rule));
    const Diagram::Node gaps = builder.united(std::move(nodes));
    return builder.diagram(builder.united(gaps, builder.adopted(intervals)));
}

} // namespace

template <AddressWord Word>
FamilySet<Word>::FamilySet(Diagram diagram)
{
    if (areFew(diagram.intervalCount(), 2 * diagram.branches().size()))
        m_form = intervalsOf<Word>(diagram);
    else
        m_form = std::move(diagram);
}

template <AddressWord Word>
FamilySet<Word>::FamilySet(IntervalSet<Word> intervals, const std::vector<Rule> &gapRules)
{
    Bits count = 0;
    for (const Rule &rule : gapRules) {
        if (canMatch(rule))
            count += Bits{1} << std::min(pieceBits(rule), 64);
        if (!areFew(count, intervals.size())) {
            *this = FamilySet(diagramOf(intervals, gapRules));
            return;
        }
    }
    if (count > 0) {
        HugeVector<Interval<Word>> pieces;
        pieces.reserve(static_cast<std::size_t>(count));
        for (const Rule &rule : gapRules)
            if (canMatch(rule))
                appendPieces(pieces, rule);
        intervals = intervals.unitedWith(IntervalSet<Word>(std::move(pieces)));
    }
    m_form = std::move(intervals);
}

template <AddressWord Word>
Diagram::Node FamilySet<Word>::addTo(DiagramBuilder &builder) const
{
    const auto *few = intervals();
    return few != nullptr ? builder.adopted(*few) : builder.adopted(std::get<Diagram>(m_form));
}

template <AddressWord Word>
FamilySet<Word> FamilySet<Word>::combinedWith(const FamilySet &other, SetOperation operation) const
{
    const auto *mine = intervals();
    const auto *theirs = other.intervals();
    if (mine != nullptr && theirs != nullptr)
        return FamilySet(combine(*mine, *theirs, operation));
    if (mine != nullptr || theirs != nullptr) {
        const IntervalSet<Word> &few = mine != nullptr ? *mine : *theirs;
        const Diagram &diagram = std::get<Diagram>(mine != nullptr ? other.m_form : m_form);
        if (areFew(diagram.intervalCount(), few.size())) {
            const IntervalSet<Word> taken = intervalsOf<Word>(diagram);
            return FamilySet(mine != nullptr ? combine(few, taken, operation) : combine(taken, few, operation));
        }
    }
    DiagramBuilder builder(familyOf<Word>);
    const Diagram::Node a = addTo(builder);
    const Diagram::Node b = other.addTo(builder);
    switch (operation) {
    case SetOperation::Unite: return FamilySet(builder.diagram(builder.united(a, b)));
    case SetOperation::Intersect: return FamilySet(builder.diagram(builder.intersected(a, b)));
    case SetOperation::Subtract: break;
    }
    return FamilySet(builder.diagram(builder.without(a, b)));
}

template <AddressWord Word>
bool FamilySet<Word>::isEmpty() const
{
    const auto *few = intervals();
    return few != nullptr && few->isEmpty(); // a diagram has many intervals
}

template <AddressWord Word>
bool FamilySet<Word>::contains(Word address) const
{
    const auto *few = intervals();
    return few != nullptr ? few->contains(address) : std::get<Diagram>(m_form).contains(address);
}

template <AddressWord Word>
bool FamilySet<Word>::containsAll(const FamilySet &other) const
{
    const auto *mine = intervals();
    const auto *theirs = other.intervals();
    if (mine != nullptr && theirs != nullptr)
        return mine->containsAll(*theirs);
    return other.combinedWith(*this, SetOperation::Subtract).isEmpty();
}

template <AddressWord Word>
bool FamilySet<Word>::overlaps(const FamilySet &other) const
{
    const auto *mine = intervals();
    const auto *theirs = other.intervals();
    if (mine != nullptr && theirs != nullptr)
        return mine->overlaps(*theirs);
    return !combinedWith(other, SetOperation::Intersect).isEmpty();
}

template <AddressWord Word>
Count FamilySet<Word>::count() const
{
    const auto *few = intervals();
    return few != nullptr ? few->count() : std::get<Diagram>(m_form).count();
}

template <AddressWord Word>
Word FamilySet<Word>::first() const
{
    const auto *few = intervals();
    return few != nullptr ? (*few)[0].first : static_cast<Word>(std::get<Diagram>(m_form).first());
}

template <AddressWord Word>
Bits FamilySet<Word>::prefixCount() const
{
    const auto *few = intervals();
    return few != nullptr ? few->prefixCount() : std::get<Diagram>(m_form).prefixCount();
}

template <AddressWord Word>
bool FamilySet<Word>::visitPrefixes(const std::function<bool(Bits first, int length)> &visit) const
{
    const auto *few = intervals();
    if (few == nullptr)
        return std::get<Diagram>(m_form).visitPrefixes(visit);
    for (std::size_t i = 0; i < few->size(); ++i) {
        const auto [first, last] = (*few)[i];
        // From `from` on, the largest block that begins there and does not pass the end.
        for (Word from = first;;) {
            const int room = bitWidth(Bits{last - from} + 1) - 1; // 2^room addresses are left at least
            const int host = last - from == maxWord<Word> ? wordBits<Word> : std::min(trailingZeros(from), room);
            if (!visit(from, wordBits<Word> - host))
                return false;
            const Word blockLast = from | lowOnes<Word>(host);
            if (blockLast == last)
                break;
            from = blockLast + 1;
        }
    }
    return true;
}

template <AddressWord Word>
bool FamilySet<Word>::equals(const FamilySet &other) const
{
    // Both forms are canonical, and which one a set has may depend on how it was made.
    const auto *mine = intervals();
    const auto *theirs = other.intervals();
    if (mine != nullptr && theirs != nullptr)
        return *mine == *theirs;
    if (mine == nullptr && theirs == nullptr)
        return std::get<Diagram>(m_form) == std::get<Diagram>(other.m_form);
    const IntervalSet<Word> &few = mine != nullptr ? *mine : *theirs;
    const Diagram &diagram = std::get<Diagram>(mine != nullptr ? other.m_form : m_form);
    if (diagram.intervalCount() != few.size())
        return false;
    std::size_t next = 0;
    return diagram.visitIntervals([&](Bits first, Bits last) {
        const auto interval = few[next++];
        return interval.first == first && interval.last == last;
    });
}

template class FamilySet<std::uint32_t>;
template class FamilySet<Bits>;

} // namespace relaytab
