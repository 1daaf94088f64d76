#include "model/editing/typed_text.h"

#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

MaskForm formOf(const RuleEntry &entry)
{
    const auto *rule = std::get_if<Rule>(&entry);
    return rule != nullptr ? rule->form : std::get<RuleText>(entry).form;
}

/// A text that parseEntry() refuses, spread over the columns as far as its separators tell.
RuleEntry keptText(std::string_view text, const RuleEntry &before)
{
    if (const std::size_t at = text.find_first_of(";,/"); at != std::string_view::npos) {
        const std::string_view mask = trimmed(text.substr(at + (text[at] == '/' ? 0 : 1)));
        return entryOf(trimmed(text.substr(0, at)), mask, MaskForm::Written);
    }
    // A blank only separates a mask from what is a net.
    if (const std::size_t at = text.find(' '); at != std::string_view::npos && parseAddress(text.substr(0, at)))
        return entryOf(text.substr(0, at), trimmed(text.substr(at)), MaskForm::Written);
    return entryOf(text, maskText(before), formOf(before));
}

} // namespace

QString cleanEntry(const QString &text)
{
    const qsizetype hash = text.indexOf(u'#');
    const QStringView entry = QStringView(text).first(hash < 0 ? text.size() : hash);
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : entry) {
        if (c.unicode() < 0x80 && c.isPrint())
            clean.append(c);
        else if (c.isSpace())
            clean.append(u' ');
        else if (c.digitValue() >= 0)
            clean.append(QChar(u'0' + c.digitValue()));
        else if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E) // the full-width forms of ! to ~
            clean.append(QChar(c.unicode() - 0xFF01 + u'!'));
        else if (c.category() != QChar::Other_Format && c.category() != QChar::Other_Control)
            clean.append(c);
    }
    clean = clean.trimmed();
    return hash < 0 ? clean : clean + text.mid(hash);
}

std::vector<RuleRow> withNetTyped(const RuleRow &row, const QString &text)
{
    const std::string typed = cleanEntry(text).toStdString();
    const std::string_view view = typed;
    const std::size_t hash = view.find('#');
    const std::string_view entryText = trimmed(view.substr(0, hash));
    RuleRow base = row;
    if (hash != std::string_view::npos && !trimmed(view.substr(hash + 1)).empty())
        base.comment = trimmed(view.substr(hash + 1));

    if (const auto address = parseAddress(entryText)) {
        base.entry = entryOf(entryText, maskText(row.entry), formOf(row.entry));
        return {base};
    }
    const auto entry = parseEntry(entryText);
    if (!entry) {
        base.entry = entryText.empty() ? RuleEntry{RuleText{{}, maskText(row.entry), formOf(row.entry)}}
                                       : keptText(entryText, row.entry);
        return {base};
    }
    std::vector<RuleRow> rows;
    for (const Rule &rule : entry->rules) {
        base.entry = rule;
        rows.push_back(base);
    }
    return rows;
}

RuleRow withMaskTyped(const RuleRow &row, const QString &text)
{
    const std::string mask = cleanEntry(text).toStdString();
    RuleRow result = row;
    result.entry = entryOf(netText(row.entry), mask, mask.empty() ? MaskForm::LeftOut : MaskForm::Written);
    return result;
}

} // namespace relaytab
