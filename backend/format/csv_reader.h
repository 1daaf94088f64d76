#pragma once

#include "backend/format/format.h"
#include "backend/format/line_weave.h"

namespace relaytab {

inline constexpr std::string_view csvHeader = "list,net,mask,enabled,comment";
/// The words of the first column, by ListKind.
inline constexpr std::array<std::string_view, allLists.size()> csvListWords{"deny", "allow", "local"};

/// The rows of one record's net and mask columns.
[[nodiscard]] std::vector<RuleEntry> entriesOfColumns(std::string_view net, std::string_view mask);

/// Reads the table and appends one span a line to `spans`, unless it is null. The text has no byte order mark.
[[nodiscard]] Expected<ParsedPolicy, FormatError> readCsv(std::string_view text, std::vector<LineSpan> *spans);

} // namespace relaytab
