#include "backend/store/file_facts.h"

#include <QFile>

#include <algorithm>
#include <ctime>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace relaytab {

namespace {

/// The coarsest clock of a file system in use is that of FAT: two seconds.
constexpr std::time_t settlesAfter = 3;

/// Those of file systems that live elsewhere.
constexpr std::array<std::uint32_t, 8> remoteMagics{
    NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC,  CODA_SUPER_MAGIC, AFS_SUPER_MAGIC,
    CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC, V9FS_MAGIC,
    FUSE_SUPER_MAGIC, // sshfs and its like
};

} // namespace

std::optional<FileStamp> settledStamp(const QString &path)
{
    struct stat status;
    if (stat(QFile::encodeName(path).constData(), &status) == -1)
        return {};
    if (std::time(nullptr) - std::max(status.st_mtim.tv_sec, status.st_ctim.tv_sec) < settlesAfter)
        return {};
    return FileStamp{{std::int64_t(status.st_dev), std::int64_t(status.st_ino), status.st_size, status.st_mtim.tv_sec,
                      status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec}};
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
