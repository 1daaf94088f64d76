#include "ui/grid/grid_note.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/look/tinted_label.h"

namespace relaytab {

GridNote::GridNote(QWidget *viewport)
    : QWidget(viewport), m_text(new TintedLabel(this)), m_action(new QPushButton(this))
{
    m_text->setObjectName(QStringLiteral("gridNoteText"));
    m_action->setObjectName(QStringLiteral("gridNoteAction"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    viewport->installEventFilter(this);
    connect(m_action, &QPushButton::clicked, this, &GridNote::actionRequested);
    hide();
}

void GridNote::showNote(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    // Without a button a click is meant for the table.
    setAttribute(Qt::WA_TransparentForMouseEvents, action.isEmpty());
    show();
    place();
}

bool GridNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void GridNote::place()
{
    const QRect room = parentWidget()->rect();
    const int width = std::min(room.width() - 32, 48 * fontMetrics().averageCharWidth());
    const int height = layout()->totalHeightForWidth(width);
    setGeometry((room.width() - width) / 2, std::max(40, (room.height() - height) / 2), width, height);
}

} // namespace relaytab
