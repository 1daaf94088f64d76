// What there is to say about a row: for its cells, for sorting by status and for filtering by it.

#include <algorithm>

#include "model/analysis/row_faults.h"
#include "model/editing/document_analysis.h"
#include "model/editing/row_codes.h"
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

RuleTableModel::RowCodes::RowCodes(const RuleTableModel &model) : m_model(model)
{
    if (model.m_analysis != nullptr)
        for (const ListKind list : allLists)
            m_found.emplace_back(model.m_analysis->findings(), list);
}

template <typename Take>
void RuleTableModel::RowCodes::visit(RowPlace place, const RuleList::RowView &row, Take take)
{
    const auto list = static_cast<std::size_t>(place.list);
    const ListEffect effect = m_model.m_inForce[list] ? ListEffect::InForce : ListEffect::Off;
    if (const auto rule = row.rule()) {
        const RowFaults faults = row.enabled() ? ruleFaults(*rule, place.list, effect) : RowFaults{};
        for (std::size_t i = 0; i < faults.count; ++i)
            take(faults.codes[i]);
    } else {
        for (const Finding &finding : rowFindings(row.row(), place, effect))
            take(finding.code);
    }
    if (!m_found.empty())
        m_found[list].visit(place.row, [&take](FindingCode code) {
            if (!isAboutOneRow(code))
                take(code);
        });
}

quint32 RuleTableModel::RowCodes::rankOf(RowPlace place, const RuleList::RowView &row)
{
    quint32 rank = row.enabled() ? 1 : 0;
    visit(place, row, [&rank](FindingCode code) { rank = std::max(rank, static_cast<quint32>(severityOf(code)) + 2); });
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

bool RuleTableModel::RowCodes::passes(RowPlace place, const RuleList::RowView &row)
{
    const StatusFilter &filter = m_model.m_statusFilter;
    bool any = false;
    bool passes = false;
    visit(place, row, [&](FindingCode code) {
        any = true;
        passes = passes || filter.codes.test(static_cast<std::size_t>(code));
    });
    if (any)
        return passes;
    if (!row.enabled())
        return filter.off;
    return m_model.m_inForce[static_cast<std::size_t>(place.list)] ? filter.ok : filter.listOff;
}

} // namespace relaytab
