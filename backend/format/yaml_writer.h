#pragma once

#include "backend/format/yaml_layout.h"

namespace relaytab {

/// A new project file. The policy must be storable (checkStorable).
[[nodiscard]] std::string writeYaml(const RelayPolicy &policy);

/// The file as read, changed so that it says `policy`, which must be storable.
[[nodiscard]] Expected<std::string, FormatError> editYaml(const RelayPolicy &policy, std::string_view text,
                                                          const YamlFile &file);

} // namespace relaytab
