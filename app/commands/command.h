#pragma once

#include <QHash>
#include <QStringList>

#include <optional>
#include <span>

#include "app/commands/exit_status.h"
#include "app/commands/io.h"

namespace relaytab {

/// An option of a command. Names, values and choices are words of the command line and never translated.
struct OptionSpec {
    std::string_view name; ///< without the dashes
    std::string_view value = {}; ///< what stands for its value in the help, or empty when it takes none
    const char *help = nullptr; ///< to be translated as CommandText
    std::string_view letter = {}; ///< "o" for -o
    std::span<const std::string_view> choices = {}; ///< the only values it takes; empty: any
};

/// What stands on the command line behind the command's name.
struct Arguments {
    QStringList operands;
    QHash<QString, QString> options; ///< by name

    [[nodiscard]] bool has(QLatin1String option) const { return options.contains(option); }
    [[nodiscard]] std::optional<QString> value(QLatin1String option) const
    {
        const auto found = options.constFind(option);
        return found == options.constEnd() ? std::nullopt : std::optional{*found};
    }
};

/// A verb of relaytabctl. What may stand behind it is data, so that help, completion and the tests of the man page are
/// made from it and cannot differ from it.
struct Command {
    static constexpr int any = -1;

    std::string_view name;
    std::string_view operands; ///< as in the help: "POLICY [ADDRESS...]"
    int least = 0; ///< how many operands there must be
    int most = any; ///< and may be
    const char *summary = nullptr; ///< one sentence, to be translated as CommandText
    const char *details = nullptr; ///< more of them for the command's own help, or null
    std::span<const OptionSpec> options;
    ExitStatus (*run)(const Arguments &arguments, Io &io) = nullptr;
};

/// All verbs, in the order the help lists them.
[[nodiscard]] std::span<const Command> commands();

/// The whole program: `arguments` without the program's name. What was written is flushed.
[[nodiscard]] ExitStatus runCommandLine(const QStringList &arguments, Io &io);

/// Says what is wrong with the command line.
ExitStatus usageError(Io &io, const QString &message);

/// Says something about a file, or about no file when `file` is empty.
void complain(Io &io, const QString &file, const QString &message);

} // namespace relaytab
