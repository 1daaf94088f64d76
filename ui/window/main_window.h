#pragma once

#include <QMainWindow>
#include <QPointer>

#include "ui/files/autosave.h"
#include "ui/files/policy_file.h"
#include "ui/settings.h"

class QLineEdit;
class QStackedWidget;
class QThreadPool;

namespace relaytab {

class Actions;
class Banner;
class ClientsFlow;
class CloseQuestion;
class ComparisonFlow;
class DocumentAnalysis;
class EmptyState;
class ExpectationsFlow;
class ExplainDialog;
class FileNotices;
class PolicyDocument;
class PolicyView;
class ProblemsModel;
class ReadingChoice;
class RecoveryFlow;
class ReviewFlow;
class RoutingHeader;
class SaveFlow;
class StatusLine;
class Tester;

/// What a window needs from outside.
struct Surroundings {
    Store &store;
    SettingsKeeper &settings;
    std::function<std::unique_ptr<DiskWatch>()> makeWatch;
    DraftStore &drafts;
    AutosaveTimes autosave;
    QThreadPool &jobs; ///< for what takes long; Qt paints by threads of its own, which must not be waiting
};

/// One policy, its file and everything there is to see of them. Puts the parts together; each does its own work.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Surroundings &surroundings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// True while nothing was opened or begun: another file may take this window.
    [[nodiscard]] bool isUnused() const;
    [[nodiscard]] QString path() const { return m_file->path(); }
    [[nodiscard]] RecoveryFlow &recovery() const { return *m_recovery; }
    void startNew();
    void openFile(const QString &path, PolicyFile::OpenAs how);

Q_SIGNALS:
    void newWindowRequested();
    void openRequested(const QString &path, relaytab::PolicyFile::OpenAs how);
    void quitRequested();
    /// The window stays: so was the answer about unsaved changes, or the file is being written.
    void closeCancelled();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildLayout();
    void connectFileActions();
    void connectViewActions();
    void connectFile();
    void commitEdits();
    void chooseFile(PolicyFile::OpenAs how);
    void reload();
    [[nodiscard]] PolicyFile::Done showWhenRead();
    void showPolicy();
    void showWords();
    void showStatus();
    void showProgress(qint64 done, qint64 total);
    void showSettings();
    void saveSettings();
    void retranslate();

    SettingsKeeper &m_settings;
    PolicyDocument *m_document;
    DocumentAnalysis *m_analysis;
    ProblemsModel *m_problems;
    Tester *m_tester;
    PolicyFile *m_file;
    Actions *m_actions;
    Banner *m_dangerBanner;
    Banner *m_fileBanner;
    Banner *m_recoveryBanner;
    RoutingHeader *m_header;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    PolicyView *m_view;
    StatusLine *m_status;
    QLineEdit *m_filter;
    SaveFlow *m_saveFlow;
    ReadingChoice *m_readingChoice;
    FileNotices *m_notices;
    RecoveryFlow *m_recovery;
    ComparisonFlow *m_comparison;
    ExpectationsFlow *m_expectations;
    ClientsFlow *m_clients;
    ReviewFlow *m_review;
    CloseQuestion *m_closeQuestion;
    QPointer<ExplainDialog> m_explain;
};

} // namespace relaytab
