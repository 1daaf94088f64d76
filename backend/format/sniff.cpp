#include <algorithm>
#include <string>

#include "backend/format/format.h"
#include "backend/format/list_line.h"

namespace relaytab {

namespace {

constexpr std::string_view blanks = " \t\r\f\v";

/// Lines looked at before an answer is given.
constexpr int sniffedLines = 200;

std::string_view trimmedFront(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

/// A .reg header, or the UTF-16 it is written in: with a byte order mark, or a letter beside a zero byte.
bool looksLikeRegistry(std::string_view text)
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return true;
    if (text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0'))
        return true;
    const std::string_view first = trimmedFront(text);
    return first.starts_with("REGEDIT") || first.starts_with("Windows Registry Editor");
}

bool startsWithKey(std::string_view line, std::string_view key)
{
    if (line.starts_with('{'))
        line = trimmedFront(line.substr(1));
    if (line.starts_with('"') || line.starts_with('\''))
        line.remove_prefix(1);
    if (!line.starts_with(key))
        return false;
    line.remove_prefix(key.size());
    if (line.starts_with('"') || line.starts_with('\''))
        line.remove_prefix(1);
    return trimmedFront(line).starts_with(':');
}

std::string_view sniff(std::string_view text)
{
    if (looksLikeRegistry(text))
        return "reg";
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (text.starts_with("%YAML") || text.starts_with("---"))
        return "yaml";
    bool firstLine = true;
    bool entries = false;
    for (int lines = 0; lines < sniffedLines && !text.empty(); ++lines) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const bool cut = end == text.size();
        const std::string_view line = trimmedFront(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        if (firstLine) {
            std::string header{line.substr(0, line.find_last_not_of(blanks) + 1)};
            std::erase(header, '"');
            if (header == "list,net,mask,enabled,comment")
                return "csv";
        }
        firstLine = false;
        if (startsWithKey(line, "relaytab"))
            return "yaml";
        if (line.starts_with("[HKEY_") || line.starts_with("[-HKEY_"))
            return "reg";
        if (line.starts_with('['))
            return "ini";
        if (entries || (cut && lines > 0))
            continue;
        const std::vector<RuleRow> rows = rowsOfLine(line);
        entries = !rows.empty() && std::holds_alternative<Rule>(rows.front().entry);
    }
    return entries ? "list" : "";
}

} // namespace

const Format *formatByContent(std::string_view firstBytes)
{
    return formatById(sniff(firstBytes));
}

} // namespace relaytab
