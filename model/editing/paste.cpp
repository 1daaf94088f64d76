#include "model/editing/paste.h"

#include <QList>

#include <algorithm>

#include "model/analysis/mask_fault.h"
#include "model/editing/typed_text.h"

namespace relaytab {

namespace {

constexpr QStringView offMark = u"#off ";

/// The rows of one entry, or why it is none.
Expected<std::vector<RuleRow>, EntryError> rowsOf(const QString &entry, bool enabled)
{
    const auto parsed = parseEntry(cleanEntry(entry).toStdString());
    if (!parsed)
        return Unexpected<EntryError>{parsed.error()};
    std::vector<RuleRow> rows;
    for (const Rule &rule : parsed->rules)
        rows.push_back({rule, enabled, parsed->comment});
    return rows;
}

/// Router people write the mask the other way round. Such a row matches next to nothing, so that it is better asked.
std::optional<Finding> wildcardIn(const std::vector<RuleRow> &rows)
{
    const auto *rule = std::get_if<Rule>(&rows.front().entry);
    if (rule == nullptr || maskFault(*rule) != FindingCode::WildcardMask)
        return std::nullopt;
    const auto findings = rowFindings(rows.front(), RowPlace{});
    const auto wildcard = std::find_if(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.code == FindingCode::WildcardMask;
    });
    return wildcard == findings.end() ? std::nullopt : std::optional(*wildcard);
}

} // namespace

Paste parsePaste(const QString &text)
{
    Paste paste;
    int number = 0;
    const auto take = [&paste](const std::vector<RuleRow> &rows) {
        for (const RuleRow &row : rows)
            paste.rows.append(row);
        ++paste.goodLines;
    };
    for (const QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        const QString entry = line.trimmed().toString();
        if (entry.startsWith(offMark)) {
            if (const auto rows = rowsOf(entry.mid(offMark.size()), false))
                take(*rows);
            continue;
        }
        const QString clean = cleanEntry(entry);
        if (clean.isEmpty() || clean.startsWith(u'#'))
            continue;
        const auto rows = rowsOf(entry, true);
        if (!rows)
            paste.badLines.push_back({.line = number, .text = entry, .error = rows.error()});
        else if (auto wildcard = wildcardIn(*rows))
            paste.badLines.push_back({.line = number, .text = entry, .suggestion = std::move(wildcard)});
        else
            take(*rows);
    }
    return paste;
}

QString rowsAsText(const RuleList &rows)
{
    QString text;
    for (const RuleList::RowView row : rows) {
        if (!row.enabled())
            text += offMark;
        text += QString::fromStdString(registryText(row.entry()));
        const std::string_view comment = row.comment();
        if (!comment.empty()) {
            QString words = QString::fromUtf8(comment.data(), static_cast<qsizetype>(comment.size()));
            for (QChar &c : words)
                if (c == u'\n' || c == u'\r')
                    c = u' ';
            text += u" # " + words;
        }
        text += u'\n';
    }
    return text;
}

} // namespace relaytab
