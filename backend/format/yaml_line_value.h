#pragma once

#include <string>

#include "backend/format/text_lines.h"

namespace relaytab {

/// A value on its line. Reused from row to row for the memory of `unescaped`.
struct YamlLineValue {
    std::string_view text;
    std::string unescaped; ///< what `text` views when there were escapes
    TextSpan span; ///< with its quotes
    bool plain = false; ///< without quotes
};

/// Reads the value that follows a colon and nothing but a comment follows; `rest` lies in the text that begins at
/// `begin`. False for one that means something to YAML beyond its letters, and for a fault.
[[nodiscard]] bool readYamlLineValue(const char *begin, std::string_view rest, YamlLineValue &value);

/// Blanks, or a comment behind one.
[[nodiscard]] bool isYamlLineTail(std::string_view rest);

} // namespace relaytab
