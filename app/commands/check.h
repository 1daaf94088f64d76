#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runCheck(const Arguments &arguments, Io &io);

inline constexpr std::array checkOptions{
    serverOption,
    authenticatedOption,
    readingOption,
    OptionSpec{.name = "explain",
               .help = QT_TRANSLATE_NOOP("CommandText", "say for each address how the answer comes about")},
    jsonOption,
    fromOption,
    formatOption,
    listOption,
    flagsOption,
    regDataOption,
};
inline constexpr Command checkCommand{
    .name = "check",
    .operands = "POLICY [ADDRESS...]",
    .least = 1,
    .summary = QT_TRANSLATE_NOOP("CommandText", "Say whether addresses may relay, and which row decides."),
    .details = QT_TRANSLATE_NOOP("CommandText",
                                 "Without addresses, or with -, they are read from standard input, one a line."),
    .options = checkOptions,
    .run = runCheck,
};

} // namespace relaytab
