#pragma once

#include <span>

#include "model/analysis/interval_set.h"
#include "model/analysis/sorted_prefixes.h"

namespace relaytab {

/// How many addresses of a family; 2^128 wraps to 0.
template <AddressWord Word>
using Measure = std::conditional_t<std::same_as<Word, std::uint32_t>, std::uint64_t, Bits>;

template <AddressWord Word>
[[nodiscard]] constexpr Measure<Word> measureOf(const Interval<Word> &interval)
{
    return Measure<Word>{interval.last - interval.first} + 1;
}

/// The prefixes of a list as they lie in each other. A node is one prefix, whatever number of rows has it; its depth is
/// how many other prefixes contain it. The nodes of one depth are apart from each other, in address order, with their
/// sizes summed up, so that how much of a block they cover is two look-ups. Questions take nodes to be left out
/// (`gone`, ascending): rows that were edited away, or the one that is asked about. Does not change once made.
template <AddressWord Word>
class PrefixForest
{
public:
    struct Node {
        std::uint32_t depth = 0;
        std::uint32_t index = 0;

        friend constexpr auto operator<=>(const Node &, const Node &) = default;
    };
    using Block = Interval<Word>;
    using Nodes = std::span<const Node>;

    PrefixForest() = default;
    explicit PrefixForest(SortedPrefixes<Word> &&prefixes);

    [[nodiscard]] const SortedPrefixes<Word> &prefixes() const { return m_prefixes; }
    [[nodiscard]] bool isEmpty() const { return m_levels.empty(); }
    [[nodiscard]] Block block(Node node) const;
    /// The first row that has the node's prefix; the others follow it in prefixes().
    [[nodiscard]] RowNumber row(Node node) const { return m_prefixes.row(place(node)); }
    /// Where the node's first row stands in prefixes().
    [[nodiscard]] std::size_t place(Node node) const { return m_levels[node.depth].places[node.index]; }
    /// The node of exactly this block.
    [[nodiscard]] std::optional<Node> find(const Block &block) const;

    /// The widest node that contains the block or is it.
    [[nodiscard]] std::optional<Node> widestAround(const Block &block, Nodes gone = {}) const;
    /// The first node that no other contains and that does not end before the address.
    [[nodiscard]] std::optional<Node> outermostFrom(Word address) const;
    /// How many addresses of the block the nodes cover together.
    [[nodiscard]] Measure<Word> covered(const Block &block, Nodes gone = {}) const;
    /// The widest nodes that meet the block, in address order: the one around it, or those in it. They are apart and
    /// cover what all cover. Stops when `visit` returns false, and returns false then.
    template <typename Visit>
    bool visitWidest(const Block &block, Nodes gone, Visit visit) const
    {
        return visitWidest(block, gone, 0, visit);
    }
    /// Every node before those it contains, in address order: visit(node, begin, end), whose rows are those of
    /// [begin, end) in prefixes(). Stops when `visit` returns false, and returns false then.
    template <typename Visit>
    bool visitNodes(Visit visit) const
    {
        std::vector<std::uint32_t> next(m_levels.size(), 0);
        std::size_t depth = 0; // the node at a place is at most one deeper than the one before
        for (std::size_t begin = 0; begin < m_prefixes.size();) {
            while (depth > 0 && !startsAt(depth, next, begin))
                --depth;
            const Node node{static_cast<std::uint32_t>(depth), next[depth]++};
            std::size_t end = begin + 1;
            while (end < m_prefixes.size() && m_prefixes.net(end) == m_prefixes.net(begin)
                   && m_prefixes.length(end) == m_prefixes.length(begin))
                ++end;
            if (!visit(node, begin, end))
                return false;
            begin = end;
            depth = std::min(depth + 1, m_levels.size() - 1);
        }
        return true;
    }
    /// What all nodes cover.
    [[nodiscard]] IntervalSet<Word> intervals() const;

private:
    struct Level {
        HugeVector<Word> firsts;
        HugeVector<std::uint32_t> places; ///< in m_prefixes
        HugeVector<Measure<Word>> before; ///< [i]: the sizes of the nodes below i, together
    };
    struct Run {
        std::uint32_t begin;
        std::uint32_t end;
    };

    [[nodiscard]] bool startsAt(std::size_t depth, const std::vector<std::uint32_t> &next, std::size_t place) const
    {
        const HugeVector<std::uint32_t> &places = m_levels[depth].places;
        return next[depth] < places.size() && places[next[depth]] == place;
    }
    /// The node of this depth that contains the block.
    [[nodiscard]] std::optional<Node> around(std::size_t depth, const Block &block) const;
    /// The nodes of this depth in the block, when none of it is around the block.
    [[nodiscard]] Run within(std::size_t depth, const Block &block) const;
    [[nodiscard]] static Nodes goneIn(Nodes gone, std::size_t depth, Run run);
    [[nodiscard]] Measure<Word> covered(const Block &block, Nodes gone, std::size_t depth) const;

    template <typename Visit>
    bool visitWidest(const Block &block, Nodes gone, std::size_t depth, Visit &visit) const
    {
        if (depth == m_levels.size())
            return true;
        if (const auto node = around(depth, block))
            return std::binary_search(gone.begin(), gone.end(), *node) ? visitWidest(block, gone, depth + 1, visit)
                                                                       : visit(*node);
        const Run run = within(depth, block);
        Nodes missing = goneIn(gone, depth, run);
        for (Node node{static_cast<std::uint32_t>(depth), run.begin}; node.index < run.end; ++node.index) {
            bool more = true;
            if (!missing.empty() && missing.front() == node) {
                more = visitWidest(this->block(node), gone, depth + 1, visit);
                missing = missing.subspan(1);
            } else {
                more = visit(node);
            }
            if (!more)
                return false;
        }
        return true;
    }

    SortedPrefixes<Word> m_prefixes;
    std::vector<Level> m_levels;
};

extern template class PrefixForest<std::uint32_t>;
extern template class PrefixForest<Bits>;

} // namespace relaytab
