#include "ui/window/status_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include "ui/look/fonts.h"

namespace relaytab {

namespace {

constexpr int progressSteps = 1000;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent),
      m_parts(new TintedLabel(this)),
      m_reading(new TintedLabel(this)),
      m_progress(new QWidget(this)),
      m_what(new TintedLabel(m_progress)),
      m_bar(new QProgressBar(m_progress)),
      m_cancel(new QPushButton(m_progress))
{
    m_parts->setObjectName(QStringLiteral("statusParts"));
    m_reading->setObjectName(QStringLiteral("statusReading"));
    m_progress->setObjectName(QStringLiteral("progress"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(140);
    m_bar->setRange(0, progressSteps);
    auto *layout = new QHBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_what);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    setContentsMargins(12, 0, 12, 0);
    setSizeGripEnabled(false);
    addWidget(m_parts, 1);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_reading);
    m_progress->hide();
    connect(m_cancel, &QPushButton::clicked, this, &StatusLine::cancelRequested);
    retranslate();
}

void StatusLine::setParts(const QStringList &parts)
{
    QStringList shown;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            shown.append(part);
    }
    m_parts->setText(shown.join(QStringLiteral("    ")));
}

void StatusLine::setReading(const QString &reading)
{
    m_reading->setText(reading);
}

void StatusLine::showProgress(const QString &what, qint64 done, qint64 total)
{
    m_what->setText(what);
    m_bar->setRange(0, total > 0 ? progressSteps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * progressSteps / total));
    m_progress->show();
}

void StatusLine::hideProgress()
{
    m_progress->hide();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QStatusBar::changeEvent(event);
}

void StatusLine::retranslate()
{
    m_parts->setAccessibleName(tr("Status"));
    //: How RelayFlags 0 is read.
    m_reading->setAccessibleName(tr("Reading"));
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_parts, m_reading, m_what, m_cancel})
        widget->setFont(quietFont());
}

} // namespace relaytab
