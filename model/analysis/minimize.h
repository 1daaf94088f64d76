#pragma once

#include <array>

#include "model/analysis/progress.h"
#include "model/analysis/sorted_prefixes.h"
#include "model/policy/relay_policy.h"

namespace relaytab {

/// A list that matches the same with fewer rows.
struct MinimizedList {
    RuleList rows = {};
    /// For each row of the list it came from, both from 0: the row that stands for it now, or noRow for a row that
    /// matched nothing and is gone.
    HugeVector<RowNumber> standIns = {};
};

/// The smallest equal list. Where all masks are prefixes it is the unique fewest prefixes. Rows whose masks have gaps
/// are merged and dropped where that is exact; the result then is never longer, and a shorter one may exist (finding
/// the shortest is hard: two-level logic minimisation).
///
/// A row that still stands stays where and as it is, a new one takes the place of the first that it stands for, and
/// what is disabled or no rule is left alone. Comments go to the row that stands for theirs. The result is proven equal
/// before it is returned; should the proof fail, the list is returned as it came.
[[nodiscard]] MinimizedList minimizedList(const RuleList &list);
/// The same; nothing when `progress` said to stop, which it is asked between the steps.
[[nodiscard]] std::optional<MinimizedList> minimizedList(const RuleList &list, const Progress &progress);

struct MinimizedPolicy {
    RelayPolicy policy = {};
    std::array<HugeVector<RowNumber>, allLists.size()> standIns = {}; ///< by ListKind, as in MinimizedList
};

/// The policy with each list minimized, in force or not: equal whatever the flags become.
[[nodiscard]] MinimizedPolicy minimizedPolicy(const RelayPolicy &policy);

} // namespace relaytab
