#pragma once

#include <vector>

#include "model/analysis/finding.h"
#include "model/editing/policy_document.h"

namespace relaytab {

/// The rows whose mask has a fault with a certain remedy, each as its first fix makes it. A mask with gaps that may be
/// meant is left alone, and so are rows that are off. Any thread.
[[nodiscard]] std::vector<RowEdit> maskRepairs(const RelayPolicy &policy);

/// The rows that have the problem by themselves and whose first fix for it makes one other row of them, each as that
/// fix makes it. Any thread.
[[nodiscard]] std::vector<RowEdit> repairsOfKind(const RelayPolicy &policy, FindingCode code);

/// The policy with the edits made.
[[nodiscard]] RelayPolicy withEdits(RelayPolicy policy, const std::vector<RowEdit> &edits);

} // namespace relaytab
