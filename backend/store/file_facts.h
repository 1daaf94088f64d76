#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace relaytab {

/// What the system says about a file without reading it.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0; ///< bytes
    std::int64_t modified = 0; ///< nanoseconds since 1970, and so below
    std::int64_t changed = 0; ///< the content or anything about it

    friend constexpr bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Nothing when there is no file, or it may not be looked at.
[[nodiscard]] std::optional<FileStamp> stampOf(const QString &path);

/// Whether the file was last changed so long ago that another change now would give another stamp.
[[nodiscard]] bool isSettled(const FileStamp &stamp);

/// Whether the file system of `path` tells of changes, those made by other machines too.
[[nodiscard]] bool tellsOfChanges(const QString &path);

} // namespace relaytab
