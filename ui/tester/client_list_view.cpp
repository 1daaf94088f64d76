#include "ui/tester/client_list_view.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QStyledItemDelegate>

#include "model/editing/client_list_model.h"
#include "model/wording/client_list_wording.h"
#include "ui/look/fonts.h"
#include "ui/look/line_header.h"
#include "ui/tester/verdict_look.h"

namespace relaytab {

namespace {

bool isLink(const QModelIndex &index)
{
    return index.column() == ClientListModel::Reason && index.data(ClientListModel::PlaceRole).isValid();
}

/// The verdict with its shape, the reason as a link where a row decided.
class ClientDelegate : public QStyledItemDelegate
{
public:
    explicit ClientDelegate(QAbstractItemView *view) : QStyledItemDelegate(view), m_view(view) { }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isSelected = option->state & QStyle::State_Selected;
        const QColor ground = option->palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
        const VerdictLook look = lookOf(static_cast<ClientVerdict>(index.data(ClientListModel::VerdictRole).toInt()));
        switch (index.column()) {
        case ClientListModel::Client:
        case ClientListModel::RuleText:
            option->font = addressFont();
            option->fontMetrics = QFontMetrics(option->font);
            break;
        case ClientListModel::Verdict: {
            const QColor tint =
                look.role ? roleColor(*look.role, option->palette, ground) : option->palette.color(QPalette::Text);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = {smallIcon, smallIcon};
            option->icon = QIcon(iconPixmap(look.shape, smallIcon, tint, m_view->devicePixelRatioF()));
            break;
        }
        default:
            if (isLink(index)) {
                option->font.setUnderline(true);
                option->palette.setColor(QPalette::Text, option->palette.color(QPalette::Link));
            }
        }
    }

private:
    QAbstractItemView *m_view;
};

} // namespace

ClientListView::ClientListView(ClientListModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setObjectName(QStringLiteral("clients"));
    setVerticalHeader(new LineHeader(this));
    setModel(&model);
    setItemDelegate(new ClientDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (isLink(index) && QGuiApplication::keyboardModifiers() == Qt::NoModifier)
            goToDecidingRow();
    });
    connect(this, &QAbstractItemView::doubleClicked, this, &ClientListView::testCurrent);
    dress();
}

void ClientListView::goToDecidingRow()
{
    const QVariant place = currentIndex().data(ClientListModel::PlaceRole);
    if (place.isValid())
        Q_EMIT rowRequested(place.value<RowPlace>());
    else
        testCurrent();
}

void ClientListView::testCurrent()
{
    const QString client = currentIndex().data(ClientListModel::ClientRole).toString();
    if (!client.isEmpty())
        Q_EMIT testRequested(client);
}

void ClientListView::copy()
{
    const QItemSelection selected = selectionModel()->selection(); // not its rows, which takes long for many
    Q_EMIT copyRequested(selected.isEmpty() ? m_model.shownLines() : m_model.selectedLines(selected));
}

void ClientListView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::Paste))
        return Q_EMIT pasteRequested();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (isEnter && modifiers == Qt::NoModifier)
        return goToDecidingRow();
    if (isEnter && modifiers == Qt::ShiftModifier)
        return testCurrent();
    QTableView::keyPressEvent(event);
}

void ClientListView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex current = currentIndex();
    QAction *row = menu->addAction(tr("&Go to the deciding row"), this, &ClientListView::goToDecidingRow);
    row->setShortcut(Qt::Key_Return);
    row->setEnabled(current.data(ClientListModel::PlaceRole).isValid());
    QAction *test = menu->addAction(tr("Show in the &tester"), this, &ClientListView::testCurrent);
    test->setShortcut(Qt::SHIFT | Qt::Key_Return);
    test->setEnabled(!current.data(ClientListModel::ClientRole).toString().isEmpty());
    menu->addSeparator();
    QAction *copy = menu->addAction(tr("&Copy"), this, &ClientListView::copy);
    copy->setShortcut(QKeySequence::Copy);
    QAction *paste = menu->addAction(tr("&Paste a list"), this, &ClientListView::pasteRequested);
    paste->setShortcut(QKeySequence::Paste);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard && current.isValid();
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(current).bottomLeft()) : event->globalPos());
}

void ClientListView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    viewport()->setCursor(isLink(indexAt(event->pos())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ClientListView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(0, ClientListModel::Client));
}

void ClientListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareRest();
}

void ClientListView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        dress();
    QTableView::changeEvent(event);
}

void ClientListView::dress()
{
    setAccessibleName(tr("Clients"));
    const int height = rowHeightFor(font());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    setMinimumHeight(horizontalHeader()->sizeHint().height() + 2 * height);
    QHeaderView *header = horizontalHeader();
    header->resizeSection(ClientListModel::Client,
                          QFontMetrics(addressFont()).horizontalAdvance(QStringLiteral("255.255.255.255/32"))
                              + cellPadding);
    int verdict =
        fontMetrics().horizontalAdvance(m_model.headerData(ClientListModel::Verdict, Qt::Horizontal).toString());
    for (const ClientVerdict one : allClientVerdicts)
        verdict = std::max(verdict, fontMetrics().horizontalAdvance(ClientListWording::verdict(one)));
    header->resizeSection(ClientListModel::Verdict, verdict + smallIcon + cellPadding);
    shareRest();
}

/// Reason and rule share what the others leave.
void ClientListView::shareRest()
{
    QHeaderView *header = horizontalHeader();
    const int rest = viewport()->width() - header->sectionSize(ClientListModel::Client)
        - header->sectionSize(ClientListModel::Verdict);
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(ClientListModel::Reason, std::clamp(rest * 6 / 10, 30 * character, 70 * character));
}

} // namespace relaytab
