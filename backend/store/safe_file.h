#pragma once

#include "backend/store/block_reader.h"
#include "backend/store/file_lock.h"

namespace relaytab {

/// The one way anything of ours is written to disk: whoever looks at the file, and whatever dies in the middle, finds
/// all of the old content or all of the new.
///
/// A SafeFile holds the file's lock (".NAME.lock" beside it) from open() to its end. The new content is written to
/// ".NAME.relaytab-new" in the same folder, synced, read back, and renamed over the old one.
///
/// - A symbolic link is followed and stays; what it points to is replaced. It may point to nothing yet.
/// - A file with several hard links is refused (HardLinked): a rename would leave the other names with the old
///   content, and writing in place is not safe.
/// - Owner, group, mode, ACL and extended attributes are kept, or the save is refused (CannotKeepOwner).
/// - A new file gets what open(2) gives with mode 0666: the umask, or the folder's default ACL.
/// - What a killed save left behind is removed by the next one.
class SafeFile
{
public:
    [[nodiscard]] static Expected<SafeFile, StoreError> open(const QString &path);

    /// The file that will be replaced: absolute, symbolic links resolved.
    [[nodiscard]] const QString &target() const { return m_target; }

    /// What is there now; the empty revision when there is no file.
    [[nodiscard]] Expected<Revision, StoreError> revision() const;

    /// Replaces the content if it is `expected` at that moment, else ChangedUnderneath. On failure the old content is
    /// there, except after SavedNotDurable.
    [[nodiscard]] Expected<Revision, StoreError> replace(const BlockSource &content, const Revision &expected);
    [[nodiscard]] Expected<Revision, StoreError> replace(QByteArrayView bytes, const Revision &expected);

private:
    /// Whether what is read is what was to be written.
    using Check = std::function<Expected<bool, StoreError>(BlockReader &reader, const Revision &written)>;
    [[nodiscard]] Expected<Revision, StoreError> replaceChecked(const BlockSource &content, const Revision &expected,
                                                                const Check &check);

    SafeFile(FileLock lock, const QString &target) : m_lock(std::move(lock)), m_target(target) { }

    FileLock m_lock;
    QString m_target;
};

/// The file a path leads to, as SafeFile::target(). Its folder must exist, itself it need not.
[[nodiscard]] Expected<QString, StoreError> resolvedPath(const QString &path);

/// The revision of what is at `path`; the empty one when there is no file.
[[nodiscard]] Expected<Revision, StoreError> revisionAt(const QString &path);

/// Says in advance, as far as can be told without trying, why open() or replace() would refuse.
[[nodiscard]] Expected<void, StoreError> checkReplaceable(const QString &target);

} // namespace relaytab
