#include "model/analysis/counted_diagram.h"

#include <algorithm>

namespace relaytab {

namespace {

using Node = Diagram::Node;

/// 2^exponent; 2^128 wraps to 0 as it does in every Measure.
template <AddressWord Word>
constexpr Measure<Word> power(int exponent)
{
    return exponent == 128 ? Measure<Word>{0} : static_cast<Measure<Word>>(Measure<Word>{1} << exponent);
}

} // namespace

template <AddressWord Word>
CountedDiagram<Word>::CountedDiagram(Diagram &&diagram) : m_diagram(std::move(diagram))
{
    m_counts.reserve(m_diagram.branches().size());
    for (const Diagram::Branch &branch : m_diagram.branches()) {
        const auto below = [&](Node node) -> Measure<Word> {
            if (node == Diagram::empty)
                return 0;
            const int skipped = levelOf(node) - static_cast<int>(branch.level) - 1;
            return power<Word>(skipped) * (node == Diagram::full ? 1 : m_counts[node - 2]);
        };
        m_counts.push_back(below(branch.low) + below(branch.high));
    }
}

template <AddressWord Word>
int CountedDiagram<Word>::levelOf(Node node) const
{
    return node < 2 ? wordBits<Word> : static_cast<int>(branch(node).level);
}

/// The node that tells apart the addresses of a prefix.
template <AddressWord Word>
Node CountedDiagram<Word>::nodeAt(Word net, int length) const
{
    Node node = m_diagram.root();
    while (levelOf(node) < length) {
        const bool one = ((net >> (wordBits<Word> - 1 - levelOf(node))) & 1) != 0;
        node = one ? branch(node).high : branch(node).low;
    }
    return node;
}

template <AddressWord Word>
Measure<Word> CountedDiagram<Word>::countInPrefix(Word net, int length) const
{
    const Node node = nodeAt(net, length);
    if (node == Diagram::empty)
        return 0;
    return power<Word>(levelOf(node) - length) * (node == Diagram::full ? 1 : m_counts[node - 2]);
}

template <AddressWord Word>
bool CountedDiagram<Word>::meets(const Rule &prefix) const
{
    return nodeAt(static_cast<Word>(prefix.net.bits), prefixLength(prefix.mask).value_or(0)) != Diagram::empty;
}

/// One rule's share of a diagram, remembered by node.
template <AddressWord Word>
class CountedDiagram<Word>::RuleCount
{
public:
    RuleCount(const CountedDiagram &diagram, const Rule &rule)
        : m_diagram(diagram), m_net(static_cast<Word>(rule.net.bits)), m_mask(static_cast<Word>(rule.mask.bits))
    { }

    /// What the node holds of the rule, told apart by the bits from `level` on, which is not below the node's.
    Measure<Word> from(int level, Node node)
    {
        if (node == Diagram::empty)
            return 0;
        const int own = m_diagram.levelOf(node);
        const Word skipped = lowOnes<Word>(wordBits<Word> - level) & ~lowOnes<Word>(wordBits<Word> - own);
        return power<Word>(bitCount(skipped & ~m_mask)) * (node == Diagram::full ? 1 : at(node));
    }

    /// The same within the intervals [begin, end), those that meet the block of `first` at `level`.
    Measure<Word> within(int level, Node node, Word first, const IntervalSet<Word> &intervals, std::size_t begin,
                         std::size_t end)
    {
        if (node == Diagram::empty || begin == end)
            return 0;
        const Word last = first | lowOnes<Word>(wordBits<Word> - level);
        const Word compared = ~lowOnes<Word>(wordBits<Word> - level) & m_mask;
        if ((first & compared) != (m_net & compared))
            return 0;
        if (intervals[begin].first <= first && intervals[begin].last >= last)
            return from(level, node);
        const Word middle = first | (Word{1} << (wordBits<Word> - 1 - level));
        const std::size_t upper = intervals.reach(middle, begin);
        // The interval that reaches over the middle is in both halves.
        const std::size_t lowerEnd = upper < end && intervals[upper].first < middle ? upper + 1 : std::min(upper, end);
        const bool looked = m_diagram.levelOf(node) == level;
        return within(level + 1, looked ? m_diagram.branch(node).low : node, first, intervals, begin, lowerEnd)
            + within(level + 1, looked ? m_diagram.branch(node).high : node, middle, intervals, std::min(upper, end),
                     end);
    }

private:
    Measure<Word> at(Node node)
    {
        if (const auto known = m_known.find(node); known != m_known.end())
            return known->second;
        const Diagram::Branch &branch = m_diagram.branch(node);
        const int level = static_cast<int>(branch.level);
        const Word bit = Word{1} << (wordBits<Word> - 1 - level);
        const bool both = (m_mask & bit) == 0;
        Measure<Word> count = 0;
        if (both || (m_net & bit) == 0)
            count += from(level + 1, branch.low);
        if (both || (m_net & bit) != 0)
            count += from(level + 1, branch.high);
        m_known.emplace(node, count);
        return count;
    }

    const CountedDiagram &m_diagram;
    Word m_net;
    Word m_mask;
    std::unordered_map<Node, Measure<Word>> m_known;
};

template <AddressWord Word>
Measure<Word> CountedDiagram<Word>::countIn(const Rule &rule) const
{
    if (const auto length = prefixLength(rule.mask))
        return countInPrefix(static_cast<Word>(rule.net.bits), *length);
    return RuleCount(*this, rule).from(0, m_diagram.root());
}

template <AddressWord Word>
Measure<Word> CountedDiagram<Word>::countIn(const Rule &rule, const IntervalSet<Word> &intervals) const
{
    return RuleCount(*this, rule).within(0, m_diagram.root(), 0, intervals, 0, intervals.size());
}

template class CountedDiagram<std::uint32_t>;
template class CountedDiagram<Bits>;

} // namespace relaytab
