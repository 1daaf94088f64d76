#include "model/analysis/list_cover.h"

#include <algorithm>

#include "model/analysis/mask_fault.h"
#include "model/analysis/public_space.h"

namespace relaytab {

namespace {

bool meet(const Rule &a, const Rule &b)
{
    return ((a.net.bits ^ b.net.bits) & a.mask.bits & b.mask.bits) == 0;
}

/// Every address of `inner` is one of `outer`.
bool contains(const Rule &outer, const Rule &inner)
{
    return (outer.mask.bits & ~inner.mask.bits) == 0 && (inner.net.bits & outer.mask.bits) == outer.net.bits;
}

/// Equal for rules with gaps that match the same addresses.
std::pair<Bits, Bits> keyOf(const GapRow &gap)
{
    return {gap.rule.net.bits, gap.rule.mask.bits};
}

bool keyLess(const GapRow &a, const GapRow &b)
{
    return keyOf(a) < keyOf(b);
}

template <AddressWord Word>
Interval<Word> blockOf(const Rule &prefix)
{
    const auto net = static_cast<Word>(prefix.net.bits);
    return {net, net | static_cast<Word>(~static_cast<Word>(prefix.mask.bits))};
}

template <AddressWord Word>
Rule ruleOf(const Interval<Word> &block)
{
    const Family family = familyOf<Word>;
    return {{block.first, family}, {~Bits{block.first ^ block.last} & allOnes(family), family}};
}

/// A rule that may take part in a cover, and the row that has it.
struct Candidate {
    Rule rule;
    RowNumber row;
};

/// Rows of the candidates that match all that they match of the target together, and of which none can be left out:
/// first those that match much, then without those that turned out to be needless.
std::vector<RowNumber> irredundant(const Rule &target, std::vector<Candidate> candidates)
{
    const auto share = [&](const Candidate &candidate) {
        return freeBits({candidate.rule.mask.bits | target.mask.bits, target.mask.family});
    };
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](const Candidate &a, const Candidate &b) { return share(a) > share(b); });
    DiagramBuilder builder(target.net.family);
    const Diagram::Node whole = builder.ofRule(target);
    std::vector<Diagram::Node> taken;
    std::vector<RowNumber> rows;
    Diagram::Node covered = Diagram::empty;
    for (const Candidate &candidate : candidates) {
        const Diagram::Node part = builder.intersected(builder.ofRule(candidate.rule), whole);
        const Diagram::Node more = builder.united(covered, part);
        if (more == covered)
            continue;
        covered = more;
        taken.push_back(part);
        rows.push_back(candidate.row);
    }
    // From the smallest on: needless is what those before it and those kept behind it match as well.
    std::vector<Diagram::Node> before{Diagram::empty};
    for (const Diagram::Node part : taken)
        before.push_back(builder.united(before.back(), part));
    Diagram::Node kept = Diagram::empty;
    std::vector<RowNumber> needed;
    for (std::size_t i = taken.size(); i-- > 0;) {
        if (builder.united(before[i], kept) == covered)
            continue;
        kept = builder.united(kept, taken[i]);
        needed.push_back(rows[i]);
    }
    std::sort(needed.begin(), needed.end());
    return needed;
}

} // namespace

template <AddressWord Word>
ListCover<Word>::ListCover(SortedPrefixes<Word> &&prefixes, std::span<const GapRow> gaps)
    : m_forest(std::move(prefixes)), m_intervals(m_forest.intervals())
{
    for (const GapRow &gap : gaps)
        if (gap.rule.net.family == familyOf<Word>)
            m_gaps.push_back(gap);
    // Of equal rules only the first row stays: they stand together when sorted, the first row first.
    std::stable_sort(m_gaps.begin(), m_gaps.end(), keyLess);
    const auto equal = [](const GapRow &a, const GapRow &b) { return keyOf(a) == keyOf(b); };
    m_gaps.erase(std::unique(m_gaps.begin(), m_gaps.end(), equal), m_gaps.end());
    if (m_gaps.empty())
        return;
    // In balanced pairs: what is in either, and what is in both or was in two before.
    struct Part {
        Diagram::Node once;
        Diagram::Node twice;
    };
    DiagramBuilder builder(familyOf<Word>);
    std::vector<Part> parts;
    for (const GapRow &gap : m_gaps)
        parts.push_back({builder.ofRule(gap.rule), Diagram::empty});
    while (parts.size() > 1) {
        std::size_t next = 0;
        for (std::size_t i = 0; i < parts.size(); i += 2) {
            Part part = parts[i];
            if (i + 1 < parts.size()) {
                const Part &other = parts[i + 1];
                part.twice =
                    builder.united(builder.united(part.twice, other.twice), builder.intersected(part.once, other.once));
                part.once = builder.united(part.once, other.once);
            }
            parts[next++] = part;
        }
        parts.resize(next);
    }
    m_once = CountedDiagram<Word>(builder.diagram(parts[0].once));
    m_twice = CountedDiagram<Word>(builder.diagram(parts[0].twice));
}

/// The rule's own node, to be left out.
template <AddressWord Word>
auto ListCover<Word>::nodesOf(const Rule &rule) const -> std::vector<Node>
{
    if (hasGaps(rule.mask))
        return {};
    const auto node = m_forest.find(blockOf<Word>(rule));
    return node ? std::vector{*node} : std::vector<Node>{};
}

template <AddressWord Word>
std::optional<RowNumber> ListCover<Word>::same(const Rule &rule) const
{
    if (!hasGaps(rule.mask)) {
        const auto node = m_forest.find(blockOf<Word>(rule));
        return node ? std::optional{m_forest.row(*node)} : std::nullopt;
    }
    const auto gap =
        std::find_if(m_gaps.begin(), m_gaps.end(), [&](const GapRow &other) { return sameMatches(other.rule, rule); });
    return gap == m_gaps.end() ? std::nullopt : std::optional{gap->row};
}

template <AddressWord Word>
std::optional<RowNumber> ListCover<Word>::around(const Rule &rule) const
{
    std::optional<RowNumber> row;
    int most = freeBits(rule.mask);
    // The rule's first address lies in every prefix around the rule; the widest of these is around it, or none is.
    const Word first = static_cast<Word>(rule.net.bits);
    if (const auto node = m_forest.widestAround({first, first})) {
        const Rule prefix = ruleOf(m_forest.block(*node));
        if (contains(prefix, rule) && freeBits(prefix.mask) > most) {
            row = m_forest.row(*node);
            most = freeBits(prefix.mask);
        }
    }
    // A single rule around a prefix fills it: without a look at each rule, most prefixes are not.
    if (!hasGaps(rule.mask) && m_once.countIn(rule) != static_cast<Measure<Word>>(matchCount(rule).low))
        return row;
    for (const GapRow &gap : m_gaps) {
        const int free = freeBits(gap.rule.mask);
        if ((free > most || (free == most && row && gap.row < *row)) && contains(gap.rule, rule)) {
            row = gap.row;
            most = free;
        }
    }
    return row;
}

template <AddressWord Word>
Count ListCover<Word>::covered(const Rule &rule, const std::vector<Node> &gone, const CountedDiagram<Word> &gaps) const
{
    if (freeBits(rule.mask) == 128) { // 2^128 is no Measure; its halves are
        const Mask half = Mask::prefix(Family::IPv6, 1);
        const Rule upper{{half.bits, Family::IPv6}, half};
        return covered(Rule{{0, Family::IPv6}, half}, gone, gaps) + covered(upper, gone, gaps);
    }
    const bool prefix = !hasGaps(rule.mask);
    const Measure<Word> byPrefixes = prefix ? m_forest.covered(blockOf<Word>(rule), gone)
        : m_intervals.isEmpty()             ? 0
                                            : CubeWalk<Word>(rule).countIn(m_intervals);
    const Measure<Word> byGaps = gaps.isEmpty() ? 0 : gaps.countIn(rule);
    if (byPrefixes == 0 || byGaps == 0)
        return Count::of(byPrefixes + byGaps);
    if (gone.empty())
        return Count::of(byPrefixes + byGaps - gaps.countIn(rule, m_intervals));
    IntervalSet<Word> others;
    m_forest.visitWidest(blockOf<Word>(rule), gone, [&](Node node) {
        others.append(m_forest.block(node));
        return true;
    });
    return Count::of(byPrefixes + byGaps - gaps.countIn(rule, others));
}

/// The widest prefixes that meet the rule, in address order, until `visit` returns false.
template <AddressWord Word>
template <typename Visit>
void ListCover<Word>::visitPrefixes(const Rule &rule, const std::vector<Node> &gone, Visit visit) const
{
    if (!hasGaps(rule.mask)) {
        m_forest.visitWidest(blockOf<Word>(rule), gone, visit);
        return;
    }
    if (m_forest.isEmpty())
        return;
    const CubeWalk<Word> walk(rule);
    for (auto match = walk.next(0); match;) {
        const auto node = m_forest.outermostFrom(*match);
        if (!node)
            return;
        const auto [first, last] = m_forest.block(*node);
        if (first > *match)
            match = walk.next(first);
        if (match && *match > last)
            continue;
        if (!match || !visit(*node) || last == maxWord<Word>)
            return;
        match = walk.next(last + 1);
    }
}

/// A quick look at a rule with gaps: true when one of the few addresses tried is matched by nothing else.
template <AddressWord Word>
bool ListCover<Word>::missesSome(const Rule &rule, const CountedDiagram<Word> &gaps) const
{
    const CubeWalk<Word> walk(rule);
    std::size_t i = 0;
    for (auto match = walk.next(0); match;) {
        i = m_intervals.reach(*match, i);
        const bool inside = i < m_intervals.size() && m_intervals[i].first <= *match;
        if (!inside && !gaps.contains(*match))
            return true;
        if (i == m_intervals.size() || m_intervals[i].last == maxWord<Word>)
            return false;
        match = walk.next(m_intervals[i].last + 1);
    }
    return false;
}

template <AddressWord Word>
bool ListCover<Word>::coveredByOthers(const Rule &rule) const
{
    if (around(rule))
        return true;
    const bool gap = hasGaps(rule.mask);
    const CountedDiagram<Word> &gaps = gap && same(rule) ? m_twice : m_once;
    if (gap && missesSome(rule, gaps))
        return false;
    return covered(rule, nodesOf(rule), gaps) == matchCount(rule);
}

template <AddressWord Word>
Count ListCover<Word>::covered(const Rule &rule) const
{
    return covered(rule, {}, m_once);
}

template <AddressWord Word>
std::vector<RowNumber> ListCover<Word>::covering(const Rule &rule, const std::vector<Node> &gone, bool sameToo,
                                                 std::size_t limit) const
{
    std::vector<Candidate> candidates;
    visitPrefixes(rule, gone, [&](Node node) {
        candidates.push_back({ruleOf(m_forest.block(node)), m_forest.row(node)});
        return candidates.size() < limit;
    });
    bool gaps = false;
    for (const GapRow &gap : m_gaps) {
        if (candidates.size() >= limit)
            break;
        if (!meet(gap.rule, rule) || (!sameToo && sameMatches(gap.rule, rule)))
            continue;
        candidates.push_back({gap.rule, gap.row});
        gaps = true;
    }
    if (gaps)
        return irredundant(rule, std::move(candidates));
    // Apart from each other: each is needed.
    std::vector<RowNumber> rows;
    for (const Candidate &candidate : candidates)
        rows.push_back(candidate.row);
    std::sort(rows.begin(), rows.end());
    return rows;
}

template <AddressWord Word>
std::vector<RowNumber> ListCover<Word>::coveringOthers(const Rule &rule, std::size_t limit) const
{
    return covering(rule, nodesOf(rule), false, limit);
}

template <AddressWord Word>
std::vector<RowNumber> ListCover<Word>::covering(const Rule &rule, std::size_t limit) const
{
    return covering(rule, {}, true, limit);
}

template class ListCover<std::uint32_t>;
template class ListCover<Bits>;

} // namespace relaytab
