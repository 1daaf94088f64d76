#pragma once

#include <vector>

#include "model/editing/policy_document.h"

namespace relaytab {

/// The rows whose mask has a fault with a certain remedy, each as its first fix makes it. A mask with gaps that may be
/// meant is left alone, and so are rows that are off. Any thread.
[[nodiscard]] std::vector<RowEdit> maskRepairs(const RelayPolicy &policy);

/// The policy with the edits made.
[[nodiscard]] RelayPolicy withEdits(RelayPolicy policy, const std::vector<RowEdit> &edits);

} // namespace relaytab
