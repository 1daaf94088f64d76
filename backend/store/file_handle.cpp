#include "backend/store/file_handle.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace relaytab {

FileHandle &FileHandle::operator=(FileHandle &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileHandle::~FileHandle()
{
    if (isValid())
        ::close(m_descriptor);
}

FileHandle FileHandle::open(const QString &path, int flags, unsigned mode)
{
    const QByteArray name = QFile::encodeName(path);
    return FileHandle(retried([&] { return ::open(name.constData(), flags | O_CLOEXEC, mode); }));
}

int FileHandle::close()
{
    // Not retried: Linux has given the descriptor back even when close says EINTR.
    const int result = ::close(std::exchange(m_descriptor, -1));
    return result == -1 && errno != EINTR ? errno : 0;
}

Unexpected<StoreError> cannotRead(const QString &path, int systemError)
{
    const bool absent = systemError == ENOENT || systemError == ENOTDIR;
    return Unexpected<StoreError>({.code = absent ? StoreErrorCode::NotFound : StoreErrorCode::NotReadable,
                                   .path = path,
                                   .systemError = systemError});
}

Unexpected<StoreError> cannotWrite(const QString &path, int systemError)
{
    const auto code = [&] {
        switch (systemError) {
        case ENOENT:
        case ENOTDIR: return StoreErrorCode::NotFound;
        case EACCES:
        case EPERM:
        case EROFS:
        case EISDIR: return StoreErrorCode::NotWritable;
        case ENOSPC:
        case EDQUOT:
        case EFBIG: return StoreErrorCode::NoSpace;
        default: return StoreErrorCode::WriteFailed;
        }
    }();
    return Unexpected<StoreError>({.code = code, .path = path, .systemError = systemError});
}

} // namespace relaytab
