// What there is to say about a row: for its cells, for sorting by status and for filtering by it.

#include <algorithm>

#include "model/editing/document_analysis.h"
#include "model/editing/rule_row_state.h"
#include "model/wording/wording.h"

namespace relaytab {

/// What the row says for itself, as it is now, and what the analysis last found about it besides. The gravest first.
std::vector<Finding> RuleTableModel::findingsOf(RowPlace place, const RuleRow &row) const
{
    const bool listOn = m_inForce[static_cast<std::size_t>(place.list)];
    std::vector<Finding> findings = rowFindings(row, place, listOn ? ListEffect::InForce : ListEffect::Off);
    if (m_analysis != nullptr)
        for (const FindingRef &ref : m_analysis->findings().of(place))
            if (!isAboutOneRow(ref.code))
                findings.push_back(m_analysis->findings().facts().at(ref));
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return severityOf(a.code) > severityOf(b.code); });
    return findings;
}

QString RuleTableModel::statusText(const RowState &state) const
{
    const Wording wording(m_locale);
    if (!state.findings.empty())
        return wording.shortFinding(state.findings.front());
    if (!state.row.enabled)
        //: Status of a rule that is switched off
        return tr("off");
    if (!state.listOn)
        return wording.shortFinding({.code = FindingCode::ListOff});
    //: Status of a rule that nothing is to be said about
    return tr("ok");
}

/// The codes of all that findingsOf() tells, without the facts.
template <typename Take>
void RuleTableModel::visitCodes(RowPlace place, const RuleRow &row, Take take) const
{
    const bool listOn = m_inForce[static_cast<std::size_t>(place.list)];
    for (const Finding &finding : rowFindings(row, place, listOn ? ListEffect::InForce : ListEffect::Off))
        take(finding.code);
    if (m_analysis != nullptr)
        for (const FindingRef &ref : m_analysis->findings().of(place))
            if (!isAboutOneRow(ref.code))
                take(ref.code);
}

/// How bad the row is; rows that are off come last.
quint32 RuleTableModel::rankOf(RowPlace place, const RuleList::RowView &row) const
{
    quint32 rank = row.enabled() ? 1 : 0;
    visitCodes(place, row.row(),
               [&rank](FindingCode code) { rank = std::max(rank, static_cast<quint32>(severityOf(code)) + 2); });
    return rank;
}

RuleTableModel::StatusFilter RuleTableModel::statusFilterFor(const RowFilter &filter) const
{
    StatusFilter status;
    // A letter or two are more likely the beginning of an IPv6 address.
    if (!filter.isText() || filter.words().size() < 3)
        return status;
    const Wording wording(m_locale);
    const auto speaksOf = [&filter](const QString &text) { return text.contains(filter.words(), Qt::CaseInsensitive); };
    for (int code = 0; code <= static_cast<int>(FindingCode::CoversNetworkAddress); ++code)
        if (speaksOf(wording.shortFinding({.code = static_cast<FindingCode>(code)})))
            status.codes.set(static_cast<std::size_t>(code));
    RowState row;
    row.row.entry = Rule{};
    status.ok = speaksOf(statusText(row));
    row.listOn = false;
    status.listOff = speaksOf(statusText(row));
    row.row.enabled = false;
    status.off = speaksOf(statusText(row));
    return status;
}

bool RuleTableModel::statusAccepts(RowPlace place, const RuleList::RowView &row) const
{
    bool any = false;
    bool accepted = false;
    visitCodes(place, row.row(), [&](FindingCode code) {
        any = true;
        accepted = accepted || m_statusFilter.codes.test(static_cast<std::size_t>(code));
    });
    if (any)
        return accepted;
    if (!row.enabled())
        return m_statusFilter.off;
    return m_inForce[static_cast<std::size_t>(place.list)] ? m_statusFilter.ok : m_statusFilter.listOff;
}

} // namespace relaytab
