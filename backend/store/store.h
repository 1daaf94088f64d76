#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

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
};

/// Which content an edit started from: a hash of the bytes. Equal content is equal, whatever its time stamps.
struct Revision {
    QByteArray hash; ///< empty: there was no file

    friend bool operator==(const Revision &, const Revision &) = default;
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

    [[nodiscard]] virtual Expected<StoredBytes, StoreError> load(const QString &path) = 0;

    /// Replaces the content of `path`, which must still be `expected`; keeps a backup of what is replaced. On failure
    /// the old content is there.
    [[nodiscard]] virtual Expected<Revision, StoreError> save(const QString &path, const QByteArray &bytes,
                                                              const Revision &expected, const QString &reason) = 0;

    /// The revision of what is there now.
    [[nodiscard]] virtual Expected<Revision, StoreError> currentRevision(const QString &path) = 0;

    /// Newest first.
    [[nodiscard]] virtual QList<Backup> backups(const QString &path) = 0;

protected:
    Store() = default;
    Q_DISABLE_COPY_MOVE(Store)
};

} // namespace relaytab
