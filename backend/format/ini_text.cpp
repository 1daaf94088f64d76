#include "backend/format/ini_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "backend/format/utf8_text.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

constexpr std::size_t maxValue = 170; ///< bytes; with the longest key under the 200 that some programs read
constexpr std::string_view hexDigits = "0123456789ABCDEF";

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Characters that no INI reader takes for anything else.
constexpr bool isPlain(char32_t point)
{
    const char c = point < 0x80 ? static_cast<char>(point) : '\0';
    return isLetter(c) || isDigit(c) || c == ' ' || c == '.' || c == '_' || c == '-' || c == '/' || c == ':';
}

/// Words that some readers take for a truth value or nothing.
bool isWord(std::string_view text)
{
    constexpr std::array<std::string_view, 8> words{"yes", "no", "true", "false", "on", "off", "none", "null"};
    return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
        return std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
        });
    });
}

void appendUnit(std::string &out, std::uint32_t unit)
{
    out += '+';
    for (int shift = 12; shift >= 0; shift -= 4)
        out += hexDigits[(unit >> shift) & 0xFU];
}

void appendEscape(std::string &out, char32_t point)
{
    if (point >= 0x10000) {
        appendUnit(out, 0xD800U + ((point - 0x10000U) >> 10));
        appendUnit(out, 0xDC00U + ((point - 0x10000U) & 0x3FFU));
    } else {
        appendUnit(out, point);
    }
}

/// The code unit of the escape at the front.
std::optional<std::uint32_t> unitAt(std::string_view text)
{
    if (text.size() < 5 || text[0] != '+')
        return std::nullopt;
    std::uint32_t unit = 0;
    for (const char c : text.substr(1, 4)) {
        const int digit = isDigit(c) ? c - '0'
            : c >= 'A' && c <= 'F'   ? c - 'A' + 10
            : c >= 'a' && c <= 'f'   ? c - 'a' + 10
                                     : -1;
        if (digit < 0)
            return std::nullopt;
        unit = unit * 16 + static_cast<std::uint32_t>(digit);
    }
    return unit;
}

constexpr bool isHigh(std::uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

constexpr bool isLow(std::uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

struct Escape {
    char32_t point = 0;
    std::size_t bytes = 0; ///< 0: there is none
};

Escape escapeAt(std::string_view text)
{
    const auto unit = unitAt(text);
    if (!unit || isLow(*unit))
        return {};
    if (!isHigh(*unit))
        return {*unit, 5};
    const auto low = unitAt(text.substr(5));
    if (!low || !isLow(*low))
        return {};
    return {0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), 10};
}

bool hasEscape(std::string_view text)
{
    for (std::size_t at = text.find('+'); at != std::string_view::npos; at = text.find('+', at + 1))
        if (escapeAt(text.substr(at)).bytes != 0)
            return true;
    return false;
}

/// The text with its first character and all that are not plain as escapes: a value that is read as text.
std::string escapedText(std::string_view text, bool first)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedPoint decoded = decodePoint(text, i);
        const bool end = i + decoded.bytes == text.size();
        if ((first && i == 0) || !isPlain(decoded.point) || decoded.point == '/' || (end && decoded.point == ' '))
            appendEscape(out, decoded.point);
        else
            out.append(text, i, decoded.bytes);
        i += decoded.bytes;
    }
    return out;
}

RuleText textOf(std::string_view value, std::string_view separators)
{
    const std::size_t at = value.find_first_of(separators);
    if (at == std::string_view::npos)
        return {iniUnescaped(value), {}, MaskForm::LeftOut};
    return {iniUnescaped(value.substr(0, at)), iniUnescaped(value.substr(at + 1)), MaskForm::Written};
}

} // namespace

std::string iniUnescaped(std::string_view value)
{
    std::string out;
    while (!value.empty()) {
        const std::size_t plus = std::min(value.find('+'), value.size());
        out += value.substr(0, plus);
        value.remove_prefix(plus);
        if (value.empty())
            break;
        const Escape escape = escapeAt(value);
        if (escape.bytes != 0)
            appendPoint(out, escape.point);
        else
            out += '+';
        value.remove_prefix(std::max<std::size_t>(escape.bytes, 1));
    }
    return out;
}

std::vector<std::string> iniNoteValues(std::string_view note)
{
    std::vector<std::string> values;
    while (!note.empty()) {
        // As many characters as fit, one escape more for the last if it is a blank.
        std::string value;
        std::size_t taken = 0;
        while (taken < note.size()) {
            const DecodedPoint decoded = decodePoint(note, taken);
            const bool bare = isPlain(decoded.point)
                && !(taken == 0
                     && (decoded.point == ' ' || decoded.point == '.' || decoded.point == '-' || decoded.point == '/'
                         || decoded.point == ':'));
            std::string next;
            if (bare)
                next = static_cast<char>(decoded.point);
            else
                appendEscape(next, decoded.point);
            if (value.size() + next.size() + 4 > maxValue)
                break;
            value += next;
            taken += decoded.bytes;
        }
        if (value.back() == ' ') {
            value.pop_back();
            appendEscape(value, ' ');
        }
        if (isWord(value)) {
            std::string first;
            appendEscape(first, static_cast<char32_t>(value.front()));
            value.replace(0, 1, first);
        }
        values.push_back(std::move(value));
        note.remove_prefix(taken);
    }
    return values;
}

RuleEntry parseIniEntry(std::string_view value)
{
    if (hasEscape(value))
        return textOf(value, "/");
    // A comment or a range is no single rule.
    if (value.find_first_of("#-") == std::string_view::npos)
        if (const auto entry = parseEntry(value); entry && entry->rules.size() == 1)
            return entry->rules.front();
    return textOf(value, "/;");
}

std::string iniEntryText(const RuleEntry &entry)
{
    if (const auto *rule = std::get_if<Rule>(&entry)) {
        std::string text = toText(rule->net);
        if (rule->form == MaskForm::LeftOut)
            return text;
        const auto length = prefixLength(rule->mask);
        const bool asLength = rule->net.family == Family::IPv6 && length;
        return text + '/' + (asLength ? std::to_string(*length) : toText(rule->mask));
    }
    const auto &text = std::get<RuleText>(entry);
    const bool written = text.form == MaskForm::Written;
    std::string plain = written ? text.net + '/' + text.mask : text.net;
    const bool trimmed = plain.empty() || (plain.front() != ' ' && plain.back() != ' ');
    const bool safe =
        std::all_of(plain.begin(), plain.end(), [](char c) { return isPlain(static_cast<unsigned char>(c)); });
    if (trimmed && safe && parseIniEntry(plain) == entry)
        return plain;
    std::string out = escapedText(text.net, true);
    if (written)
        out += '/' + escapedText(text.mask, text.net.empty());
    return out;
}

} // namespace relaytab
