#pragma once

#include <QMainWindow>

#include "ui/files/policy_file.h"
#include "ui/settings.h"

class QLineEdit;
class QStackedWidget;

namespace relaytab {

class Actions;
class Banner;
class EmptyState;
class PolicyDocument;
class PolicyView;
class RoutingHeader;
class StatusLine;

/// What a window needs from outside.
struct Surroundings {
    Store &store;
    SettingsKeeper &settings;
    std::function<std::unique_ptr<DiskWatch>()> makeWatch;
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
    void startNew();
    void openFile(const QString &path, PolicyFile::OpenAs how);

Q_SIGNALS:
    void newWindowRequested();
    void openRequested(const QString &path, relaytab::PolicyFile::OpenAs how);
    void quitRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectActions();
    void showPolicy();
    void showWords();
    void showStatus();
    void showRecentFiles();
    void retranslate();

    SettingsKeeper &m_settings;
    PolicyDocument *m_document;
    PolicyFile *m_file;
    Actions *m_actions;
    Banner *m_dangerBanner;
    Banner *m_fileBanner;
    RoutingHeader *m_header;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    PolicyView *m_view;
    StatusLine *m_status;
    QLineEdit *m_filter;
};

} // namespace relaytab
