#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/format/reg_cursor.h"

namespace relaytab {

/// UTF-16 as UTF-8; half a surrogate pair becomes U+FFFD.
[[nodiscard]] std::string utf8FromUtf16(std::u16string_view text);

/// Windows-1252, in which every byte is a character, as UTF-8.
[[nodiscard]] std::string utf8FromAnsi(std::string_view bytes);

/// The bytes of a string as a list stores it, without the zero at its end. Nothing when 8-bit text cannot hold it. The
/// text is UTF-8.
[[nodiscard]] std::optional<std::string> storedString(std::string_view utf8, RegEncoding strings);

/// ASCII text in the characters of the file.
[[nodiscard]] std::string encoded(std::string_view ascii, RegEncoding encoding);

/// Appends `"name"=` data of type REG_MULTI_SZ as regedit writes it, beginning at `column` characters into the line:
/// `hex(7):` and two digits a byte, folded after the comma that reaches column 76.
void appendMultiString(std::string &out, std::string_view bytes, std::size_t column, std::string_view lineEnd,
                       RegEncoding encoding);

} // namespace relaytab
