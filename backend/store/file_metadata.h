#pragma once

#include "backend/store/file_handle.h"

namespace relaytab {

/// Gives `copy` the owner, group, mode and extended attributes of `original`, which is to say its ACL too, and removes
/// what the folder's defaults gave it. CannotKeepOwner when one of them cannot be kept; `fact` names it: "owner",
/// "mode", or the attribute as in "user.comment".
[[nodiscard]] Expected<void, StoreError> copyMetadata(const FileHandle &original, const FileHandle &copy,
                                                      const QString &path);

} // namespace relaytab
