#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runConvert(const Arguments &arguments, Io &io);

inline constexpr std::array convertOptions{
    fromOption, formatOption, toOption, listOption, flagsOption, regDataOption, allowLossOption, allowOpenRelayOption,
};
inline constexpr Command convertCommand{
    .name = "convert",
    .operands = "IN OUT",
    .least = 2,
    .most = 2,
    .summary = QT_TRANSLATE_NOOP("CommandText", "Write a policy in another format, and name what that cannot hold."),
    .options = convertOptions,
    .run = runConvert,
};

} // namespace relaytab
