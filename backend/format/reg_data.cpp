#include "backend/format/reg_data.h"

#include "backend/format/reg_hex.h"
#include "backend/format/reg_text.h"

namespace relaytab {

namespace {

using Result = Expected<void, FormatError>;

constexpr std::size_t longestKeyword = 32; ///< longer than any of ours
constexpr std::size_t longestFact = 40;

/// Bytes that are only checked.
class DiscardedBytes final : public RegBytes
{
public:
    void byte(unsigned char /*byte*/, TextPlace /*place*/) override { }
};

/// The type in `hex(N):`, or nothing.
std::optional<std::uint32_t> hexTypeOf(std::string_view keyword)
{
    if (keyword == "hex:")
        return static_cast<std::uint32_t>(RegType::Binary);
    if (!keyword.starts_with("hex(") || !keyword.ends_with("):") || keyword.size() < 7)
        return std::nullopt;
    std::uint32_t type = 0;
    for (const char c : keyword.substr(4, keyword.size() - 6)) {
        const unsigned digit = hexDigit(static_cast<unsigned char>(c));
        if (digit > 15 || type >> 28 != 0)
            return std::nullopt;
        type = type * 16 + digit;
    }
    return type;
}

} // namespace

TextRun RegBytes::takePlain(std::string_view /*text*/, RegEncoding /*encoding*/, TextPlace /*place*/)
{
    return {};
}

Unexpected<FormatError> openQuote(TextPlace place)
{
    return Unexpected<FormatError>{{.code = FormatErrorCode::Syntax, .place = place, .fact = "\""}};
}

Unexpected<FormatError> syntaxErrorHere(RegCursor &cursor)
{
    const TextPlace place = cursor.place();
    std::u16string fact;
    for (int c = cursor.peek(); !endsLine(c) && fact.size() < longestFact; c = cursor.peek()) {
        fact += static_cast<char16_t>(c);
        cursor.advance();
    }
    return Unexpected<FormatError>{{.code = FormatErrorCode::Syntax, .place = place, .fact = utf8FromUtf16(fact)}};
}

Expected<RegDataStart, FormatError> RegDataReader::readStart()
{
    const TextPlace place = m_cursor->place();
    m_span = {m_cursor->offset(), m_cursor->offset()};
    const int first = m_cursor->peek();
    if (first == '"')
        return RegDataStart{RegDataStart::Kind::Text};
    if (first == '-') {
        m_cursor->advance();
        m_span.end = m_cursor->offset();
        return RegDataStart{RegDataStart::Kind::Deletion};
    }
    std::string keyword;
    for (int c = m_cursor->peek(); c > ' ' && c < 0x7F && keyword.size() < longestKeyword; c = m_cursor->peek()) {
        keyword += static_cast<char>(c);
        m_cursor->advance();
        if (c == ':')
            break;
    }
    if (keyword == "dword:") {
        const auto number = readNumber();
        if (!number)
            return Unexpected<FormatError>{number.error()};
        m_span.end = m_cursor->offset();
        return RegDataStart{RegDataStart::Kind::Dword, *number};
    }
    if (const auto type = hexTypeOf(keyword)) {
        m_span.end = m_cursor->offset();
        return RegDataStart{RegDataStart::Kind::Hex, *type};
    }
    return Unexpected<FormatError>{{.code = FormatErrorCode::Syntax, .place = place, .fact = keyword}};
}

/// One to eight digits.
Expected<std::uint32_t, FormatError> RegDataReader::readNumber()
{
    std::uint32_t number = 0;
    std::size_t count = 0;
    for (unsigned digit = hexDigit(m_cursor->peek()); digit <= 15 && count < 8; digit = hexDigit(m_cursor->peek())) {
        number = number * 16 + digit;
        ++count;
        m_cursor->advance();
    }
    if (count == 0 || hexDigit(m_cursor->peek()) <= 15)
        return syntaxErrorHere(*m_cursor);
    return number;
}

Result RegDataReader::skip(const RegDataStart &start)
{
    if (start.kind == RegDataStart::Kind::Text)
        return readText();
    if (start.kind != RegDataStart::Kind::Hex)
        return {};
    DiscardedBytes bytes;
    return readHex(bytes);
}

Result RegDataReader::readText()
{
    const TextPlace place = m_cursor->place();
    m_cursor->advance();
    for (int c = m_cursor->peek(); c != '"'; c = m_cursor->peek()) {
        if (c == '\\') {
            m_cursor->advance();
            c = m_cursor->peek();
        }
        if (c == RegCursor::atEnd)
            return openQuote(place);
        if (!m_cursor->skipLineEnd())
            m_cursor->advance();
    }
    m_cursor->advance();
    m_span.end = m_cursor->offset();
    m_cursor->skipBlanks();
    // Something behind a text that goes over lines: the quote that was forgotten is the first one.
    if (m_cursor->place().line != place.line && !endsLine(m_cursor->peek()) && m_cursor->peek() != ';')
        return openQuote(place);
    return {};
}

Result RegDataReader::readHex(RegBytes &bytes)
{
    while (true) {
        const TextRun run = bytes.takePlain(m_cursor->window(), m_cursor->encoding(), m_cursor->place());
        if (run.bytes != 0) {
            m_cursor->skip(run);
            m_span.end = m_cursor->offset();
        }
        m_cursor->skipBlanks();
        const TextPlace place = m_cursor->place();
        const unsigned digit = hexDigit(m_cursor->peek());
        if (digit > 15) {
            if (m_cursor->peek() != '\\')
                return {};
            m_cursor->advance();
            if (auto folded = readFold(); !folded)
                return folded;
            continue;
        }
        m_cursor->advance();
        unsigned value = digit;
        if (const unsigned second = hexDigit(m_cursor->peek()); second <= 15) {
            value = value * 16 + second;
            m_cursor->advance();
        }
        bytes.byte(static_cast<unsigned char>(value), place);
        const bool more = m_cursor->peek() == ',';
        if (more)
            m_cursor->advance();
        m_span.end = m_cursor->offset();
        if (!more)
            return {};
    }
}

/// What is left of a folded line, and every line up to the next digit: blank ones and comments may stand between.
Result RegDataReader::readFold()
{
    bool first = true;
    while (true) {
        m_cursor->skipBlanks();
        const int c = m_cursor->peek();
        if (c == ';' || (c == '#' && !first)) {
            ByteSpan comment{m_cursor->offset(), 0};
            m_cursor->skipToLineEnd();
            comment.end = m_cursor->offset();
            m_comments.push_back(comment);
        } else if (!first && hexDigit(c) <= 15) {
            return {};
        } else if (c == RegCursor::atEnd) {
            return Unexpected<FormatError>{{.code = FormatErrorCode::Syntax, .place = m_cursor->place(), .fact = "\\"}};
        } else if (!endsLine(c)) {
            return syntaxErrorHere(*m_cursor);
        }
        if (m_cursor->skipLineEnd())
            first = false;
    }
}

} // namespace relaytab
