#pragma once

#include "model/editing/finding_store.h"
#include "model/editing/rule_table_model.h"

namespace relaytab {

/// What the statuses of rows say, as codes without the facts: for passes over all rows, which are asked for in
/// ascending order of each list. Means nothing once the findings change.
class RuleTableModel::RowCodes
{
public:
    explicit RowCodes(const RuleTableModel &model);

    /// How bad the row is; rows that are off come last.
    [[nodiscard]] quint32 rankOf(RowPlace place, const RuleList::RowView &row);
    /// What the filter's text says of statuses.
    [[nodiscard]] bool passes(RowPlace place, const RuleList::RowView &row);

private:
    template <typename Take>
    void visit(RowPlace place, const RuleList::RowView &row, Take take);

    const RuleTableModel &m_model;
    std::vector<FindingStore::Codes> m_found; ///< by list; empty without an analysis
};

} // namespace relaytab
