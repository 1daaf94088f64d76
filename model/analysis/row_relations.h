#pragma once

#include "model/analysis/finding.h"
#include "model/analysis/list_shape.h"
#include "model/analysis/progress.h"

namespace relaytab {

/// What other rows do to a row.
struct Relation {
    FindingCode code = {};
    bool found = false; ///< false: nothing, and the rest means nothing
    RowNumber other = noRow; ///< the one row that explains it; noRow: several do
};

/// One relation a row, by row; rows that match nothing have none.
using Relations = HugeVector<Relation>;

/// Duplicate and Covered of a list with `rows` rows. Nothing when it was cancelled.
[[nodiscard]] std::optional<Relations> relationsWithin(const ListShape &list, std::size_t rows, ProgressMeter &meter);

/// OverriddenByDeny and PartlyDenied of an Allow list, from its relations within: nothing of duplicates, and
/// OverriddenByDeny only of covered rows. Nothing when it was cancelled.
[[nodiscard]] std::optional<Relations> relationsToDeny(const ListShape &allow, const ListShape &deny,
                                                       const Relations &within, ProgressMeter &meter);

} // namespace relaytab
