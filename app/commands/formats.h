#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runFormats(const Arguments &arguments, Io &io);

inline constexpr std::array formatsOptions{jsonOption};
inline constexpr Command formatsCommand{
    .name = "formats",
    .operands = "",
    .most = 0,
    .summary = QT_TRANSLATE_NOOP("CommandText", "List the file formats and what each cannot hold."),
    .options = formatsOptions,
    .run = runFormats,
};

} // namespace relaytab
