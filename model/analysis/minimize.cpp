#include "model/analysis/minimize.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "model/analysis/address_set.h"
#include "model/analysis/family_set.h"
#include "model/analysis/gap_cover.h"
#include "model/analysis/prefix_blocks.h"

namespace relaytab {

namespace {

/// A rule of the smallest list.
struct Unit {
    std::size_t number = 0; ///< within its family, from 0
    Rule rule;
};

/// What becomes of the rules of one family.
template <AddressWord Word>
class FamilyPlan
{
public:
    FamilyPlan(const SortedPrefixes<Word> &prefixes, std::vector<GapRow> gapRows, const FamilySet<Word> &whole);

    [[nodiscard]] std::size_t size() const { return m_blocks.size() + m_gapRules.size(); }
    /// The unit that stands for a rule of the list, which is enabled and can match.
    [[nodiscard]] Unit unitOf(const Rule &rule) const;
    /// Calls visit(row, number of its unit, whether the row is what the unit is) for each row that can match, those of
    /// prefixes in address order: a walk, where asking for one after the other would be a search each.
    template <typename Visit>
    void visitRows(const Visit &visit) const;
    /// True when rules with gaps became several prefixes each, so that a unit may have no rule it stands for alone.
    [[nodiscard]] bool splitsRules() const { return m_splits; }
    /// All units in order; only where splitsRules().
    [[nodiscard]] std::vector<Unit> units() const;

private:
    using Key = std::pair<Bits, Bits>; ///< net and mask

    [[nodiscard]] Interval<Word> prefix(std::size_t i) const
    {
        const Word net = m_prefixes.net(i);
        return {net, net | lowOnes<Word>(wordBits<Word> - m_prefixes.length(i))};
    }
    void planGaps();
    [[nodiscard]] Unit gapUnit(std::size_t index) const { return {m_blocks.size() + index, m_gapRules[index]}; }

    const SortedPrefixes<Word> &m_prefixes;
    std::vector<GapRow> m_gapRows;
    PrefixBlocks<Word> m_blocks;
    std::vector<Rule> m_gapRules; ///< those that are left
    std::map<Key, std::size_t> m_gapRuleOf; ///< by rule of the list, an index into m_gapRules
    std::unordered_map<std::size_t, std::size_t> m_coveredBlocks; ///< by block, an index into m_gapRules
    bool m_splits = false;
};

template <AddressWord Word>
FamilyPlan<Word>::FamilyPlan(const SortedPrefixes<Word> &prefixes, std::vector<GapRow> gapRows,
                             const FamilySet<Word> &whole)
    : m_prefixes(prefixes), m_gapRows(std::move(gapRows))
{
    if (const auto *intervals = whole.intervals(); intervals != nullptr && m_gapRows.empty()) {
        m_blocks = PrefixBlocks<Word>(*intervals);
        return;
    }
    planGaps();
    if (whole.prefixCount() < size() - m_coveredBlocks.size()) {
        IntervalSet<Word> intervals;
        whole.visitPrefixes([&](Bits first, int length) {
            const Word begin = static_cast<Word>(first);
            intervals.append({begin, begin | lowOnes<Word>(wordBits<Word> - length)});
            return true;
        });
        m_blocks = PrefixBlocks<Word>(std::move(intervals));
        m_gapRules.clear();
        m_gapRuleOf.clear();
        m_coveredBlocks.clear();
        m_splits = true;
    }
}

template <AddressWord Word>
template <typename Visit>
void FamilyPlan<Word>::visitRows(const Visit &visit) const
{
    typename PrefixBlocks<Word>::Block block{};
    std::size_t number = 0;
    std::size_t interval = 0;
    for (std::size_t i = 0; i < m_prefixes.size(); ++i) {
        const Interval<Word> piece = prefix(i);
        if (i == 0 || piece.first - block.first > lowOnes<Word>(block.host)) {
            block = m_blocks.find(piece.first, interval);
            interval = block.interval;
            const auto covered = m_coveredBlocks.find(block.number);
            number = covered == m_coveredBlocks.end() ? block.number : m_blocks.size() + covered->second;
        }
        const bool same = number == block.number && piece.first == block.first
            && piece.last - piece.first == lowOnes<Word>(block.host);
        visit(m_prefixes.row(i), number, same);
    }
    for (const GapRow &row : m_gapRows) {
        const Unit unit = unitOf(row.rule);
        visit(row.row, unit.number, sameMatches(unit.rule, row.rule));
    }
}

template <AddressWord Word>
std::vector<Unit> FamilyPlan<Word>::units() const
{
    std::vector<Unit> result;
    for (std::size_t i = 0; i < m_blocks.intervals().size(); ++i) {
        const auto [first, last] = m_blocks.intervals()[i];
        for (Word address = first;;) {
            const auto block = m_blocks.find(address);
            result.push_back({block.number, block.rule()});
            const Word blockLast = address | lowOnes<Word>(block.host);
            if (blockLast == last)
                break;
            address = blockLast + 1;
        }
    }
    return result;
}

template <AddressWord Word>
void FamilyPlan<Word>::planGaps()
{
    std::vector<Rule> gapRules;
    for (const GapRow &row : m_gapRows)
        gapRules.push_back(row.rule);
    HugeVector<Interval<Word>> pieces(m_prefixes.size());
    for (std::size_t i = 0; i < pieces.size(); ++i)
        pieces[i] = prefix(i);

    const MergedRules merged = mergedRules(gapRules);
    std::vector<std::optional<std::size_t>> place(merged.rules.size());
    std::vector<Rule> withGaps;
    for (std::size_t i = 0; i < merged.rules.size(); ++i) {
        if (prefixLength(merged.rules[i].mask)) {
            pieces.push_back(intervalOf<Word>(merged.rules[i]));
        } else {
            place[i] = withGaps.size();
            withGaps.push_back(merged.rules[i]);
        }
    }
    m_blocks = PrefixBlocks<Word>(IntervalSet<Word>(std::move(pieces)));

    std::vector<std::optional<std::size_t>> left(withGaps.size());
    const auto dropped = coveredRules(withGaps, m_blocks.intervals());
    for (std::size_t i = 0, next = 0; i < withGaps.size(); ++i) {
        if (next < dropped.size() && dropped[next] == i) {
            ++next;
            continue;
        }
        left[i] = m_gapRules.size();
        m_gapRules.push_back(withGaps[i]);
    }
    for (std::size_t i = 0; i < gapRules.size(); ++i)
        if (const auto at = place[merged.mergedInto[i]]; at && left[*at])
            m_gapRuleOf.emplace(Key{gapRules[i].net.bits, gapRules[i].mask.bits}, *left[*at]);
    for (const auto &[block, rule] : coveredBlocks(m_blocks, m_gapRules))
        m_coveredBlocks.emplace(block, rule);
}

template <AddressWord Word>
Unit FamilyPlan<Word>::unitOf(const Rule &rule) const
{
    const auto net = static_cast<Word>(rule.net.bits);
    if (!m_gapRules.empty()) {
        if (const auto found = m_gapRuleOf.find({rule.net.bits, rule.mask.bits}); found != m_gapRuleOf.end())
            return gapUnit(found->second);
        // A rule with gaps that was dropped: whoever matches its first address stands for it.
        if (!m_blocks.intervals().contains(net))
            for (std::size_t i = 0; i < m_gapRules.size(); ++i)
                if (matches(m_gapRules[i], rule.net))
                    return gapUnit(i);
    }
    const auto block = m_blocks.find(net);
    if (!m_coveredBlocks.empty())
        if (const auto covered = m_coveredBlocks.find(block.number); covered != m_coveredBlocks.end())
            return gapUnit(covered->second);
    return {block.number, block.rule()};
}

/// Comments of rows that became one, each once, in the order of the rows.
class Comments
{
public:
    void add(std::size_t unit, std::string_view comment)
    {
        std::vector<std::string> &texts = m_texts[unit];
        if (std::ranges::find(texts, comment) == texts.end())
            texts.emplace_back(comment);
    }
    /// With the row's own comment first.
    [[nodiscard]] std::string joined(std::size_t unit, std::string_view own) const
    {
        std::string result(own);
        const auto found = m_texts.find(unit);
        if (found == m_texts.end())
            return result;
        for (const std::string &text : found->second)
            if (text != own)
                result += (result.empty() ? "" : "; ") + text;
        return result;
    }
    [[nodiscard]] bool isEmpty() const { return m_texts.empty(); }

private:
    std::unordered_map<std::size_t, std::vector<std::string>> m_texts;
};

/// Makes the smallest list of rows that may have any mask of both families.
class Minimizer
{
public:
    Minimizer(const RuleList &list, const FlatList &flat, const AddressSet &set)
        : m_list(list),
          m_flat(flat),
          m_v4(m_flat.ipv4, gapRows(Family::IPv4), set.ipv4()),
          m_v6(m_flat.ipv6, gapRows(Family::IPv6), set.ipv6()),
          m_holders(m_v4.size() + m_v6.size())
    {
        findHolders();
        gatherComments();
        writeRows();
        writeSplit(m_v4, 0);
        writeSplit(m_v6, m_v4.size());
    }

    [[nodiscard]] MinimizedList result() && { return std::move(m_result); }

private:
    /// The row in whose place a unit stands.
    struct Holder {
        RowNumber row = noRow;
        bool asItIs = false; ///< the row is what the unit is
    };

    [[nodiscard]] Unit unitOf(const Rule &rule) const
    {
        if (rule.net.family == Family::IPv4)
            return m_v4.unitOf(rule);
        Unit unit = m_v6.unitOf(rule);
        unit.number += m_v4.size();
        return unit;
    }
    [[nodiscard]] std::vector<GapRow> gapRows(Family family) const
    {
        std::vector<GapRow> rows;
        std::ranges::copy_if(m_flat.gaps, std::back_inserter(rows),
                             [family](const GapRow &row) { return row.rule.net.family == family; });
        return rows;
    }
    void findHolders();
    void gatherComments();
    void writeRows();
    void append(const Rule &rule, const std::string &comment, RuleList::Origin origin);
    /// Units that stand for a part of a rule only have no row to stand in the place of: they come last.
    template <AddressWord Word>
    void writeSplit(const FamilyPlan<Word> &plan, std::size_t numbersFrom)
    {
        if (!plan.splitsRules())
            return;
        for (const Unit &unit : plan.units())
            if (m_holders[numbersFrom + unit.number].row == noRow)
                m_result.rows.append(unit.rule);
    }

    const RuleList &m_list;
    const FlatList &m_flat;
    FamilyPlan<std::uint32_t> m_v4;
    FamilyPlan<Bits> m_v6;
    enum class Role : std::uint8_t { None, Stands, StandsAsItIs };

    HugeVector<Holder> m_holders; ///< by unit
    HugeVector<Role> m_roles; ///< by row: what its unit's holder says of it
    HugeVector<RowNumber> m_unitOf; ///< by row; noRow for one that is left alone or matches nothing
    Comments m_comments;
    MinimizedList m_result;
};

void Minimizer::findHolders()
{
    std::ranges::fill(m_holders, Holder{});
    m_unitOf.assign(m_list.size(), noRow);
    const auto visitor = [this](std::size_t numbersFrom) {
        return [this, numbersFrom](RowNumber row, std::size_t number, bool same) {
            m_unitOf[row] = static_cast<RowNumber>(numbersFrom + number);
            Holder &holder = m_holders[numbersFrom + number];
            if (same == holder.asItIs ? row < holder.row : same)
                holder = {row, same};
        };
    };
    m_v4.visitRows(visitor(0));
    m_v6.visitRows(visitor(m_v4.size()));
    m_roles.assign(m_list.size(), Role::None);
    for (const Holder &holder : m_holders)
        if (holder.row != noRow)
            m_roles[holder.row] = holder.asItIs ? Role::StandsAsItIs : Role::Stands;
}

void Minimizer::gatherComments()
{
    RowNumber row = 0;
    for (const RuleList::RowView view : m_list) {
        if (!view.comment().empty() && m_unitOf[row] != noRow)
            m_comments.add(m_unitOf[row], view.comment());
        ++row;
    }
}

void Minimizer::writeRows()
{
    // One number a row serves for both questions, because fresh memory costs more than all the rest: which unit has
    // the row, and for one that is left alone where it stands now, counted from behind the units.
    const auto units = static_cast<RowNumber>(m_holders.size());
    HugeVector<RowNumber> written(units, noRow); // by unit, its row in the result
    RowNumber row = 0;
    for (const RuleList::RowView view : m_list) {
        const auto next = static_cast<RowNumber>(m_result.rows.size());
        const Role role = m_roles[row];
        if (role == Role::None) {
            if (m_unitOf[row] == noRow && !view.activeRule()) {
                m_unitOf[row] = units + next;
                m_result.rows.append(view.row(), view.origin());
            }
        } else {
            const RowNumber unit = m_unitOf[row];
            written[unit] = next;
            const bool asItIs = role == Role::StandsAsItIs;
            const std::string comment = m_comments.isEmpty() ? std::string() : m_comments.joined(unit, view.comment());
            if (asItIs && comment == view.comment())
                m_result.rows.append(view);
            else
                append(asItIs ? *view.rule() : unitOf(*view.rule()).rule, comment, asItIs ? view.origin() : 0);
        }
        ++row;
    }
    for (RowNumber &unit : m_unitOf)
        if (unit != noRow)
            unit = unit < units ? written[unit] : unit - units;
    m_result.standIns = std::move(m_unitOf);
}

void Minimizer::append(const Rule &rule, const std::string &comment, RuleList::Origin origin)
{
    if (comment.empty())
        m_result.rows.append(rule, origin);
    else
        m_result.rows.append(RuleRow{.entry = rule, .comment = comment}, origin);
}

MinimizedList unchanged(const RuleList &list)
{
    MinimizedList result{list, HugeVector<RowNumber>(list.size())};
    for (RowNumber row = 0; row < result.standIns.size(); ++row)
        result.standIns[row] = row;
    return result;
}

} // namespace

MinimizedList minimizedList(const RuleList &list)
{
    return *minimizedList(list, {});
}

std::optional<MinimizedList> minimizedList(const RuleList &list, const Progress &progress)
{
    ProgressMeter meter(progress);
    if (!meter.startStretch(0.2))
        return std::nullopt;
    const FlatList flat = flatten(list);
    const AddressSet set = AddressSet::ofRules(flat);
    if (!meter.startStretch(0.8))
        return std::nullopt;
    MinimizedList result = Minimizer(list, flat, set).result();
    if (!meter.startStretch(1))
        return std::nullopt;
    return AddressSet::ofRules(result.rows) == set ? std::move(result) : unchanged(list);
}

MinimizedPolicy minimizedPolicy(const RelayPolicy &policy)
{
    MinimizedPolicy result{policy};
    for (const ListKind kind : allLists) {
        MinimizedList list = minimizedList(policy.list(kind));
        result.policy.list(kind) = std::move(list.rows);
        result.standIns[static_cast<std::size_t>(kind)] = std::move(list.standIns);
    }
    return result;
}

} // namespace relaytab
