#pragma once

#include "model/policy/rule_list.h"

namespace relaytab {

/// How a rule and an address that it does not match differ. A part is an octet of IPv4, a group of IPv6.
struct Miss {
    int parts = 0; ///< how many parts differ under the mask
    int part = 0; ///< the first of them, from 0
    std::uint32_t wanted = 0; ///< the net's value there
    std::uint32_t mask = 0; ///< the mask's value there: all ones compares the whole part
    std::uint32_t given = 0; ///< the address's value there

    friend constexpr bool operator==(const Miss &, const Miss &) = default;
};

/// Nothing when the rule matches, can match nothing, or is of the other family.
[[nodiscard]] std::optional<Miss> missOf(const Rule &rule, const Address &address);

/// The row that comes nearest to matching.
struct NearestMiss {
    std::size_t row = 0; ///< from 0
    Miss miss;

    friend constexpr bool operator==(const NearestMiss &, const NearestMiss &) = default;
};

/// Of the enabled rows that do not match: the one with the fewest parts that differ, then the one that differs latest,
/// then the one nearest in number, then the first. One pass over the list.
[[nodiscard]] std::optional<NearestMiss> nearestMiss(const RuleList &list, const Address &address);

/// Whether nearestMiss() of a list with both would rather be `a`.
[[nodiscard]] bool isNearer(const NearestMiss &a, const NearestMiss &b, const Address &address);

} // namespace relaytab
