#include <algorithm>

#include "model/analysis/diagram.h"

namespace relaytab {

namespace {

using Node = Diagram::Node;

constexpr Node firstBranch = 2;
constexpr std::size_t firstCapacity = 1024; ///< of both tables; a power of two, as ever
/// The memory of answers is so much smaller than the table of nodes: a forgotten answer is made again, and the less
/// memory is touched, the better (measured: docs/address-sets.md).
constexpr std::size_t nodesPerAnswer = 8;

constexpr std::uint64_t mixed(std::uint64_t key)
{
    key *= 0x9E3779B97F4A7C15U;
    return key ^ (key >> 32);
}

constexpr std::uint32_t hashOf(const Diagram::Branch &branch)
{
    return static_cast<std::uint32_t>(mixed(((std::uint64_t{branch.low} << 32) | branch.high) + mixed(branch.level)));
}

} // namespace

DiagramBuilder::DiagramBuilder(Family family) : m_family(family)
{
    m_unique.assign(firstCapacity, Slot{});
    m_memory.assign(firstCapacity, Remembered{});
}

std::uint32_t DiagramBuilder::levelOf(Node node) const
{
    return node < firstBranch ? static_cast<std::uint32_t>(width(m_family)) : m_branches[node - firstBranch].level;
}

void DiagramBuilder::grow()
{
    const std::size_t mask = m_unique.size() * 2 - 1;
    HugeVector<Slot> slots;
    slots.assign(mask + 1, Slot{});
    slots.swap(m_unique);
    for (const Slot &before : slots) {
        if (before.node == 0)
            continue;
        std::size_t place = before.hash & mask;
        while (m_unique[place].node != 0)
            place = (place + 1) & mask;
        m_unique[place] = before;
    }
    const std::size_t memoryMask = std::max<std::size_t>(firstCapacity, (mask + 1) / nodesPerAnswer) - 1;
    if (memoryMask + 1 == m_memory.size())
        return;
    HugeVector<Remembered> before(memoryMask + 1, Remembered{});
    before.swap(m_memory);
    for (const Remembered &entry : before)
        if (entry.operation != 0)
            m_memory[mixed(entry.operands + entry.operation) & memoryMask] = entry;
}

Node DiagramBuilder::make(std::uint32_t level, Node low, Node high)
{
    if (low == high)
        return low;
    const Diagram::Branch wanted{low, high, level};
    const std::uint32_t hash = hashOf(wanted);
    const std::size_t mask = m_unique.size() - 1;
    std::size_t place = hash & mask;
    for (; m_unique[place].node != 0; place = (place + 1) & mask)
        if (m_unique[place].hash == hash && m_branches[m_unique[place].node - firstBranch] == wanted)
            return m_unique[place].node;
    m_branches.push_back(wanted);
    const Node node = static_cast<Node>(m_branches.size() - 1 + firstBranch);
    m_unique[place] = {node, hash};
    if (m_branches.size() * 2 > m_unique.size())
        grow();
    return node;
}

Node DiagramBuilder::combined(Operation operation, Node a, Node b)
{
    switch (operation) {
    case Operation::Unite:
        if (a == Diagram::full || b == Diagram::full)
            return Diagram::full;
        if (a == b || b == Diagram::empty)
            return a;
        if (a == Diagram::empty)
            return b;
        if (a > b)
            std::swap(a, b);
        break;
    case Operation::Intersect:
        if (a == Diagram::empty || b == Diagram::empty)
            return Diagram::empty;
        if (a == b || b == Diagram::full)
            return a;
        if (a == Diagram::full)
            return b;
        if (a > b)
            std::swap(a, b);
        break;
    case Operation::Subtract:
        if (a == b || a == Diagram::empty || b == Diagram::full)
            return Diagram::empty;
        if (b == Diagram::empty)
            return a;
        break;
    }
    const std::uint64_t operands = (std::uint64_t{a} << 32) | b;
    const std::uint32_t tag = 1 + static_cast<std::uint32_t>(operation);
    const std::uint64_t hash = mixed(operands + tag);
    if (const Remembered &entry = m_memory[hash & (m_memory.size() - 1)];
        entry.operands == operands && entry.operation == tag)
        return entry.result;

    const std::uint32_t level = std::min(levelOf(a), levelOf(b));
    const auto childrenOf = [&](Node node) {
        if (levelOf(node) != level)
            return std::pair{node, node};
        const Diagram::Branch &branch = m_branches[node - firstBranch];
        return std::pair{branch.low, branch.high};
    };
    const auto [lowA, highA] = childrenOf(a);
    const auto [lowB, highB] = childrenOf(b);
    const Node low = combined(operation, lowA, lowB);
    const Node high = combined(operation, highA, highB);
    const Node result = make(level, low, high);
    // The memory may have grown since it was asked.
    m_memory[hash & (m_memory.size() - 1)] = {operands, result, tag};
    return result;
}

Node DiagramBuilder::ofRule(const Rule &rule)
{
    if (!canMatch(rule))
        return Diagram::empty;
    Node node = Diagram::full;
    for (int bit = 0; bit < width(m_family); ++bit) {
        const Bits one = Bits{1} << bit;
        if ((rule.mask.bits & one) == 0)
            continue;
        const auto level = static_cast<std::uint32_t>(width(m_family) - 1 - bit);
        node = (rule.net.bits & one) != 0 ? make(level, Diagram::empty, node) : make(level, node, Diagram::empty);
    }
    return node;
}

Node DiagramBuilder::united(std::vector<Node> nodes)
{
    if (nodes.empty())
        return Diagram::empty;
    while (nodes.size() > 1) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < nodes.size(); i += 2)
            nodes[kept++] = i + 1 < nodes.size() ? united(nodes[i], nodes[i + 1]) : nodes[i];
        nodes.resize(kept);
    }
    return nodes.front();
}

Node DiagramBuilder::adopted(const Diagram &diagram)
{
    HugeVector<Node> here;
    here.reserve(diagram.branches().size() + firstBranch);
    here.push_back(Diagram::empty);
    here.push_back(Diagram::full);
    for (const Diagram::Branch &branch : diagram.branches())
        here.push_back(make(branch.level, here[branch.low], here[branch.high]));
    return here[diagram.root()];
}

template <AddressWord Word>
Node DiagramBuilder::adoptedBlock(const IntervalSet<Word> &intervals, int level, Word first, std::size_t begin,
                                  std::size_t end)
{
    if (begin == end)
        return Diagram::empty;
    const Word last = first | lowOnes<Word>(wordBits<Word> - level);
    if (intervals[begin].first <= first && intervals[begin].last >= last)
        return Diagram::full;
    const Word middle = first | (Word{1} << (wordBits<Word> - 1 - level));
    // The intervals that begin in the lower half; the last of them may reach into the upper one.
    std::size_t low = begin;
    for (std::size_t high = end; low < high;) {
        const std::size_t at = low + (high - low) / 2;
        if (intervals[at].first < middle)
            low = at + 1;
        else
            high = at;
    }
    const std::size_t upper = low > begin && intervals[low - 1].last >= middle ? low - 1 : low;
    const Node lowNode = adoptedBlock(intervals, level + 1, first, begin, low);
    const Node highNode = adoptedBlock(intervals, level + 1, middle, upper, end);
    return make(static_cast<std::uint32_t>(level), lowNode, highNode);
}

template <AddressWord Word>
Node DiagramBuilder::adopted(const IntervalSet<Word> &intervals)
{
    return adoptedBlock<Word>(intervals, 0, 0, 0, intervals.size());
}

template Node DiagramBuilder::adopted(const IntervalSet<std::uint32_t> &intervals);
template Node DiagramBuilder::adopted(const IntervalSet<Bits> &intervals);

Diagram DiagramBuilder::diagram(Node root) const
{
    if (root < firstBranch)
        return Diagram(m_family, {}, root);
    // Children are made before their parents, so that one walk down finds what the root reaches, and one up takes it.
    HugeVector<Node> taken;
    taken.assign(std::size_t{root} + 1, 0);
    taken[root] = 1;
    for (Node node = root; node >= firstBranch; --node) {
        if (taken[node] == 0)
            continue;
        const Diagram::Branch &branch = m_branches[node - firstBranch];
        taken[branch.low] = 1;
        taken[branch.high] = 1;
    }
    HugeVector<Diagram::Branch> branches;
    taken[Diagram::empty] = Diagram::empty;
    taken[Diagram::full] = Diagram::full;
    for (Node node = firstBranch; node <= root; ++node) {
        if (taken[node] == 0)
            continue;
        const Diagram::Branch &branch = m_branches[node - firstBranch];
        branches.push_back({taken[branch.low], taken[branch.high], branch.level});
        taken[node] = static_cast<Node>(branches.size() - 1 + firstBranch);
    }
    return Diagram(m_family, std::move(branches), taken[root]);
}

} // namespace relaytab
