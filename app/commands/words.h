#pragma once

#include <QLatin1String>

#include <optional>
#include <string>
#include <string_view>

#include "model/policy/decision.h"

namespace relaytab {

// The words of the command line's input and output: docs/cli.md promises them to scripts, so they are never translated.

[[nodiscard]] inline QLatin1String latin1(std::string_view word)
{
    return QLatin1String(word.data(), static_cast<qsizetype>(word.size()));
}

/// "deny", "allow", "local".
[[nodiscard]] std::string_view wordOf(ListKind list);
/// "allowed", "refused".
[[nodiscard]] std::string_view wordOf(Verdict verdict);
/// "deny-list", "nothing-applied", ...
[[nodiscard]] std::string_view wordOf(Reason reason);
/// "not-four-parts", ...
[[nodiscard]] std::string_view wordOf(AddressErrorCode code);
/// "no-row-matches", ...
[[nodiscard]] std::string_view wordOf(StepOutcome outcome);

/// "deny:3", the row counted from 1.
[[nodiscard]] std::string rowWord(RowPlace place);

inline constexpr std::array<std::string_view, 3> listWords{"deny", "allow", "local"};
inline constexpr std::array<std::string_view, 2> readingWords{"observed", "literal"};
inline constexpr std::array<std::string_view, 2> regReadingWords{"header", "file"};

[[nodiscard]] std::optional<ListKind> listOf(QStringView word);

/// RelayFlags as people write them on a command line: a decimal number, 0x..., or words: "deny,allow,authenticated".
[[nodiscard]] std::optional<std::uint32_t> flagsOf(QStringView text);

} // namespace relaytab
