#pragma once

#include <vector>

#include "model/analysis/interval_set.h"
#include "model/policy/rule.h"

namespace relaytab {

/// Rules after merging, and where each of the originals went: into one that matches all that it matched.
struct MergedRules {
    std::vector<Rule> rules;
    std::vector<std::size_t> mergedInto; ///< by original, an index into `rules`
};

/// The same matches with no more rules: equal ones become one, and two that differ in one compared bit become one that
/// does not compare it. All of one family, and all can match. The result may hold prefixes.
[[nodiscard]] MergedRules mergedRules(const std::vector<Rule> &rules);

/// Which of the rules can go, all of them together, without a change to the union of rules and intervals: the narrow
/// ones first. Ascending.
template <AddressWord Word>
[[nodiscard]] std::vector<std::size_t> coveredRules(const std::vector<Rule> &rules, const IntervalSet<Word> &intervals);

/// Which of the prefixes that make the intervals the rules cover, by number as PrefixBlocks counts them; for each, a
/// rule that matches its first address.
struct CoveredBlock {
    std::size_t block;
    std::size_t rule;
};
template <AddressWord Word>
class PrefixBlocks;
template <AddressWord Word>
[[nodiscard]] std::vector<CoveredBlock> coveredBlocks(const PrefixBlocks<Word> &blocks, const std::vector<Rule> &rules);

} // namespace relaytab
