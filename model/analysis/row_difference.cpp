#include "model/analysis/row_difference.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace relaytab {

namespace {

constexpr std::size_t noPartner = std::numeric_limits<std::size_t>::max();

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29);
}

std::uint64_t mixed(std::uint64_t hash, Bits value)
{
    return mixed(mixed(hash, static_cast<std::uint64_t>(value >> 64)), static_cast<std::uint64_t>(value));
}

std::uint64_t hashOf(const Rule &rule)
{
    return mixed(mixed(static_cast<std::uint64_t>(rule.net.family), rule.net.bits), rule.mask.bits);
}

std::uint64_t hashOf(const RuleEntry &entry)
{
    if (const auto *rule = std::get_if<Rule>(&entry))
        return mixed(hashOf(*rule), static_cast<std::uint64_t>(rule->form));
    const auto &text = std::get<RuleText>(entry);
    return mixed(std::hash<std::string>{}(text.net), std::uint64_t{std::hash<std::string>{}(text.mask)});
}

/// What two rows must have in common to be the same row; each step asks for less than the one before.
enum class Likeness { WrittenAlike, SameEntry, SameMatches };

std::uint64_t hashOf(const RuleList::RowView &row, Likeness likeness)
{
    switch (likeness) {
    case Likeness::WrittenAlike:
        return mixed(mixed(hashOf(row.entry()), std::uint64_t{std::hash<std::string_view>{}(row.comment())}),
                     std::uint64_t{row.enabled() ? 1U : 0U});
    case Likeness::SameEntry: return hashOf(row.entry());
    case Likeness::SameMatches: break;
    }
    const auto rule = row.rule();
    return rule ? hashOf(*rule) : hashOf(row.entry());
}

bool alike(const RuleList::RowView &a, const RuleList::RowView &b, Likeness likeness)
{
    switch (likeness) {
    case Likeness::WrittenAlike:
        return a.enabled() == b.enabled() && a.comment() == b.comment() && a.entry() == b.entry();
    case Likeness::SameEntry: return a.entry() == b.entry();
    case Likeness::SameMatches: break;
    }
    const auto ruleA = a.rule();
    const auto ruleB = b.rule();
    return ruleA && ruleB && ruleA->net == ruleB->net && ruleA->mask == ruleB->mask;
}

/// Finds each row's partner in the other list.
class Pairing
{
public:
    Pairing(const RuleList &before, const RuleList &after)
        : m_before(before), m_after(after), m_toAfter(before.size(), noPartner), m_toBefore(after.size(), noPartner)
    {
        pairEnds();
        for (const Likeness likeness : {Likeness::WrittenAlike, Likeness::SameEntry, Likeness::SameMatches})
            pairAlike(likeness);
        pairNeighbours();
    }

    [[nodiscard]] std::vector<RowChange> changes() const;

private:
    struct Hashed {
        std::uint64_t hash;
        std::size_t row;
    };

    void pair(std::size_t before, std::size_t after)
    {
        m_toAfter[before] = after;
        m_toBefore[after] = before;
    }
    void pairEnds();
    void pairAlike(Likeness likeness);
    void pairNeighbours();

    static std::vector<Hashed> unpaired(const RuleList &list, const std::vector<std::size_t> &partners,
                                        Likeness likeness);

    const RuleList &m_before;
    const RuleList &m_after;
    std::vector<std::size_t> m_toAfter;
    std::vector<std::size_t> m_toBefore;
};

/// The rows that stand alike at the beginning and at the end: after an edit nearly all of them.
void Pairing::pairEnds()
{
    const std::size_t shorter = std::min(m_before.size(), m_after.size());
    std::size_t front = 0;
    for (auto a = m_before.begin(), b = m_after.begin(); front < shorter && alike(*a, *b, Likeness::WrittenAlike);
         ++a, ++b, ++front)
        pair(front, front);
    for (std::size_t back = 1; front + back <= shorter; ++back) {
        const std::size_t a = m_before.size() - back;
        const std::size_t b = m_after.size() - back;
        if (!alike(m_before.view(a), m_after.view(b), Likeness::WrittenAlike))
            break;
        pair(a, b);
    }
}

std::vector<Pairing::Hashed> Pairing::unpaired(const RuleList &list, const std::vector<std::size_t> &partners,
                                               Likeness likeness)
{
    std::vector<Hashed> result;
    std::size_t row = 0;
    for (const RuleList::RowView view : list) {
        if (partners[row] == noPartner)
            result.push_back({hashOf(view, likeness), row});
        ++row;
    }
    std::ranges::sort(
        result, [](const Hashed &a, const Hashed &b) { return a.hash != b.hash ? a.hash < b.hash : a.row < b.row; });
    return result;
}

void Pairing::pairAlike(Likeness likeness)
{
    const auto before = unpaired(m_before, m_toAfter, likeness);
    const auto after = unpaired(m_after, m_toBefore, likeness);
    auto b = after.begin();
    for (const Hashed &a : before) {
        while (b != after.end() && b->hash < a.hash)
            ++b;
        // Rows of one hash are looked through in order; they are alike nearly always, and few.
        for (auto other = b; other != after.end() && other->hash == a.hash; ++other) {
            if (m_toBefore[other->row] == noPartner
                && alike(m_before.view(a.row), m_after.view(other->row), likeness)) {
                pair(a.row, other->row);
                if (other == b)
                    ++b;
                break;
            }
        }
    }
}

/// What was edited in place: a row without a partner behind one that has one, in both lists.
void Pairing::pairNeighbours()
{
    for (std::size_t row = 0; row < m_toAfter.size(); ++row) {
        if (m_toAfter[row] != noPartner)
            continue;
        const std::size_t next = row == 0 ? 0 : m_toAfter[row - 1] + 1; // noPartner + 1 is 0
        if (row > 0 && m_toAfter[row - 1] == noPartner)
            continue;
        if (next < m_toBefore.size() && m_toBefore[next] == noPartner)
            pair(row, next);
    }
}

std::vector<RowChange> Pairing::changes() const
{
    struct Placed {
        std::size_t place; ///< the row of the new list that it stands at or behind
        RowChange change;
    };
    std::vector<Placed> placed;
    std::size_t behind = 0;
    for (std::size_t row = 0; row < m_toAfter.size(); ++row) {
        if (m_toAfter[row] == noPartner)
            placed.push_back({behind, {.before = row}});
        else
            behind = m_toAfter[row];
    }
    for (std::size_t row = 0; row < m_toBefore.size(); ++row) {
        if (m_toBefore[row] == noPartner)
            placed.push_back({row, {.after = row}});
        else if (!alike(m_before.view(m_toBefore[row]), m_after.view(row), Likeness::WrittenAlike))
            placed.push_back({row, {.before = m_toBefore[row], .after = row}});
    }
    std::ranges::stable_sort(placed, {}, &Placed::place);
    std::vector<RowChange> result;
    result.reserve(placed.size());
    for (const Placed &one : placed)
        result.push_back(one.change);
    return result;
}

} // namespace

std::vector<RowChange> rowDifference(const RuleList &before, const RuleList &after)
{
    return Pairing(before, after).changes();
}

} // namespace relaytab
