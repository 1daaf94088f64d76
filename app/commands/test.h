#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runTest(const Arguments &arguments, Io &io);

inline constexpr std::array testOptions{
    OptionSpec{.name = "expect",
               .value = "FILE",
               .help = QT_TRANSLATE_NOOP("CommandText", "take the expectations of this project file instead")},
    readingOption,
    jsonOption,
    fromOption,
    formatOption,
    listOption,
    flagsOption,
    regDataOption,
};
inline constexpr Command testCommand{
    .name = "test",
    .operands = "POLICY",
    .least = 1,
    .most = 1,
    .summary = QT_TRANSLATE_NOOP("CommandText", "Prove the expectations that a policy is kept with."),
    .options = testOptions,
    .run = runTest,
};

} // namespace relaytab
