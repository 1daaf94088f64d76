#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

#include "model/policy/expected.h"
#include "model/policy/store_report.h"

namespace relaytab {

/// Why the store did not do it. Except for SavedNotDurable, what was on disk is untouched.
struct StoreError {
    StoreErrorCode code = StoreErrorCode::WriteFailed;
    QString path;
    int systemError = 0; ///< errno, or 0
    QString fact = {};

    friend bool operator==(const StoreError &, const StoreError &) = default;
};

/// Which content an edit started from: a hash of the bytes. Equal content is equal, whatever its time stamps.
struct Revision {
    QByteArray hash; ///< empty: there was no file

    friend bool operator==(const Revision &, const Revision &) = default;
};

/// The revision of a content in memory.
[[nodiscard]] Revision revisionOf(QByteArrayView bytes);

enum class LoadStep : std::uint8_t { Continue, Cancel };

/// What a caller may say about a load while it runs.
struct LoadControl {
    qint64 ceiling = qint64(1) << 30; ///< bytes, inclusive; a larger file is TooLarge
    /// Called in the loading thread every few hundred KiB, bytes read and bytes in all; Cancel ends in Cancelled.
    std::function<LoadStep(qint64 done, qint64 total)> progress = {};
};

struct StoredBytes {
    QByteArray bytes;
    Revision revision;
    bool writable = true; ///< false: opened read-only, `reason` says why
    StoreError reason = {};
};

/// A version that was replaced and kept.
struct Backup {
    QString path;
    QDateTime time; ///< UTC
    QString user;
    QString reason;
};

/// Where policies live. Abstract, so that tests can let the nth call fail. Blocking: call it off the GUI thread.
class Store
{
public:
    virtual ~Store() = default;

    [[nodiscard]] virtual Expected<StoredBytes, StoreError> load(const QString &path, const LoadControl &control) = 0;
    [[nodiscard]] Expected<StoredBytes, StoreError> load(const QString &path) { return load(path, LoadControl{}); }

    /// Replaces the content of `path`, which must still be `expected`; keeps a backup of what is replaced, with
    /// `reason` in a word or two ("save", "convert"). On failure the old content is there; after SavedNotDurable the
    /// new one, whose revision is revisionOf(bytes).
    [[nodiscard]] virtual Expected<Revision, StoreError> save(const QString &path, const QByteArray &bytes,
                                                              const Revision &expected, const QString &reason) = 0;

    /// The revision of what is there now; the empty one when there is no file.
    [[nodiscard]] virtual Expected<Revision, StoreError> currentRevision(const QString &path) = 0;

    /// Newest first.
    [[nodiscard]] virtual QList<Backup> backups(const QString &path) = 0;

protected:
    Store() = default;
    Q_DISABLE_COPY_MOVE(Store)
};

/// A document that is not saved.
struct Draft {
    QString path; ///< of the file under edit; empty: it has none yet
    QString format; ///< id of the file's format; empty: it has none yet
    Revision base; ///< of the file, when the edit started
    QString writtenAs; ///< id of the format of `bytes`
    QByteArray bytes;
    QByteArray original; ///< the file that rows find their lines in; empty when it is `bytes`, or there is none
    QByteArray origins; ///< which row of `original` each row was; for who wrote it to read
    QString readAs = {}; ///< how `format` was read, where there is a choice; for who wrote it to read

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// A draft whose program died.
struct AbandonedDraft {
    enum class State : std::uint8_t { Whole, Damaged };

    QString file; ///< that holds it
    QString path; ///< of the file that was edited; empty: it had none, or it is not known
    QDateTime time; ///< UTC, when it was kept
    State state = State::Whole; ///< as far as its head tells

    friend bool operator==(const AbandonedDraft &, const AbandonedDraft &) = default;
};

/// Keeps the draft of one document. While there is one, its draft is not abandoned; when it goes without discard(), the
/// draft stays, as when the program dies. One thread at a time; blocking.
class DraftKeeper
{
public:
    virtual ~DraftKeeper() = default;

    /// Replaces what was kept before. On failure that is still there.
    [[nodiscard]] virtual Expected<void, StoreError> keep(const Draft &draft) = 0;
    /// The document was saved or given up: its draft goes. The next keep() begins anew.
    virtual void discard() = 0;

protected:
    DraftKeeper() = default;
    Q_DISABLE_COPY_MOVE(DraftKeeper)
};

/// Where drafts live. Abstract for the same reason as Store. Any thread; blocking.
class DraftStore
{
public:
    virtual ~DraftStore() = default;

    [[nodiscard]] virtual std::unique_ptr<DraftKeeper> makeKeeper() = 0;
    /// The newest first. A draft that equals its file by now is removed and not told.
    [[nodiscard]] virtual QList<AbandonedDraft> abandoned() = 0;

    struct Taken {
        Draft draft;
        std::shared_ptr<DraftKeeper> keeper; ///< of this draft from now on
    };
    /// Takes the draft up. Locked: another program did; NotFound: it is gone; VerifyFailed: it is damaged, and stays.
    [[nodiscard]] virtual Expected<Taken, StoreError> take(const AbandonedDraft &draft) = 0;
    /// Turns it down for ever, unless another program has taken it up.
    virtual void remove(const AbandonedDraft &draft) = 0;

protected:
    DraftStore() = default;
    Q_DISABLE_COPY_MOVE(DraftStore)
};

} // namespace relaytab
