#include "ui/look/tinted_label.h"

#include <QEvent>
#include <QGuiApplication>

namespace relaytab {

TintedLabel::TintedLabel(QWidget *parent) : SpokenLabel(parent)
{
    tint();
}

void TintedLabel::setQuiet()
{
    m_role.reset();
    tint();
}

void TintedLabel::setRole(ColorRole role)
{
    m_role = role;
    tint();
}

void TintedLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    SpokenLabel::changeEvent(event);
}

void TintedLabel::tint()
{
    const QPalette from = parentWidget() != nullptr ? parentWidget()->palette() : QGuiApplication::palette();
    const QColor ground = from.color(QPalette::Window);
    const QColor color = m_role ? roleColor(*m_role, from, ground) : quietColor(from, ground);
    if (palette().color(QPalette::WindowText) == color)
        return;
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, color);
    setPalette(tinted);
}

} // namespace relaytab
