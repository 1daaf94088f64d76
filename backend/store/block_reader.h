#pragma once

#include <functional>
#include <span>
#include <vector>

#include "backend/store/file_handle.h"

namespace relaytab {

/// Pulls the next block of a content; an empty span is its end. The bytes live until the next call.
using BlockSource = std::function<Expected<std::span<const char>, StoreError>()>;

/// Reads a file, a pipe or standard input, front to back, with the memory of one block.
class BlockReader
{
public:
    static constexpr std::size_t blockSize = 256 * 1024;

    [[nodiscard]] static Expected<BlockReader, StoreError> open(const QString &path);
    [[nodiscard]] static Expected<BlockReader, StoreError> openStandardInput();

    /// As a BlockSource. From a pipe a block may be shorter than blockSize; only an empty one is the end.
    [[nodiscard]] Expected<std::span<const char>, StoreError> next();

    /// Begins again at the front; false, with nothing done, for what can be read only once.
    [[nodiscard]] bool rewind();

    /// Bytes of the file as it is now, to make room for them; 0 for what is no file.
    [[nodiscard]] std::size_t sizeNow() const;

private:
    BlockReader(FileHandle file, const QString &path);

    FileHandle m_file;
    QString m_path;
    std::vector<char> m_block;
};

/// A content in memory, as one block. The bytes must outlive the source.
[[nodiscard]] BlockSource singleBlock(QByteArrayView bytes);

/// Whether all that is left to read is just these bytes. Reads no further than to the first that differs.
[[nodiscard]] Expected<bool, StoreError> holds(BlockReader &reader, QByteArrayView bytes);

/// The revision of all that is left to read.
[[nodiscard]] Expected<Revision, StoreError> revisionOf(BlockReader &reader);

} // namespace relaytab
