#pragma once

#include "backend/format/format.h"

namespace relaytab {

/// Reads a project file (docs/project-file.md). Strict: what two YAML readers could understand differently is an error.
[[nodiscard]] Expected<ParsedPolicy, FormatError> parseYaml(std::string_view bytes, const ParseOptions &options);

/// Writes a project file; holds everything. Fails with the reader's error when `original` cannot be read, and with
/// CannotHold for text that is no UTF-8 and for an expectation whose client is no address.
[[nodiscard]] Expected<RenderedPolicy, FormatError> renderYaml(const RelayPolicy &policy, std::string_view original,
                                                               const ParseOptions &options);

} // namespace relaytab
