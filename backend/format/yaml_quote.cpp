#include "backend/format/yaml_quote.h"

#include <algorithm>
#include <array>

#include "backend/format/utf8_text.h"

namespace relaytab {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";

/// Printable ASCII that means nothing between double quotes.
constexpr bool isBare(char c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void appendHex(std::string &out, char32_t point, int digits)
{
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += hexDigits[(point >> shift) & 0xFU];
}

/// Control characters, line ends of YAML 1.1, and what nobody sees: it is written as a number.
constexpr bool isHidden(char32_t point)
{
    const bool control = point < 0x20 || (point >= 0x7F && point <= 0xA0);
    const bool direction = (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
    return control || direction || point == 0xFEFF || point == 0xFFFE || point == 0xFFFF;
}

void appendEscaped(std::string &out, char32_t point)
{
    switch (point) {
    case '\t': out += "\\t"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    default: break;
    }
    out += point < 0x100 ? "\\x" : "\\u";
    appendHex(out, point, point < 0x100 ? 2 : 4);
}

/// A word or words that no YAML version takes for anything but text.
bool isSafePlain(std::string_view text)
{
    constexpr std::array<std::string_view, 10> words{"true", "false", "yes", "no", "on",
                                                     "off",  "null",  "y",   "n",  "nan"};
    if (text.empty() || text.back() == ' ')
        return false;
    const bool quad = std::count(text.begin(), text.end(), '.') == 3
        && std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || c == '.'; }) && isDigit(text.front())
        && isDigit(text.back());
    if (quad)
        return true;
    if (!isLetter(text.front()) || !std::all_of(text.begin(), text.end(), [](char c) {
            return isLetter(c) || isDigit(c) || c == ' ' || c == '.' || c == '-' || c == '_';
        }))
        return false;
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(words.begin(), words.end(), lower) == words.end();
}

} // namespace

void appendYamlQuoted(std::string &out, std::string_view text)
{
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && isBare(text[end]))
            ++end;
        out.append(text, i, end - i);
        if (end == text.size())
            break;
        i = end;
        if (text[i] == '"' || text[i] == '\\') {
            out += '\\';
            out += text[i++];
            continue;
        }
        const DecodedPoint decoded = decodePoint(text, i);
        if (isHidden(decoded.point))
            appendEscaped(out, decoded.point);
        else
            out.append(text, i, decoded.bytes);
        i += decoded.bytes;
    }
    out += '"';
}

std::string yamlScalar(std::string_view text, YamlStyle style)
{
    if (style == YamlStyle::Plain && isSafePlain(text))
        return std::string{text};
    std::string out;
    if (style == YamlStyle::SingleQuoted && std::all_of(text.begin(), text.end(), isBare)) {
        out += '\'';
        for (const char c : text) {
            out += c;
            if (c == '\'')
                out += c;
        }
        return out + '\'';
    }
    appendYamlQuoted(out, text);
    return out;
}

} // namespace relaytab
