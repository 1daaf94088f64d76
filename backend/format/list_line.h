#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/rule.h"

namespace relaytab {

/// The rows of one line of a plain list: none for a blank line or a comment, several for a range. What is no entry is
/// one row of text. The line has no line end.
[[nodiscard]] std::vector<RuleRow> rowsOfLine(std::string_view line);

/// The row's text for a plain list: `net/prefix`, `net/mask` where the mask has gaps, `net` where it was left out.
[[nodiscard]] std::string entryTextOf(const RuleEntry &entry);

/// The line that rowsOfLine() reads back as this one row, or nothing if there is none.
[[nodiscard]] std::optional<std::string> lineOfRow(const RuleRow &row);

} // namespace relaytab
