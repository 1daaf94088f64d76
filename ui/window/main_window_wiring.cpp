// Who tells whom in the window. What it shows and does is in main_window.cpp.

#include <QLineEdit>
#include <QShortcut>

#include "model/editing/policy_document.h"
#include "model/editing/problems_model.h"
#include "model/editing/tester.h"
#include "ui/expectations/expectations_flow.h"
#include "ui/explain/explain_dialog.h"
#include "ui/grid/rule_grid.h"
#include "ui/grid/rule_lists.h"
#include "ui/review/comparison_flow.h"
#include "ui/review/review_flow.h"
#include "ui/tester/clients_flow.h"
#include "ui/tester/tester_panel.h"
#include "ui/window/actions.h"
#include "ui/window/close_question.h"
#include "ui/window/empty_state.h"
#include "ui/window/file_notices.h"
#include "ui/window/grid_actions.h"
#include "ui/window/help_dialogs.h"
#include "ui/window/main_window.h"
#include "ui/window/policy_view.h"
#include "ui/window/preference_actions.h"
#include "ui/window/reading_choice.h"
#include "ui/window/recovery_flow.h"
#include "ui/window/save_flow.h"
#include "ui/window/status_line.h"

namespace relaytab {

void MainWindow::connectFileActions()
{
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions->close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->newPolicy, &QAction::triggered, this, [this] {
        if (isUnused())
            startNew();
        else
            Q_EMIT newWindowRequested();
    });
    connect(m_actions->open, &QAction::triggered, this, [this] { chooseFile(PolicyFile::OpenAs::File); });
    connect(m_actions->import, &QAction::triggered, this, [this] { chooseFile(PolicyFile::OpenAs::Import); });
    connect(m_actions->save, &QAction::triggered, this, [this] {
        commitEdits();
        m_saveFlow->save();
    });
    connect(m_actions->saveAs, &QAction::triggered, this, [this] {
        commitEdits();
        m_saveFlow->saveAs();
    });
    connect(m_empty, &EmptyState::newRequested, this, &MainWindow::startNew);
    connect(m_empty, &EmptyState::openRequested, m_actions->open, &QAction::trigger);
    connect(m_empty, &EmptyState::importRequested, m_actions->import, &QAction::trigger);
    const auto open = [this](const QString &path) { Q_EMIT openRequested(path, PolicyFile::OpenAs::File); };
    connect(m_empty, &EmptyState::fileRequested, this, open);
    connect(new PreferenceActions(*m_actions, m_settings, this), &PreferenceActions::fileRequested, this, open);
    connect(m_closeQuestion, &CloseQuestion::cancelled, this, &MainWindow::closeCancelled);
}

void MainWindow::connectViewActions()
{
    auto *gridActions = new GridActions(*m_actions, *m_view->lists(), *m_document, *m_problems, this);
    const auto explain = [this](std::optional<RowPlace> place, int column) {
        if (m_explain == nullptr)
            m_explain = new ExplainDialog(*m_document, this);
        m_explain->explain(place, column);
    };
    connect(gridActions, &GridActions::explainRequested, this, explain);
    connect(m_problems, &ProblemsModel::explainRequested, this,
            [explain](RowPlace place) { explain(place, RuleTableModel::Mask); });
    connect(m_actions->find, &QAction::triggered, m_filter, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    auto *leaveFilter = new QShortcut(QKeySequence(Qt::Key_Escape), m_filter);
    leaveFilter->setContext(Qt::WidgetShortcut);
    connect(leaveFilter, &QShortcut::activated, m_filter, [this] {
        m_filter->clear();
        m_view->lists()->currentGrid()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_filter, &QLineEdit::textChanged, m_view->lists(), &RuleLists::setFilter);
    connect(m_view->lists(), &RuleLists::filterLifted, m_filter, &QLineEdit::clear);
    connect(m_actions->tester, &QAction::triggered, m_view, &PolicyView::showTester);
    connect(m_actions->testMany, &QAction::triggered, m_clients, &ClientsFlow::show);
    connect(m_actions->decidingRow, &QAction::triggered, this, [this] {
        if (const auto row = m_tester->answer().row)
            m_view->lists()->showRow(*row);
    });
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { m_view->focusNextPane(1); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { m_view->focusNextPane(-1); });
    connect(m_actions->history, &QAction::triggered, this, [this] { showHistory(*m_document->undoStack(), this); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcuts(*m_actions, this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });

    for (ListPage *page : m_view->lists()->pages()) {
        connect(page->grid(), &RuleGrid::sorted, page, [this, page] {
            if (!m_settings.get().orderHintSeen)
                page->showOrderHint();
        });
        connect(page, &ListPage::orderHintDismissed, this, [this] {
            Settings settings = m_settings.get();
            settings.orderHintSeen = true;
            m_settings.set(settings);
        });
    }
    connect(&m_settings, &SettingsKeeper::changed, this, &MainWindow::showSettings);
}

void MainWindow::connectFile()
{
    connect(m_document, &PolicyDocument::changed, this, &MainWindow::showWords);
    connect(m_document, &PolicyDocument::policyReset, this, &MainWindow::showWords);
    connect(m_document->undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showStatus);
    connect(m_analysis, &DocumentAnalysis::exposureChanged, this, &MainWindow::showWords);
    connect(m_file, &PolicyFile::stateChanged, this, &MainWindow::showStatus);
    connect(m_file, &PolicyFile::stateChanged, m_analysis,
            [this] { m_analysis->setOptions(findingOptionsOf(m_file->format())); });
    connect(m_problems, &ProblemsModel::projectRequested, m_saveFlow, [this] { m_saveFlow->saveAsProject(); });
    connect(m_file, &PolicyFile::progressed, this, &MainWindow::showProgress);
    connect(m_file, &PolicyFile::busyChanged, this, [this](bool busy) {
        if (!busy)
            m_status->hideProgress();
    });
    connect(m_status, &StatusLine::cancelRequested, m_file, &PolicyFile::cancel);
    connect(m_saveFlow, &SaveFlow::failed, m_notices, &FileNotices::showFault);
    connect(m_saveFlow, &SaveFlow::saved, this, [this](const QString &path) {
        m_settings.addRecentFile(path);
        m_notices->showSaved();
    });
    connect(m_notices, &FileNotices::saveAsRequested, this, [this] { m_saveFlow->saveAs(); });
    connect(m_notices, &FileNotices::reloadRequested, this, &MainWindow::reload);
    connect(m_actions->readOtherWay, &QAction::triggered, this, [this] {
        commitEdits();
        m_readingChoice->choose();
    });
    connect(m_readingChoice, &ReadingChoice::chosen, this,
            [this](RegReading reading) { m_file->readAgain(reading, showWhenRead()); });
    connect(m_notices, &FileNotices::compareRequested, m_comparison, &ComparisonFlow::compareWithDisk);
    connect(m_comparison, &ComparisonFlow::failed, m_notices, &FileNotices::showFault);
    connect(m_recovery, &RecoveryFlow::restored, this, [this] {
        m_saveFlow->forgetAnswers();
        showPolicy();
        m_notices->showOpened();
    });
    connect(m_actions->pin, &QAction::triggered, m_view->tester(), &TesterPanel::pin);
    connect(m_actions->expectations, &QAction::triggered, m_expectations, &ExpectationsFlow::show);
    connect(m_expectations, &ExpectationsFlow::stateChanged, this, &MainWindow::showStatus);
    connect(m_actions->review, &QAction::triggered, m_review, &ReviewFlow::reviewSave);
    connect(m_actions->repairAll, &QAction::triggered, m_review, &ReviewFlow::repairAll);
    connect(m_view, &PolicyView::repairAllRequested, m_review, &ReviewFlow::repairAllOfKind);
    connect(m_actions->merge, &QAction::triggered, m_review, &ReviewFlow::merge);
    connect(m_actions->difference, &QAction::triggered, m_comparison, &ComparisonFlow::show);
    connect(m_actions->compareFile, &QAction::triggered, m_comparison, &ComparisonFlow::chooseFile);
}

} // namespace relaytab
