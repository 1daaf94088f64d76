#include "backend/format/list_line.h"

#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v"; // those of parseEntry()

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The two columns of a text that is no entry, split where parseEntry() would have split it.
RuleText textEntry(std::string_view text)
{
    std::size_t at = text.find_first_of(";,");
    if (at == std::string_view::npos)
        at = text.find('/');
    if (at == std::string_view::npos && text.find('-', 1) == std::string_view::npos) {
        at = text.find_first_of(blanks);
        if (at != std::string_view::npos && trimmed(text.substr(at)).find_first_of(blanks) != std::string_view::npos)
            at = std::string_view::npos;
    }
    if (at == std::string_view::npos)
        return {std::string{text}, {}, MaskForm::LeftOut};
    return {std::string{trimmed(text.substr(0, at))}, std::string{trimmed(text.substr(at + 1))}, MaskForm::Written};
}

} // namespace

std::vector<RuleRow> rowsOfLine(std::string_view line)
{
    const std::size_t hash = line.find('#');
    const std::string_view text = trimmed(line.substr(0, hash));
    if (text.empty())
        return {};
    std::vector<RuleRow> rows;
    if (auto entry = parseEntry(line)) {
        rows.reserve(entry->rules.size());
        for (const Rule &rule : entry->rules)
            rows.push_back({rule, true, entry->comment});
        return rows;
    }
    const std::string_view comment = hash == std::string_view::npos ? std::string_view{} : line.substr(hash + 1);
    rows.push_back({textEntry(text), true, std::string{trimmed(comment)}});
    return rows;
}

std::string entryTextOf(const RuleEntry &entry)
{
    std::string text = netText(entry);
    if (const auto *rule = std::get_if<Rule>(&entry)) {
        if (rule->form == MaskForm::Written) {
            const auto length = prefixLength(rule->mask);
            text += '/' + (length ? std::to_string(*length) : toText(rule->mask));
        }
    } else if (const auto &words = std::get<RuleText>(entry); words.form == MaskForm::Written) {
        // A slash inside the words would be taken for the separator, unless a stronger one is there.
        const bool slash = words.net.find('/') == std::string::npos && words.mask.find('/') == std::string::npos;
        text += (slash ? '/' : ';') + words.mask;
    }
    return text;
}

std::optional<std::string> lineOfRow(const RuleRow &row)
{
    if (!row.enabled)
        return std::nullopt;
    std::string line = entryTextOf(row.entry);
    if (!row.comment.empty())
        line += " # " + row.comment;
    else if (std::holds_alternative<Rule>(row.entry))
        return line;
    if (line.find('\n') != std::string::npos)
        return std::nullopt;
    const std::vector<RuleRow> read = rowsOfLine(line);
    if (read.size() != 1 || read.front() != row)
        return std::nullopt;
    return line;
}

} // namespace relaytab
