#include "ui/grid/entry_edit.h"

#include <QPainter>

#include "ui/grid/squiggle.h"
#include "ui/look/fonts.h"
#include "ui/look/roles.h"

namespace relaytab {

EntryEdit::EntryEdit(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("entryEdit"));
    setFont(addressFont());
}

void EntryEdit::setCheck(const LiveCheck &check)
{
    if (m_check == check)
        return;
    m_check = check;
    setAccessibleDescription(check.message);
    update();
}

void EntryEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_check.severity || m_check.fault.y() == 0)
        return;
    // The line edit scrolls: its cursor tells where the text lies.
    const QFontMetricsF metrics(font());
    const auto widthUpTo = [&](int characters) { return metrics.horizontalAdvance(text().left(characters)); };
    const double origin = cursorRect().center().x() - widthUpTo(cursorPosition());
    const double left = origin + widthUpTo(m_check.fault.x());
    const double right = origin + widthUpTo(m_check.fault.x() + m_check.fault.y());
    QPainter painter(this);
    painter.setClipRect(rect().adjusted(2, 0, -2, 0));
    const double baseline = (height() + metrics.height()) / 2 - metrics.descent() + 2;
    paintSquiggle(painter, {left, baseline}, right - left,
                  roleColor(colorRoleOf(*m_check.severity), palette(), palette().color(QPalette::Base)));
}

} // namespace relaytab
