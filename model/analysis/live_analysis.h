#pragma once

#include "model/analysis/policy_counts.h"
#include "model/analysis/policy_findings.h"

namespace relaytab {

/// The findings of one row, the same that policyFindings() has for it, by one look at each row instead of an analysis
/// of all: for the row that is being edited, while the analysis of the rest is still under way. Nothing when more than
/// `most` rows match some of its addresses; then the answer is not local.
[[nodiscard]] std::optional<std::vector<Finding>>
findingsOfRow(const RelayPolicy &policy, RowPlace place, const FindingOptions &options = {}, std::size_t most = 20'000);

/// The same when the rows that have to do with it are known: rowsMeeting() its rule, and others if you like, in its own
/// list and, for a row of Allow, in Deny.
[[nodiscard]] std::vector<Finding> findingsOfRow(const RelayPolicy &policy, RowPlace place, const Excerpts &near,
                                                 const FindingOptions &options);

} // namespace relaytab
