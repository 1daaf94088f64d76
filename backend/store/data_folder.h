#pragma once

#include "backend/store/store.h"

namespace relaytab {

/// Where both programs keep backups and drafts: RELAYTAB_DATA, else "relaytab" in the user's data folder.
[[nodiscard]] QString dataFolder();

/// Where preferences live: RELAYTAB_CONFIG, else "relaytab" in the user's configuration folder.
[[nodiscard]] QString configFolder();

/// Makes the folder and its parents, for this user's eyes only, so that they survive a power cut.
[[nodiscard]] Expected<void, StoreError> makePrivateFolder(const QString &path);

} // namespace relaytab
