#pragma once

#include "backend/format/format.h"

namespace relaytab {

/// Reads a registry file, version 5 or REGEDIT4: the four values of KB Q193922 as its lines leave them, the last one
/// winning. Of the options `regReading` is used, here and below.
[[nodiscard]] Expected<ParsedPolicy, FormatError> parseReg(std::string_view bytes, const ParseOptions &options);

/// The same in pieces of any size.
[[nodiscard]] Expected<ParsedPolicy, FormatError> parseRegStream(const ByteSource &source, const ParseOptions &options);

/// Writes a registry file. A new one is version 5, UTF-16 with CRLF, and sets all four values, so that an import leaves
/// nothing of an older policy behind. An old one keeps its header, encoding, line ends and every line of another value;
/// changed lists are stored as the others were read, and its key is corrected to "Services". Fails with the reader's
/// error when `original` cannot be read.
[[nodiscard]] Expected<RenderedPolicy, FormatError> renderReg(const RelayPolicy &policy, std::string_view original,
                                                              const ParseOptions &options);

} // namespace relaytab
