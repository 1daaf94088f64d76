#include "backend/format/reg_text.h"

#include <algorithm>
#include <array>

#include "backend/format/utf8_text.h"

namespace relaytab {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// What the bytes 0x80 to 0x9F stand for (WHATWG windows-1252); the five that Microsoft left open stand for themselves.
constexpr std::array<char16_t, 32> ansiPoints{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                              0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr bool isSurrogate(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xE000;
}

std::optional<char> ansiOf(char32_t point)
{
    if (point < 0x80 || (point >= 0xA0 && point < 0x100))
        return static_cast<char>(static_cast<unsigned char>(point));
    const auto *const found = std::find(ansiPoints.begin(), ansiPoints.end(), point);
    if (found == ansiPoints.end())
        return std::nullopt;
    return static_cast<char>(static_cast<unsigned char>(0x80 + (found - ansiPoints.begin())));
}

void appendUnit(std::string &bytes, char32_t unit)
{
    bytes += static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
    bytes += static_cast<char>(static_cast<unsigned char>(unit >> 8));
}

/// After the comma that ends at this column or behind it, a line is folded.
constexpr std::size_t foldColumn = 76;
constexpr std::string_view foldIndent = "  ";

template <std::size_t Unit>
void put(char *&to, char c)
{
    *to++ = c;
    if constexpr (Unit == 2)
        *to++ = '\0';
}

template <std::size_t Unit>
void put(char *&to, std::string_view text)
{
    for (const char c : text)
        put<Unit>(to, c);
}

template <std::size_t Unit>
void writeMultiString(std::string &out, std::string_view bytes, std::size_t column, std::string_view lineEnd)
{
    constexpr std::string_view keyword = "hex(7):";
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t folds = (3 * bytes.size() + column) / (foldColumn - foldIndent.size()) + 2;
    const std::size_t before = out.size();
    out.resize(before + Unit * (keyword.size() + 3 * bytes.size() + folds * (1 + lineEnd.size() + foldIndent.size())));
    char *to = out.data() + before;
    put<Unit>(to, keyword);
    column += keyword.size();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        put<Unit>(to, digits[byte >> 4]);
        put<Unit>(to, digits[byte & 15]);
        column += 2;
        if (i + 1 == bytes.size())
            break;
        put<Unit>(to, ',');
        if (++column >= foldColumn) {
            put<Unit>(to, '\\');
            put<Unit>(to, lineEnd);
            put<Unit>(to, foldIndent);
            column = foldIndent.size();
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
}

} // namespace

std::string utf8FromUtf16(std::u16string_view text)
{
    std::string utf8;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t point = text[i];
        if (isSurrogate(point)) {
            const bool pair = point < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
            point = pair ? 0x10000 + ((point - 0xD800) << 10) + (text[++i] - 0xDC00U) : replacement;
        }
        appendPoint(utf8, point);
    }
    return utf8;
}

std::string utf8FromAnsi(std::string_view bytes)
{
    std::string utf8;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendPoint(utf8, byte >= 0x80 && byte < 0xA0 ? ansiPoints[byte - 0x80U] : byte);
    }
    return utf8;
}

std::optional<std::string> storedString(std::string_view utf8, RegEncoding strings)
{
    std::string bytes;
    for (std::size_t i = 0; i < utf8.size();) {
        DecodedPoint decoded = decodePoint(utf8, i);
        if (decoded.bytes == 0)
            return std::nullopt;
        i += decoded.bytes;
        if (strings == RegEncoding::EightBit) {
            const auto byte = ansiOf(decoded.point);
            if (!byte)
                return std::nullopt;
            bytes += *byte;
        } else if (decoded.point >= 0x10000) {
            appendUnit(bytes, 0xD800 + ((decoded.point - 0x10000) >> 10));
            appendUnit(bytes, 0xDC00 + ((decoded.point - 0x10000) & 0x3FFU));
        } else {
            appendUnit(bytes, decoded.point);
        }
    }
    return bytes;
}

std::string encoded(std::string_view ascii, RegEncoding encoding)
{
    if (encoding == RegEncoding::EightBit)
        return std::string{ascii};
    std::string bytes;
    for (const char c : ascii)
        appendUnit(bytes, static_cast<unsigned char>(c));
    return bytes;
}

void appendMultiString(std::string &out, std::string_view bytes, std::size_t column, std::string_view lineEnd,
                       RegEncoding encoding)
{
    if (encoding == RegEncoding::Utf16)
        writeMultiString<2>(out, bytes, column, lineEnd);
    else
        writeMultiString<1>(out, bytes, column, lineEnd);
}

} // namespace relaytab
