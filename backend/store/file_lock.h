#pragma once

#include "backend/store/file_handle.h"

namespace relaytab {

/// An exclusive lock between processes and threads: a file that is locked with flock(2) and says who holds it. The
/// kernel lets go when the holder dies, however it dies, so a file that is left behind is no lock and there is no
/// guessing whether one is stale. Removes the file when it lets go.
class FileLock
{
public:
    /// Does not wait: Locked when another holds it, with `fact` as in "relaytabctl[4711] mail.example.org".
    [[nodiscard]] static Expected<FileLock, StoreError> take(const QString &path);

    FileLock(FileLock &&) = default;
    FileLock &operator=(FileLock &&) = delete;
    ~FileLock();

private:
    FileLock(FileHandle file, const QString &path) : m_file(std::move(file)), m_path(path) { }

    FileHandle m_file;
    QString m_path;
};

} // namespace relaytab
