#pragma once

#include <array>

#include "backend/format/format.h"

namespace relaytab {

/// How the characters of a .reg file are stored.
enum class RegEncoding : std::uint8_t { EightBit, Utf16 };

/// Bytes [begin, end) of a file.
struct ByteSpan {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend constexpr bool operator==(const ByteSpan &, const ByteSpan &) = default;
};

/// Text that was used up at once: where it ends, and what it does to the place.
struct TextRun {
    std::size_t bytes = 0;
    std::uint32_t lines = 0; ///< line ends in it
    std::size_t lineStart = 0; ///< byte offset in it behind the last of them
};

/// Walks through the characters of a .reg text that comes in pieces of any size, and knows where it is. A character
/// here is a UTF-16 code unit, or a byte. Nothing is stored but the current piece.
class RegCursor
{
public:
    static constexpr int atEnd = -1; ///< peek() behind the last character

    explicit RegCursor(const ByteSource &source) : m_source(&source) { }

    /// Reads the byte order mark. To be called once, first. WrongEncoding for what Windows refuses too.
    [[nodiscard]] Expected<void, FormatError> begin();

    [[nodiscard]] RegEncoding encoding() const { return m_encoding; }
    /// Bytes in a character: 1 or 2.
    [[nodiscard]] std::size_t unit() const { return m_unit; }

    /// The character here, or atEnd.
    [[nodiscard]] int peek()
    {
        if (static_cast<std::size_t>(m_end - m_at) < m_unit && !refill())
            return atEnd;
        const auto low = static_cast<unsigned char>(m_at[0]);
        return m_unit == 1 ? low : low | (static_cast<unsigned char>(m_at[1]) << 8);
    }
    /// Steps over the character that peek() just gave; not over line ends.
    void advance()
    {
        if (m_unit == 2 && (static_cast<unsigned char>(m_at[1]) & 0xFCU) == 0xDCU)
            ++m_lowSurrogates;
        m_at += m_unit;
    }
    /// Steps over CRLF, LF or CR; false when there is none here.
    bool skipLineEnd();
    /// Steps over blanks and tabs.
    void skipBlanks();
    /// Steps to the line end, or the end of the text.
    void skipToLineEnd();

    /// Bytes of the current piece from here on. Complete characters, but perhaps not one.
    [[nodiscard]] std::string_view window() const { return {m_at, static_cast<std::size_t>(m_end - m_at)}; }
    /// Steps over text of the window that holds whole characters of ASCII.
    void skip(const TextRun &run)
    {
        if (run.lines != 0) {
            m_line += run.lines;
            m_lineStart = offset() + run.lineStart;
            m_lowSurrogates = 0;
        }
        m_at += run.bytes;
    }

    /// Bytes of the file before this character.
    [[nodiscard]] std::size_t offset() const { return m_base + static_cast<std::size_t>(m_at - m_begin); }
    [[nodiscard]] TextPlace place() const
    {
        return {m_line, static_cast<std::uint32_t>((offset() - m_lineStart) / m_unit) + 1 - m_lowSurrogates};
    }
    /// Where the line begins, in bytes.
    [[nodiscard]] std::size_t lineStart() const { return m_lineStart; }
    /// How the first line ends, as ASCII; CRLF while none has ended.
    [[nodiscard]] std::string_view lineEnd() const { return m_lineEnd; }
    /// True when the file ends in half a UTF-16 character.
    [[nodiscard]] bool endsInHalf() const { return m_endsInHalf; }

private:
    bool refill();
    bool pull();
    void startLine();

    const ByteSource *m_source;
    const char *m_at = nullptr;
    const char *m_begin = nullptr;
    const char *m_end = nullptr;
    std::size_t m_base = 0; ///< bytes of the file before m_begin
    std::span<const char> m_pending; ///< what follows the seam
    std::array<char, 4> m_seam{}; ///< bytes of a character, or of the byte order mark, that two pieces share
    RegEncoding m_encoding = RegEncoding::EightBit;
    std::size_t m_unit = 1;
    std::uint32_t m_line = 1;
    std::uint32_t m_lowSurrogates = 0; ///< in this line so far
    std::size_t m_lineStart = 0;
    std::string_view m_lineEnd = "\r\n";
    bool m_endsInHalf = false;
};

} // namespace relaytab
