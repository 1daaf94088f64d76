#pragma once

#include "backend/format/reg_cursor.h"

namespace relaytab {

/// Registry types, as hex(N) numbers them.
enum class RegType : std::uint32_t { Binary = 3, Dword = 4, MultiString = 7 };

/// Takes the bytes of hexadecimal data as they are read.
class RegBytes
{
public:
    virtual ~RegBytes() = default;
    /// The next byte, which stands at `place`.
    virtual void byte(unsigned char byte, TextPlace place) = 0;
    /// Takes bytes from text that begins at `place`, as many as are written the way regedit does and lie there
    /// unbroken, and returns how much of the text they were.
    virtual TextRun takePlain(std::string_view text, RegEncoding encoding, TextPlace place);

protected:
    RegBytes() = default;
    RegBytes(const RegBytes &) = default;
    RegBytes &operator=(const RegBytes &) = default;
};

/// How the data of a value begins.
struct RegDataStart {
    enum class Kind : std::uint8_t { Text, Dword, Hex, Deletion } kind = Kind::Text;
    std::uint32_t number = 0; ///< Dword: the value; Hex: the type
};

/// Reads what stands behind the `=` of a value, up to the comment or the line end.
class RegDataReader
{
public:
    explicit RegDataReader(RegCursor &cursor) : m_cursor(&cursor) { }

    /// Reads a minus or a dword whole, `hex:` and `hex(N):` up to the first digit, and of a text nothing.
    [[nodiscard]] Expected<RegDataStart, FormatError> readStart();
    /// Reads the bytes of Hex data.
    [[nodiscard]] Expected<void, FormatError> readHex(RegBytes &bytes);
    /// Reads a quoted text. regedit writes line breaks inside one as they are.
    [[nodiscard]] Expected<void, FormatError> readText();
    /// Reads the rest of data that nobody looks at.
    [[nodiscard]] Expected<void, FormatError> skip(const RegDataStart &start);

    /// The bytes of the file from the keyword to the last character of the data.
    [[nodiscard]] ByteSpan span() const { return m_span; }
    /// The comments that stood between its folded lines.
    [[nodiscard]] const std::vector<ByteSpan> &comments() const { return m_comments; }

private:
    Expected<void, FormatError> readFold();
    Expected<std::uint32_t, FormatError> readNumber();

    RegCursor *m_cursor;
    ByteSpan m_span = {};
    std::vector<ByteSpan> m_comments;
};

/// True for the end of a line and of the text.
constexpr bool endsLine(int character)
{
    return character == RegCursor::atEnd || character == '\r' || character == '\n';
}

/// What stands at the cursor does not belong there; the rest of the line, which is used up, is the fact.
[[nodiscard]] Unexpected<FormatError> syntaxErrorHere(RegCursor &cursor);
/// The quote at `place` is never closed.
[[nodiscard]] Unexpected<FormatError> openQuote(TextPlace place);

} // namespace relaytab
