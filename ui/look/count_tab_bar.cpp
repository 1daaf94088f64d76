#include "ui/look/count_tab_bar.h"

#include <QPainter>
#include <QStyleOptionTab>
#include <QToolButton>

#include "ui/look/contrast.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/roles.h"

namespace relaytab {

namespace {

constexpr int tabPadding = 14;
constexpr int tabGap = 8;
constexpr int accentHeight = 2;

QFont boldFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

CountTabBar::CountTabBar(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
}

void CountTabBar::setCount(int index, const QString &count)
{
    if (m_extras.value(index).count == count)
        return;
    m_extras[index].count = count;
    // QTabBar lays its tabs out anew only when one of its own properties changes.
    setTabText(index, tabText(index) + u' ');
    setTabText(index, tabText(index).chopped(1));
}

void CountTabBar::setSeverity(int index, std::optional<Severity> severity)
{
    if (m_extras.value(index).severity == severity)
        return;
    m_extras[index].severity = severity;
    setTabText(index, tabText(index) + u' ');
    setTabText(index, tabText(index).chopped(1));
}

QSize CountTabBar::tabSizeHint(int index) const
{
    const QFontMetrics metrics(boldFont(font()));
    int width = 2 * tabPadding + metrics.size(Qt::TextShowMnemonic, tabText(index)).width();
    if (const QString count = m_extras.value(index).count; !count.isEmpty())
        width += tabGap + pillWidth(count);
    if (m_extras.value(index).severity)
        width += tabGap + smallIcon;
    return {width, metrics.height() + 18};
}

int CountTabBar::pillWidth(const QString &count) const
{
    const QFontMetrics metrics(quietFont());
    return std::max(metrics.horizontalAdvance(count) + 12, metrics.height() + 2);
}

void CountTabBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, height() - 1, width(), 1), lineColor(palette()));
    // The arrows that scroll have no ground of their own: the tabs end where they begin.
    QRegion room(rect());
    for (const QToolButton *arrow : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
        if (arrow->isVisible())
            room -= arrow->geometry();
    painter.setClipRegion(room);
    for (int index = 0; index < count(); ++index)
        paintTab(painter, index);
}

void CountTabBar::paintTab(QPainter &painter, int index) const
{
    QStyleOptionTab option;
    initStyleOption(&option, index);
    const QRect tab = tabRect(index);
    const QPalette colors = palette();
    const QColor window = colors.color(QPalette::Window);
    const bool isCurrent = index == currentIndex();
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](int from, int width, int height) {
        const QRect rect(tab.left() + from, tab.top() + (tab.height() - height) / 2, width, height);
        return mirrored ? QRect(tab.right() - from - width + 1, rect.top(), width, height) : rect;
    };

    if (isCurrent)
        painter.fillRect(QRect(tab.left(), tab.bottom() - accentHeight + 1, tab.width(), accentHeight),
                         colors.color(QPalette::Link));
    else if (isHovered)
        painter.fillRect(tab.adjusted(0, 0, 0, -1), blend(window, colors.color(QPalette::WindowText), 0.05));

    const QFont textFont = isCurrent ? boldFont(font()) : font();
    const QSize textSize = QFontMetrics(textFont).size(Qt::TextShowMnemonic, tabText(index));
    painter.setFont(textFont);
    painter.setPen(isCurrent || isHovered ? colors.color(QPalette::WindowText) : quietColor(colors, window));
    int x = tabPadding;
    painter.drawText(place(x, textSize.width() + 2, tab.height()),
                     static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic), tabText(index));
    x += textSize.width() + tabGap;

    if (const QString count = m_extras.value(index).count; !count.isEmpty()) {
        const QFont small = quietFont();
        const QRect pill = place(x, pillWidth(count), QFontMetrics(small).height() + 2);
        const QColor ground = blend(window, colors.color(QPalette::WindowText), 0.07);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
        painter.setFont(small);
        painter.setPen(quietColor(colors, ground));
        painter.drawText(pill, Qt::AlignCenter, count);
        x += pill.width() + tabGap;
    }
    if (const auto severity = m_extras.value(index).severity)
        paintIcon(painter, place(x, smallIcon, smallIcon), severityIcon(*severity),
                  roleColor(colorRoleOf(*severity), colors, window));
    if (hasFocus() && isCurrent) {
        painter.setPen(QPen(colors.color(QPalette::Link), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(tab).adjusted(3, 4, -3, -5), 4, 4);
    }
}

void CountTabBar::tabInserted(int index)
{
    m_extras.insert(index, Extra{});
    QTabBar::tabInserted(index);
}

void CountTabBar::tabRemoved(int index)
{
    m_extras.removeAt(index);
    QTabBar::tabRemoved(index);
}

} // namespace relaytab
