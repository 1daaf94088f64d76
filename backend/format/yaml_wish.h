#pragma once

#include "backend/format/yaml_item.h"

namespace relaytab {

/// What the keys of a row shall say; `item` is the row as it stands in the file, or null for a new one.
[[nodiscard]] YamlWish wishOf(const RuleRow &row, const YamlItem *item);
[[nodiscard]] YamlWish wishOf(const Expectation &expectation, const YamlItem *item);

/// What a project file cannot hold: text that is no UTF-8, a client that is no address. Nothing when all is well.
[[nodiscard]] Expected<void, FormatError> checkStorable(const RelayPolicy &policy);

} // namespace relaytab
