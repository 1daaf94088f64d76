#pragma once

#include <string_view>

#include "backend/format/format.h"
#include "backend/format/utf8_text.h"

namespace relaytab {

/// What a row of a project file says, before it is judged.
struct YamlRowTexts {
    std::string_view net;
    std::optional<std::string_view> mask = {};
    bool enabled = true;
    std::string_view comment = {};
    std::uint32_t netAt = 0; ///< byte offset of the value
    std::uint32_t maskAt = 0;
};

/// Net and mask of a row. A bare number is no mask there: other programs disagree what it is.
[[nodiscard]] RuleEntry yamlRowEntry(std::string_view net, const std::optional<std::string_view> &mask);

/// Appends the row, and a note when it is no rule.
void appendYamlRow(const YamlRowTexts &texts, ListKind list, PlaceFinder &places, ParsedPolicy &parsed);

/// The client of an expectation: an address, `net/n` or `net/mask`. Nothing when it is none of these.
[[nodiscard]] std::optional<Rule> parseYamlClient(std::string_view text);
[[nodiscard]] std::string yamlClientText(const Rule &client);

/// `[deny, allow]`: the words of the four known bits.
[[nodiscard]] std::string yamlFlagsText(std::uint32_t bits);

} // namespace relaytab
