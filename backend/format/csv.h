#pragma once

#include "backend/format/format.h"

namespace relaytab {

/// Reads a table of rows (RFC 4180, UTF-8) with the columns list, net, mask, enabled, comment. A net may be any entry
/// that parseEntry() takes when the mask is empty; a range becomes the rows that make it. RelayFlags are those of the
/// options.
[[nodiscard]] Expected<ParsedPolicy, FormatError> parseCsv(std::string_view bytes, const ParseOptions &options);

/// Writes the table; a row that did not change keeps its quotes and its line.
[[nodiscard]] Expected<RenderedPolicy, FormatError> renderCsv(const RelayPolicy &policy, std::string_view original,
                                                              const ParseOptions &options);

} // namespace relaytab
