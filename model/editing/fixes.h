#pragma once

#include "model/analysis/finding.h"
#include "model/editing/policy_document.h"

namespace relaytab {

/// True for a fix that changes the policy; the others only show something.
[[nodiscard]] bool isEdit(FixKind kind);

/// Does what the fix says as one undo step; nothing for a fix that is no edit or whose row is gone.
void applyFix(PolicyDocument &document, const Finding &finding, const Fix &fix);

} // namespace relaytab
