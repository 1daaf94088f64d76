#include "backend/store/file_lock.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <array>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace relaytab {

namespace {

FileHandle openLockFile(const QString &path)
{
    auto file = FileHandle::open(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0644);
    // Another user's lock file can be locked and named all the same.
    if (const int why = errno; !file.isValid() && why == EACCES) {
        file = FileHandle::open(path, O_RDONLY | O_NOFOLLOW);
        errno = why;
    }
    return file;
}

/// Whether `path` still names the file that is open: the holder before us may have removed it before we got it.
bool isNamed(const FileHandle &file, const QByteArray &path)
{
    struct stat opened;
    struct stat named;
    return fstat(file.get(), &opened) == 0 && lstat(path.constData(), &named) == 0 && opened.st_dev == named.st_dev
        && opened.st_ino == named.st_ino;
}

QString holder(const FileHandle &file)
{
    std::array<char, 300> text;
    const auto length = retried([&] { return pread(file.get(), text.data(), text.size(), 0); });
    return QString::fromUtf8(text.data(), qMax<qsizetype>(length, 0)).trimmed();
}

/// Only for the eyes of who finds the lock taken, so that a full disk may leave it empty.
void writeHolder(const FileHandle &file)
{
    const QString text = QStringLiteral("%1[%2] %3\n")
                             .arg(QCoreApplication::applicationName(),
                                  QString::number(QCoreApplication::applicationPid()), QSysInfo::machineHostName());
    const QByteArray bytes = text.toUtf8();
    if (retried([&] { return ftruncate(file.get(), 0); }) == 0)
        (void)retried([&] { return pwrite(file.get(), bytes.constData(), std::size_t(bytes.size()), 0); });
}

} // namespace

Expected<FileLock, StoreError> FileLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    for (;;) {
        auto file = openLockFile(path);
        if (!file.isValid())
            return cannotWrite(path, errno);
        if (retried([&] { return flock(file.get(), LOCK_EX | LOCK_NB); }) == -1) {
            if (errno != EWOULDBLOCK)
                return cannotWrite(path, errno);
            return Unexpected<StoreError>(
                {.code = StoreErrorCode::Locked, .path = path, .systemError = errno, .fact = holder(file)});
        }
        if (isNamed(file, name)) {
            writeHolder(file);
            return FileLock(std::move(file), path);
        }
    }
}

FileLock::~FileLock()
{
    // Removed while it is still held, so that nobody else's lock file can be meant.
    if (m_file.isValid())
        ::unlink(QFile::encodeName(m_path).constData());
}

} // namespace relaytab
