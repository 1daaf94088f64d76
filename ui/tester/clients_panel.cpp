#include "ui/tester/clients_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include "model/editing/client_list_model.h"
#include "model/wording/client_list_wording.h"
#include "ui/look/tinted_label.h"
#include "ui/review/progress_line.h"
#include "ui/tester/client_list_view.h"

namespace relaytab {

ClientsPanel::ClientsPanel(ClientChecks &checks, QWidget *parent)
    : QWidget(parent),
      m_checks(checks),
      m_model(new ClientListModel(this)),
      m_view(new ClientListView(*m_model, this)),
      m_progress(new ProgressLine(QStringLiteral("clientsProgress"), ProgressLine::Task::Checking, this)),
      m_copying(new ProgressLine(QStringLiteral("copyProgress"), ProgressLine::Task::Copying, this)),
      m_state(new TintedLabel(this)),
      m_shownLabel(new QLabel(this)),
      m_shown(new QComboBox(this)),
      m_again(new QPushButton(this)),
      m_paste(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_top(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("clientsPanel"));
    m_state->setObjectName(QStringLiteral("clientsState"));
    m_shown->setObjectName(QStringLiteral("clientsShown"));
    m_again->setObjectName(QStringLiteral("checkClientsAgain"));
    m_paste->setObjectName(QStringLiteral("pasteClients"));
    m_copy->setObjectName(QStringLiteral("copyClients"));
    buildLayout();
    connectParts();
    retranslate();
}

void ClientsPanel::buildLayout()
{
    m_state->setWordWrap(true);
    m_shownLabel->setBuddy(m_shown);
    m_shown->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_again->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_again, m_shownLabel, m_shown, m_copy, m_paste})
        buttons->addWidget(widget);
    m_top->setContentsMargins(18, 6, 12, 6);
    m_top->setSpacing(8);
    m_top->addWidget(m_state, 1);
    m_top->addLayout(buttons);
    auto *progress = new QHBoxLayout;
    progress->setContentsMargins(18, 0, 12, 0);
    progress->addWidget(m_progress);
    progress->addWidget(m_copying);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_top);
    layout->addLayout(progress);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
}

void ClientsPanel::connectParts()
{
    connect(&m_checks, &ClientChecks::started, this, [this] {
        m_isGivenUp = false;
        m_progress->start();
        showState();
    });
    connect(&m_checks, &ClientChecks::progressChanged, m_progress, &ProgressLine::setPercent);
    connect(&m_checks, &ClientChecks::finished, this, &ClientsPanel::showReport);
    connect(&m_checks, &ClientChecks::cancelled, this, [this] {
        m_progress->stop();
        m_isGivenUp = true;
        m_model->setReport({});
        showState();
        m_again->setFocus();
    });
    // An answer that is being made stays readable for a moment; one that takes longer is not mistaken for it.
    connect(m_progress, &ProgressLine::appeared, this, [this] { m_model->setReport({}); });
    connect(m_progress, &ProgressLine::cancelRequested, &m_checks, &ClientChecks::cancel);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_view->setFocus();
        m_checks.check();
    });
    connect(m_paste, &QPushButton::clicked, this, &ClientsPanel::paste);
    connect(m_copy, &QPushButton::clicked, this, [this] { copy(m_model->shownLines()); });
    connect(m_copying, &ProgressLine::cancelRequested, this, &ClientsPanel::giveUpCopying);
    connect(m_shown, &QComboBox::activated, this, &ClientsPanel::choose);
    connect(m_view, &ClientListView::pasteRequested, this, &ClientsPanel::paste);
    connect(m_view, &ClientListView::copyRequested, this, &ClientsPanel::copy);
    connect(m_view, &ClientListView::rowRequested, this, &ClientsPanel::rowRequested);
    connect(m_view, &ClientListView::testRequested, this, &ClientsPanel::testRequested);
}

QSize ClientsPanel::minimumSizeHint() const
{
    // The other pages share this place, and need not be as high.
    if (!isVisible())
        return {0, 0};
    // Panes do not ask how high words are that take a second line.
    const int top = m_top->hasHeightForWidth() ? m_top->heightForWidth(width()) : m_top->sizeHint().height();
    return {QWidget::minimumSizeHint().width(), top + m_view->minimumHeight()};
}

void ClientsPanel::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        return;
    m_checks.setText(text);
    m_view->setFocus(Qt::ShortcutFocusReason);
}

/// The lines as they are now, whatever is edited while a worker writes them down.
void ClientsPanel::copy(const ClientLines &lines)
{
    if (lines.lines.empty())
        return;
    m_copying->start();
    m_copier.start([this, lines](const LatestJob::Handle &job) {
        const auto text = lines.asText(job.percent(100, [this](int done) { m_copying->setPercent(done); }));
        if (!text)
            return;
        job.post([this, text = *text] {
            m_copier.finish();
            m_copying->stop();
            QGuiApplication::clipboard()->setText(text);
        });
    });
}

void ClientsPanel::giveUpCopying()
{
    m_copier.drop();
    m_copying->stop();
    m_view->setFocus();
}

void ClientsPanel::showReport()
{
    m_progress->stop();
    // Another list begins at its top; the same one stays where it is read.
    const QString line = m_view->currentIndex().siblingAtColumn(ClientListModel::Client).data().toString();
    const int row = m_view->currentIndex().row();
    m_model->setReport(m_checks.report());
    const int rows = m_model->rowCount();
    if (!m_view->currentIndex().isValid() && rows > 0) {
        const int near = std::clamp(row, 0, rows - 1);
        const QModelIndex same = m_model->index(near, ClientListModel::Client);
        // Not setCurrentIndex(), which asks the keyboard: Ctrl may still be down.
        m_view->selectionModel()->setCurrentIndex(
            same.data().toString() == line ? same : m_model->index(0, ClientListModel::Client),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    showCounts();
    showState();
}

void ClientsPanel::showState()
{
    m_again->setVisible(m_isGivenUp);
    const bool isKnown = m_checks.isCurrent() && !m_isGivenUp;
    m_copy->setEnabled(isKnown);
    m_shown->setEnabled(isKnown);
    QString text = m_state->text();
    if (!m_checks.hasText()) {
        text =
            tr("Paste a list of addresses or nets, one a line: here with %1, or into Client IP. Each line is answered, "
               "and stays right while you edit.")
                .arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText));
    } else if (m_isGivenUp) {
        text = tr("Not checked.");
    } else if (isKnown) {
        const ClientReport &report = *m_checks.report();
        text = report.answers.answers.empty() ? tr("Nothing was pasted but empty lines and comments.")
                                              : ClientListWording().summary(report.answers);
        if (const QString assumed = ClientListWording::assumed(report.client); !assumed.isEmpty())
            text += u' ' + assumed;
    }
    const bool isNew = text != m_state->text();
    m_state->setText(text);
    if (isNew && m_checks.hasText())
        announce(m_state, Announcement::Polite);
}

/// The choices with their counts.
void ClientsPanel::showCounts()
{
    const ClientReport *report = m_checks.report().get();
    const auto count = [&](std::size_t number) {
        return report != nullptr ? QString(u" (" + QLocale().toString(static_cast<qulonglong>(number)) + u')')
                                 : QString();
    };
    const int current = std::max(m_shown->currentIndex(), 0);
    m_shown->clear();
    m_shown->addItem(tr("All lines") + count(report != nullptr ? report->answers.answers.size() : 0));
    for (const ClientVerdict verdict : allClientVerdicts)
        m_shown->addItem(ClientListWording::verdict(verdict)
                             + count(report != nullptr ? report->answers.tally[static_cast<std::size_t>(verdict)] : 0),
                         static_cast<int>(verdict));
    m_shown->setCurrentIndex(current);
}

void ClientsPanel::choose()
{
    const QVariant verdict = m_shown->currentData();
    m_model->setShown(verdict.isValid() ? std::optional(static_cast<ClientVerdict>(verdict.toInt())) : std::nullopt);
}

void ClientsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateGeometry();
    m_checks.setWanted(true);
}

void ClientsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateGeometry();
    m_checks.setWanted(false);
}

void ClientsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // In characters, so that large text makes a panel narrow, too.
    const bool isNarrow = width() < 100 * fontMetrics().averageCharWidth();
    m_top->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    updateGeometry();
}

void ClientsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClientsPanel::retranslate()
{
    m_model->setLocale(QLocale());
    m_state->setAccessibleName(tr("Result of the list"));
    m_shownLabel->setText(tr("Show"));
    m_shown->setAccessibleName(tr("Lines to show"));
    m_again->setText(tr("Check again"));
    m_paste->setText(tr("Paste"));
    m_paste->setToolTip(tr("Ask about the clients in the clipboard, one a line (%1)")
                            .arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    m_paste->setAccessibleName(tr("Paste a list of clients"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the lines that are shown as text, tab separated"));
    m_copy->setAccessibleName(tr("Copy the lines that are shown"));
    showCounts();
    showState();
}

} // namespace relaytab
