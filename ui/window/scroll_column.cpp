#include "ui/window/scroll_column.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace relaytab {

namespace {

/// Of a stack only the page that is shown counts: the others may need more.
int heightNeeded(QLayoutItem &item, int width)
{
    if (const auto *stack = qobject_cast<const QStackedWidget *>(item.widget()))
        return std::max(stack->currentWidget()->minimumSizeHint().height(), stack->currentWidget()->minimumHeight());
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.minimumSize().height();
}

} // namespace

ScrollColumn::ScrollColumn(QWidget *parent) : QScrollArea(parent)
{
    auto *column = new QWidget(this);
    m_layout = new QVBoxLayout(column);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(column);
    column->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this] {
        m_keepsFocus = true;
        showFocus();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int top) {
        const auto place = focusPlace();
        if (!m_isFitting && place)
            m_keepsFocus = place->top() < top + viewport()->height() && place->bottom() >= top;
    });
}

ScrollColumn::~ScrollColumn()
{
    // QWidget's end takes the focus away and tells it, when there is no column left that could hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

std::optional<QRect> ScrollColumn::focusPlace() const
{
    const QWidget *focused = QApplication::focusWidget();
    if (focused == nullptr || !widget()->isAncestorOf(focused))
        return std::nullopt;
    return QRect(focused->mapTo(widget(), QPoint()), focused->size());
}

void ScrollColumn::showFocus()
{
    // Not ensureWidgetVisible(): of a line edit that shows no more than the text cursor.
    if (const auto place = focusPlace())
        ensureVisible(place->center().x(), place->center().y(), 0, place->height() / 2 + 1);
}

void ScrollColumn::addWidget(QWidget *widget, int stretch)
{
    m_layout->addWidget(widget, stretch);
}

bool ScrollColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    m_isFitting = true;
    QScrollArea::resizeEvent(event);
    fit();
}

void ScrollColumn::fit()
{
    const int width = viewport()->width();
    int needed = 0;
    for (int i = 0; i < m_layout->count(); ++i) {
        QLayoutItem *item = m_layout->itemAt(i);
        if (!item->isEmpty())
            needed += heightNeeded(*item, width);
    }
    m_isFitting = true;
    widget()->resize(width, std::max(needed, viewport()->height()));
    m_isFitting = false;
    if (m_keepsFocus)
        showFocus();
}

} // namespace relaytab
