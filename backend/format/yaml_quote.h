#pragma once

#include <string>
#include <string_view>

#include "backend/format/yaml_events.h"

namespace relaytab {

/// Appends the text in double quotes, on one line, so that every YAML reader gets it back; it must be UTF-8.
void appendYamlQuoted(std::string &out, std::string_view text);

/// The text in the style a touched scalar had, where that style can say it; else in double quotes.
[[nodiscard]] std::string yamlScalar(std::string_view text, YamlStyle style);

} // namespace relaytab
