#include "ui/window/banner.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

#include "ui/look/icons.h"

namespace relaytab {

namespace {

constexpr int bannerIcon = 20;
constexpr int shortestLine = 45; ///< characters; of words beside buttons

IconName iconOf(ColorRole role)
{
    switch (role) {
    case ColorRole::Danger: return IconName::Danger;
    case ColorRole::Warning: return IconName::Warning;
    case ColorRole::Good: return IconName::Good;
    case ColorRole::Note: break;
    }
    return IconName::Note;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new SpokenLabel(this)),
      m_buttons(new QHBoxLayout),
      m_layout(new QGridLayout(this))
{
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_buttons->setSpacing(8);

    m_layout->setContentsMargins(16, 8, 16, 8);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    m_layout->addWidget(m_text, 0, 1);
    m_layout->addLayout(m_buttons, 0, 2);
    m_layout->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void Banner::showMessage(ColorRole role, const QString &text)
{
    const bool isNew = isHidden() || m_role != role || m_text->text() != text;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_role = role;
    m_text->setText(text);
    setAccessibleName(text);
    tint();
    show();
    if (isNew)
        announce(this, Announcement::Alert);
}

QPushButton *Banner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    button->show(); // the layout would do so later, and its key would be dead until then
    placeButtons();
    return button;
}

void Banner::setVisible(bool visible)
{
    const bool hadFocus = !visible && isVisible() && isAncestorOf(window()->focusWidget());
    QFrame::setVisible(visible);
    if (hadFocus)
        Q_EMIT focusReleased();
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

void Banner::placeButtons()
{
    const int character = fontMetrics().averageCharWidth();
    const int wanted = bannerIcon + shortestLine * character + m_buttons->sizeHint().width();
    // A little more to come back: the place decides over the height, and so over a scroll bar that takes from the
    // width.
    const int needed = m_place == Buttons::Below ? wanted + 8 * character : wanted;
    const Buttons place = width() < needed ? Buttons::Below : Buttons::Beside;
    if (place == m_place)
        return;
    m_place = place;
    m_layout->removeItem(m_buttons);
    if (place == Buttons::Beside)
        m_layout->addLayout(m_buttons, 0, 2);
    else
        m_layout->addLayout(m_buttons, 1, 0, 1, 2, Qt::AlignLeft);
}

void Banner::paintEvent(QPaintEvent * /*event*/)
{
    const QColor ground = roleGround(m_role, palette());
    const QColor color = roleColor(m_role, palette(), ground);
    QPainter painter(this);
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, 0, 3, height()), color);
    painter.setPen(isHighContrast(palette()) ? color : roleGround(m_role, palette()).darker(106));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QFrame::changeEvent(event);
}

void Banner::tint()
{
    const QColor color = roleColor(m_role, palette(), roleGround(m_role, palette()));
    m_icon->setPixmap(iconPixmap(iconOf(m_role), bannerIcon, color, devicePixelRatioF()));
}

} // namespace relaytab
