#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace relaytab {

/// What the system says about a file without reading it: place, size, times of change.
struct FileStamp {
    std::array<std::int64_t, 7> fields = {};

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// A stamp that later proves by being equal that nothing was written meanwhile. Nothing when there is no file, or when
/// it changed so lately that another change might leave the same times.
[[nodiscard]] std::optional<FileStamp> settledStamp(const QString &path);

/// Whether the file system of `path` tells of changes, those made by other machines too.
[[nodiscard]] bool tellsOfChanges(const QString &path);

} // namespace relaytab
