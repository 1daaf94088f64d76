#pragma once

#include "backend/format/format.h"

namespace relaytab {

/// Reads an INI file (docs/ini.md): the sections relay, deny, allow and local; those of other programs are not looked
/// at. The options are not used.
[[nodiscard]] Expected<ParsedPolicy, FormatError> parseIni(std::string_view bytes, const ParseOptions &options);

/// Writes an INI file that a dozen other readers read alike. Loses expectations. Fails with the reader's error when
/// `original` cannot be read, and with CannotHold for text that is no UTF-8.
[[nodiscard]] Expected<RenderedPolicy, FormatError> renderIni(const RelayPolicy &policy, std::string_view original,
                                                              const ParseOptions &options);

} // namespace relaytab
