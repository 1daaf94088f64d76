#pragma once

#include <optional>

#include "model/analysis/client_answers.h"
#include "ui/look/icons.h"
#include "ui/look/roles.h"

namespace relaytab {

/// The shape and the colour of a verdict. No role: the colour of text.
struct VerdictLook {
    IconName shape = IconName::Dot;
    std::optional<ColorRole> role = {};
};

[[nodiscard]] inline VerdictLook lookOf(ClientVerdict verdict)
{
    switch (verdict) {
    case ClientVerdict::Allowed: return {IconName::Good, ColorRole::Good};
    case ClientVerdict::Refused: return {IconName::Refused, ColorRole::Danger};
    case ClientVerdict::Mixed:
    case ClientVerdict::Depends: return {IconName::Depends, ColorRole::Warning};
    case ClientVerdict::Neither: break;
    }
    return {IconName::Warning, ColorRole::Warning};
}

} // namespace relaytab
