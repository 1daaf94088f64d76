#include "app/commands/command.h"

#include <algorithm>

#include "app/commands/arguments.h"
#include "app/commands/check.h"
#include "app/commands/completion.h"
#include "app/commands/convert.h"
#include "app/commands/diff.h"
#include "app/commands/formats.h"
#include "app/commands/help.h"
#include "app/commands/lint.h"
#include "app/commands/minimize.h"
#include "app/commands/test.h"
#include "app/commands/words.h"

namespace relaytab {

namespace {

constexpr std::array table{checkCommand,    lintCommand,    testCommand,    diffCommand,
                           minimizeCommand, convertCommand, formatsCommand, completionCommand};

const Command *commandNamed(const QString &name)
{
    const auto found =
        std::ranges::find_if(table, [&](const Command &command) { return latin1(command.name) == name; });
    return found == table.end() ? nullptr : &*found;
}

ExitStatus unknownCommand(Io &io, const QString &name)
{
    std::vector<std::string_view> names;
    for (const Command &command : table)
        names.push_back(command.name);
    const QString near = nearest(name, names);
    return usageError(io,
                      near.isEmpty()
                          //: %1 is what was given as a command
                          ? CommandText::tr("There is no command “%1”. --help lists them.").arg(name)
                          //: %1 is what was given as a command, %2 the command that was probably meant
                          : CommandText::tr("There is no command “%1”. Was %2 meant?").arg(name, near));
}

bool asksForHelp(const QStringList &arguments)
{
    const qsizetype end = arguments.indexOf(QStringLiteral("--"));
    const QStringList options = arguments.mid(0, end);
    return options.contains(QStringLiteral("--help")) || options.contains(QStringLiteral("-h"));
}

ExitStatus dispatch(const QStringList &arguments, Io &io)
{
    if (arguments.isEmpty()) {
        io.err.write(programHelp());
        return ExitStatus::Usage;
    }
    const QString &name = arguments.first();
    if (name == u"--help" || name == u"-h") {
        io.out.write(programHelp());
        return ExitStatus::Yes;
    }
    if (name == u"--version") {
        io.out.write(std::string_view{"relaytabctl " RELAYTAB_VERSION "\n"});
        return ExitStatus::Yes;
    }
    const Command *command = commandNamed(name);
    if (command == nullptr)
        return unknownCommand(io, name);
    const QStringList rest = arguments.mid(1);
    if (asksForHelp(rest)) {
        io.out.write(commandHelp(*command));
        return ExitStatus::Yes;
    }
    const auto parsed = parseArguments(*command, rest);
    if (!parsed)
        return usageError(io, parsed.error());
    return command->run(*parsed, io);
}

} // namespace

std::span<const Command> commands()
{
    return table;
}

ExitStatus runCommandLine(const QStringList &arguments, Io &io)
{
    ExitStatus status = dispatch(arguments, io);
    io.out.flush();
    if (io.out.failed()) {
        complain(io, {}, CommandText::tr("Standard output could not be written."));
        status = ExitStatus::NotWritten;
    }
    io.err.flush();
    return status;
}

ExitStatus usageError(Io &io, const QString &message)
{
    complain(io, {}, message);
    return ExitStatus::Usage;
}

void complain(Io &io, const QString &file, const QString &message)
{
    io.err.write(QString((file.isEmpty() ? QStringLiteral("relaytabctl") : file) + u": " + message + u'\n'));
}

} // namespace relaytab
