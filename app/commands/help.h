#pragma once

#include <QString>

#include "app/commands/command.h"

namespace relaytab {

/// What `relaytabctl --help` prints.
[[nodiscard]] QString programHelp();

/// What `relaytabctl COMMAND --help` prints.
[[nodiscard]] QString commandHelp(const Command &command);

} // namespace relaytab
