#include "ui/window/main_window.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include "model/analysis/exposure.h"
#include "model/editing/policy_document.h"
#include "model/wording/file_wording.h"
#include "model/wording/wording.h"
#include "ui/look/icons.h"
#include "ui/routing/exposure_badge.h"
#include "ui/routing/routing_header.h"
#include "ui/window/actions.h"
#include "ui/window/banner.h"
#include "ui/window/empty_state.h"
#include "ui/window/policy_view.h"
#include "ui/window/status_line.h"

namespace relaytab {

MainWindow::MainWindow(const Surroundings &surroundings, QWidget *parent)
    : QMainWindow(parent),
      m_settings(surroundings.settings),
      m_document(new PolicyDocument(this)),
      m_file(new PolicyFile(surroundings.store, *m_document, surroundings.makeWatch(), this)),
      m_actions(new Actions(this, m_document->undoStack())),
      m_dangerBanner(new Banner(this)),
      m_fileBanner(new Banner(this)),
      m_header(new RoutingHeader(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_view(new PolicyView(*m_document, this)),
      m_status(new StatusLine(this)),
      m_filter(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    m_actions->fill(menuBar());
    auto *toolBar = new QToolBar(this);
    toolBar->setObjectName(QStringLiteral("toolBar"));
    toolBar->setMovable(false);
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions->fill(toolBar);
    auto *stretch = new QWidget(toolBar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolBar->addWidget(stretch);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    toolBar->addWidget(m_filter);
    addToolBar(toolBar);

    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_dangerBanner);
    layout->addWidget(m_fileBanner);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
    resize(1180, 760);
    if (!m_settings.get().geometry.isEmpty())
        restoreGeometry(m_settings.get().geometry);

    connectActions();
    retranslate();
    showRecentFiles();
}

MainWindow::~MainWindow() = default;

bool MainWindow::isUnused() const
{
    return m_stack->currentWidget() == m_empty && !m_file->isBusy();
}

void MainWindow::connectActions()
{
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions->close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->newPolicy, &QAction::triggered, this, &MainWindow::newWindowRequested);
    connect(m_empty, &EmptyState::newRequested, this, &MainWindow::startNew);
    connect(m_document, &PolicyDocument::changed, this, &MainWindow::showWords);
    connect(m_document, &PolicyDocument::policyReset, this, &MainWindow::showWords);
    connect(m_file, &PolicyFile::stateChanged, this, &MainWindow::showStatus);
    connect(&m_settings, &SettingsKeeper::changed, this, &MainWindow::showRecentFiles);
}

void MainWindow::startNew()
{
    m_file->startNew();
    showPolicy();
}

void MainWindow::openFile(const QString &path, PolicyFile::OpenAs how)
{
    m_file->open(path, how, [this](const std::optional<FileFault> &fault) {
        if (!fault)
            showPolicy();
    });
}

void MainWindow::showPolicy()
{
    m_stack->setCurrentWidget(m_view);
    showWords();
    showStatus();
}

void MainWindow::showWords()
{
    const Wording wording;
    const Exposure exposure = exposureOf(m_document->policy(), m_settings.get().reading);
    m_header->setWords(wording.policyInWords(m_document->policy(), exposure), QString());
    m_header->badge()->setExposure(exposure, wording.exposureBadge(exposure));
    if (exposure.level == ExposureLevel::Open && m_stack->currentWidget() == m_view)
        m_dangerBanner->showMessage(ColorRole::Danger, wording.exposureReason(exposure));
    else
        m_dangerBanner->hide();
}

void MainWindow::showStatus()
{
    const QString name = m_file->path().isEmpty() ? tr("Untitled") : QFileInfo(m_file->path()).fileName();
    const QString format = m_file->format() != nullptr ? FileWording::formatName(m_file->format()->id) : QString();
    m_status->setParts({name, format});
    m_status->setReading(Wording::reading(m_settings.get().reading));
    setWindowTitle(name + u"[*]");
}

void MainWindow::showRecentFiles()
{
    m_empty->setRecentFiles(m_settings.get().recentFiles);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by text or address"));
    showWords();
    showStatus();
}

} // namespace relaytab
