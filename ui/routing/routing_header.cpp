#include "ui/routing/routing_header.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/look/fonts.h"
#include "ui/routing/exposure_badge.h"

namespace relaytab {

RoutingHeader::RoutingHeader(QWidget *parent)
    : QWidget(parent),
      m_sentence(new SpokenLabel(this)),
      m_details(new TintedLabel(this)),
      m_badge(new ExposureBadge(this))
{
    m_sentence->setObjectName(QStringLiteral("policyInWords"));
    m_details->setObjectName(QStringLiteral("policyDetails"));
    for (SpokenLabel *label : {m_sentence, static_cast<SpokenLabel *>(m_details)}) {
        label->setWordWrap(true);
        label->setMinimumWidth(0);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_sentence);
    words->addWidget(m_details);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 8);
    layout->setSpacing(16);
    layout->addLayout(words, 1);
    layout->addWidget(m_badge, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    dress();
}

void RoutingHeader::setWords(const QString &sentence, const QString &details)
{
    if (sentence != m_sentence->text()) {
        m_sentence->setText(sentence);
        announce(m_sentence, Announcement::Polite);
    }
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
}

void RoutingHeader::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::FontChange: dress(); break;
    default: break;
    }
    QWidget::changeEvent(event);
}

void RoutingHeader::dress()
{
    m_sentence->setAccessibleName(tr("Policy in words"));
    m_details->setAccessibleName(tr("Details of the policy"));
    //: How open the policy is: closed, restricted, wide, or an open relay.
    m_badge->setAccessibleName(tr("Exposure"));
    if (m_sentence->font() != headingFont())
        m_sentence->setFont(headingFont());
}

} // namespace relaytab
