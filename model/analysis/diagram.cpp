#include "model/analysis/diagram.h"

#include <algorithm>

namespace relaytab {

namespace {

using Node = Diagram::Node;

constexpr Node firstBranch = 2;

/// What measure() knows of a node, about the addresses from its own level on. Number holds a count of them, modulo its
/// size: only the count of the whole set can be as large as that.
template <typename Number>
struct Measure {
    Number count = 0;
    Number prefixes = 0;
    Number intervals = 0;
    bool holdsFirst = false; ///< the lowest address
    bool holdsLast = false;
};

/// The same set seen from `levels` levels above: each doubles what is not the full set.
template <typename Number>
Measure<Number> seenFrom(int levels, Measure<Number> node, bool full)
{
    if (levels == 0)
        return node;
    const auto times = [levels](Number number) { return number << (levels - 1) << 1; }; // by up to all bits there are
    node.count = times(node.count);
    if (full)
        return node;
    node.prefixes = times(node.prefixes);
    node.intervals = times(node.intervals);
    if (node.holdsFirst && node.holdsLast) // one copy runs into the next
        node.intervals -= times(1) - 1;
    return node;
}

} // namespace

Diagram::Diagram(Family family, HugeVector<Branch> branches, Node root)
    : m_family(family), m_branches(std::move(branches)), m_root(root)
{
    if (family == Family::IPv4)
        measure<std::uint64_t>();
    else
        measure<Bits>();
}

int Diagram::levelOf(Node node) const
{
    return node < firstBranch ? width(m_family) : static_cast<int>(m_branches[node - firstBranch].level);
}

template <typename Number>
void Diagram::measure()
{
    HugeVector<Measure<Number>> known;
    known.reserve(m_branches.size() + firstBranch);
    known.push_back({});
    known.push_back({.count = 1, .prefixes = 1, .intervals = 1, .holdsFirst = true, .holdsLast = true});
    const auto seen = [&](Node node, int level) { return seenFrom(levelOf(node) - level, known[node], node == full); };
    for (const Branch &branch : m_branches) {
        const auto low = seen(branch.low, static_cast<int>(branch.level) + 1);
        const auto high = seen(branch.high, static_cast<int>(branch.level) + 1);
        const Number joined = low.holdsLast && high.holdsFirst ? 1 : 0;
        known.push_back({.count = low.count + high.count,
                         .prefixes = low.prefixes + high.prefixes,
                         .intervals = low.intervals + high.intervals - joined,
                         .holdsFirst = low.holdsFirst,
                         .holdsLast = high.holdsLast});
    }
    const auto whole = seen(m_root, 0);
    m_count = m_root == full ? Count::power(width(m_family)) : Count::of(whole.count);
    m_prefixes = whole.prefixes;
    m_intervals = whole.intervals;
}

bool operator==(const Diagram &a, const Diagram &b)
{
    if (a.m_family != b.m_family || a.m_branches.size() != b.m_branches.size() || a.m_count != b.m_count)
        return false;
    HugeVector<Node> twins; // of a's nodes in b
    twins.assign(a.m_branches.size() + firstBranch, 0);
    const auto same = [&](const auto &self, Node nodeA, Node nodeB) {
        if (nodeA < firstBranch || nodeB < firstBranch)
            return nodeA == nodeB;
        if (twins[nodeA] != 0)
            return twins[nodeA] == nodeB;
        twins[nodeA] = nodeB;
        const Diagram::Branch &branchA = a.m_branches[nodeA - firstBranch];
        const Diagram::Branch &branchB = b.m_branches[nodeB - firstBranch];
        return branchA.level == branchB.level && self(self, branchA.low, branchB.low)
            && self(self, branchA.high, branchB.high);
    };
    return same(same, a.m_root, b.m_root);
}

bool Diagram::contains(Bits address) const
{
    Node node = m_root;
    while (node >= firstBranch) {
        const Branch &branch = m_branches[node - firstBranch];
        const bool one = ((address >> (width(m_family) - 1 - static_cast<int>(branch.level))) & 1) != 0;
        node = one ? branch.high : branch.low;
    }
    return node == full;
}

Bits Diagram::first() const
{
    Bits address = 0;
    Node node = m_root;
    while (node >= firstBranch) {
        const Branch &branch = m_branches[node - firstBranch];
        // Reduced: whatever is not the empty node holds an address.
        if (branch.low != empty) {
            node = branch.low;
        } else {
            address |= Bits{1} << (width(m_family) - 1 - static_cast<int>(branch.level));
            node = branch.high;
        }
    }
    return address;
}

bool Diagram::visitBelow(Node node, int level, Bits first, const std::function<bool(Bits, int)> &visit) const
{
    if (node == empty)
        return true;
    if (node == full)
        return visit(first, level);
    const Bits half = Bits{1} << (width(m_family) - 1 - level);
    if (levelOf(node) > level) // the bit is not looked at: both halves are alike
        return visitBelow(node, level + 1, first, visit) && visitBelow(node, level + 1, first | half, visit);
    const Branch &branch = m_branches[node - firstBranch];
    return visitBelow(branch.low, level + 1, first, visit) && visitBelow(branch.high, level + 1, first | half, visit);
}

bool Diagram::visitPrefixes(const std::function<bool(Bits, int)> &visit) const
{
    return visitBelow(m_root, 0, 0, visit);
}

bool Diagram::visitIntervals(const std::function<bool(Bits, Bits)> &visit) const
{
    std::optional<Interval<Bits>> open;
    const bool done = visitPrefixes([&](Bits first, int length) {
        const Bits last = first + lowOnes<Bits>(width(m_family) - length);
        if (open && first - open->last == 1) {
            open->last = last;
            return true;
        }
        const bool more = !open || visit(open->first, open->last);
        open = Interval<Bits>{first, last};
        return more;
    });
    return done && (!open || visit(open->first, open->last));
}

} // namespace relaytab
