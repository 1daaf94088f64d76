#include "ui/tester/verdict_line.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/look/fonts.h"

namespace relaytab {

VerdictLine::VerdictLine(QWidget *parent) : QWidget(parent), m_icon(new QLabel(this)), m_words(new SpokenLabel(this))
{
    m_words->setObjectName(QStringLiteral("verdict"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_words, 1);
    tint();
}

void VerdictLine::setVerdict(const QString &words, IconName shape, std::optional<ColorRole> role)
{
    const bool isNew = words != m_words->text();
    m_role = role;
    m_iconName = shape;
    m_words->setText(words);
    m_icon->setVisible(!words.isEmpty());
    tint();
    if (isNew)
        announce(m_words, Announcement::Polite);
}

void VerdictLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        tint();
    QWidget::changeEvent(event);
}

void VerdictLine::tint()
{
    QFont font = headingFont();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 1.2);
    if (m_words->font() != font)
        m_words->setFont(font);
    const QColor ground = palette().color(QPalette::Window);
    const QColor color = m_role ? roleColor(*m_role, palette(), ground) : palette().color(QPalette::WindowText);
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, color);
    m_words->setPalette(tinted);
    m_icon->setPixmap(iconPixmap(m_iconName, QFontMetrics(font).height(), color, devicePixelRatioF()));
}

} // namespace relaytab
