#include "backend/format/foreign_content.h"

#include <algorithm>
#include <array>

#include "backend/format/reg_key.h"

namespace relaytab {

namespace {

std::string_view trimmed(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t\r\f\v");
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(" \t\r\f\v") - first + 1);
}

bool beginsWithAnyOf(std::string_view line, std::string_view characters)
{
    return !line.empty() && characters.find(line.front()) != std::string_view::npos;
}

/// Whether one of the lines, without the blanks around it, is such a line. Lines end in LF, CRLF or CR.
template <typename Predicate>
bool anyLine(std::string_view text, Predicate &&isSuch)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (isSuch(trimmed(text.substr(0, end))))
            return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

/// A `#` that begins a comment: at the front or behind a blank, and not in quotes.
bool hasYamlComment(std::string_view line)
{
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool begins = i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t';
        if (quote == '"' && c == '\\')
            ++i;
        else if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '#' && begins)
            return true;
        else if ((c == '"' || c == '\'') && (begins || line[i - 1] == '[' || line[i - 1] == '{' || line[i - 1] == ','))
            quote = c;
    }
    return false;
}

/// A key that only the project file carries.
bool isOwnYamlKey(std::string_view line)
{
    constexpr std::array<std::string_view, 7> reserved{"owner",   "ticket", "added",  "changed",
                                                       "expires", "tags",   "routing"};
    if (line.starts_with("- "))
        line = trimmed(line.substr(2));
    const std::string_view key = line.substr(0, line.find(':'));
    return key.size() < line.size()
        && (key.starts_with("x-") || std::find(reserved.begin(), reserved.end(), key) != reserved.end());
}

bool isForeignIniLine(std::string_view line)
{
    constexpr std::array<std::string_view, 4> sections{"[relay]", "[deny]", "[allow]", "[local]"};
    if (line.starts_with('['))
        return std::find(sections.begin(), sections.end(), line) == sections.end();
    return beginsWithAnyOf(line, ";#") || line.starts_with("x-");
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lowerAscii(x) == lowerAscii(y); });
}

bool isForeignRegLine(std::string_view line, RegKeys &keys)
{
    if (line.starts_with('[')) {
        const std::string_view path = line.substr(1, line.rfind(']') - 1);
        return !path.starts_with('-') && keys.find(std::u16string{path.begin(), path.end()}).key == nullptr;
    }
    if (line.starts_with('"'))
        return std::none_of(regValueNames.begin(), regValueNames.end(), [&](std::string_view name) {
            return equalIgnoringCase(line.substr(1, std::min(line.find('"', 1), line.size()) - 1), name);
        });
    return beginsWithAnyOf(line, ";#@");
}

/// The lines of a registry file, one at a time: most of it is data, which is not looked at.
bool holdsForeignRegLines(std::string_view bytes)
{
    const bool wide = bytes.starts_with("\xFF\xFE");
    const std::size_t unit = wide ? 2 : 1;
    RegKeys keys;
    std::string line;
    bool header = true;
    for (std::size_t i = wide ? 2 : 0; i < bytes.size() + unit; i += unit) {
        char c = i < bytes.size() ? bytes[i] : '\n';
        if (wide && i + 1 < bytes.size() && bytes[i + 1] != '\0')
            c = '?';
        if (c != '\n' && c != '\r') {
            constexpr std::size_t enough = 1024; // longer than any line that is not data
            if (line.size() < enough)
                line += c;
            continue;
        }
        if (!header && isForeignRegLine(trimmed(line), keys))
            return true;
        header = false;
        line.clear();
    }
    return false;
}

} // namespace

bool holdsForeignContent(const Format &format, std::string_view bytes)
{
    if (format.id == "yaml")
        return anyLine(bytes, [](std::string_view line) { return hasYamlComment(line) || isOwnYamlKey(line); });
    if (format.id == "ini")
        return anyLine(bytes, isForeignIniLine);
    if (format.id == "list")
        return anyLine(bytes, [](std::string_view line) { return line.starts_with('#'); });
    return format.id == "reg" && holdsForeignRegLines(bytes);
}

} // namespace relaytab
