#pragma once

#include "model/analysis/finding.h"

namespace relaytab {

/// The codes of what rowFindings() says about an enabled rule, in its order.
struct RowFaults {
    std::array<FindingCode, 3> codes = {};
    std::size_t count = 0;
};

/// Without the facts and the fixes, for many rows at a time.
[[nodiscard]] RowFaults ruleFaults(const Rule &rule, ListKind list, ListEffect effect);
/// One of them with its facts and fixes.
[[nodiscard]] Finding ruleFinding(FindingCode code, const Rule &rule, RowPlace place);

} // namespace relaytab
