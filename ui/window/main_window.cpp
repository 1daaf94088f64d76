#include "ui/window/main_window.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QToolBar>

#include "model/editing/policy_document.h"
#include "model/editing/problems_model.h"
#include "model/editing/tester.h"
#include "model/wording/file_wording.h"
#include "model/wording/wording.h"
#include "ui/expectations/expectations_flow.h"
#include "ui/grid/rule_grid.h"
#include "ui/grid/rule_lists.h"
#include "ui/review/comparison_flow.h"
#include "ui/review/review_flow.h"
#include "ui/routing/exposure_badge.h"
#include "ui/routing/routing_header.h"
#include "ui/tester/clients_flow.h"
#include "ui/window/actions.h"
#include "ui/window/banner.h"
#include "ui/window/close_question.h"
#include "ui/window/empty_state.h"
#include "ui/window/file_dialogs.h"
#include "ui/window/file_notices.h"
#include "ui/window/policy_view.h"
#include "ui/window/reading_choice.h"
#include "ui/window/recovery_flow.h"
#include "ui/window/save_flow.h"
#include "ui/window/scroll_column.h"
#include "ui/window/status_line.h"

namespace relaytab {

MainWindow::MainWindow(const Surroundings &surroundings, QWidget *parent)
    : QMainWindow(parent),
      m_settings(surroundings.settings),
      m_document(new PolicyDocument(this)),
      m_analysis(new DocumentAnalysis(*m_document, this)),
      m_problems(new ProblemsModel(*m_document, *m_analysis, this)),
      m_tester(new Tester(*m_document, *m_analysis, this)),
      m_file(new PolicyFile(surroundings.store, surroundings.jobs, *m_document, surroundings.makeWatch(), this)),
      m_actions(new Actions(this, m_document->undoStack())),
      m_dangerBanner(new Banner(this)),
      m_fileBanner(new Banner(this)),
      m_recoveryBanner(new Banner(this)),
      m_header(new RoutingHeader(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_view(new PolicyView(*m_document, *m_analysis, *m_problems, *m_tester, this)),
      m_status(new StatusLine(this)),
      m_filter(new QLineEdit(this)),
      m_saveFlow(new SaveFlow(*m_file, *m_document, *m_analysis, this)),
      m_readingChoice(new ReadingChoice(*m_actions->readOtherWay, *m_file, *m_document, this)),
      m_notices(new FileNotices(*m_fileBanner, *m_file, *m_actions->readOtherWay, this)),
      m_recovery(new RecoveryFlow(surroundings.drafts, surroundings.jobs, surroundings.autosave, *m_document, *m_file,
                                  *m_recoveryBanner, *m_notices, this)),
      m_comparison(new ComparisonFlow(*m_document, *m_file, *m_view, this)),
      m_expectations(new ExpectationsFlow(*m_document, *m_view, this)),
      m_clients(new ClientsFlow(*m_document, *m_tester, *m_view, this)),
      m_review(
          new ReviewFlow(surroundings.jobs, *m_document, *m_file, *m_saveFlow, *m_view->lists(), *m_notices, this)),
      m_closeQuestion(new CloseQuestion(*m_saveFlow, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    buildLayout();
    connectFileActions();
    connectViewActions();
    connectFile();
    showSettings();
    retranslate();
}

MainWindow::~MainWindow()
{
    // A cell that is being edited gives its text away when it is hidden: while there is still somebody to take it.
    hide();
    // The undo stack is clean in its end. That is no news of the document: its draft stays, unless it was discarded.
    m_document->undoStack()->disconnect();
}

void MainWindow::buildLayout()
{
    m_actions->fill(menuBar());
    auto *toolBar = new QToolBar(this);
    toolBar->setObjectName(QStringLiteral("toolBar"));
    toolBar->setMovable(false);
    toolBar->setIconSize({18, 18});
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_actions->fill(toolBar);
    auto *stretch = new QWidget(toolBar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolBar->addWidget(stretch);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    // It gives way first where the window is narrow.
    m_filter->setMinimumWidth(16 * fontMetrics().averageCharWidth());
    m_filter->setMaximumWidth(36 * fontMetrics().averageCharWidth());
    toolBar->addWidget(m_filter);
    addToolBar(toolBar);

    m_dangerBanner->setObjectName(QStringLiteral("dangerBanner"));
    m_recoveryBanner->setObjectName(QStringLiteral("recoveryBanner"));
    m_fileBanner->setObjectName(QStringLiteral("fileBanner"));
    for (const Banner *banner : {m_dangerBanner, m_recoveryBanner, m_fileBanner})
        connect(banner, &Banner::focusReleased, this, [this] {
            if (m_stack->currentWidget() == m_view)
                m_view->lists()->currentGrid()->setFocus();
        });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto *central = new ScrollColumn(this);
    central->addWidget(m_dangerBanner);
    central->addWidget(m_recoveryBanner);
    central->addWidget(m_fileBanner);
    central->addWidget(m_header);
    m_header->hide(); // without a policy there is nothing to say
    central->addWidget(m_stack, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
    resize(QSize(1180, 760).boundedTo(screen()->availableSize() - QSize(0, 40))); // room for the title bar
    if (!m_settings.get().geometry.isEmpty())
        restoreGeometry(m_settings.get().geometry);
    m_view->restoreSplits(m_settings.get().columnsSplit, m_settings.get().rowsSplit);
}

void MainWindow::commitEdits()
{
    m_view->lists()->currentGrid()->commitEdit();
    m_expectations->commitEdit();
}

bool MainWindow::isUnused() const
{
    return m_stack->currentWidget() == m_empty && !m_file->isBusy();
}

void MainWindow::startNew()
{
    m_file->startNew();
    m_saveFlow->forgetAnswers();
    m_notices->clear();
    showPolicy();
}

void MainWindow::chooseFile(PolicyFile::OpenAs how)
{
    const QString near = !path().isEmpty() ? path() : m_settings.get().recentFiles.value(0);
    QFileDialog *dialog = makeOpenDialog(
        this, how == PolicyFile::OpenAs::File ? tr("Open policy") : tr("Import a policy as a new one"), near);
    connect(dialog, &QDialog::finished, this, [this, dialog, how](int result) {
        dialog->deleteLater();
        if (result == QDialog::Accepted && !dialog->selectedFiles().isEmpty())
            Q_EMIT openRequested(dialog->selectedFiles().constFirst(), how);
    });
    dialog->open();
}

void MainWindow::openFile(const QString &path, PolicyFile::OpenAs how)
{
    m_file->open(path, how, showWhenRead());
}

void MainWindow::reload()
{
    m_file->readAgain(m_file->options().regReading, showWhenRead());
}

PolicyFile::Done MainWindow::showWhenRead()
{
    return [this](const std::optional<FileFault> &fault) {
        if (fault) {
            if (!isCancelled(*fault))
                m_notices->showFault(*fault);
            return;
        }
        if (!path().isEmpty()) // it is no import
            m_settings.addRecentFile(path());
        m_saveFlow->forgetAnswers();
        showPolicy();
        m_notices->showOpened();
    };
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_view->lists()->currentGrid()->commitEdit();
    m_expectations->commitEdit();
    if (!m_closeQuestion->mayDiscard() && m_document->isModified()) {
        event->ignore();
        m_closeQuestion->ask(path());
        return;
    }
    m_file->cancel();
    if (!m_closeQuestion->mayDiscard() && m_file->isBusy()) { // with writing, which is not given up
        event->ignore();
        Q_EMIT closeCancelled();
        return;
    }
    m_recovery->discard();
    saveSettings();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            Q_EMIT openRequested(url.toLocalFile(), PolicyFile::OpenAs::File);
    }
    event->acceptProposedAction();
}

void MainWindow::showPolicy()
{
    m_stack->setCurrentWidget(m_view);
    m_header->show();
    for (QAction *action : m_actions->rowActions())
        action->setEnabled(true);
    m_filter->setEnabled(true);
    m_view->lists()->currentGrid()->setFocus();
    showWords();
    showStatus();
}

void MainWindow::showWords()
{
    const Wording wording;
    const Exposure &exposure = m_analysis->exposure();
    m_header->setWords(wording.policyInWords(m_document->policy(), exposure),
                       wording.policyDetails(m_document->policy(), exposure));
    m_header->badge()->setExposure(exposure, wording.exposureBadge(exposure));
    const bool isOpenRelay = exposure.level == ExposureLevel::Open && m_stack->currentWidget() == m_view;
    if (isOpenRelay)
        m_dangerBanner->showMessage(ColorRole::Danger, wording.exposureReason(exposure));
    else
        m_dangerBanner->hide();
    showStatus();
}

void MainWindow::showStatus()
{
    const QString name = path().isEmpty() ? tr("Untitled") : QFileInfo(path()).fileName();
    //: Before the name of the file in the title of the window
    const QString danger = m_dangerBanner->isHidden() ? QString() : tr("OPEN RELAY – ");
    setWindowTitle(danger + name + u"[*]");
    setWindowFilePath(path());
    setWindowModified(m_document->isModified());
    if (m_stack->currentWidget() == m_empty) {
        m_status->setParts({});
        setWindowTitle(QString());
    } else {
        std::size_t rules = 0;
        for (const ListKind list : allLists)
            rules += m_document->policy().list(list).size();
        const QString format = m_file->format() != nullptr ? FileWording::formatName(m_file->format()->id) : QString();
        const QString saved = m_file->savedAt().isValid()
            //: %1 is a time of the day
            ? tr("saved %1").arg(QLocale().toString(m_file->savedAt().time(), QLocale::ShortFormat))
            : QString();
        m_status->setParts({name, format, tr("%Ln rule(s)", "", static_cast<int>(rules)),
                            m_expectations->brokenInWords(), saved,
                            m_file->isWritable() ? QString() : tr("read only")});
    }
    m_status->setReading(Wording::reading(m_settings.get().reading));
}

void MainWindow::showProgress(qint64 done, qint64 total)
{
    m_status->showProgress(total > 0 ? tr("Reading…") : tr("Working…"), done, total);
}

void MainWindow::showSettings()
{
    const Settings &settings = m_settings.get();
    for (ListPage *page : m_view->lists()->pages())
        page->grid()->setMotion(settings.motion == Motion::Usual);
    m_analysis->setReading(settings.reading);
    m_comparison->setReading(settings.reading);
    m_expectations->setReading(settings.reading);
    m_clients->setReading(settings.reading);
    m_review->setReading(settings.reading);
    m_empty->setRecentFiles(settings.recentFiles);
    showWords();
}

void MainWindow::saveSettings()
{
    Settings settings = m_settings.get();
    settings.geometry = saveGeometry();
    settings.columnsSplit = m_view->columnsState();
    settings.rowsSplit = m_view->rowsState();
    m_settings.set(settings);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_file->checkDisk();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_readingChoice->retranslate();
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by text or address"));
    m_notices->retranslate();
    m_recovery->retranslate();
    const bool isOpen = m_stack->currentWidget() == m_view;
    for (QAction *action : m_actions->rowActions())
        action->setEnabled(isOpen);
    m_filter->setEnabled(isOpen);
    showWords();
    showStatus();
}

} // namespace relaytab
