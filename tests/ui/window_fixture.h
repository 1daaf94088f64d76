#pragma once

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMutex>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include "backend/store/file_store.h"
#include "backend/store/recovery.h"
#include "translations/catalogue.h"
#include "ui/grid/entry_edit.h"
#include "ui/grid/rule_grid.h"
#include "ui/look/spoken_label.h"
#include "ui/window/windows.h"

namespace relaytab::test {

/// Says about the disk what a test wants.
class FakeDiskWatch : public DiskWatch
{
public:
    void watch(const QString & /*path*/, const Revision &known) override { m_known = known; }
    [[nodiscard]] const Revision &known() const { return m_known; }
    void stop() override { }
    void checkNow() override { }
    void pause() override { }
    void resume(const Revision & /*known*/) override { }

private:
    Revision m_known;
};

/// Files, read as slowly as a test wants.
class HeldStore : public Store
{
public:
    explicit HeldStore(const QString &dataFolder) : m_files(dataFolder) { }
    ~HeldStore() override { letLoadsGo(); }

    /// Loads that begin now wait for letLoadsGo().
    void holdLoads()
    {
        if (!std::exchange(m_held, true))
            m_gate.lock();
    }
    void letLoadsGo()
    {
        if (std::exchange(m_held, false))
            m_gate.unlock();
    }

    using Store::load;
    [[nodiscard]] Expected<StoredBytes, StoreError> load(const QString &path, const LoadControl &control) override
    {
        const QMutexLocker waits(&m_gate);
        return m_files.load(path, control);
    }
    [[nodiscard]] Expected<Revision, StoreError> save(const QString &path, const QByteArray &bytes,
                                                      const Revision &expected, const QString &reason) override
    {
        return m_files.save(path, bytes, expected, reason);
    }
    [[nodiscard]] Expected<Revision, StoreError> currentRevision(const QString &path) override
    {
        return m_files.currentRevision(path);
    }
    [[nodiscard]] QList<Backup> backups(const QString &path) override { return m_files.backups(path); }

private:
    FileStore m_files;
    QMutex m_gate;
    bool m_held = false; ///< by the test's thread
};

/// A window on a temporary folder, driven by its keys. English whatever the system speaks.
class WindowFixture
{
public:
    /// In a folder of its own, which goes with it, unless one is given.
    explicit WindowFixture(const AutosaveTimes &autosave = {}, const QString &folder = {})
        : m_temporary(folder.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr),
          m_folder(folder.isEmpty() ? m_temporary->path() : folder),
          m_store(m_folder.filePath(QStringLiteral("data"))),
          m_drafts(m_folder.filePath(QStringLiteral("data"))),
          m_settings(Settings{.motion = Motion::Reduced}),
          m_windows({.store = m_store,
                     .settings = m_settings,
                     .makeWatch =
                         [this] {
                             auto watch = std::make_unique<FakeDiskWatch>();
                             m_watch = watch.get();
                             return watch;
                         },
                     .drafts = m_drafts,
                     .autosave = autosave,
                     .jobs = m_jobs})
    {
        m_jobs.setMaxThreadCount(4); // a load that is held takes one
        QLocale::setDefault(localeFor(QStringLiteral("en")));
        m_catalogue.use(QStringLiteral("en"));
        showWindow();
    }
    ~WindowFixture()
    {
        m_store.letLoadsGo();
        delete m_window;
        m_jobs.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(WindowFixture)

    /// As when the program dies: nothing is asked and nothing tidied up.
    void die()
    {
        delete m_window;
        m_jobs.waitForDone();
    }
    /// The next start of the program.
    void startAgain()
    {
        showWindow();
        m_windows.offerDrafts(m_window);
        m_jobs.waitForDone();
        QTest::qWait(10); // a banner shows its buttons a moment later
    }

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Windows &windows() { return m_windows; }
    [[nodiscard]] HeldStore &store() { return m_store; }
    [[nodiscard]] SettingsKeeper &settings() { return m_settings; }
    [[nodiscard]] FakeDiskWatch &watch() { return *m_watch; }
    [[nodiscard]] QThreadPool &jobs() { return m_jobs; }
    [[nodiscard]] Catalogue &catalogue() { return m_catalogue; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return path(name);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Opens the file in this window and waits until it is shown.
    void open(const QString &filePath, PolicyFile::OpenAs how = PolicyFile::OpenAs::File)
    {
        m_window->openFile(filePath, how);
        QTRY_VERIFY(!m_window->isUnused() && !isBusy());
    }
    [[nodiscard]] bool isBusy() const { return m_window->findChild<PolicyFile *>()->isBusy(); }

    template <typename Widget = QWidget>
    [[nodiscard]] Widget *find(const char *objectName) const
    {
        auto *widget = m_window->findChild<Widget *>(QString::fromLatin1(objectName));
        if (widget == nullptr)
            qFatal("no widget named %s", objectName);
        return widget;
    }
    [[nodiscard]] QString text(const char *objectName) const { return find<SpokenLabel>(objectName)->spokenText(); }
    [[nodiscard]] RuleGrid *grid(const char *objectName) const { return find<RuleGrid>(objectName); }
    /// What the cell of the row (from 1) shows.
    [[nodiscard]] QString cell(const char *objectName, int row, int column) const
    {
        return grid(objectName)->model()->index(row - 1, column).data().toString();
    }
    /// A row (from 1) as "net | mask | matches | status | comment".
    [[nodiscard]] QString row(const char *objectName, int row) const
    {
        QStringList cells;
        for (const int column : {RuleTableModel::Net, RuleTableModel::Mask, RuleTableModel::Matches,
                                 RuleTableModel::Status, RuleTableModel::Comment})
            cells.append(cell(objectName, row, column));
        return cells.join(QStringLiteral(" | "));
    }
    [[nodiscard]] int rules(const char *objectName) const { return grid(objectName)->rules().visibleRules(); }

    /// Keys go where the focus is, as a hand's do.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
        QCoreApplication::processEvents(); // a view takes what was typed by a queued call
    }
    static void type(const QString &text)
    {
        for (const QChar character : text) {
            QTest::keyClick(focus(), character.toLatin1());
            QCoreApplication::processEvents();
        }
    }
    /// Replaces what the focused field holds.
    static void retype(const QString &text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    static QWidget *focus()
    {
        if (QWidget *modal = QApplication::activeModalWidget(); modal != nullptr && modal->focusWidget() != nullptr)
            return modal->focusWidget();
        QWidget *widget = QApplication::focusWidget();
        return widget != nullptr ? widget : QApplication::activeWindow();
    }

    /// The dialog of that name, once it is open.
    template <typename Dialog = QDialog>
    [[nodiscard]] Dialog *dialog(const char *objectName) const
    {
        Dialog *found = nullptr;
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] {
            found = m_window->findChild<Dialog *>(QString::fromLatin1(objectName));
            return found != nullptr && found->isVisible();
        });
        return found;
    }
    /// Presses the button of that role, and comes back to the window.
    void answer(QMessageBox *box, QMessageBox::ButtonRole role)
    {
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        }
        comeBack();
    }
    void comeBack()
    {
        m_window->activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(m_window);
    }
    /// Types the path into the file dialog that is open and presses Enter.
    void answerFileDialog(const QString &filePath) const
    {
        QFileDialog *found = nullptr;
        QTRY_VERIFY((found = m_window->findChild<QFileDialog *>()) != nullptr && found->isVisible());
        auto *name = found->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, filePath);
        QTest::keyClick(name, Qt::Key_Return);
    }

private:
    void showWindow()
    {
        m_window = m_windows.newWindow();
        m_window->resize(1180, 760);
        comeBack();
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QDir m_folder;
    HeldStore m_store;
    FileDrafts m_drafts;
    QThreadPool m_jobs; ///< goes before the stores, which its jobs use
    SettingsKeeper m_settings;
    Catalogue m_catalogue;
    FakeDiskWatch *m_watch = nullptr;
    Windows m_windows;
    QPointer<MainWindow> m_window;
};

} // namespace relaytab::test
