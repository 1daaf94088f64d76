#include "ui/grid/rule_grid.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

#include "ui/grid/inline_note.h"
#include "ui/grid/row_header.h"
#include "ui/grid/rule_delegate.h"
#include "ui/look/fonts.h"

namespace relaytab {

namespace {

constexpr int flashTime = 300; ///< ms
constexpr int flashRows = 20; ///< more rows at once are not one change that the eye could follow

bool isTyped(int column)
{
    return column == RuleTableModel::Net || column == RuleTableModel::Mask || column == RuleTableModel::Comment;
}

} // namespace

RuleGrid::RuleGrid(PolicyDocument &document, RuleTableModel::Scope scope, QWidget *parent)
    : QTableView(parent),
      m_document(document),
      m_model(new RuleTableModel(document, scope, this)),
      m_delegate(new RuleDelegate(document, this)),
      m_note(new InlineNote(viewport()))
{
    setVerticalHeader(new RowHeader(this));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setMinimumSectionSize(24);
    if (scope == RuleTableModel::Scope::All)
        horizontalHeader()->moveSection(RuleTableModel::List, RuleTableModel::Net);
    setSortingEnabled(true);
    setCornerButtonEnabled(false);

    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        // The last one follows the window.
        if (!m_sharing && column != RuleTableModel::Comment)
            m_sizedByHand = true;
    });
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &RuleGrid::sorted);
    connect(m_delegate, &RuleDelegate::checkChanged, this, &RuleGrid::showCheck);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RuleGrid::lightUp);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_note, &QWidget::hide);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        sizeColumns();
        setCurrentIndex(m_model->index(0, RuleTableModel::Net));
    });
    dress();
    setCurrentIndex(m_model->index(0, RuleTableModel::Net));
}

bool RuleGrid::showRow(RowPlace place, RuleTableModel::Column column)
{
    const QModelIndex index = m_model->indexOf(place, column);
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::EnsureVisible);
    setFocus(Qt::OtherFocusReason);
    return true;
}

void RuleGrid::editCell(RowPlace place, RuleTableModel::Column column)
{
    if (showRow(place, column))
        QTableView::edit(currentIndex());
}

QSize RuleGrid::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(),
            horizontalHeader()->sizeHint().height() + 3 * verticalHeader()->defaultSectionSize()};
}

void RuleGrid::addRow()
{
    commitEdit();
    setFocus(Qt::OtherFocusReason);
    if (m_model->blankRow() >= 0) {
        m_model->moveBlankBelow(currentIndex());
        setCurrentIndex(m_model->index(m_model->blankRow(), RuleTableModel::Net));
    } else {
        const RowPlace place = m_model->insertionPlace(currentIndex());
        m_document.insertRows(place.list, place.row,
                              RuleList{RuleRow{.entry = RuleText{.net = {}, .form = MaskForm::LeftOut}}});
        m_newRowOpen = true;
        setCurrentIndex(m_model->indexOf(place, RuleTableModel::Net));
    }
    scrollTo(currentIndex());
    QTableView::edit(currentIndex());
}

QItemSelection RuleGrid::chosenRows() const
{
    QItemSelection chosen = selectionModel()->selection();
    if (chosen.isEmpty() && currentIndex().isValid())
        chosen.select(currentIndex(), currentIndex());
    return chosen;
}

void RuleGrid::removeRows()
{
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    m_model->removeSelected(chosenRows());
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), column));
}

void RuleGrid::duplicateRows()
{
    m_model->duplicateSelected(chosenRows());
}

void RuleGrid::toggleRows()
{
    const QItemSelection chosen = chosenRows();
    // The current row tells which way: all go where it goes.
    const bool isOn =
        currentIndex().siblingAtColumn(RuleTableModel::On).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model->setSelectedEnabled(chosen, !isOn);
}

void RuleGrid::moveRows(int by)
{
    const ListRuns runs = m_model->runsOf(chosenRows());
    for (const ListKind list : allLists) {
        const QList<RowRun> &run = runs.at(static_cast<std::size_t>(list));
        if (run.isEmpty())
            continue;
        // Scattered rows have no one place to go to.
        if (run.size() > 1 || (by < 0 && run.first().first == 0)
            || (by > 0 && run.first().first + run.first().count >= m_document.policy().list(list).size()))
            return;
        m_document.moveRows(list, run.first(), by < 0 ? run.first().first - 1 : run.first().first + 1);
        scrollTo(currentIndex());
        return;
    }
}

void RuleGrid::copyRows() const
{
    const QString text = m_model->textOf(chosenRows());
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void RuleGrid::pasteRows()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        return;
    const Paste paste = parsePaste(text);
    const RowPlace place = m_model->insertionPlace(currentIndex());
    if (!paste.rows.isEmpty()) {
        m_document.insertRows(place.list, place.row, paste.rows, RowSource::Pasted);
        const QModelIndex first = m_model->indexOf(place, RuleTableModel::Net);
        const QModelIndex last = m_model->indexOf({place.list, place.row + paste.rows.size() - 1}, RuleTableModel::Net);
        if (first.isValid() && last.isValid()) {
            selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
            selectionModel()->select({first, last}, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            scrollTo(last);
        }
    }
    Q_EMIT pasted(place.list, paste);
}

void RuleGrid::commitEdit()
{
    if (state() != QAbstractItemView::EditingState)
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

bool RuleGrid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    // Typing in a cell that cannot be typed in goes to the row's net, as a hand on the keyboard expects.
    if (trigger == QAbstractItemView::AnyKeyPressed && index.isValid() && !isTyped(index.column())) {
        const QModelIndex net = index.siblingAtColumn(RuleTableModel::Net);
        setCurrentIndex(net);
        return QTableView::edit(net, trigger, event);
    }
    return QTableView::edit(index, trigger, event);
}

void RuleGrid::keyPressEvent(QKeyEvent *event)
{
    const bool isEditing = state() == QAbstractItemView::EditingState;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isEditing && event->modifiers() == Qt::NoModifier) {
            const QModelIndex next = currentIndex().siblingAtRow(currentIndex().row() + 1);
            if (next.isValid())
                setCurrentIndex(next);
            return;
        }
        break;
    case Qt::Key_Space:
        // Handled by its action; the view would select, or start to edit with a blank.
        if (!isEditing) {
            event->ignore();
            return;
        }
        break;
    default: break;
    }
    QTableView::keyPressEvent(event);
}

void RuleGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QPersistentModelIndex edited(currentIndex());
    const bool forward = hint == QAbstractItemDelegate::EditNextItem;
    const bool backward = hint == QAbstractItemDelegate::EditPreviousItem;
    QTableView::closeEditor(editor, forward || backward ? QAbstractItemDelegate::NoHint : hint);
    if (std::exchange(m_newRowOpen, false) && hint == QAbstractItemDelegate::RevertModelCache) {
        m_document.undoStack()->undo(); // the row was only there to be typed in
        return;
    }
    if (forward || backward) {
        moveToNextCell(edited, forward ? 1 : -1);
    } else if (hint == QAbstractItemDelegate::SubmitModelCache) {
        const QModelIndex next = QModelIndex(edited).siblingAtRow(edited.row() + 1);
        if (next.isValid())
            setCurrentIndex(next.siblingAtColumn(edited.column()));
    }
}

void RuleGrid::moveToNextCell(const QModelIndex &from, int step)
{
    static constexpr std::array<int, 3> columns{RuleTableModel::Net, RuleTableModel::Mask, RuleTableModel::Comment};
    const auto at = std::find(columns.begin(), columns.end(), from.column()) - columns.begin();
    const auto place = at + step;
    int row = from.row();
    int column = 0;
    if (place < 0) {
        --row;
        column = columns.back();
    } else if (place >= static_cast<std::ptrdiff_t>(columns.size())) {
        ++row;
        column = columns.front();
    } else {
        column = columns.at(static_cast<std::size_t>(place));
    }
    const QModelIndex next = m_model->index(row, column);
    if (!next.isValid())
        return;
    setCurrentIndex(next);
    QTableView::edit(next);
}

void RuleGrid::showCheck()
{
    const QModelIndex edited = m_delegate->editedIndex();
    const QModelIndex current = edited.isValid() ? edited : currentIndex();
    m_note->showCheck(m_delegate->check(), visualRect(current));
    viewport()->update(visualRect(current.siblingAtColumn(RuleTableModel::Status)));
}

void RuleGrid::lightUp(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    if (!m_moves || !isVisible() || bottomRight.row() - topLeft.row() >= flashRows)
        return;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        for (int column = topLeft.column(); column <= std::min<int>(bottomRight.column(), RuleTableModel::Mask);
             ++column) {
            const QPersistentModelIndex cell(m_model->index(row, column));
            m_delegate->setLit(cell, true);
            QTimer::singleShot(flashTime, this, [this, cell] {
                m_delegate->setLit(cell, false);
                viewport()->update(visualRect(cell));
            });
        }
    }
}

void RuleGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        dress();
    QTableView::changeEvent(event);
}

void RuleGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_note->hide();
    shareRest();
}

void RuleGrid::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, RuleTableModel::Net));
}

void RuleGrid::dress()
{
    const int height = rowHeightFor(font());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    sizeColumns();
}

void RuleGrid::sizeColumns()
{
    const QFontMetrics address(addressFont());
    // A few rows tell whether IPv6 needs its width; a million need not be asked.
    qsizetype longest = QStringLiteral("255.255.255.255").size();
    for (int row = 0; row < std::min(m_model->rowCount() - 1, 100); ++row) {
        for (const int column : {RuleTableModel::Net, RuleTableModel::Mask})
            longest = std::max(longest, m_model->index(row, column).data(Qt::DisplayRole).toString().size());
    }
    const int addressWidth = address.horizontalAdvance(u'0') * static_cast<int>(std::min<qsizetype>(longest, 24));
    const QString invitation = m_model->index(m_model->blankRow(), RuleTableModel::Net).data().toString();
    m_sharing = true;
    QHeaderView *header = horizontalHeader();
    header->resizeSection(RuleTableModel::On, 44);
    header->resizeSection(RuleTableModel::Net,
                          std::max(addressWidth, fontMetrics().horizontalAdvance(invitation)) + cellPadding);
    header->resizeSection(RuleTableModel::Mask, addressWidth + cellPadding);
    header->resizeSection(RuleTableModel::Matches,
                          fontMetrics().horizontalAdvance(QStringLiteral("4,294,967,296")) + cellPadding);
    if (m_model->scope() == RuleTableModel::Scope::All)
        header->resizeSection(RuleTableModel::List, fontMetrics().averageCharWidth() * 14);
    m_sharing = false;
    shareRest();
}

/// Status and comment share what the others leave.
void RuleGrid::shareRest()
{
    if (m_sizedByHand)
        return;
    QHeaderView *header = horizontalHeader();
    int rest = viewport()->width();
    for (int column = 0; column < header->count(); ++column) {
        if (column != RuleTableModel::Status && column != RuleTableModel::Comment)
            rest -= header->sectionSize(column);
    }
    const int character = fontMetrics().averageCharWidth();
    m_sharing = true;
    header->resizeSection(RuleTableModel::Status, std::clamp(rest * 6 / 10, 26 * character, 58 * character));
    m_sharing = false;
}

} // namespace relaytab
