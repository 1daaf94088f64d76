#include "backend/store/file_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backend/store/backup_folder.h"
#include "backend/store/revision_hash.h"
#include "backend/store/safe_file.h"

namespace relaytab {

namespace {

constexpr qsizetype smallestBuffer = 4096;
constexpr qsizetype readAtOnce = 512 * 1024;

Expected<StoredBytes, StoreError> readAll(const FileHandle &file, qint64 size, const QString &path,
                                          const LoadControl &control)
{
    const auto tooLarge = [&] {
        return Unexpected<StoreError>(
            {.code = StoreErrorCode::TooLarge, .path = path, .fact = QString::number(control.ceiling)});
    };
    if (size > control.ceiling)
        return tooLarge();
    // One more than the size, so that the end is met without growing. The size is only a guess: the file may be
    // written to meanwhile.
    QByteArray bytes(qMax(size + 1, smallestBuffer), Qt::Uninitialized);
    RevisionHash hash;
    qint64 done = 0;
    for (;;) {
        if (control.progress && control.progress(done, qMax(done, size)) == LoadStep::Cancel)
            return Unexpected<StoreError>({.code = StoreErrorCode::Cancelled, .path = path});
        if (done == bytes.size())
            bytes.resize(2 * bytes.size());
        const auto room = std::size_t(qMin(bytes.size() - done, readAtOnce));
        const auto length = retried([&] { return ::read(file.get(), bytes.data() + done, room); });
        if (length == -1)
            return cannotRead(path, errno);
        if (length == 0)
            break;
        hash.add({bytes.constData() + done, std::size_t(length)});
        done += length;
        if (done > control.ceiling)
            return tooLarge();
    }
    bytes.truncate(done);
    return StoredBytes{.bytes = std::move(bytes), .revision = hash.revision()};
}

/// Whether the file is there and holds just these bytes.
bool fileHolds(const QString &path, QByteArrayView bytes)
{
    return BlockReader::open(path).and_then([&](BlockReader &&reader) { return holds(reader, bytes); }) == true;
}

} // namespace

Expected<StoredBytes, StoreError> FileStore::load(const QString &path, const LoadControl &control)
{
    // Not blocking on a pipe without a writer, which is then refused for being no file.
    const auto file = FileHandle::open(path, O_RDONLY | O_NONBLOCK);
    if (!file.isValid())
        return cannotRead(path, errno);
    struct stat status;
    if (fstat(file.get(), &status) == -1)
        return cannotRead(path, errno);
    if (!S_ISREG(status.st_mode))
        return cannotRead(path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);

    auto stored = readAll(file, status.st_size, path, control);
    if (!stored)
        return stored;
    if (const auto replaceable = resolvedPath(path).and_then(checkReplaceable); !replaceable) {
        stored->writable = false;
        stored->reason = replaceable.error();
    }
    return stored;
}

Expected<Revision, StoreError> FileStore::save(const QString &path, const QByteArray &bytes, const Revision &expected,
                                               const QString &reason)
{
    auto file = SafeFile::open(path);
    if (!file)
        return Unexpected<StoreError>(file.error());
    if (!expected.hash.isEmpty() && !fileHolds(file->target(), bytes)) {
        const auto kept = BackupFolder(m_dataFolder, file->target()).keep(reason, expected);
        if (!kept)
            return Unexpected<StoreError>(kept.error());
    }
    return file->replace(bytes, expected);
}

Expected<Revision, StoreError> FileStore::currentRevision(const QString &path)
{
    return revisionAt(path);
}

QList<Backup> FileStore::backups(const QString &path)
{
    const auto target = resolvedPath(path);
    return target ? BackupFolder(m_dataFolder, *target).list() : QList<Backup>();
}

} // namespace relaytab
