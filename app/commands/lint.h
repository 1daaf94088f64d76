#pragma once

#include "app/commands/common_options.h"

namespace relaytab {

ExitStatus runLint(const Arguments &arguments, Io &io);

inline constexpr std::array<std::string_view, 4> severityWords{"note", "warning", "error", "danger"};
inline constexpr std::array lintOptions{
    OptionSpec{.name = "severity",
               .value = "SEVERITY",
               .help = QT_TRANSLATE_NOOP("CommandText",
                                         "leave out what is milder: note, warning (when not said), error, danger"),
               .choices = severityWords},
    OptionSpec{.name = "before-sp1",
               .help = QT_TRANSLATE_NOOP("CommandText", "the server is Exchange 5.5 without Service Pack 1")},
    jsonOption,
    fromOption,
    formatOption,
    listOption,
    flagsOption,
    regDataOption,
};
inline constexpr Command lintCommand{
    .name = "lint",
    .operands = "POLICY",
    .least = 1,
    .most = 1,
    .summary = QT_TRANSLATE_NOOP("CommandText", "Say what is wrong or odd with a policy, row by row."),
    .options = lintOptions,
    .run = runLint,
};

} // namespace relaytab
