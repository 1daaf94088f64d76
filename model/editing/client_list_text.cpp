#include "model/editing/client_list_text.h"

#include "model/editing/client_list_model.h"
#include "model/wording/client_list_wording.h"
#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

QString ClientListText::cell(std::size_t line, int column) const
{
    switch (column) {
    case ClientListModel::Client: return report->list->lines[line].text;
    case ClientListModel::Verdict: return ClientListWording::verdict(report->answers.answers[line].verdict);
    case ClientListModel::Reason: return reason(line);
    default: return rule(line);
    }
}

QString ClientListText::reason(std::size_t line) const
{
    const ClientAnswer &answer = report->answers.answers[line];
    if (answer.verdict == ClientVerdict::Neither)
        return Wording(locale).entryError(whyNoClient(report->list->lines[line].text));
    const NetShare *share = answer.net == ClientAnswer::noNet ? nullptr : &report->answers.nets[answer.net];
    return ClientListWording(locale).reason(answer, share);
}

QString ClientListText::rule(std::size_t line) const
{
    const auto place = report->answers.answers[line].decision.row;
    if (!place)
        return {};
    const RuleList::RowView row = report->policy.list(place->list).view(place->row);
    const QString entry = Wording::entry(row.entry());
    const std::string_view comment = row.comment();
    return comment.empty() ? entry : QString(entry + u"  # " + text(comment));
}

std::optional<QString> ClientLines::asText(const Progress &progress) const
{
    ProgressMeter meter(progress);
    if (!meter.startStretch(1))
        return std::nullopt;
    QString text = titles;
    for (const std::uint32_t line : lines) {
        for (int column = 0; column < ClientListModel::ColumnCount; ++column) {
            if (column > 0)
                text += u'\t';
            text += words.cell(line, column).replace(u'\t', u' ');
        }
        text += u'\n';
        if (!meter.step(lines.size()))
            return std::nullopt;
    }
    return text;
}

} // namespace relaytab
