#include "ui/window/banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "ui/look/icons.h"

namespace relaytab {

namespace {

constexpr int bannerIcon = 20;

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
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new SpokenLabel(this)), m_buttons(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_buttons->setSpacing(8);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
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
    return button;
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
