#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runDiff(const Arguments &arguments, Io &io);

inline constexpr std::array diffOptions{
    serverOption,
    authenticatedOption,
    readingOption,
    OptionSpec{.name = "rows", .help = QT_TRANSLATE_NOOP("CommandText", "list what is written differently as well")},
    OptionSpec{.name = "limit",
               .value = "N",
               .help = QT_TRANSLATE_NOOP("CommandText", "stop after N nets (1000 when not said); counts stay exact")},
    jsonOption,
    fromOption,
    formatOption,
    listOption,
    flagsOption,
    regDataOption,
};
inline constexpr Command diffCommand{
    .name = "diff",
    .operands = "OLD NEW",
    .least = 2,
    .most = 2,
    .summary = QT_TRANSLATE_NOOP("CommandText", "Say exactly which addresses a change of policy gains and loses."),
    .options = diffOptions,
    .run = runDiff,
};

} // namespace relaytab
