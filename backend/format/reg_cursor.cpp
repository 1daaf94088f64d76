#include "backend/format/reg_cursor.h"

#include <algorithm>

namespace relaytab {

/// Makes the next piece the current one; the current one must be used up. False at the end of the file.
bool RegCursor::pull()
{
    const std::span<const char> next = m_pending.empty() ? (*m_source)() : m_pending;
    m_pending = {};
    m_base = offset();
    m_begin = m_at = next.data();
    m_end = m_begin + next.size();
    return !next.empty();
}

/// Makes a whole character available. One that is cut in two is put together in the seam.
bool RegCursor::refill()
{
    if (m_endsInHalf)
        return false;
    if (m_at == m_end && !pull())
        return false;
    if (static_cast<std::size_t>(m_end - m_at) >= m_unit)
        return true;
    m_seam[0] = *m_at++;
    if (!pull()) {
        m_endsInHalf = true;
        return false;
    }
    m_seam[1] = *m_at;
    m_pending = std::span{m_at, m_end}.subspan(1);
    m_base -= 1;
    m_begin = m_at = m_seam.data();
    m_end = m_begin + 2;
    return true;
}

Expected<void, FormatError> RegCursor::begin()
{
    // Enough of the file to know how it is stored, however small its first pieces are.
    std::size_t size = 0;
    while (size < 3 && pull()) {
        const std::size_t take = std::min(m_seam.size() - size, static_cast<std::size_t>(m_end - m_at));
        std::copy_n(m_at, take, m_seam.begin() + static_cast<std::ptrdiff_t>(size));
        size += take;
        m_pending = std::span{m_at, m_end}.subspan(take);
        m_at = m_end;
    }
    const std::string_view start{m_seam.data(), size};
    m_base = 0;
    m_begin = m_at = m_seam.data();
    m_end = m_begin + size;
    const auto refused = [](const char *name) {
        return Unexpected<FormatError>{{.code = FormatErrorCode::WrongEncoding, .fact = name}};
    };
    if (start.starts_with("\xFF\xFE")) {
        m_encoding = RegEncoding::Utf16;
        m_unit = 2;
        m_at += 2;
        m_lineStart = 2;
    } else if (start.starts_with("\xFE\xFF")) {
        return refused("UTF-16BE");
    } else if (start.starts_with("\xEF\xBB\xBF")) {
        return refused("UTF-8");
    } else if (size >= 2 && (start[0] == '\0') != (start[1] == '\0')) {
        return refused("UTF-16");
    }
    return {};
}

void RegCursor::startLine()
{
    ++m_line;
    m_lineStart = offset();
    m_lowSurrogates = 0;
}

bool RegCursor::skipLineEnd()
{
    const int first = peek();
    if (first != '\r' && first != '\n')
        return false;
    advance();
    const bool both = first == '\r' && peek() == '\n';
    if (both)
        advance();
    if (m_line == 1)
        m_lineEnd = both ? "\r\n" : first == '\n' ? "\n" : "\r";
    startLine();
    return true;
}

void RegCursor::skipBlanks()
{
    for (int c = peek(); c == ' ' || c == '\t'; c = peek())
        advance();
}

void RegCursor::skipToLineEnd()
{
    for (int c = peek(); c != atEnd && c != '\r' && c != '\n'; c = peek())
        advance();
}

} // namespace relaytab
