#pragma once

#include "backend/format/yaml_item.h"

namespace relaytab {

/// What the keys of a row shall say; `item` is the row as it stands in the file, or null for a new one.
[[nodiscard]] YamlWish wishOf(const RuleRow &row, const YamlItem *item);
[[nodiscard]] YamlWish wishOf(const Expectation &expectation, const YamlItem *item);

/// The rows that a project file cannot hold: text that is no rule where it was read, and would be one here. Errors:
/// what no file of this format can say, text that is no UTF-8 and a client that is no address.
[[nodiscard]] Expected<std::vector<Loss>, FormatError> unstorableRows(const RelayPolicy &policy);

} // namespace relaytab
