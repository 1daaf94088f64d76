#include "ui/review/progress_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include <chrono>

#include "ui/look/tinted_label.h"

namespace relaytab {

using namespace std::chrono_literals;

ProgressLine::ProgressLine(const QString &objectName, Task task, QWidget *parent)
    : QWidget(parent),
      m_task(task),
      m_what(new TintedLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(this))
{
    m_bar->setObjectName(objectName);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(180);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_what);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    hide();
    connect(&m_patience, &QTimer::timeout, this, [this] {
        show();
        Q_EMIT appeared();
    });
    connect(m_cancel, &QPushButton::clicked, this, &ProgressLine::cancelRequested);
    retranslate();
}

void ProgressLine::start()
{
    setPercent(0);
    if (isHidden())
        m_patience.start();
}

void ProgressLine::setPercent(int percent)
{
    m_bar->setRange(0, percent > 0 ? 100 : 0);
    m_bar->setValue(percent);
}

void ProgressLine::stop()
{
    m_patience.stop();
    hide();
}

void ProgressLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString ProgressLine::taskInWords() const
{
    switch (m_task) {
    case Task::Comparing: return tr("Comparing…");
    case Task::Checking: return tr("Checking…");
    case Task::Copying: break;
    }
    return tr("Copying…");
}

void ProgressLine::retranslate()
{
    m_what->setText(taskInWords());
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace relaytab
