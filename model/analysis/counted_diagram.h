#pragma once

#include <unordered_map>

#include "model/analysis/cube_walk.h"
#include "model/analysis/diagram.h"

namespace relaytab {

/// A diagram with the number of addresses below each node, to count in parts of it.
template <AddressWord Word>
class CountedDiagram
{
public:
    CountedDiagram() = default;
    explicit CountedDiagram(Diagram &&diagram);

    [[nodiscard]] bool isEmpty() const { return m_diagram.root() == Diagram::empty; }
    /// How many of its addresses match the rule, which can match. A prefix takes one walk down.
    [[nodiscard]] Measure<Word> countIn(const Rule &rule) const;
    /// Whether any matches the prefix.
    [[nodiscard]] bool meets(const Rule &prefix) const;
    /// How many match the rule and are within the intervals.
    [[nodiscard]] Measure<Word> countIn(const Rule &rule, const IntervalSet<Word> &intervals) const;

private:
    class RuleCount;

    [[nodiscard]] Diagram::Node nodeAt(Word net, int length) const;
    [[nodiscard]] Measure<Word> countInPrefix(Word net, int length) const;
    [[nodiscard]] int levelOf(Diagram::Node node) const;
    [[nodiscard]] const Diagram::Branch &branch(Diagram::Node node) const { return m_diagram.branches()[node - 2]; }

    Diagram m_diagram;
    std::vector<Measure<Word>> m_counts; ///< by branch: its addresses, told apart by the bits from its own level on
};

extern template class CountedDiagram<std::uint32_t>;
extern template class CountedDiagram<Bits>;

} // namespace relaytab
