#include "model/analysis/prefix_forest.h"

#include <algorithm>
#include <array>

namespace relaytab {

template <AddressWord Word>
PrefixForest<Word>::PrefixForest(SortedPrefixes<Word> &&prefixes) : m_prefixes(std::move(prefixes))
{
    std::array<Block, std::size_t{wordBits<Word>} + 1> open;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < m_prefixes.size(); ++i) {
        const Word net = m_prefixes.net(i);
        const Block block{net, net | lowOnes<Word>(wordBits<Word> - m_prefixes.length(i))};
        while (depth > 0 && open[depth - 1].last < net)
            --depth;
        if (depth > 0 && open[depth - 1] == block)
            continue; // one more row with the prefix before
        if (depth == m_levels.size()) {
            m_levels.emplace_back();
            m_levels.back().before.push_back(0);
        }
        Level &level = m_levels[depth];
        level.firsts.push_back(net);
        level.places.push_back(static_cast<std::uint32_t>(i));
        level.before.push_back(level.before.back() + measureOf(block));
        open[depth++] = block;
    }
}

template <AddressWord Word>
auto PrefixForest<Word>::block(Node node) const -> Block
{
    const Word first = m_levels[node.depth].firsts[node.index];
    return {first, first | lowOnes<Word>(wordBits<Word> - m_prefixes.length(place(node)))};
}

template <AddressWord Word>
auto PrefixForest<Word>::around(std::size_t depth, const Block &block) const -> std::optional<Node>
{
    const Level &level = m_levels[depth];
    const auto after = std::upper_bound(level.firsts.begin(), level.firsts.end(), block.first);
    if (after == level.firsts.begin())
        return std::nullopt;
    const Node node{static_cast<std::uint32_t>(depth), static_cast<std::uint32_t>(after - level.firsts.begin() - 1)};
    return this->block(node).last >= block.last ? std::optional{node} : std::nullopt;
}

template <AddressWord Word>
auto PrefixForest<Word>::within(std::size_t depth, const Block &block) const -> Run
{
    const HugeVector<Word> &firsts = m_levels[depth].firsts;
    const auto begin = std::lower_bound(firsts.begin(), firsts.end(), block.first);
    const auto end = std::upper_bound(begin, firsts.end(), block.last);
    return {static_cast<std::uint32_t>(begin - firsts.begin()), static_cast<std::uint32_t>(end - firsts.begin())};
}

template <AddressWord Word>
auto PrefixForest<Word>::goneIn(Nodes gone, std::size_t depth, Run run) -> Nodes
{
    const auto at = static_cast<std::uint32_t>(depth);
    const auto begin = std::lower_bound(gone.begin(), gone.end(), Node{at, run.begin});
    const auto end = std::lower_bound(begin, gone.end(), Node{at, run.end});
    return {begin, end};
}

template <AddressWord Word>
auto PrefixForest<Word>::find(const Block &block) const -> std::optional<Node>
{
    for (std::size_t depth = 0; depth < m_levels.size(); ++depth) {
        const auto node = around(depth, block);
        if (!node)
            return std::nullopt;
        if (this->block(*node) == block)
            return node;
    }
    return std::nullopt;
}

template <AddressWord Word>
auto PrefixForest<Word>::widestAround(const Block &block, Nodes gone) const -> std::optional<Node>
{
    for (std::size_t depth = 0; depth < m_levels.size(); ++depth) {
        const auto node = around(depth, block);
        if (!node)
            return std::nullopt;
        if (!std::binary_search(gone.begin(), gone.end(), *node))
            return node;
    }
    return std::nullopt;
}

template <AddressWord Word>
auto PrefixForest<Word>::outermostFrom(Word address) const -> std::optional<Node>
{
    if (m_levels.empty())
        return std::nullopt;
    if (const auto node = around(0, {address, address}))
        return node;
    const HugeVector<Word> &firsts = m_levels[0].firsts;
    const auto after = std::upper_bound(firsts.begin(), firsts.end(), address);
    if (after == firsts.end())
        return std::nullopt;
    return Node{0, static_cast<std::uint32_t>(after - firsts.begin())};
}

template <AddressWord Word>
Measure<Word> PrefixForest<Word>::covered(const Block &block, Nodes gone) const
{
    return covered(block, gone, 0);
}

template <AddressWord Word>
Measure<Word> PrefixForest<Word>::covered(const Block &block, Nodes gone, std::size_t depth) const
{
    if (depth == m_levels.size())
        return 0;
    if (const auto node = around(depth, block)) {
        const bool isGone = std::binary_search(gone.begin(), gone.end(), *node);
        return isGone ? covered(block, gone, depth + 1) : measureOf(block);
    }
    const Run run = within(depth, block);
    const Level &level = m_levels[depth];
    Measure<Word> sum = level.before[run.end] - level.before[run.begin];
    for (const Node &node : goneIn(gone, depth, run)) {
        const Block hole = this->block(node);
        sum -= measureOf(hole) - covered(hole, gone, depth + 1);
    }
    return sum;
}

template <AddressWord Word>
IntervalSet<Word> PrefixForest<Word>::intervals() const
{
    IntervalSet<Word> set;
    if (!m_levels.empty())
        for (std::uint32_t i = 0; i < m_levels[0].firsts.size(); ++i)
            set.append(block({0, i}));
    return set;
}

template class PrefixForest<std::uint32_t>;
template class PrefixForest<Bits>;

} // namespace relaytab
