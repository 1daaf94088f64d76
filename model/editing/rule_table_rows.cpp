// Which row stands where: order, filter, and how the table follows the document. The cells are in rule_table_model.cpp.

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/editing/document_analysis.h"
#include "model/editing/row_codes.h"
#include "model/editing/row_runs.h"
#include "model/editing/rule_table_model.h"
#include "model/editing/scattered.h"

namespace relaytab {

namespace {

RowKey keyOfColumn(int column)
{
    switch (column) {
    case RuleTableModel::On: return RowKey::On;
    case RuleTableModel::Net: return RowKey::Net;
    case RuleTableModel::Mask: return RowKey::Mask;
    case RuleTableModel::Matches: return RowKey::Matches;
    case RuleTableModel::Status: return RowKey::Status;
    case RuleTableModel::Comment: return RowKey::Comment;
    case RuleTableModel::List: return RowKey::List;
    default: return RowKey::File;
    }
}

} // namespace

int RuleTableModel::viewRow(std::size_t shown) const
{
    const int row = static_cast<int>(shown);
    return m_blank >= 0 && row >= m_blank ? row + 1 : row;
}

/// The place in the order shown, or nothing for the blank row.
std::optional<std::size_t> RuleTableModel::shownRow(int viewRow) const
{
    if (viewRow < 0 || viewRow >= rowCount() || viewRow == m_blank)
        return std::nullopt;
    return static_cast<std::size_t>(m_blank >= 0 && viewRow > m_blank ? viewRow - 1 : viewRow);
}

std::optional<RowPlace> RuleTableModel::placeOf(const QModelIndex &index) const
{
    const auto shown = shownRow(index.row());
    return shown ? std::optional{m_rows.placeOf(positionAt(*shown))} : std::nullopt;
}

QModelIndex RuleTableModel::indexOf(RowPlace place, int column) const
{
    if (!m_rows.holds(place.list) || place.row >= m_rows.list(place.list).size())
        return {};
    const std::size_t position = m_rows.positionOf(place);
    if (!m_ordered)
        return index(viewRow(position), column);
    const auto at = std::find(m_order.begin(), m_order.end(), position);
    return at == m_order.end() ? QModelIndex() : index(viewRow(static_cast<std::size_t>(at - m_order.begin())), column);
}

RowPlace RuleTableModel::insertionPlace(const QModelIndex &current) const
{
    const ListKind list = m_scope == Scope::All ? ListKind::Allow : m_rows.kinds().front();
    const RowPlace end{list, m_rows.list(list).size()};
    auto place = placeOf(current);
    // The blank row stands for a place below the row above it, unless it is where it always is: at the end.
    if (!place && m_blank > 0 && current.row() == m_blank && m_blank < static_cast<int>(shownCount()))
        place = placeOf(current.siblingAtRow(m_blank - 1));
    return place ? RowPlace{place->list, place->row + 1} : end;
}

void RuleTableModel::moveBlankBelow(const QModelIndex &index)
{
    if (m_blank < 0)
        return;
    const int end = static_cast<int>(shownCount());
    const int child = index.isValid() && index.row() != m_blank ? index.row() + 1 : index.isValid() ? m_blank : end + 1;
    if (child == m_blank || child == m_blank + 1)
        return;
    beginMoveRows({}, m_blank, m_blank, {}, child);
    m_blank = child > m_blank ? child - 1 : child;
    endMoveRows();
}

void RuleTableModel::sendBlankToEnd()
{
    moveBlankBelow({});
}

void RuleTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        return;
    m_sortColumn = std::max(column, -1);
    m_sortOrder = order;
    sendBlankToEnd();
    resort();
}

/// Puts the rows shown into the order asked for; what the filter hides stays hidden.
void RuleTableModel::resort()
{
    std::vector<quint32> order = m_order;
    if (!m_ordered) {
        order.resize(m_rows.size());
        std::iota(order.begin(), order.end(), 0U);
    }
    sortAgain(order);

    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    if (!before.isEmpty()) {
        std::vector<quint32> shownOf(m_rows.size());
        for (std::size_t shown = 0; shown < order.size(); ++shown)
            shownOf[order[shown]] = static_cast<quint32>(shown);
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &index : before) {
            const auto shown = shownRow(index.row());
            after.append(shown ? createIndex(viewRow(shownOf[positionAt(*shown)]), index.column()) : index);
        }
        changePersistentIndexList(before, after);
    }
    m_ordered = !isPlain();
    m_order = m_ordered ? std::move(order) : std::vector<quint32>{};
    Q_EMIT layoutChanged({}, VerticalSortHint);
    tellRowNumbers();
}

void RuleTableModel::sortAgain(std::vector<quint32> &order) const
{
    RowCodes codes(*this);
    sortRows(order, m_rows, keyOfColumn(m_sortColumn), m_sortColumn < 0 ? Qt::AscendingOrder : m_sortOrder,
             [&codes](RowPlace place, const RuleList::RowView &row) { return codes.rankOf(place, row); });
}

void RuleTableModel::tellRowNumbers()
{
    if (rowCount() > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void RuleTableModel::setFilter(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    beginResetModel();
    m_filter = RowFilter(text);
    rebuildOrder();
    endResetModel();
}

/// Filters and sorts anew.
void RuleTableModel::rebuildOrder()
{
    m_ordered = !isPlain();
    m_order.clear();
    if (m_ordered) {
        m_statusFilter = statusFilterFor(m_filter);
        RowCodes codes(*this);
        m_rows.visit([&](quint32 position, RowPlace place, const RuleList::RowView &row) {
            if (m_filter.isEmpty() || m_filter.accepts(row) || (!m_statusFilter.isEmpty() && codes.passes(place, row)))
                m_order.push_back(position);
        });
        if (m_sortColumn >= 0)
            sortAgain(m_order);
    }
    m_order.shrink_to_fit();
    m_blank = m_scope == Scope::All ? -1 : static_cast<int>(shownCount());
}

void RuleTableModel::reset()
{
    beginResetModel();
    forget();
    m_draft = {};
    m_rows.take(m_document.policy());
    takeFlags();
    rebuildOrder();
    endResetModel();
}

void RuleTableModel::takeFlags()
{
    for (const ListKind list : allLists)
        m_inForce[static_cast<std::size_t>(list)] = m_document.policy().inForce(list);
}

void RuleTableModel::refresh()
{
    forget();
    takeFlags();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

/// Findings may come while a cell is being typed in, and a view fills an editor anew when its cell changes. So only
/// cells that cannot be edited are told.
void RuleTableModel::refreshFindings()
{
    forget();
    const FindingFacts &facts = m_analysis->findings().facts();
    const bool isNewAnswer = !m_facts.areOfSameAnswer(facts);
    m_facts = facts;
    const std::vector<ListChange> changes = std::exchange(m_changes, {});
    const auto tell = [this](int first, int last) {
        for (const int column : {On, Status})
            Q_EMIT dataChanged(index(first, column), index(last, column));
    };
    if (isNewAnswer || m_ordered || changes.size() > 1) {
        if (rowCount() > 0)
            tell(0, rowCount() - 1);
        return;
    }
    // Nothing was found anew but for the rows that came.
    for (const ListChange &change : changes) {
        const std::size_t first = m_rows.positionOf({change.list, change.first});
        if (change.inserted > 0)
            tell(viewRow(first), viewRow(first + change.inserted - 1));
    }
}

void RuleTableModel::applyChange(const ListChange &change)
{
    if (!m_rows.holds(change.list))
        return;
    forget();
    if (m_changes.size() < 2) // more say no more
        m_changes.push_back(change);
    if (change.rotated != 0) {
        rotateShown(change);
        return;
    }
    // A row that gives way to several is the first of them: it keeps its place and stays selected.
    const std::size_t same = std::min(change.removed, change.inserted);
    const RuleList &now = m_document.policy().list(change.list);
    if (same > 0) {
        m_rows.list(change.list).splice(change.first, same, now.slice(change.first, same));
        replaceShown(m_rows.positionOf({change.list, change.first}), same);
    }
    const std::size_t rest = change.first + same;
    if (change.removed > same)
        removeShown({.list = change.list, .first = rest, .removed = change.removed - same});
    else if (change.inserted > same)
        insertShown({.list = change.list, .first = rest, .inserted = change.inserted - same});
    forget();
}

void RuleTableModel::replaceShown(std::size_t first, std::size_t count)
{
    const auto tell = [this](std::size_t from, std::size_t to) {
        Q_EMIT dataChanged(index(viewRow(from), 0), index(viewRow(to), columnCount() - 1));
    };
    if (!m_ordered) {
        tell(first, first + count - 1);
        return;
    }
    std::vector<std::size_t> hits;
    for (std::size_t shown = 0; shown < m_order.size(); ++shown)
        if (m_order[shown] >= first && m_order[shown] < first + count)
            hits.push_back(shown);
    if (hits.empty())
        return;
    constexpr qsizetype tellable = 100;
    const QList<RowRun> runs = runsOfNumbers(hits);
    if (runs.size() > tellable) {
        tell(hits.front(), hits.back());
        return;
    }
    for (const RowRun &run : runs)
        tell(run.first, run.first + run.count - 1);
}

void RuleTableModel::rotateShown(const ListChange &change)
{
    sendBlankToEnd();
    const std::size_t first = m_rows.positionOf({change.list, change.first});
    const std::size_t count = change.removed;
    const auto take = [&] {
        m_rows.list(change.list)
            .splice(change.first, count, m_document.policy().list(change.list).slice(change.first, count));
    };
    if (!m_ordered) {
        const auto begin = static_cast<int>(first);
        beginMoveRows({}, begin, begin + static_cast<int>(change.rotated) - 1, {}, begin + static_cast<int>(count));
        take();
        endMoveRows();
        return;
    }
    take();
    for (quint32 &position : m_order)
        if (position >= first && position < first + count)
            position = static_cast<quint32>(first + (position - first + count - change.rotated) % count);
    if (m_sortColumn < 0)
        resort();
    else
        tellRowNumbers();
}

void RuleTableModel::removeShown(const ListChange &change)
{
    sendBlankToEnd();
    const std::size_t first = m_rows.positionOf({change.list, change.first});
    const std::size_t count = change.removed;
    const auto gone = [&](quint32 position) { return position >= first && position < first + count; };
    const auto take = [&] {
        m_rows.list(change.list).splice(change.first, count, {});
        for (quint32 &position : m_order)
            if (position >= first + count)
                position -= static_cast<quint32>(count);
    };
    const int blanks = m_blank >= 0 ? 1 : 0;
    if (!m_ordered) {
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(first + count) - 1);
        take();
        m_blank -= blanks * static_cast<int>(count);
        endRemoveRows();
        return;
    }
    std::vector<std::size_t> hits;
    for (std::size_t shown = 0; shown < m_order.size(); ++shown)
        if (gone(m_order[shown]))
            hits.push_back(shown);
    QList<RowRun> runs = runsOfNumbers(hits);
    if (isScattered(static_cast<std::size_t>(runs.size()), m_order.size())) {
        beginResetModel();
        std::erase_if(m_order, gone);
        take();
        m_blank = blanks != 0 ? static_cast<int>(m_order.size()) : -1;
        endResetModel();
        return;
    }
    // From the last run to the first, each with the rows as they were; then the numbers of the rows behind them.
    for (; !runs.isEmpty(); runs.removeLast()) {
        const RowRun run = runs.last();
        beginRemoveRows({}, static_cast<int>(run.first), static_cast<int>(run.first + run.count) - 1);
        const auto begin = m_order.begin() + static_cast<std::ptrdiff_t>(run.first);
        m_order.erase(begin, begin + static_cast<std::ptrdiff_t>(run.count));
        m_blank -= blanks * static_cast<int>(run.count);
        endRemoveRows();
    }
    take();
    tellRowNumbers();
}

void RuleTableModel::insertShown(const ListChange &change)
{
    if (!m_typingIntoBlank)
        sendBlankToEnd();
    const std::size_t first = m_rows.positionOf({change.list, change.first});
    const std::size_t count = change.inserted;
    const auto added = static_cast<int>(count);
    const auto take = [&] {
        m_rows.list(change.list)
            .splice(change.first, 0, m_document.policy().list(change.list).slice(change.first, count));
    };
    // Where the rows come in, in the order shown: typed rows where they were typed; under a sort, at the end until it
    // is renewed; else in file order.
    const auto shown = [&]() -> std::size_t {
        if (m_typingIntoBlank)
            return static_cast<std::size_t>(m_blank);
        if (!m_ordered)
            return first;
        if (m_sortColumn >= 0)
            return m_order.size();
        return static_cast<std::size_t>(std::lower_bound(m_order.begin(), m_order.end(), first) - m_order.begin());
    }();
    const auto insert = [&] {
        take();
        if (!m_ordered)
            return;
        for (quint32 &position : m_order)
            if (position >= first)
                position += static_cast<quint32>(count);
        const auto at = m_order.insert(m_order.begin() + static_cast<std::ptrdiff_t>(shown), count, 0);
        std::iota(at, at + added, static_cast<quint32>(first));
    };
    if (m_typingIntoBlank) {
        // The blank row becomes the first new one, so that the cursor stays in the row it typed; blank rows follow.
        const int typed = m_blank;
        beginInsertRows({}, typed + 1, typed + added);
        insert();
        m_blank += added;
        endInsertRows();
        forget();
        Q_EMIT dataChanged(index(typed, 0), index(typed, columnCount() - 1));
        tellRowNumbers();
        return;
    }
    beginInsertRows({}, static_cast<int>(shown), static_cast<int>(shown) + added - 1);
    insert();
    if (m_blank >= 0)
        m_blank += added;
    endInsertRows();
    if (m_sortColumn >= 0)
        resort();
}

} // namespace relaytab
