// What is done to the rows that a view has selected.

#include <algorithm>

#include "model/editing/paste.h"
#include "model/editing/row_runs.h"
#include "model/editing/rule_table_model.h"
#include "model/editing/step_text.h"

namespace relaytab {

std::vector<std::size_t> RuleTableModel::selectedPositions(const QItemSelection &selection) const
{
    std::vector<bool> chosen(m_rows.size());
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            if (const auto shown = shownRow(row))
                chosen[positionAt(*shown)] = true;
    std::vector<std::size_t> positions;
    for (std::size_t position = 0; position < chosen.size(); ++position)
        if (chosen[position])
            positions.push_back(position);
    return positions;
}

ListRuns RuleTableModel::runsOf(const QItemSelection &selection) const
{
    std::array<std::vector<std::size_t>, allLists.size()> rows;
    for (const std::size_t position : selectedPositions(selection)) {
        const RowPlace place = m_rows.placeOf(position);
        rows[static_cast<std::size_t>(place.list)].push_back(place.row);
    }
    ListRuns runs;
    std::transform(rows.begin(), rows.end(), runs.begin(), runsOfNumbers<std::size_t>);
    return runs;
}

/// Does `verb` for each list that the selection touches, as one step named `name(count of rows)`.
template <typename Verb, typename Name>
void RuleTableModel::inOneStep(const QItemSelection &selection, Verb verb, Name name)
{
    const ListRuns runs = runsOf(selection);
    std::vector<ListKind> touched;
    std::size_t count = 0;
    for (const ListKind list : allLists) {
        const QList<RowRun> &listRuns = runs[static_cast<std::size_t>(list)];
        if (!listRuns.isEmpty())
            touched.push_back(list);
        for (const RowRun &run : listRuns)
            count += run.count;
    }
    if (touched.size() > 1)
        m_document.undoStack()->beginMacro(name(count));
    for (const ListKind list : touched)
        verb(list, runs[static_cast<std::size_t>(list)]);
    if (touched.size() > 1)
        m_document.undoStack()->endMacro();
}

void RuleTableModel::removeSelected(const QItemSelection &selection)
{
    inOneStep(
        selection, [this](ListKind list, const QList<RowRun> &runs) { m_document.removeRows(list, runs); },
        [](std::size_t count) { return step_text::remove(count); });
}

void RuleTableModel::setSelectedEnabled(const QItemSelection &selection, bool enabled)
{
    inOneStep(
        selection,
        [this, enabled](ListKind list, const QList<RowRun> &runs) { m_document.setEnabled(list, runs, enabled); },
        [enabled](std::size_t count) { return step_text::enable(count, enabled); });
}

void RuleTableModel::duplicateSelected(const QItemSelection &selection)
{
    inOneStep(
        selection, [this](ListKind list, const QList<RowRun> &runs) { m_document.duplicateRows(list, runs); },
        [](std::size_t count) { return step_text::duplicate(count); });
}

QString RuleTableModel::textOf(const QItemSelection &selection) const
{
    std::vector<bool> chosen(static_cast<std::size_t>(rowCount()));
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen[static_cast<std::size_t>(row)] = true;
    RuleList rows;
    for (int row = 0; row < rowCount(); ++row)
        if (const auto shown = shownRow(row); shown && chosen[static_cast<std::size_t>(row)])
            rows.append(m_rows.view(positionAt(*shown)));
    return rowsAsText(rows);
}

} // namespace relaytab
