#include "model/analysis/diagram.h"

#include <algorithm>

namespace relaytab {

namespace {

using Node = Diagram::Node;

constexpr Node firstBranch = 2;

/// What measure() knows of a node, about the addresses from its own level on.
struct Measure {
    Count count;
    Bits prefixes = 0;
    Bits intervals = 0;
    bool holdsFirst = false; ///< the lowest address
    bool holdsLast = false;
    int level = 0;
};

Count times2(const Count &count)
{
    return count + count;
}

/// The same set seen from `level`, which is above: every bit between doubles what is not the full set.
Measure seenFrom(int level, Measure node, bool full)
{
    for (; node.level > level; --node.level) {
        node.count = times2(node.count);
        if (full)
            continue;
        node.prefixes *= 2;
        node.intervals = node.intervals * 2 - (node.holdsFirst && node.holdsLast ? 1 : 0);
    }
    return node;
}

} // namespace

Diagram::Diagram(Family family, HugeVector<Branch> branches, Node root)
    : m_family(family), m_branches(std::move(branches)), m_root(root)
{
    measure();
}

int Diagram::levelOf(Node node) const
{
    return node < firstBranch ? width(m_family) : static_cast<int>(m_branches[node - firstBranch].level);
}

void Diagram::measure()
{
    std::vector<Measure> known(m_branches.size() + firstBranch);
    known[empty] = {.count = {}, .level = width(m_family)};
    known[full] = {.count = Count::of(1),
                   .prefixes = 1,
                   .intervals = 1,
                   .holdsFirst = true,
                   .holdsLast = true,
                   .level = width(m_family)};
    for (std::size_t i = 0; i < m_branches.size(); ++i) {
        const Branch &branch = m_branches[i];
        const int level = static_cast<int>(branch.level);
        const Measure low = seenFrom(level + 1, known[branch.low], branch.low == full);
        const Measure high = seenFrom(level + 1, known[branch.high], branch.high == full);
        known[i + firstBranch] = {.count = low.count + high.count,
                                  .prefixes = low.prefixes + high.prefixes,
                                  .intervals =
                                      low.intervals + high.intervals - (low.holdsLast && high.holdsFirst ? 1 : 0),
                                  .holdsFirst = low.holdsFirst,
                                  .holdsLast = high.holdsLast,
                                  .level = level};
    }
    const Measure whole = seenFrom(0, known[m_root], m_root == full);
    m_count = whole.count;
    m_prefixes = whole.prefixes;
    m_intervals = whole.intervals;
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
