#include "ui/grid/inline_note.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>

#include "ui/look/icons.h"
#include "ui/look/roles.h"

namespace relaytab {

InlineNote::InlineNote(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_message(new SpokenLabel(this)), m_fix(new TintedLabel(this))
{
    setObjectName(QStringLiteral("inlineNote"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_message->setObjectName(QStringLiteral("inlineMessage"));
    m_message->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_message);
    words->addWidget(m_fix);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    hide();
}

void InlineNote::showCheck(const LiveCheck &check, const QRect &cell)
{
    if (!check.severity) {
        hide();
        return;
    }
    const ColorRole role = colorRoleOf(*check.severity);
    m_icon->setPixmap(iconPixmap(severityIcon(*check.severity), smallIcon,
                                 roleColor(role, palette(), palette().color(QPalette::ToolTipBase)),
                                 devicePixelRatioF()));
    m_message->setText(check.message);
    m_fix->setText(QKeySequence(Qt::ALT | Qt::Key_Enter).toString(QKeySequence::NativeText) + u": " + check.fix);
    m_fix->setVisible(!check.fix.isEmpty());

    const QRect room = parentWidget()->rect();
    const QFontMetrics metrics(m_message->font());
    const int words = std::max(metrics.horizontalAdvance(check.message), metrics.horizontalAdvance(m_fix->text())) + 48;
    const int width = std::min({words, 60 * metrics.averageCharWidth(), room.width() - 8});
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    QRect place(cell.left(), cell.bottom() + 3, width, height);
    if (place.bottom() > room.bottom())
        place.moveBottom(cell.top() - 3);
    if (place.right() > room.right() - 4)
        place.moveRight(room.right() - 4);
    setGeometry(place);
    show();
    raise();
}

void InlineNote::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace relaytab
