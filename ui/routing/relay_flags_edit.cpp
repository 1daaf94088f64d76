#include "ui/routing/relay_flags_edit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include "ui/look/fonts.h"

namespace relaytab {

RelayFlagsEdit::RelayFlagsEdit(QWidget *parent)
    : QWidget(parent),
      m_label(new TintedLabel(this)),
      m_decimal(new QLineEdit(this)),
      m_hex(new QLineEdit(this)),
      m_remarkLabel(new TintedLabel(this))
{
    m_decimal->setObjectName(QStringLiteral("relayFlags"));
    m_hex->setObjectName(QStringLiteral("relayFlagsHex"));
    m_remarkLabel->setWordWrap(true);
    m_label->setBuddy(m_decimal);
    for (QLineEdit *field : {m_decimal, m_hex})
        field->installEventFilter(this);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_decimal);
    layout->addWidget(m_hex);
    layout->addWidget(m_remarkLabel, 1);

    connect(m_decimal, &QLineEdit::textEdited, this, [this](const QString &text) { follow(text, Base::Decimal); });
    connect(m_hex, &QLineEdit::textEdited, this, [this](const QString &text) { follow(text, Base::Hexadecimal); });
    connect(m_decimal, &QLineEdit::editingFinished, this, [this] { commit(m_decimal, Base::Decimal); });
    connect(m_hex, &QLineEdit::editingFinished, this, [this] { commit(m_hex, Base::Hexadecimal); });
    retranslate();
}

void RelayFlagsEdit::setFlags(std::optional<std::uint32_t> flags)
{
    m_flags = flags;
    restore();
}

void RelayFlagsEdit::setRemark(const QString &remark)
{
    m_remark = remark;
    showRemark();
}

void RelayFlagsEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool RelayFlagsEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && (m_decimal->isModified() || m_hex->isModified())) {
        restore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

std::optional<std::uint32_t> RelayFlagsEdit::parse(const QString &text, Base base)
{
    const QString trimmed = text.trimmed();
    const bool isHex = trimmed.startsWith(u"0x", Qt::CaseInsensitive);
    const QString digits = isHex ? trimmed.mid(2) : trimmed;
    bool ok = false;
    const uint number = digits.toUInt(&ok, isHex || base == Base::Hexadecimal ? 16 : 10);
    return ok && !digits.startsWith(u'+') ? std::optional<std::uint32_t>(number) : std::nullopt;
}

QString RelayFlagsEdit::decimalText(std::uint32_t flags)
{
    return QString::number(flags);
}

QString RelayFlagsEdit::hexText(std::uint32_t flags)
{
    return u"0x" + QStringLiteral("%1").arg(flags, 8, 16, QLatin1Char('0')).toUpper();
}

void RelayFlagsEdit::follow(const QString &text, Base from)
{
    const auto flags = parse(text, from);
    m_isValid = flags.has_value();
    if (flags) {
        if (from == Base::Decimal)
            m_hex->setText(hexText(*flags));
        else
            m_decimal->setText(decimalText(*flags));
    }
    showRemark();
}

void RelayFlagsEdit::commit(QLineEdit *field, Base base)
{
    if (!field->isModified())
        return;
    const auto flags = parse(field->text(), base);
    if (!flags) {
        if (field->text().trimmed().isEmpty())
            restore();
        return;
    }
    if (flags == m_flags) {
        restore();
        return;
    }
    field->setModified(false);
    Q_EMIT flagsEdited(*flags);
}

void RelayFlagsEdit::restore()
{
    m_decimal->setText(m_flags ? decimalText(*m_flags) : QString());
    m_hex->setText(m_flags ? hexText(*m_flags) : QString());
    m_isValid = true;
    showRemark();
}

void RelayFlagsEdit::showRemark()
{
    if (m_isValid) {
        m_remarkLabel->setQuiet();
        m_remarkLabel->setText(m_remark);
    } else {
        m_remarkLabel->setRole(ColorRole::Danger);
        m_remarkLabel->setText(tr("A whole number from 0 to 4294967295 is needed."));
    }
}

void RelayFlagsEdit::retranslate()
{
    m_label->setText(QStringLiteral("RelayFlags")); // the value's name in the registry: never translated
    m_decimal->setAccessibleName(QStringLiteral("RelayFlags"));
    //: A second field for the same number. RelayFlags is a name and stays.
    m_hex->setAccessibleName(tr("RelayFlags, hexadecimal"));
    //: The registry value does not exist.
    m_decimal->setPlaceholderText(tr("absent"));
    m_hex->setPlaceholderText(tr("absent"));
    for (QLineEdit *field : {m_decimal, m_hex})
        field->setFont(addressFont());
    const QFontMetrics metrics(addressFont());
    m_decimal->setFixedWidth(metrics.horizontalAdvance(u'0') * 11 + 24);
    m_hex->setFixedWidth(metrics.horizontalAdvance(u'0') * 11 + 24);
    showRemark();
}

} // namespace relaytab
