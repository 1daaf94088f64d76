#include "model/analysis/gap_cover.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <unordered_map>

#include "model/analysis/diagram.h"
#include "model/analysis/gap_rows.h"
#include "model/analysis/prefix_blocks.h"

namespace relaytab {

namespace {

/// Each rule is first asked at this many of its addresses whether it is alone there: nearly all that are needed show it
/// at once, and need no proof.
constexpr int samples = 32;
/// With more rules than this no covered one is looked for: asking each of them about all others would take seconds.
constexpr std::size_t mostRules = 20000;

struct HashBits {
    std::size_t operator()(const Bits &bits) const
    {
        const std::uint64_t mixed =
            (static_cast<std::uint64_t>(bits >> 64) * 0x9E3779B97F4A7C15U) ^ static_cast<std::uint64_t>(bits);
        return static_cast<std::size_t>(mixed * 0xD6E8FEB86659FD93U);
    }
};

/// Proves that rules, or intervals and rules, hold all that a rule matches.
class CoverProof
{
public:
    CoverProof(Family family, const std::vector<Rule> &rules) : m_builder(family), m_rules(rules) { }

    template <AddressWord Word>
    void addIntervals(const IntervalSet<Word> &intervals)
    {
        m_intervals = m_builder.adopted(intervals);
    }

    /// `isUsed` says which of the rules take part.
    template <typename IsUsed>
    [[nodiscard]] bool covers(const Rule &target, const IsUsed &isUsed)
    {
        Diagram::Node rest = m_builder.without(m_builder.ofRule(target), m_intervals);
        for (std::size_t i = 0; i < m_rules.size() && rest != Diagram::empty; ++i)
            if (isUsed(i) && overlap(m_rules[i], target))
                rest = m_builder.without(rest, m_builder.ofRule(m_rules[i]));
        return rest == Diagram::empty;
    }

private:
    DiagramBuilder m_builder;
    const std::vector<Rule> &m_rules;
    Diagram::Node m_intervals = Diagram::empty;
};

/// Finds the first and the last of the rules that match an address.
template <AddressWord Word>
class FirstAndLast
{
public:
    explicit FirstAndLast(const std::vector<Rule> &rules) : m_count(static_cast<RowNumber>(rules.size()))
    {
        std::vector<GapRow> rows;
        rows.reserve(rules.size());
        for (const Rule &rule : rules)
            rows.push_back({rule, static_cast<RowNumber>(rows.size())});
        m_forward = GapRows<Word>(rows);
        std::ranges::reverse(rows);
        for (GapRow &row : rows)
            row.row = m_count - 1 - row.row;
        m_backward = GapRows<Word>(rows);
    }

    /// noRow when none matches.
    [[nodiscard]] RowNumber first(Word address) const { return m_forward.find(address, noRow); }
    [[nodiscard]] RowNumber last(Word address) const
    {
        const RowNumber found = m_backward.find(address, noRow);
        return found == noRow ? noRow : m_count - 1 - found;
    }

private:
    RowNumber m_count;
    GapRows<Word> m_forward;
    GapRows<Word> m_backward;
};

} // namespace

MergedRules mergedRules(const std::vector<Rule> &rules)
{
    // By mask, those that compare more bits first: what is merged compares fewer, and is come to later.
    struct MoreBitsFirst {
        bool operator()(Bits a, Bits b) const { return bitCount(a) != bitCount(b) ? bitCount(a) > bitCount(b) : a < b; }
    };
    std::map<Bits, std::unordered_map<Bits, std::size_t, HashBits>, MoreBitsFirst> byMask;
    std::vector<Rule> cubes;
    std::vector<std::size_t> parent; // of each cube; itself while it stands
    const auto cubeOf = [&](const Rule &rule) {
        const auto [place, isNew] = byMask[rule.mask.bits].try_emplace(rule.net.bits, cubes.size());
        if (isNew) {
            parent.push_back(cubes.size());
            cubes.push_back(rule);
        }
        return place->second;
    };
    MergedRules merged;
    for (const Rule &rule : rules)
        merged.mergedInto.push_back(cubeOf(rule));
    for (auto group = byMask.begin(); group != byMask.end(); ++group) {
        std::vector<Bits> nets;
        for (const auto &[net, cube] : group->second)
            nets.push_back(net);
        std::ranges::sort(nets);
        for (Bits rest = group->first; rest != 0; rest &= rest - 1) {
            const Bits bit = rest & ~(rest - 1);
            for (const Bits net : nets) {
                const auto twin = group->second.find(net | bit);
                if ((net & bit) != 0 || twin == group->second.end())
                    continue;
                const std::size_t low = group->second.at(net);
                if (parent[low] != low || parent[twin->second] != twin->second)
                    continue;
                const Family family = cubes[low].net.family;
                const std::size_t both = cubeOf({{net, family}, {group->first & ~bit, family}});
                parent[low] = both;
                parent[twin->second] = both;
            }
        }
    }
    std::vector<std::size_t> place(cubes.size());
    for (std::size_t i = 0; i < cubes.size(); ++i) {
        if (parent[i] != i)
            continue;
        place[i] = merged.rules.size();
        merged.rules.push_back(cubes[i]);
    }
    for (std::size_t &cube : merged.mergedInto) {
        while (parent[cube] != cube)
            cube = parent[cube];
        cube = place[cube];
    }
    return merged;
}

template <AddressWord Word>
std::vector<std::size_t> coveredRules(const std::vector<Rule> &rules, const IntervalSet<Word> &intervals)
{
    if (rules.size() > mostRules)
        return {};
    const FirstAndLast<Word> index(rules);
    std::mt19937_64 random(1); // any will do: a sample only saves a proof
    const auto isAloneSomewhere = [&](std::size_t i) {
        const Bits free = allOnes(rules[i].mask.family) & ~rules[i].mask.bits;
        for (int sample = 0; sample < samples; ++sample) {
            const Bits choice = sample == 0 ? 0 : (Bits{random()} << 64) | random();
            const auto address = static_cast<Word>(rules[i].net.bits | (choice & free));
            if (index.first(address) == i && index.last(address) == i && !intervals.contains(address))
                return true;
        }
        return false;
    };
    std::vector<std::size_t> suspects;
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (!isAloneSomewhere(i))
            suspects.push_back(i);
    if (suspects.empty())
        return suspects;
    std::ranges::stable_sort(
        suspects, [&](std::size_t a, std::size_t b) { return freeBits(rules[a].mask) < freeBits(rules[b].mask); });

    CoverProof proof(familyOf<Word>, rules);
    proof.addIntervals(intervals);
    std::vector<bool> dropped(rules.size(), false);
    std::vector<std::size_t> result;
    for (const std::size_t suspect : suspects) {
        if (!proof.covers(rules[suspect], [&](std::size_t i) { return i != suspect && !dropped[i]; }))
            continue;
        dropped[suspect] = true;
        result.push_back(suspect);
    }
    std::ranges::sort(result);
    return result;
}

template <AddressWord Word>
std::vector<CoveredBlock> coveredBlocks(const PrefixBlocks<Word> &blocks, const std::vector<Rule> &rules)
{
    if (rules.empty() || rules.size() > mostRules)
        return {};
    const FirstAndLast<Word> index(rules);
    CoverProof proof(familyOf<Word>, rules);
    std::vector<CoveredBlock> result;
    for (std::size_t i = 0; i < blocks.intervals().size(); ++i) {
        const auto [first, last] = blocks.intervals()[i];
        for (Word address = first;;) {
            const auto block = blocks.find(address);
            const Word blockLast = address | lowOnes<Word>(block.host);
            const RowNumber rule = index.first(address);
            if (rule != noRow && index.first(blockLast) != noRow
                && proof.covers(block.rule(), [](std::size_t) { return true; }))
                result.push_back({block.number, rule});
            if (blockLast == last)
                break;
            address = blockLast + 1;
        }
    }
    return result;
}

template std::vector<std::size_t> coveredRules(const std::vector<Rule> &, const IntervalSet<std::uint32_t> &);
template std::vector<std::size_t> coveredRules(const std::vector<Rule> &, const IntervalSet<Bits> &);
template std::vector<CoveredBlock> coveredBlocks(const PrefixBlocks<std::uint32_t> &, const std::vector<Rule> &);
template std::vector<CoveredBlock> coveredBlocks(const PrefixBlocks<Bits> &, const std::vector<Rule> &);

} // namespace relaytab
