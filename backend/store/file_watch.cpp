#include "backend/store/file_watch.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <memory>

#include "backend/store/safe_file.h"

namespace relaytab {

namespace {

FileLook lookAt(const QString &path, const Revision &known)
{
    const auto revision = revisionAt(path);
    if (!revision)
        return {.content = FileLook::Content::Unreadable};
    if (*revision == known)
        return {.content = FileLook::Content::Known, .revision = known};
    if (revision->hash.isEmpty())
        return {.content = FileLook::Content::Missing};
    return {.content = FileLook::Content::Changed, .revision = *revision};
}

} // namespace

FileWatch::FileWatch(const Times &times, QObject *parent, QThreadPool &pool) : QObject(parent), m_pool(pool)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(times.settle);
    m_poll.setInterval(times.poll);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::checkNow);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::checkNow);
    connect(&m_settle, &QTimer::timeout, this, [this] { startLook(Look::Read); });
    connect(&m_poll, &QTimer::timeout, this, [this] { startLook(Look::ReadIfTouched); });
    connect(&m_look, &QFutureWatcher<Seen>::finished, this, &FileWatch::finishLook);
}

void FileWatch::watch(const QString &path, const Revision &known)
{
    stop();
    m_path = path;
    resume(known);
}

void FileWatch::stop()
{
    m_path.clear();
    m_settle.stop();
    m_poll.stop();
    m_look.setFuture({});
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
}

void FileWatch::checkNow()
{
    if (!m_path.isEmpty() && !m_settle.isActive())
        m_settle.start();
}

void FileWatch::pause()
{
    m_isPaused = true;
}

void FileWatch::resume(const Revision &known)
{
    m_isPaused = false;
    m_known = known;
    m_last = {.look = {.content = FileLook::Content::Known, .revision = known}, .stamp = {}};
    m_look.setFuture({});
    startLook(Look::Read);
}

/// An atomic save ends the watch of the file, and a write in place does not reach that of the folder: both are needed,
/// and both anew each time. A link is watched where it stands and where it leads.
void FileWatch::arm()
{
    const QFileInfo named(m_path);
    const QFileInfo target(named.canonicalFilePath());
    bool isTold = tellsOfChanges(named.absolutePath());
    QStringList wanted{named.absolutePath()};
    if (target.exists())
        wanted << target.filePath() << target.path();
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &path : std::as_const(wanted)) {
        if (!watched.contains(path))
            isTold &= m_watcher.addPath(path);
    }
    if (isTold)
        m_poll.stop();
    else if (!m_poll.isActive())
        m_poll.start();
}

void FileWatch::startLook(Look how)
{
    if (m_path.isEmpty() || m_isPaused)
        return;
    if (m_look.isRunning()) {
        m_mustLookAgain = true;
        return;
    }
    m_mustLookAgain = false;
    arm(); // before the look, so that nothing falls between
    const auto promise = std::make_shared<QPromise<Seen>>();
    m_look.setFuture(promise->future());
    promise->start();
    m_pool.start([promise, path = m_path, known = m_known, last = m_last, how] {
        auto stamp = stampOf(path);
        if (stamp && !isSettled(*stamp))
            stamp.reset();
        const bool isSame = how == Look::ReadIfTouched && stamp && stamp == last.stamp;
        promise->addResult(Seen{.look = isSame ? last.look : lookAt(path, known), .stamp = stamp});
        promise->finish();
    });
}

void FileWatch::finishLook()
{
    if (m_look.future().resultCount() == 0 || m_path.isEmpty() || m_isPaused)
        return;
    const Seen seen = m_look.result();
    const bool isNews = seen.look != m_last.look;
    m_last = seen;
    if (m_mustLookAgain)
        startLook(Look::Read);
    if (isNews)
        Q_EMIT changed(seen.look);
}

} // namespace relaytab
