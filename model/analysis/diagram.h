#pragma once

#include <functional>
#include <optional>

#include "model/analysis/interval_set.h"
#include "model/policy/rule.h"

namespace relaytab {

/// A set of addresses of one family as a reduced ordered binary decision diagram (Bryant 1986) over the bits of the
/// address, the most significant first. For masks with gaps: a rule takes one node for each bit of its mask, where as
/// intervals it may take 2^31. One form for one set, up to the order of the nodes. A value; made by DiagramBuilder.
class Diagram
{
public:
    /// 0 and 1 are the empty and the full set; n + 2 is branch n.
    using Node = std::uint32_t;
    static constexpr Node empty = 0;
    static constexpr Node full = 1;

    struct Branch {
        Node low; ///< where the bit is 0
        Node high; ///< where the bit is 1
        std::uint32_t level; ///< which bit, counted from 0 at the most significant

        friend constexpr bool operator==(const Branch &, const Branch &) = default;
    };

    Diagram() = default;
    /// `branches` hold the children before the parents, and nothing that `root` does not reach.
    Diagram(Family family, HugeVector<Branch> branches, Node root);

    [[nodiscard]] Family family() const { return m_family; }
    [[nodiscard]] Node root() const { return m_root; }
    [[nodiscard]] const HugeVector<Branch> &branches() const { return m_branches; }

    [[nodiscard]] bool contains(Bits address) const;
    [[nodiscard]] Count count() const { return m_count; }
    /// How many prefixes make the set at the fewest.
    [[nodiscard]] Bits prefixCount() const { return m_prefixes; }
    /// How many intervals make the set at the fewest.
    [[nodiscard]] Bits intervalCount() const { return m_intervals; }
    /// The lowest address in it; the set is not empty.
    [[nodiscard]] Bits first() const;

    /// The fewest prefixes that make the set, in ascending order: first address and length. Stops when `visit` returns
    /// false, and returns false then.
    bool visitPrefixes(const std::function<bool(Bits first, int length)> &visit) const;
    /// The same as intervals, both ends included.
    bool visitIntervals(const std::function<bool(Bits first, Bits last)> &visit) const;

    friend bool operator==(const Diagram &a, const Diagram &b);

private:
    template <typename Number>
    void measure();
    [[nodiscard]] int levelOf(Node node) const;
    bool visitBelow(Node node, int level, Bits first, const std::function<bool(Bits, int)> &visit) const;

    Family m_family = Family::IPv4;
    HugeVector<Branch> m_branches;
    Node m_root = empty;
    Count m_count;
    Bits m_prefixes = 0;
    Bits m_intervals = 0;
};

/// Where diagrams of one family are made and combined. Every node is there once, so that equal sets are one number, and
/// what was combined before is remembered. Nodes are never given back: use one builder for one question.
class DiagramBuilder
{
public:
    using Node = Diagram::Node;

    explicit DiagramBuilder(Family family);

    /// The node's set taken out as a value.
    [[nodiscard]] Diagram diagram(Node root) const;
    [[nodiscard]] Node adopted(const Diagram &diagram);
    /// Bottom-up from intervals, which is far faster than uniting them one by one.
    template <AddressWord Word>
    [[nodiscard]] Node adopted(const IntervalSet<Word> &intervals);
    /// What the rule matches; it is of this family.
    [[nodiscard]] Node ofRule(const Rule &rule);
    /// In balanced pairs, so that the big diagrams are few. The nodes are used up.
    [[nodiscard]] Node united(std::vector<Node> nodes);

    [[nodiscard]] Node united(Node a, Node b) { return combined(Operation::Unite, a, b); }
    [[nodiscard]] Node intersected(Node a, Node b) { return combined(Operation::Intersect, a, b); }
    /// a without b.
    [[nodiscard]] Node without(Node a, Node b) { return combined(Operation::Subtract, a, b); }

    /// Nodes made so far.
    [[nodiscard]] std::size_t size() const { return m_branches.size(); }

private:
    enum class Operation : std::uint32_t { Unite, Intersect, Subtract };

    struct Slot {
        Node node; ///< 0 where there is none
        std::uint32_t hash; ///< of its branch, which need not be looked at when the hashes differ
    };

    struct Remembered {
        std::uint64_t operands; ///< a in the upper half
        Node result;
        std::uint32_t operation; ///< 1 + Operation; 0 where nothing is remembered
    };

    [[nodiscard]] Node make(std::uint32_t level, Node low, Node high);
    [[nodiscard]] Node combined(Operation operation, Node a, Node b);
    [[nodiscard]] std::uint32_t levelOf(Node node) const;
    void grow();
    template <AddressWord Word>
    [[nodiscard]] Node adoptedBlock(const IntervalSet<Word> &intervals, int level, Word first, std::size_t begin,
                                    std::size_t end);

    Family m_family;
    HugeVector<Diagram::Branch> m_branches;
    HugeVector<Slot> m_unique; ///< open addressing
    HugeVector<Remembered> m_memory; ///< direct mapped: a later answer takes the place of an earlier one
};

} // namespace relaytab
