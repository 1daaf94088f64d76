#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runCompletion(const Arguments &arguments, Io &io);

inline constexpr Command completionCommand{
    .name = "completion",
    .operands = "SHELL",
    .least = 1,
    .most = 1,
    .summary = QT_TRANSLATE_NOOP("CommandText", "Print what bash, zsh or fish needs to complete these commands."),
    .options = {},
    .run = runCompletion,
};

} // namespace relaytab
