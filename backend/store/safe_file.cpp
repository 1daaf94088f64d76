#include "backend/store/safe_file.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include "backend/store/file_facts.h"
#include "backend/store/file_metadata.h"
#include "backend/store/revision_hash.h"

namespace relaytab {

namespace {

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

QString besideTarget(const QString &target, QStringView suffix)
{
    return folderOf(target) + u"/." + QFileInfo(target).fileName() + suffix;
}

QString temporaryFor(const QString &target)
{
    return besideTarget(target, u".relaytab-new");
}

/// The name of the unfinished content; takes it away unless it became the file.
class Temporary
{
public:
    explicit Temporary(const QString &path) : m_name(QFile::encodeName(path)) { }
    ~Temporary() { ::unlink(m_name.constData()); }

    [[nodiscard]] const char *name() const { return m_name.constData(); }

private:
    Q_DISABLE_COPY_MOVE(Temporary)

    QByteArray m_name;
};

Unexpected<StoreError> changed(const QString &target)
{
    return Unexpected<StoreError>({.code = StoreErrorCode::ChangedUnderneath, .path = target});
}

Expected<Revision, StoreError> writeAll(const FileHandle &file, const BlockSource &content, const QString &target)
{
    RevisionHash hash;
    for (;;) {
        auto block = content();
        if (!block)
            return Unexpected<StoreError>(block.error());
        if (block->empty())
            return hash.revision();
        hash.add(*block);
        while (!block->empty()) {
            const auto length = retried([&] { return ::write(file.get(), block->data(), block->size()); });
            if (length <= 0)
                return cannotWrite(target, length == 0 ? EIO : errno);
            *block = block->subspan(std::size_t(length));
        }
    }
}

/// Whether the disk now holds what was written: a write may have said yes and done nothing.
template <typename Holds>
Expected<void, StoreError> readBack(const FileHandle &file, const QString &path, const Holds &holdsIt)
{
    // Asks the disk rather than the cache, where the system lets us.
    (void)posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    const auto found = BlockReader::open(path).and_then(holdsIt);
    if (found == true)
        return {};
    return Unexpected<StoreError>(
        {.code = StoreErrorCode::VerifyFailed, .path = path, .systemError = found ? 0 : found.error().systemError});
}

int renameNew(const char *from, const char *to)
{
    const int result = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
    // Not every file system can refuse to replace; the check just before has to do there.
    return result == -1 && (errno == EINVAL || errno == ENOSYS) ? ::rename(from, to) : result;
}

/// 0 when the temporary has become the target, else errno. What counts is whether its name is gone, not what the
/// call said: over a network a rename can be done and reported as failed.
int moveInPlace(const Temporary &temporary, const QString &target, const Revision &expected)
{
    const QByteArray to = QFile::encodeName(target);
    const int result = expected.hash.isEmpty() ? renameNew(temporary.name(), to.constData())
                                               : ::rename(temporary.name(), to.constData());
    const int said = result == -1 ? errno : 0;
    struct stat left;
    if (lstat(temporary.name(), &left) == 0)
        return said != 0 ? said : EIO;
    return errno == ENOENT ? 0 : said;
}

} // namespace

Expected<QString, StoreError> resolvedPath(const QString &path)
{
    constexpr int mostLinks = 40; // as the kernel
    QString at = path;
    for (int links = 0; links < mostLinks; ++links) {
        if (const std::unique_ptr<char, decltype(&std::free)> real{realpath(QFile::encodeName(at).constData(), nullptr),
                                                                   &std::free})
            return QFile::decodeName(real.get());
        if (errno != ENOENT)
            return cannotWrite(path, errno);
        // Nothing is there, or a link that leads to nothing: then on from where it points.
        const QFileInfo info(at);
        const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
        if (folder.isEmpty() || info.fileName().isEmpty())
            return cannotWrite(path, ENOENT);
        const QString named = folder + u'/' + info.fileName();
        std::array<char, PATH_MAX> link;
        const auto length = readlink(QFile::encodeName(named).constData(), link.data(), link.size());
        if (length == -1)
            return named;
        const QString to = QFile::decodeName(QByteArray(link.data(), length));
        at = QFileInfo(to).isAbsolute() ? to : folder + u'/' + to;
    }
    return cannotWrite(path, ELOOP);
}

Expected<Revision, StoreError> revisionAt(const QString &path)
{
    const auto revision = BlockReader::open(path).and_then([](BlockReader &&reader) { return revisionOf(reader); });
    if (!revision && revision.error().code == StoreErrorCode::NotFound)
        return Revision{};
    return revision;
}

Expected<void, StoreError> checkReplaceable(const QString &target)
{
    const auto may = [](const QString &path, int what) {
        return retried([&] { return faccessat(AT_FDCWD, QFile::encodeName(path).constData(), what, AT_EACCESS); }) == 0;
    };
    if (!may(folderOf(target), W_OK | X_OK))
        return cannotWrite(folderOf(target), errno);
    struct stat status;
    if (stat(QFile::encodeName(target).constData(), &status) == -1) {
        if (errno == ENOENT)
            return {};
        return cannotWrite(target, errno);
    }
    if (!S_ISREG(status.st_mode))
        return Unexpected<StoreError>({.code = StoreErrorCode::NotWritable,
                                       .path = target,
                                       .systemError = S_ISDIR(status.st_mode) ? EISDIR : EINVAL});
    if (!may(target, W_OK))
        return cannotWrite(target, errno);
    if (status.st_nlink > 1)
        return Unexpected<StoreError>(
            {.code = StoreErrorCode::HardLinked, .path = target, .fact = QString::number(status.st_nlink)});
    if (geteuid() != 0 && geteuid() != status.st_uid)
        return Unexpected<StoreError>(
            {.code = StoreErrorCode::CannotKeepOwner, .path = target, .fact = QStringLiteral("owner")});
    return {};
}

Expected<SafeFile, StoreError> SafeFile::open(const QString &path)
{
    const auto target = resolvedPath(path);
    if (!target)
        return Unexpected<StoreError>(target.error());
    if (const auto replaceable = checkReplaceable(*target); !replaceable)
        return Unexpected<StoreError>(replaceable.error());
    auto lock = FileLock::take(besideTarget(*target, u".lock"));
    if (!lock)
        return Unexpected<StoreError>(lock.error());
    // Whoever left it is dead, for we hold the lock.
    if (::unlink(QFile::encodeName(temporaryFor(*target)).constData()) == -1 && errno != ENOENT)
        return cannotWrite(temporaryFor(*target), errno);
    return SafeFile(*std::move(lock), *target);
}

Expected<Revision, StoreError> SafeFile::revision() const
{
    return revisionAt(m_target);
}

Expected<Revision, StoreError> SafeFile::replace(const BlockSource &content, const Revision &expected)
{
    return replaceChecked(content, expected, [](BlockReader &reader, const Revision &written) {
        return revisionOf(reader).map([&](const Revision &found) { return found == written; });
    });
}

Expected<Revision, StoreError> SafeFile::replace(QByteArrayView bytes, const Revision &expected)
{
    // Comparing costs a tenth of hashing.
    return replaceChecked(singleBlock(bytes), expected,
                          [&](BlockReader &reader, const Revision &) { return holds(reader, bytes); });
}

Expected<Revision, StoreError> SafeFile::replaceChecked(const BlockSource &content, const Revision &expected,
                                                        const Check &check)
{
    const bool isNew = expected.hash.isEmpty();
    FileHandle original;
    if (!isNew) {
        original = FileHandle::open(m_target, O_RDONLY | O_NOFOLLOW);
        if (!original.isValid())
            return errno == ENOENT ? changed(m_target) : cannotRead(m_target, errno);
    }
    const auto folder = FileHandle::open(folderOf(m_target), O_RDONLY | O_DIRECTORY);
    if (!folder.isValid())
        return cannotWrite(folderOf(m_target), errno);

    const QString path = temporaryFor(m_target);
    auto file = FileHandle::open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, isNew ? 0666 : 0600);
    if (!file.isValid())
        return cannotWrite(path, errno);
    const Temporary temporary(path);

    const auto written = writeAll(file, content, m_target);
    if (!written)
        return written;
    if (!isNew) {
        if (const auto kept = copyMetadata(original, file, m_target); !kept)
            return Unexpected<StoreError>(kept.error());
    }
    if (retried([&] { return fsync(file.get()); }) == -1)
        return cannotWrite(m_target, errno);
    const auto holdsIt = [&](BlockReader &&reader) { return check(reader, *written); };
    if (const auto same = readBack(file, path, holdsIt); !same)
        return Unexpected<StoreError>(same.error());
    if (const int failed = file.close(); failed != 0)
        return cannotWrite(m_target, failed);

    // A large file takes a while to be read: nobody must have touched it in that time either.
    const auto stamp = stampOf(m_target);
    const auto current = revision();
    if (!current)
        return current;
    if (*current != expected || stampOf(m_target) != stamp)
        return changed(m_target);
    if (const int failed = moveInPlace(temporary, m_target, expected); failed != 0)
        return failed == EEXIST ? changed(m_target) : cannotWrite(m_target, failed);
    if (retried([&] { return fsync(folder.get()); }) == -1)
        return Unexpected<StoreError>(
            {.code = StoreErrorCode::SavedNotDurable, .path = m_target, .systemError = errno});
    return written;
}

} // namespace relaytab
