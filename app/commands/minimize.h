#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runMinimize(const Arguments &arguments, Io &io);

inline constexpr std::array minimizeOptions{
    OptionSpec{.name = "output",
               .value = "OUT",
               .help = QT_TRANSLATE_NOOP("CommandText", "write to this file instead of standard output"),
               .letter = "o"},
    fromOption,
    formatOption,
    toOption,
    listOption,
    flagsOption,
    regDataOption,
    allowLossOption,
    allowOpenRelayOption,
};
inline constexpr Command minimizeCommand{
    .name = "minimize",
    .operands = "POLICY",
    .least = 1,
    .most = 1,
    .summary =
        QT_TRANSLATE_NOOP("CommandText", "Write the smallest equal lists, proven equal before they are written."),
    .options = minimizeOptions,
    .run = runMinimize,
};

} // namespace relaytab
