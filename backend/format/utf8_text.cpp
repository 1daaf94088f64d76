#include "backend/format/utf8_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace relaytab {

namespace {

constexpr bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

Expected<void, FormatError> refuseUtf16(std::string_view text)
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return Unexpected<FormatError>{{.code = FormatErrorCode::WrongEncoding, .fact = "UTF-16"}};
    return {};
}

DecodedPoint decodePoint(std::string_view text, std::size_t offset)
{
    const auto first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80)
        return {first, 1};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() - offset < bytes)
        return {};
    char32_t point = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!isContinuation(text[offset + i]))
            return {};
        point = (point << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
    }
    const bool overlong = (bytes == 3 && point < 0x800) || (bytes == 4 && point < 0x10000);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (overlong || surrogate || point > 0x10FFFF)
        return {};
    return {point, bytes};
}

void appendPoint(std::string &text, char32_t point)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0U | (point >> 6));
        byte(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        byte(0xE0U | (point >> 12));
        byte(0x80U | ((point >> 6) & 0x3FU));
        byte(0x80U | (point & 0x3FU));
    } else {
        byte(0xF0U | (point >> 18));
        byte(0x80U | ((point >> 12) & 0x3FU));
        byte(0x80U | ((point >> 6) & 0x3FU));
        byte(0x80U | (point & 0x3FU));
    }
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const std::size_t bytes = decodePoint(text, i).bytes;
        if (bytes == 0)
            return i;
        i += bytes;
    }
    return std::nullopt;
}

std::string pointName(char32_t point)
{
    std::array<char, 9> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::uint32_t>(point), 16);
    std::string hex{digits.data(), end.ptr};
    std::transform(hex.begin(), hex.end(), hex.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return "U+" + std::string(hex.size() < 4 ? 4 - hex.size() : 0, '0') + hex;
}

TextPlace PlaceFinder::place(std::size_t offset)
{
    offset = std::min(offset, m_text.size());
    if (offset < m_offset) {
        m_offset = 0;
        m_lineStart = 0;
        m_line = 1;
    }
    for (; m_offset < offset; ++m_offset) {
        const char c = m_text[m_offset];
        const bool crOfCrLf = c == '\r' && m_offset + 1 < m_text.size() && m_text[m_offset + 1] == '\n';
        if (c == '\n' || (c == '\r' && !crOfCrLf)) {
            ++m_line;
            m_lineStart = m_offset + 1;
        }
    }
    std::string_view before = m_text.substr(m_lineStart, offset - m_lineStart);
    if (m_lineStart == 0 && before.starts_with(utf8Mark))
        before.remove_prefix(utf8Mark.size());
    const auto points = std::count_if(before.begin(), before.end(), [](char c) { return !isContinuation(c); });
    return {m_line, static_cast<std::uint32_t>(points) + 1};
}

} // namespace relaytab
