#include "backend/store/file_metadata.h"

#include <optional>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace relaytab {

namespace {

constexpr mode_t modeBits = 07777;

Unexpected<StoreError> cannotKeep(const QString &fact, const QString &path)
{
    return Unexpected<StoreError>(
        {.code = StoreErrorCode::CannotKeepOwner, .path = path, .systemError = errno, .fact = fact});
}

/// Reads a list or value whose size has to be asked for first; nothing with errno set on failure.
template <typename Read>
std::optional<QByteArray> readSized(Read read)
{
    for (;;) {
        const ssize_t size = retried([&] { return read(nullptr, 0); });
        if (size == -1)
            return {};
        QByteArray bytes(size, Qt::Uninitialized);
        const ssize_t length = retried([&] { return read(bytes.data(), std::size_t(size)); });
        if (length != -1)
            return bytes.first(length);
        if (errno != ERANGE) // it grew in between
            return {};
    }
}

/// The names of all extended attributes; none on a file system that has no such thing.
std::optional<QByteArrayList> attributeNames(const FileHandle &file)
{
    auto names = readSized([&](char *to, std::size_t size) { return flistxattr(file.get(), to, size); });
    if (!names && errno != ENOTSUP)
        return {};
    auto list = names.value_or(QByteArray()).split('\0');
    list.removeAll(QByteArray());
    return list;
}

std::optional<QByteArray> attribute(const FileHandle &file, const QByteArray &name)
{
    return readSized([&](char *to, std::size_t size) { return fgetxattr(file.get(), name.constData(), to, size); });
}

Expected<void, StoreError> copyAttributes(const FileHandle &original, const FileHandle &copy, const QString &path)
{
    const auto wanted = attributeNames(original);
    const auto given = attributeNames(copy);
    if (!wanted || !given)
        return cannotKeep(QStringLiteral("xattr"), path);
    for (const QByteArray &name : *given) {
        if (!wanted->contains(name) && retried([&] { return fremovexattr(copy.get(), name.constData()); }) == -1)
            return cannotKeep(QString::fromUtf8(name), path);
    }
    for (const QByteArray &name : *wanted) {
        const auto value = attribute(original, name);
        if (!value)
            return cannotKeep(QString::fromUtf8(name), path);
        // A security label that is right already need not be set, which few are allowed to.
        if (given->contains(name) && attribute(copy, name) == value)
            continue;
        if (retried([&] {
                return fsetxattr(copy.get(), name.constData(), value->constData(), std::size_t(value->size()), 0);
            })
            == -1)
            return cannotKeep(QString::fromUtf8(name), path);
    }
    return {};
}

} // namespace

Expected<void, StoreError> copyMetadata(const FileHandle &original, const FileHandle &copy, const QString &path)
{
    struct stat wanted;
    struct stat given;
    if (fstat(original.get(), &wanted) == -1 || fstat(copy.get(), &given) == -1)
        return cannotKeep(QStringLiteral("owner"), path);
    if (wanted.st_uid != given.st_uid || wanted.st_gid != given.st_gid) {
        if (retried([&] { return fchown(copy.get(), wanted.st_uid, wanted.st_gid); }) == -1)
            return cannotKeep(QStringLiteral("owner"), path);
    }
    if (const auto copied = copyAttributes(original, copy, path); !copied)
        return copied;
    // The mode comes last: a change of owner takes bits away, and an ACL moves those of the group.
    if (retried([&] { return fchmod(copy.get(), wanted.st_mode & modeBits); }) == -1)
        return cannotKeep(QStringLiteral("mode"), path);
    // Some file systems say yes and do nothing.
    errno = 0;
    if (fstat(copy.get(), &given) == -1 || given.st_uid != wanted.st_uid || given.st_gid != wanted.st_gid)
        return cannotKeep(QStringLiteral("owner"), path);
    if ((given.st_mode & modeBits) != (wanted.st_mode & modeBits))
        return cannotKeep(QStringLiteral("mode"), path);
    return {};
}

} // namespace relaytab
