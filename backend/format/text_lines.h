#pragma once

#include <cstdint>
#include <string_view>

namespace relaytab {

/// Bytes [begin, end) of a text of less than 4 GiB.
struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend constexpr bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// Where the line around `offset` begins, behind a byte order mark, and where the next one does: behind LF, CRLF or CR,
/// or at the end of the text.
[[nodiscard]] std::uint32_t lineBegin(std::string_view text, std::uint32_t offset);
[[nodiscard]] std::uint32_t lineEnd(std::string_view text, std::uint32_t offset);

/// The begin of the line before the one that begins at `line`, which is not the first.
[[nodiscard]] std::uint32_t lineAbove(std::string_view text, std::uint32_t line);

/// The line end in use before `offset`: that of the line before, else the text's first, else LF.
[[nodiscard]] std::string_view lineBreakBefore(std::string_view text, std::uint32_t offset);

} // namespace relaytab
