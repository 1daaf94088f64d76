#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "backend/format/format.h"

namespace relaytab {

/// What some programs put before UTF-8; it is no character of the text.
inline constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

[[nodiscard]] constexpr std::string_view withoutMark(std::string_view text)
{
    return text.starts_with(utf8Mark) ? text.substr(utf8Mark.size()) : text;
}

/// Fails for text that says itself that it is UTF-16.
[[nodiscard]] Expected<void, FormatError> refuseUtf16(std::string_view text);

/// A code point and how many bytes it takes; 0 bytes where there is no UTF-8 (overlong forms and surrogates included).
struct DecodedPoint {
    char32_t point = 0;
    std::size_t bytes = 0;
};

/// The code point that begins at byte `offset`, which is inside the text.
[[nodiscard]] DecodedPoint decodePoint(std::string_view text, std::size_t offset);

/// Appends the code point as UTF-8.
void appendPoint(std::string &text, char32_t point);

/// The byte offset of the first byte that is no UTF-8, or nothing.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// "U+00A0", for messages that name a character nobody can see.
[[nodiscard]] std::string pointName(char32_t point);

/// Finds lines and columns of byte offsets; cheap when they are asked for in ascending order. A line ends with LF, CRLF
/// or CR. A byte order mark takes no column.
class PlaceFinder
{
public:
    explicit PlaceFinder(std::string_view text) : m_text(text) { }

    [[nodiscard]] TextPlace place(std::size_t offset);

private:
    std::string_view m_text;
    std::size_t m_offset = 0; ///< everything before it is counted
    std::size_t m_lineStart = 0;
    std::uint32_t m_line = 1;
};

} // namespace relaytab
