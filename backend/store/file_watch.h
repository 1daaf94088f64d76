#pragma once

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>

#include "backend/store/file_facts.h"
#include "backend/store/store.h"

namespace relaytab {

/// What a look at a file found.
struct FileLook {
    enum class Content : std::uint8_t { Known, Changed, Missing, Unreadable };

    Content content = Content::Known;
    Revision revision = {}; ///< empty unless Known or Changed

    friend bool operator==(const FileLook &, const FileLook &) = default;
};

/// Tells when the content of a file is no longer the one we know: after events of the file and of its folder, when
/// asked, and every few seconds where the file system gives no events. Contents are compared, not times, and off the
/// GUI thread.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    struct Times {
        std::chrono::milliseconds settle{200}; ///< from an event to the look, so that a burst is one
        std::chrono::milliseconds poll{5000};
    };

    /// Looks by threads of `pool`, which may wait for the disk.
    explicit FileWatch(const Times &times, QObject *parent = nullptr,
                       QThreadPool &pool = *QThreadPool::globalInstance());
    explicit FileWatch(QObject *parent = nullptr) : FileWatch(Times{}, parent) { }

    /// Begins with a file that held `known` when it was read or saved.
    void watch(const QString &path, const Revision &known);
    void stop();

    /// Looks soon even without an event: the window became active.
    void checkNow();

    /// Before a save of ours; nothing is told until resume() with what the file holds thereafter.
    void pause();
    void resume(const Revision &known);

Q_SIGNALS:
    /// Each time the answer differs from the one before; Known when the old content is back.
    void changed(const relaytab::FileLook &look);

private:
    QThreadPool &m_pool;
    struct Seen {
        FileLook look;
        std::optional<FileStamp> stamp; ///< before the look; nothing when an equal one would prove nothing
    };
    enum class Look { Read, ReadIfTouched };

    void arm();
    void startLook(Look how);
    void finishLook();

    QString m_path; ///< empty: nothing is watched
    Revision m_known;
    Seen m_last; ///< what was told
    bool m_isPaused = false;
    bool m_mustLookAgain = false; ///< something happened while a look was under way
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
    QFutureWatcher<Seen> m_look;
};

} // namespace relaytab
