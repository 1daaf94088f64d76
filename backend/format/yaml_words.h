#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "backend/format/yaml_layout.h"

namespace relaytab::yaml_words {

/// The keys of the outermost mapping, in the order a new file has them; indexed by YamlKey.
inline constexpr std::array<std::string_view, 8> top{"relaytab", "flags", "unknown-flags", "deny",
                                                     "allow",    "local", "expect",        "routing"};
inline constexpr std::string_view version = "1";

/// The words of `flags`; the n-th is bit n of RelayFlags.
inline constexpr std::array<std::string_view, 4> flags{"deny", "allow", "local", "authenticated"};

/// Keys of a row: first those that are read, in the order they are written, then those reserved for later.
inline constexpr std::array<std::string_view, 10> row{"net",    "mask",  "enabled", "comment", "owner",
                                                      "ticket", "added", "changed", "expires", "tags"};
inline constexpr std::size_t rowKeysRead = 4;
namespace row_key {
inline constexpr std::size_t net = 0, mask = 1, enabled = 2, comment = 3;
}

/// Keys of an expectation, in the order they are written.
inline constexpr std::array<std::string_view, 5> expectation{"client", "server", "authenticated", "verdict", "comment"};
namespace expect_key {
inline constexpr std::size_t client = 0, server = 1, authenticated = 2, verdict = 3, comment = 4;
}

inline constexpr std::array<std::string_view, 2> verdicts{"allowed", "refused"};

[[nodiscard]] constexpr bool isOwn(std::string_view key)
{
    return key.starts_with("x-");
}

/// Which of the words it is, or nothing.
template <std::size_t N>
[[nodiscard]] constexpr std::optional<std::size_t> indexOf(std::string_view word,
                                                           const std::array<std::string_view, N> &words)
{
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word)
            return i;
    return std::nullopt;
}

/// What every YAML reader takes for no value.
[[nodiscard]] constexpr bool isNull(std::string_view plain)
{
    return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

} // namespace relaytab::yaml_words
