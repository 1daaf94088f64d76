#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>

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

} // namespace relaytab
