#pragma once

#include <array>
#include <span>
#include <vector>

#include "model/analysis/policy_sets.h"

namespace relaytab {

/// How many addresses a set has.
struct SetCounts {
    Count ipv4 = {};
    Count ipv6 = {};
    Count publicIpv4 = {}; ///< of them, in public IPv4 space
    Count publicIpv6 = {}; ///< of them, in 2000::/3

    friend constexpr bool operator==(const SetCounts &, const SetCounts &) = default;
};

[[nodiscard]] SetCounts countsOf(const AddressSet &set);

/// How many addresses the lists of a policy match, whether in force or not. With the flags, all there is to know about
/// its exposure; and unlike its sets, right again after an edit by a look at what the edit touched.
struct PolicyCounts {
    SetCounts deny = {};
    SetCounts allow = {};
    SetCounts allowNotDenied = {}; ///< what Allow matches and Deny does not
    SetCounts local = {};

    friend constexpr bool operator==(const PolicyCounts &, const PolicyCounts &) = default;
};

[[nodiscard]] PolicyCounts countsOf(const PolicySets &sets);

/// Some rows of a list, and which they are, ascending.
struct Excerpt {
    RuleList rows;
    std::vector<std::size_t> numbers;
};
using Excerpts = std::array<Excerpt, allLists.size()>;

/// The rows of the lists that take part in verdicts and match some address of the rules, which can match. Nothing when
/// a list has more than `most` of them.
[[nodiscard]] std::optional<Excerpts> rowsMeeting(const RelayPolicy &policy, std::span<const ListKind> lists,
                                                  std::span<const Rule> rules, std::size_t most);

/// A change of one list: rows [first, first + added) of the list as it is now are in the place of `removed`.
struct ListEdit {
    ListKind list = ListKind::Deny;
    std::size_t first = 0;
    RuleList removed = {};
    std::size_t added = 0;
};

/// The rules that take part in verdicts of the rows that went and came.
[[nodiscard]] std::vector<Rule> rulesTouched(const RelayPolicy &now, const ListEdit &edit);

/// The counts after an edit from those before it: equal to countsOf(policySetsOf(now)). `near` are rowsMeeting() the
/// rules touched, of all lists.
[[nodiscard]] PolicyCounts countsAfterEdit(const PolicyCounts &before, const ListEdit &edit,
                                           std::span<const Rule> touched, const Excerpts &near);

/// The same from the sets before the edit, for rules that meet very many rows, as long as not many met what went.
/// Nothing when they did, or when the sets have a form that takes longer to work with than a frame has.
[[nodiscard]] std::optional<PolicyCounts> countsAfterEdit(const PolicyCounts &before, const PolicySets &setsBefore,
                                                          const RelayPolicy &now, const ListEdit &edit,
                                                          std::span<const Rule> touched, std::size_t most);

} // namespace relaytab
