#pragma once

#include "backend/format/format.h"

namespace relaytab {

/// Reads a plain address list: one entry a line in any form that parseEntry() takes, `#` comments, blank lines. A range
/// becomes the rows that make it. RelayFlags are those of the options, else just the one list in effect.
[[nodiscard]] Expected<ParsedPolicy, FormatError> parseList(std::string_view bytes, const ParseOptions &options);

/// The same in pieces; keeps one line at a time.
[[nodiscard]] Expected<ParsedPolicy, FormatError> parseListStream(const ByteSource &source,
                                                                  const ParseOptions &options);

/// Every line `a.b.c.d` or `a.b.c.d/n` with LF behind it and nothing else: such a file is its rows.
[[nodiscard]] std::optional<ParsedPolicy> parseCanonicalList(const ByteSource &source, const ParseOptions &options);

/// Writes the one list the options name, as `net/prefix`, `net/mask` where the mask has gaps, or `net`.
[[nodiscard]] Expected<RenderedPolicy, FormatError> renderList(const RelayPolicy &policy, std::string_view original,
                                                               const ParseOptions &options);

} // namespace relaytab
