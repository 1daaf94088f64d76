#pragma once

#include "backend/format/yaml_layout.h"

namespace relaytab {

enum class WithLayout : std::uint8_t { No, Yes };

/// Reads any project file, with libyaml. The bytes must be UTF-8 text (checkYamlText).
[[nodiscard]] Expected<YamlFile, FormatError> readYaml(std::string_view bytes, WithLayout withLayout);

} // namespace relaytab
