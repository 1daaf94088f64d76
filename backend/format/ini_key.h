#pragma once

#include "backend/format/ini_layout.h"

namespace relaytab {

/// `ruleN` and what follows it.
struct IniRowKey {
    std::uint32_t number = 0;
    std::uint32_t what = iniRule; ///< or as in IniAttribute
};

/// A number without leading zeros at the front of the text, which loses it.
[[nodiscard]] std::optional<std::uint32_t> takeIniNumber(std::string_view &text);

/// The key as one of a row; nothing when it is none.
[[nodiscard]] std::optional<IniRowKey> parseIniRowKey(std::string_view key);

/// The known key of a list that was probably meant, or nothing.
[[nodiscard]] std::string nearestIniRowKey(std::string_view key);

/// 0 or 1 for what says so in words, or nothing.
[[nodiscard]] std::string iniSwitchMeant(std::string_view value);

/// The text without the blanks and tabs around it.
[[nodiscard]] std::string_view withoutIniBlanks(std::string_view text);

} // namespace relaytab
