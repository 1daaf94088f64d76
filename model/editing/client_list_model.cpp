#include "model/editing/client_list_model.h"

#include <algorithm>
#include <numeric>

namespace relaytab {

ClientListModel::ClientListModel(QObject *parent) : QAbstractTableModel(parent) { }

std::vector<std::uint32_t> ClientListModel::linesShown() const
{
    std::vector<std::uint32_t> lines;
    if (!m_report || !m_shown)
        return lines;
    const std::vector<ClientAnswer> &answers = m_report->answers.answers;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].verdict == *m_shown)
            lines.push_back(static_cast<std::uint32_t>(i));
    }
    return lines;
}

void ClientListModel::setReport(const std::shared_ptr<const ClientReport> &report)
{
    if (report == m_report)
        return;
    const std::shared_ptr<const ClientReport> before = std::exchange(m_report, report);
    std::vector<std::uint32_t> lines = linesShown();
    if (before && report && before->list == report->list && lines == m_lines) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    m_report = before;
    beginResetModel();
    m_report = report;
    m_lines = std::move(lines);
    endResetModel();
}

void ClientListModel::setShown(std::optional<ClientVerdict> verdict)
{
    if (verdict == m_shown)
        return;
    beginResetModel();
    m_shown = verdict;
    m_lines = linesShown();
    endResetModel();
}

void ClientListModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

std::size_t ClientListModel::lineAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return m_shown ? m_lines[at] : at;
}

int ClientListModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_report)
        return 0;
    return static_cast<int>(m_shown ? m_lines.size() : m_report->list->lines.size());
}

int ClientListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t line = lineAt(index.row());
    const ClientListText words{m_report, m_locale};
    const ClientAnswer &answer = m_report->answers.answers[line];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return words.cell(line, index.column());
    case VerdictRole: return static_cast<int>(answer.verdict);
    case PlaceRole: return answer.decision.row ? QVariant::fromValue(*answer.decision.row) : QVariant();
    case ClientRole: return answer.verdict == ClientVerdict::Neither ? QString() : m_report->list->lines[line].text;
    case SentenceRole:
    case Qt::AccessibleDescriptionRole:
        //: Read aloud: a client, what happens to it, and why
        return tr("%1: %2, %3").arg(words.cell(line, Client), words.cell(line, Verdict), words.cell(line, Reason));
    case Qt::AccessibleTextRole:
        //: Read aloud; %1 is the number of a line, %2 the title of a column, %3 what its cell holds
        return tr("Line %1, %2: %3")
            .arg(m_locale.toString(m_report->list->lines[line].number),
                 headerData(index.column(), Qt::Horizontal).toString(), words.cell(line, index.column()));
    default: return {};
    }
}

QVariant ClientListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount())
            return {};
        return m_locale.toString(m_report->list->lines[lineAt(section)].number);
    }
    switch (section) {
    case Client: return tr("Client IP");
    case Verdict: return tr("Verdict");
    case Reason: return tr("Reason");
    case RuleText: return tr("Deciding rule");
    default: return {};
    }
}

ClientLines ClientListModel::selectedLines(const QItemSelection &selection) const
{
    ClientLines wanted{.words = {m_report, m_locale}};
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            wanted.lines.push_back(static_cast<std::uint32_t>(lineAt(row)));
    }
    std::ranges::sort(wanted.lines);
    const auto twice = std::ranges::unique(wanted.lines);
    wanted.lines.erase(twice.begin(), twice.end());
    return wanted;
}

ClientLines ClientListModel::shownLines() const
{
    QStringList titles;
    for (int column = 0; column < ColumnCount; ++column)
        titles.append(headerData(column, Qt::Horizontal).toString());
    ClientLines wanted{.words = {m_report, m_locale}, .titles = titles.join(u'\t') + u'\n', .lines = m_lines};
    if (!m_shown) {
        wanted.lines.resize(static_cast<std::size_t>(rowCount()));
        std::iota(wanted.lines.begin(), wanted.lines.end(), 0U);
    }
    return wanted;
}

} // namespace relaytab
