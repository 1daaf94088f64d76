#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/policy/relay_policy.h"

namespace relaytab {

/// How a row that is to be written relates to the file that was read.
struct PairedRow {
    std::uint32_t origin = 0; ///< the row of the file it was, from 1; each stands in one pair; 0: none
    bool changed = false; ///< it no longer says what that row says

    friend constexpr bool operator==(const PairedRow &, const PairedRow &) = default;
};

/// Finds for each row of `now` the row of the file it was by its origin. An origin the file has not makes a new row; of
/// several rows with one origin, one that did not change keeps it, else the first.
[[nodiscard]] std::vector<PairedRow> pairRows(const RuleList &now, const RuleList &inFile);

/// The same for expectations, which have no origin: equal ones are the same, then those about one client, and what is
/// left over between two of those is the same in its order.
[[nodiscard]] std::vector<PairedRow> pairExpectations(std::span<const Expectation> now,
                                                      std::span<const Expectation> inFile);

/// Marks the largest set of pairs that keep the order of the file: they stay where they are, the others are moved.
[[nodiscard]] std::vector<bool> stayingRows(std::span<const PairedRow> pairs);

} // namespace relaytab
