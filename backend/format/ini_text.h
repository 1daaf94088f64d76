#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/policy/rule.h"

namespace relaytab {

/// What a value with `+XXXX` escapes (UTF-16 code units in hexadecimal) says. An escape that is none, or half a
/// surrogate pair, stays as it is.
[[nodiscard]] std::string iniUnescaped(std::string_view value);

/// The note in as many values as it takes: each at most 170 bytes of what all INI readers read alike.
[[nodiscard]] std::vector<std::string> iniNoteValues(std::string_view note);

/// A rule's value: any form with one rule and no comment. What is none, and all with an escape, is kept as text.
[[nodiscard]] RuleEntry parseIniEntry(std::string_view value);

/// `net` or `net/mask`; text in a form that is read as that text, with escapes where it takes them.
[[nodiscard]] std::string iniEntryText(const RuleEntry &entry);

} // namespace relaytab
