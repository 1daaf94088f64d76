#include "ui/window/windows.h"

#include <QFileInfo>

#include "ui/files/background.h"
#include "ui/window/recovery_flow.h"

namespace relaytab {

namespace {

QString samePath(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
}

void raise(MainWindow &window)
{
    window.raise();
    window.activateWindow();
}

} // namespace

Windows::Windows(const Surroundings &surroundings, QObject *parent) : QObject(parent), m_surroundings(surroundings) { }

MainWindow *Windows::newWindow()
{
    auto *window = new MainWindow(m_surroundings);
    m_windows.removeAll(nullptr);
    m_windows.append(window);
    connect(window, &MainWindow::newWindowRequested, this, [this] {
        MainWindow *fresh = newWindow();
        fresh->startNew();
    });
    connect(window, &MainWindow::openRequested, this,
            [this, window](const QString &path, PolicyFile::OpenAs how) { open(path, how, window); });
    connect(&window->recovery(), &RecoveryFlow::restoreRequested, this,
            [this, window](const AbandonedDraft &draft) { restore(draft, window); });
    connect(window, &MainWindow::quitRequested, this, &Windows::quit);
    connect(window, &MainWindow::closeCancelled, this, [this] { m_isQuitting = false; });
    connect(
        window, &QObject::destroyed, this,
        [this] {
            if (m_isQuitting)
                quit();
        },
        Qt::QueuedConnection);
    window->show();
    return window;
}

MainWindow *Windows::windowOf(const QString &path) const
{
    for (MainWindow *window : m_windows) {
        if (window == nullptr)
            continue;
        if (const QString open = window->path(); !open.isEmpty() && samePath(open) == samePath(path))
            return window;
    }
    return nullptr;
}

void Windows::open(const QString &path, PolicyFile::OpenAs how, MainWindow *preferred)
{
    if (MainWindow *window = how == PolicyFile::OpenAs::File ? windowOf(path) : nullptr) {
        raise(*window);
        return;
    }
    MainWindow *window = preferred != nullptr && preferred->isUnused() ? preferred : newWindow();
    window->openFile(QFileInfo(path).absoluteFilePath(), how);
}

void Windows::offerDrafts(MainWindow *window)
{
    runInBackground(
        m_surroundings.jobs, window, [&drafts = m_surroundings.drafts] { return drafts.abandoned(); },
        [window](const QList<AbandonedDraft> &found) {
            window->recovery().offer(found);
            if (window->isUnused())
                window->recovery().focusOffer();
        });
}

void Windows::restore(const AbandonedDraft &draft, MainWindow *asked)
{
    MainWindow *window = draft.path.isEmpty() ? nullptr : windowOf(draft.path);
    if (window == nullptr || !window->recovery().isReplaceable())
        window = asked->isUnused() ? asked : newWindow();
    if (window != asked)
        raise(*window);
    window->recovery().restore(draft, [window, asked = QPointer(asked)](const RecoveryFlow::Answer &fault) {
        if (asked != nullptr)
            asked->recovery().takeAnswer(fault);
        if (fault && window != asked && window->isUnused())
            window->close();
    });
}

void Windows::quit()
{
    m_isQuitting = true;
    for (const auto &window : QList(m_windows)) {
        if (window != nullptr && !window->close())
            return; // it asks, or is about to be gone
    }
    m_isQuitting = false;
}

} // namespace relaytab
