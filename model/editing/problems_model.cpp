#include "model/editing/problems_model.h"

#include <algorithm>

#include "model/editing/fixes.h"
#include "model/editing/rule_table_model.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// Nobody reads more than this.
constexpr std::size_t readable = 2000;

QString placeText(const Finding &finding)
{
    if (finding.row)
        return Wording::place(*finding.row);
    return finding.list ? Wording::listName(*finding.list) : QString();
}

} // namespace

ProblemsModel::ProblemsModel(PolicyDocument &document, const DocumentAnalysis &analysis, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_analysis(analysis)
{
    connect(&analysis, &DocumentAnalysis::findingsChanged, this, &ProblemsModel::follow);
    follow();
}

void ProblemsModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_findings.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

const Finding &ProblemsModel::finding(const QModelIndex &index) const
{
    return m_findings[static_cast<std::size_t>(index.row())];
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Finding &finding = this->finding(index);
    const Wording wording(m_locale);
    switch (role) {
    case Qt::DisplayRole: {
        const QString place = placeText(finding);
        return place.isEmpty() ? wording.finding(finding)
                               //: %1 is for example "Allow, row 4", %2 a sentence
                               : tr("%1: %2").arg(place, wording.finding(finding));
    }
    case Qt::AccessibleTextRole: {
        const QString severity = Wording::severity(severityOf(finding.code));
        const QString place = placeText(finding);
        return place.isEmpty()
            //: Read aloud; %1 is for example "Warning", %2 a sentence
            ? tr("%1: %2").arg(severity, wording.finding(finding))
            //: Read aloud; %1 is for example "Warning", %2 is for example "Allow, row 4", %3 a sentence
            : tr("%1, %2: %3").arg(severity, place, wording.finding(finding));
    }
    case SeverityRole: return static_cast<int>(severityOf(finding.code));
    case PlaceTextRole: return placeText(finding);
    case MessageRole: return wording.finding(finding);
    case FixTextsRole: {
        QStringList texts;
        for (const Fix &fix : finding.fixes)
            texts.append(wording.fix(finding, fix));
        return texts;
    }
    case PlaceRole: return finding.row ? QVariant::fromValue(*finding.row) : QVariant();
    default: return {};
    }
}

void ProblemsModel::applyFix(const QModelIndex &index, int fix)
{
    // A copy: the fix changes the list that it stands in.
    const Finding finding = this->finding(index);
    if (fix < 0 || static_cast<std::size_t>(fix) >= finding.fixes.size())
        return;
    const Fix &chosen = finding.fixes[static_cast<std::size_t>(fix)];
    if (isEdit(chosen.kind))
        relaytab::applyFix(m_document, finding, chosen);
    else if (chosen.kind == FixKind::ShowRow && chosen.place)
        Q_EMIT showRowRequested(*chosen.place);
    else if (chosen.kind == FixKind::Explain && finding.row)
        Q_EMIT explainRequested(*finding.row);
}

void ProblemsModel::repairAllLike(const QModelIndex &index)
{
    repairAll(m_document, m_analysis.findings().ofCode(finding(index).code));
}

bool ProblemsModel::canRepairAllLike(const QModelIndex &index) const
{
    const FindingCode code = finding(index).code;
    return std::count_if(m_findings.begin(), m_findings.end(),
                         [code](const Finding &other) {
                             return other.code == code && !other.fixes.empty()
                                 && other.fixes.front().kind == FixKind::ReplaceRow
                                 && other.fixes.front().further.empty();
                         })
        > 1;
}

std::optional<RowPlace> ProblemsModel::nextProblem(std::optional<RowPlace> from, Direction direction) const
{
    const FindingStore &findings = m_analysis.findings();
    const auto step = [&](ListKind list, std::optional<std::size_t> row) {
        return direction == Direction::Next ? findings.rowAfter(list, row) : findings.rowBefore(list, row);
    };
    if (from)
        if (const auto row = step(from->list, from->row))
            return RowPlace{from->list, *row};
    // The lists after this one, and at last this one again from its other end.
    const std::size_t lists = allLists.size();
    const std::size_t start = from     ? static_cast<std::size_t>(from->list)
        : direction == Direction::Next ? lists - 1
                                       : 0;
    for (std::size_t n = 1; n <= lists; ++n) {
        const ListKind list = allLists[(start + (direction == Direction::Next ? n : lists - n)) % lists];
        if (const auto row = step(list, std::nullopt))
            return RowPlace{list, *row};
    }
    return std::nullopt;
}

/// Takes the new findings; those that stay stay where they are, so that a selection among them does, too.
void ProblemsModel::follow()
{
    std::vector<Finding> now = m_analysis.findings().worst(readable);
    const auto [oldBegin, newBegin] = std::mismatch(m_findings.begin(), m_findings.end(), now.begin(), now.end());
    const auto [oldEnd, newEnd] = std::mismatch(m_findings.rbegin(), std::make_reverse_iterator(oldBegin), now.rbegin(),
                                                std::make_reverse_iterator(newBegin));
    const auto first = static_cast<int>(oldBegin - m_findings.begin());
    const auto removed = static_cast<int>(oldEnd.base() - oldBegin);
    const auto added = static_cast<int>(newEnd.base() - newBegin);
    const int same = std::min(removed, added);
    std::copy(newBegin, newBegin + same, oldBegin);
    if (removed > same) {
        beginRemoveRows({}, first + same, first + removed - 1);
        m_findings.erase(oldBegin + same, oldBegin + removed);
        endRemoveRows();
    } else if (added > same) {
        beginInsertRows({}, first + same, first + added - 1);
        m_findings.insert(oldBegin + same, newBegin + same, newBegin + added);
        endInsertRows();
    }
    if (same > 0)
        Q_EMIT dataChanged(index(first), index(first + same - 1));
}

} // namespace relaytab
