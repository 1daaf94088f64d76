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

/// What both match; they meet.
Rule commonRule(const Rule &a, const Rule &b)
{
    const Family family = a.net.family;
    return {{a.net.bits | b.net.bits, family}, {a.mask.bits | b.mask.bits, family}};
}

/// Every address of `inner` is one of `outer`.
bool contains(const Rule &outer, const Rule &inner)
{
    return (outer.mask.bits & ~inner.mask.bits) == 0 && (inner.net.bits & outer.mask.bits) == outer.net.bits;
}

/// Equal for rules with gaps that match the same addresses.
std::pair<Bits, Bits> keyOf(const GapRow &gap)
{
    return {gap.rule.mask.bits, gap.rule.net.bits};
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

template <AddressWord Word>
CountedDiagram<Word> unionOf(const std::vector<GapRow> &gaps)
{
    DiagramBuilder builder(familyOf<Word>);
    std::vector<Diagram::Node> nodes;
    for (const GapRow &gap : gaps)
        nodes.push_back(builder.ofRule(gap.rule));
    return CountedDiagram<Word>(builder.diagram(builder.united(std::move(nodes))));
}

/// 2^128 is no Measure; its halves are.
std::array<Rule, 2> halvesOfEverything()
{
    const Mask half = Mask::prefix(Family::IPv6, 1);
    return {Rule{{0, Family::IPv6}, half}, Rule{{half.bits, Family::IPv6}, half}};
}

} // namespace

template <AddressWord Word>
ListCover<Word>::ListCover(SortedPrefixes<Word> &&prefixes, std::span<const GapRow> gaps)
    : m_forest(std::move(prefixes)), m_intervals(m_forest.intervals())
{
    for (const GapRow &gap : gaps)
        if (gap.rule.net.family == familyOf<Word>)
            m_gaps.push_back(gap);
    // Of equal rules only the first row stays: they stand together when sorted, the first row first. Rules with equal
    // masks stand together as well, and what is united of them stays small.
    std::stable_sort(m_gaps.begin(), m_gaps.end(), keyLess);
    const auto equal = [](const GapRow &a, const GapRow &b) { return keyOf(a) == keyOf(b); };
    m_gaps.erase(std::unique(m_gaps.begin(), m_gaps.end(), equal), m_gaps.end());
    if (!m_gaps.empty())
        m_gapUnion = unionOf<Word>(m_gaps);
}

/// The rule's own node, to be left out.
template <AddressWord Word>
auto ListCover<Word>::nodesOf(const Rule &rule) const -> Nodes
{
    if (hasGaps(rule.mask))
        return {};
    const auto node = m_forest.find(blockOf<Word>(rule));
    return node ? Nodes{*node} : Nodes{};
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
    if (!hasGaps(rule.mask) && m_gapUnion.countIn(rule) != static_cast<Measure<Word>>(matchCount(rule).low))
        return row;
    for (const GapRow &gap : m_gaps) {
        if (!contains(gap.rule, rule))
            continue;
        const int free = freeBits(gap.rule.mask);
        if (free > most || (free == most && row && gap.row < *row)) {
            row = gap.row;
            most = free;
        }
    }
    return row;
}

/// How much of the rule prefixes match and how much rules with gaps; some addresses may be in both.
template <AddressWord Word>
auto ListCover<Word>::partsOf(const Rule &rule, const Nodes &gone, const CountedDiagram<Word> &gaps) const -> Parts
{
    const Measure<Word> byGaps = gaps.isEmpty() ? 0 : gaps.countIn(rule);
    if (!hasGaps(rule.mask))
        return {m_forest.covered(blockOf<Word>(rule), gone), byGaps};
    return {m_intervals.isEmpty() ? 0 : CubeWalk<Word>(rule).countIn(m_intervals), byGaps};
}

/// How much of the rule both match: far dearer to count than either.
template <AddressWord Word>
Measure<Word> ListCover<Word>::inBoth(const Rule &rule, const Nodes &gone, const CountedDiagram<Word> &gaps) const
{
    if (gone.empty())
        return gaps.countIn(rule, m_intervals);
    IntervalSet<Word> others;
    m_forest.visitWidest(blockOf<Word>(rule), gone, [&](Node node) {
        others.append(m_forest.block(node));
        return true;
    });
    return gaps.countIn(rule, others);
}

template <AddressWord Word>
bool ListCover<Word>::matchesAll(const Rule &rule, const Nodes &gone, const CountedDiagram<Word> &gaps) const
{
    if (freeBits(rule.mask) == 128) {
        const auto halves = halvesOfEverything();
        return matchesAll(halves[0], gone, gaps) && matchesAll(halves[1], gone, gaps);
    }
    const auto size = static_cast<Measure<Word>>(matchCount(rule).low);
    const Parts parts = partsOf(rule, gone, gaps);
    if (parts.prefixes == size || parts.gaps == size)
        return true;
    return parts.prefixes + parts.gaps >= size && parts.prefixes + parts.gaps - inBoth(rule, gone, gaps) == size;
}

/// The same of a rule with gaps, where only some rows with gaps count; most rules are not covered, and that shows soon.
template <AddressWord Word>
bool ListCover<Word>::gapMatchedBy(const Rule &rule, const std::vector<GapRow> &others) const
{
    if (missesSome(rule, others))
        return false;
    const auto size = static_cast<Measure<Word>>(matchCount(rule).low);
    Measure<Word> atMost = m_intervals.isEmpty() ? 0 : CubeWalk<Word>(rule).countIn(m_intervals);
    for (const GapRow &other : others) {
        if (atMost >= size)
            break;
        atMost += static_cast<Measure<Word>>(matchCount(commonRule(other.rule, rule)).low);
    }
    return atMost >= size && matchesAll(rule, {}, unionOf<Word>(others));
}

/// The rows with gaps that match some of the rule and are not the same.
template <AddressWord Word>
std::vector<GapRow> ListCover<Word>::gapsMeeting(const Rule &rule) const
{
    std::vector<GapRow> rows;
    for (const GapRow &gap : m_gaps)
        if (meet(gap.rule, rule) && !sameMatches(gap.rule, rule))
            rows.push_back(gap);
    return rows;
}

/// The widest prefixes that meet the rule, in address order. Stops when `visit` returns false, and returns false then.
template <AddressWord Word>
template <typename Visit>
bool ListCover<Word>::visitPrefixes(const Rule &rule, const Nodes &gone, Visit visit) const
{
    if (!hasGaps(rule.mask))
        return m_forest.visitWidest(blockOf<Word>(rule), gone, visit);
    const CubeWalk<Word> walk(rule);
    for (auto match = walk.next(0); match;) {
        const auto node = m_forest.outermostFrom(*match);
        if (!node)
            break;
        const auto [first, last] = m_forest.block(*node);
        if (first > *match)
            match = walk.next(first);
        if (match && *match > last)
            continue;
        if (match && !visit(*node))
            return false;
        match = match && last != maxWord<Word> ? walk.next(last + 1) : std::nullopt;
    }
    return true;
}

/// A quick look at a rule with gaps: true when one of a few addresses is matched by no prefix and none of these rows.
template <AddressWord Word>
bool ListCover<Word>::missesSome(const Rule &rule, const std::vector<GapRow> &gaps) const
{
    constexpr int tries = 64;
    const CubeWalk<Word> walk(rule);
    auto match = walk.next(0);
    std::size_t i = 0;
    for (int tried = 0; tried < tries && match; ++tried) {
        i = m_intervals.reach(*match, i);
        const bool inside = i < m_intervals.size() && m_intervals[i].first <= *match;
        const Address address{*match, familyOf<Word>};
        if (!inside
            && std::none_of(gaps.begin(), gaps.end(), [&](const GapRow &gap) { return matches(gap.rule, address); }))
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
    return hasGaps(rule.mask) ? gapMatchedBy(rule, gapsMeeting(rule)) : matchesAll(rule, nodesOf(rule), m_gapUnion);
}

template <AddressWord Word>
Share ListCover<Word>::shareOf(const Rule &rule) const
{
    if (around(rule) || same(rule))
        return Share::All;
    if (!hasGaps(rule.mask)) {
        const bool some = m_gapUnion.meets(rule) || !visitPrefixes(rule, {}, [](Node) { return false; });
        return !some ? Share::None : matchesAll(rule, {}, m_gapUnion) ? Share::All : Share::Some;
    }
    const std::vector<GapRow> gaps = gapsMeeting(rule);
    if (gaps.empty() && visitPrefixes(rule, {}, [](Node) { return false; }))
        return Share::None;
    return gapMatchedBy(rule, gaps) ? Share::All : Share::Some;
}

template <AddressWord Word>
Count ListCover<Word>::covered(const Rule &rule) const
{
    if (freeBits(rule.mask) == 128) {
        const auto halves = halvesOfEverything();
        return covered(halves[0]) + covered(halves[1]);
    }
    const Parts parts = partsOf(rule, {}, m_gapUnion);
    return Count::of(parts.prefixes + parts.gaps
                     - (parts.prefixes == 0 || parts.gaps == 0 ? 0 : inBoth(rule, {}, m_gapUnion)));
}

template <AddressWord Word>
std::vector<RowNumber> ListCover<Word>::covering(const Rule &rule, const Nodes &gone, bool sameToo,
                                                 std::size_t limit) const
{
    std::vector<Candidate> candidates;
    visitPrefixes(rule, gone, [&](Node node) {
        candidates.push_back({ruleOf(m_forest.block(node)), m_forest.row(node)});
        return candidates.size() < limit;
    });
    std::vector<GapRow> gaps = gapsMeeting(rule);
    if (sameToo && hasGaps(rule.mask))
        if (const auto row = same(rule))
            gaps.push_back({rule, *row});
    for (const GapRow &gap : gaps)
        if (candidates.size() < limit)
            candidates.push_back({gap.rule, gap.row});
    if (!gaps.empty())
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
