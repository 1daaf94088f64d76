#pragma once

#include <cstdint>

namespace relaytab {

/// Why a file was not read or not written. It stands here, and not beside the store, so that wording can speak of it.
enum class StoreErrorCode : std::uint8_t {
    NotFound,
    NotReadable, ///< permission, or it is no file; `systemError` is errno
    TooLarge, ///< over the ceiling of the reader
    NotWritable, ///< the file or its folder may not be written
    Locked, ///< another program holds the lock; `fact` names it
    ChangedUnderneath, ///< the content is no longer what was read
    NoSpace,
    WriteFailed, ///< any other fault of a write, sync or rename; `systemError` is errno
    VerifyFailed, ///< what was read back is not what was written
    CannotKeepOwner, ///< owner, mode, ACL or attributes cannot be kept; `fact` names which
    HardLinked, ///< the file has other names, which would keep the old content; `fact` is how many names it has
    BackupFailed, ///< the version to be replaced could not be kept
    SavedNotDurable, ///< saved, but the folder could not be synced: a power cut may undo it
    Cancelled,
};

} // namespace relaytab
