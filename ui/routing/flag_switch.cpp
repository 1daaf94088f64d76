#include "ui/routing/flag_switch.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>

#include "model/policy/relay_policy.h"
#include "ui/look/fonts.h"

namespace relaytab {

namespace {

QString objectNameOf(std::uint32_t bit)
{
    switch (bit) {
    case flag::deny: return QStringLiteral("flagDeny");
    case flag::allow: return QStringLiteral("flagAllow");
    case flag::local: return QStringLiteral("flagLocal");
    default: return QStringLiteral("flagAuthenticated");
    }
}

} // namespace

FlagSwitch::FlagSwitch(std::uint32_t bit, QWidget *parent)
    : QWidget(parent),
      m_bit(bit),
      m_box(new QCheckBox(this)),
      m_rules(new TintedLabel(this)),
      m_value(new TintedLabel(this))
{
    m_box->setObjectName(objectNameOf(bit));
    m_value->setText(QString::number(bit));
    m_value->setFont(addressFont());

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_box);
    layout->addWidget(m_rules);
    layout->addStretch(1);
    layout->addWidget(m_value);

    connect(m_box, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT switched(m_bit, on); });
}

void FlagSwitch::setOn(bool on)
{
    m_box->setChecked(on);
}

void FlagSwitch::setTexts(const QString &label, const QString &rules, const QString &description)
{
    if (m_box->text() != label) // a mnemonic that is set again would lose a pressed key
        m_box->setText(label);
    m_box->setAccessibleName(QString(label).remove(u'&'));
    m_box->setAccessibleDescription(description);
    setToolTip(description);
    m_rules->setText(rules);
    m_rules->setVisible(!rules.isEmpty());
}

void FlagSwitch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_value->setFont(addressFont());
    QWidget::changeEvent(event);
}

} // namespace relaytab
