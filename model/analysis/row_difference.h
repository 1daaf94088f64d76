#pragma once

#include "model/policy/relay_policy.h"

namespace relaytab {

enum class RowChangeKind : std::uint8_t { Added, Removed, Changed };

/// One row that is not written as it was. Rows count from 0.
struct RowChange {
    std::optional<std::size_t> before = {}; ///< the row in the old list; nothing when it was added
    std::optional<std::size_t> after = {}; ///< the row in the new list; nothing when it was removed

    [[nodiscard]] RowChangeKind kind() const
    {
        return !before ? RowChangeKind::Added : !after ? RowChangeKind::Removed : RowChangeKind::Changed;
    }

    friend bool operator==(const RowChange &, const RowChange &) = default;
};

/// The difference between two lists as written, in the order of the new list; a removed row stands where it stood. The
/// order of rows has no meaning, so that a row that only moved is no change. A row is the same row when it is written
/// alike; else when its rule is, then when it matches the same, then when it stands between the same neighbours.
[[nodiscard]] std::vector<RowChange> rowDifference(const RuleList &before, const RuleList &after);

} // namespace relaytab
