#include "model/editing/fixes.h"

namespace relaytab {

namespace {

bool replacesOneRow(const Fix &fix)
{
    return fix.kind == FixKind::ReplaceRow && fix.entry && fix.further.empty();
}

void replaceRow(PolicyDocument &document, RowPlace place, const Fix &fix)
{
    RuleRow row = document.policy().list(place.list).row(place.row);
    row.entry = *fix.entry;
    if (replacesOneRow(fix)) {
        document.setRow(place, row, EditCause::Repaired);
        return;
    }
    RuleList rows{row};
    for (const RuleEntry &entry : fix.further) {
        row.entry = entry;
        rows.append(row);
    }
    document.replaceRows(place.list, {place.row, 1}, rows);
}

} // namespace

bool isEdit(FixKind kind)
{
    return kind != FixKind::SaveProject && kind != FixKind::ShowRow && kind != FixKind::Explain;
}

void applyFix(PolicyDocument &document, const Finding &finding, const Fix &fix)
{
    if (fix.kind == FixKind::SetFlags) {
        document.setFlags(fix.flags);
        return;
    }
    const auto place = finding.row;
    if (!place || place->row >= document.policy().list(place->list).size())
        return;
    const QList<RowRun> run{{place->row, 1}};
    switch (fix.kind) {
    case FixKind::ReplaceRow:
        if (fix.entry)
            replaceRow(document, *place, fix);
        return;
    case FixKind::RemoveRow: document.removeRows(place->list, run); return;
    case FixKind::DisableRow: document.setEnabled(place->list, run, false); return;
    case FixKind::SetFlags:
    case FixKind::SaveProject:
    case FixKind::ShowRow:
    case FixKind::Explain: return;
    }
}

} // namespace relaytab
