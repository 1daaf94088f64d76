#pragma once

#include "backend/store/store.h"

namespace relaytab {

/// The versions of one file that were replaced: plain copies, named by time, user, reason and file so that a person
/// finds and restores them without this program.
class BackupFolder
{
public:
    static constexpr int mostKept = 50;

    /// `target` is an absolute path without symbolic links.
    BackupFolder(const QString &dataFolder, const QString &target);

    /// Copies what the target holds, then forgets the oldest over mostKept. BackupFailed when there is no copy;
    /// ChangedUnderneath, and no copy either, when it is not `expected`. Called by who holds the target's lock.
    [[nodiscard]] Expected<void, StoreError> keep(const QString &reason, const Revision &expected) const;

    /// Newest first.
    [[nodiscard]] QList<Backup> list() const;

private:
    [[nodiscard]] QString newName(const QString &reason) const;

    QString m_target;
    QString m_folder;
};

} // namespace relaytab
