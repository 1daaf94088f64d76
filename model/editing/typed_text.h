#pragma once

#include <QString>

#include <vector>

#include "model/policy/rule.h"

namespace relaytab {

/// What a net or mask is read from: full-width and other digits become ASCII digits, full-width signs ASCII signs,
/// blanks of every kind a blank; marks that nobody sees (byte order, direction, zero width) go. A comment behind `#`
/// stays as it is.
[[nodiscard]] QString cleanEntry(const QString &text);

/// What the row becomes when `text` is typed as its net: one row, or several for a range. `net/prefix`, `net;mask`,
/// `net mask` fill both columns, `# comment` the comment; a plain address keeps the row's mask. Text that is no
/// address is kept word for word.
[[nodiscard]] std::vector<RuleRow> withNetTyped(const RuleRow &row, const QString &text);

/// What the row becomes when `text` is typed as its mask: `/24` and `24` become the mask they stand for, nothing means
/// that the mask is left out.
[[nodiscard]] RuleRow withMaskTyped(const RuleRow &row, const QString &text);

} // namespace relaytab
