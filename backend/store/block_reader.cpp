#include "backend/store/block_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backend/store/revision_hash.h"

namespace relaytab {

BlockReader::BlockReader(FileHandle file, const QString &path)
    : m_file(std::move(file)), m_path(path), m_block(blockSize)
{ }

Expected<BlockReader, StoreError> BlockReader::open(const QString &path)
{
    auto file = FileHandle::open(path, O_RDONLY);
    if (!file.isValid())
        return cannotRead(path, errno);
    return BlockReader(std::move(file), path);
}

Expected<BlockReader, StoreError> BlockReader::openStandardInput()
{
    const QString name = QStringLiteral("-");
    FileHandle file(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0));
    if (!file.isValid())
        return cannotRead(name, errno);
    return BlockReader(std::move(file), name);
}

Expected<std::span<const char>, StoreError> BlockReader::next()
{
    const auto length = retried([&] { return ::read(m_file.get(), m_block.data(), m_block.size()); });
    if (length == -1)
        return cannotRead(m_path, errno);
    return std::span<const char>(m_block.data(), std::size_t(length));
}

bool BlockReader::rewind()
{
    return ::lseek(m_file.get(), 0, SEEK_SET) == 0;
}

std::size_t BlockReader::sizeNow() const
{
    struct stat status;
    return fstat(m_file.get(), &status) == 0 && S_ISREG(status.st_mode) ? std::size_t(status.st_size) : 0;
}

BlockSource singleBlock(QByteArrayView bytes)
{
    return [rest = std::span<const char>(bytes.data(), std::size_t(bytes.size()))]() mutable {
        return std::exchange(rest, {});
    };
}

Expected<bool, StoreError> holds(BlockReader &reader, QByteArrayView bytes)
{
    for (;;) {
        const auto block = reader.next();
        if (!block)
            return Unexpected<StoreError>(block.error());
        if (block->empty())
            return bytes.isEmpty();
        const QByteArrayView found(block->data(), qsizetype(block->size()));
        if (!bytes.startsWith(found))
            return false;
        bytes = bytes.sliced(found.size());
    }
}

Expected<Revision, StoreError> revisionOf(BlockReader &reader)
{
    RevisionHash hash;
    for (;;) {
        const auto block = reader.next();
        if (!block)
            return Unexpected<StoreError>(block.error());
        if (block->empty())
            return hash.revision();
        hash.add(*block);
    }
}

} // namespace relaytab
