#include "backend/store/file_facts.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace relaytab {

namespace {

/// That of FAT counts in two seconds.
constexpr std::chrono::seconds coarsestClock(3);

/// Those of file systems that live elsewhere.
constexpr std::array<std::uint32_t, 8> remoteMagics{
    NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC,  CODA_SUPER_MAGIC, AFS_SUPER_MAGIC,
    CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC, V9FS_MAGIC,
    FUSE_SUPER_MAGIC, // sshfs and its like
};

} // namespace

std::optional<FileStamp> stampOf(const QString &path)
{
    struct stat status;
    if (stat(QFile::encodeName(path).constData(), &status) == -1)
        return {};
    const auto nanoseconds = [](const timespec &time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; };
    return FileStamp{.device = status.st_dev,
                     .inode = status.st_ino,
                     .size = status.st_size,
                     .modified = nanoseconds(status.st_mtim),
                     .changed = nanoseconds(status.st_ctim)};
}

bool isSettled(const FileStamp &stamp)
{
    using namespace std::chrono;
    const auto now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch());
    return now - nanoseconds(std::max(stamp.modified, stamp.changed)) >= coarsestClock;
}

bool tellsOfChanges(const QString &path)
{
    struct statfs status;
    if (statfs(QFile::encodeName(path).constData(), &status) == -1)
        return false;
    const auto magic = std::uint32_t(status.f_type);
    return std::find(remoteMagics.begin(), remoteMagics.end(), magic) == remoteMagics.end();
}

} // namespace relaytab
