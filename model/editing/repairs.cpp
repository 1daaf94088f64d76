#include "model/editing/repairs.h"

#include <algorithm>

#include "model/analysis/mask_fault.h"

namespace relaytab {

namespace {

std::optional<RuleEntry> remedy(const RuleRow &row, RowPlace place, FindingCode fault)
{
    for (const Finding &finding : rowFindings(row, place)) {
        if (finding.code != fault || finding.fixes.empty())
            continue;
        const Fix &first = finding.fixes.front();
        if (first.kind == FixKind::ReplaceRow && first.further.empty())
            return first.entry;
    }
    return std::nullopt;
}

} // namespace

std::vector<RowEdit> maskRepairs(const RelayPolicy &policy)
{
    std::vector<RowEdit> edits;
    for (const ListKind list : allLists) {
        RowPlace place{list, 0};
        for (const RuleList::RowView view : policy.list(list)) {
            const auto rule = view.activeRule();
            if (const auto fault = rule ? maskFault(*rule) : std::nullopt) {
                RuleRow row = view.row();
                if (const auto entry = remedy(row, place, *fault)) {
                    row.entry = *entry;
                    edits.push_back({place, row});
                }
            }
            ++place.row;
        }
    }
    return edits;
}

std::vector<RowEdit> repairsOfKind(const RelayPolicy &policy, FindingCode code)
{
    std::vector<RowEdit> edits;
    for (const ListKind list : allLists) {
        RowPlace place{list, 0};
        for (const RuleList::RowView view : policy.list(list)) {
            RuleRow row = view.row();
            if (const auto entry = remedy(row, place, code)) {
                row.entry = *entry;
                edits.push_back({place, row});
            }
            ++place.row;
        }
    }
    return edits;
}

RelayPolicy withEdits(RelayPolicy policy, const std::vector<RowEdit> &edits)
{
    for (const RowEdit &edit : edits)
        policy.list(edit.place.list).set(edit.place.row, edit.row);
    return policy;
}

} // namespace relaytab
