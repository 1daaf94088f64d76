#include "ui/review/difference_panel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "model/editing/policy_comparison.h"
#include "ui/look/spoken_label.h"
#include "ui/review/difference_view.h"
#include "ui/review/progress_line.h"

namespace relaytab {

DifferencePanel::DifferencePanel(PolicyComparison &comparison, QWidget *parent)
    : QWidget(parent),
      m_comparison(comparison),
      m_view(new DifferenceView(this)),
      m_progress(new ProgressLine(QStringLiteral("differenceProgress"), ProgressLine::Task::Comparing, this)),
      m_summary(new SpokenLabel(this)),
      m_again(new QPushButton(this)),
      m_stored(new QPushButton(this)),
      m_file(new QPushButton(this)),
      m_copy(new QPushButton(this))
{
    setObjectName(QStringLiteral("differencePanel"));
    m_summary->setObjectName(QStringLiteral("differenceSummary"));
    m_summary->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("compareAgain"));
    m_stored->setObjectName(QStringLiteral("compareStored"));
    m_file->setObjectName(QStringLiteral("compareFile"));
    m_copy->setObjectName(QStringLiteral("copyDifference"));
    m_again->hide();
    m_stored->hide();
    auto *top = new QHBoxLayout;
    top->setContentsMargins(18, 6, 12, 6);
    top->setSpacing(8);
    top->addWidget(m_summary, 1);
    top->addWidget(m_progress);
    for (QPushButton *button : {m_again, m_stored, m_file, m_copy})
        top->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    auto *room = new QHBoxLayout;
    room->setContentsMargins(10, 0, 4, 0);
    room->addWidget(m_view);
    layout->addLayout(room, 1);
    setFocusProxy(m_view);

    connect(&comparison, &PolicyComparison::started, this, [this] {
        m_isGivenUp = false;
        m_progress->start();
        showReport();
    });
    connect(&comparison, &PolicyComparison::progressChanged, m_progress, &ProgressLine::setPercent);
    connect(&comparison, &PolicyComparison::finished, this, [this] {
        m_progress->stop();
        showReport();
    });
    connect(&comparison, &PolicyComparison::cancelled, this, [this] {
        m_progress->stop();
        m_isGivenUp = true;
        showReport();
        m_again->setFocus();
    });
    // An answer that is being made stays readable for a moment; one that takes longer is not mistaken for it.
    connect(m_progress, &ProgressLine::appeared, this, [this] { m_view->setReport({}); });
    connect(m_progress, &ProgressLine::cancelRequested, &comparison, &PolicyComparison::cancel);
    connect(m_again, &QPushButton::clicked, &comparison, &PolicyComparison::compare);
    connect(m_stored, &QPushButton::clicked, this, &DifferencePanel::storedRequested);
    connect(m_file, &QPushButton::clicked, this, &DifferencePanel::fileRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_view->text()); });
    connect(m_view, &DifferenceView::rowRequested, this, &DifferencePanel::rowRequested);
    retranslate();
}

void DifferencePanel::setBase(const QString &what, bool isForeign)
{
    m_view->setHeading(what);
    m_stored->setVisible(isForeign);
}

void DifferencePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_comparison.setWanted(true);
}

void DifferencePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_comparison.setWanted(false);
}

void DifferencePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DifferencePanel::showReport()
{
    m_again->setVisible(m_isGivenUp);
    m_copy->setEnabled(m_comparison.isCurrent());
    if (m_isGivenUp) {
        m_summary->setText(tr("Not compared."));
        m_view->setReport({});
    } else if (m_comparison.isCurrent()) {
        const QString summary = DifferenceWording().summary(*m_comparison.report());
        const bool isNew = summary != m_summary->text();
        m_summary->setText(summary);
        m_view->setReport(m_comparison.report());
        if (isNew)
            announce(m_summary, Announcement::Polite);
    }
}

void DifferencePanel::retranslate()
{
    m_summary->setAccessibleName(tr("Difference"));
    m_again->setText(tr("Compare a&gain"));
    m_stored->setText(tr("Compare with the &saved version"));
    m_file->setText(tr("C&ompare with file…"));
    m_copy->setText(tr("Co&py as text"));
    showReport();
}

} // namespace relaytab
