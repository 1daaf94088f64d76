#include "app/commands/convert.h"

#include "app/commands/policy_output.h"

namespace relaytab {

ExitStatus runConvert(const Arguments &arguments, Io &io)
{
    const auto options = inputOptions(arguments, io);
    if (!options)
        return options.error();
    const QString &name = arguments.operands.at(1);
    const auto target = openTarget(name, arguments, options->parse, io);
    if (!target)
        return target.error();
    if (target->format == nullptr)
        //: %1 is a file name
        return usageError(
            io,
            CommandText::tr("Which format “%1” is to have cannot be told from its name: say it with --to.").arg(name));
    const auto loaded = loadPolicy(arguments.operands.first(), *options,
                                   {.invalidRows = InvalidRows::Accepted, .notes = Notes::All, .bytes = true}, io);
    if (!loaded)
        return loaded.error();
    if (!optionsAreOfUse(arguments, {loaded->format}, io, target->format))
        return ExitStatus::Usage;
    return writePolicy({.policy = loaded->policy,
                        .input = loaded->policy,
                        .inputBytes = loaded->bytes,
                        .inputFormat = loaded->format,
                        .reason = QStringLiteral("convert")},
                       *target, permissionsOf(arguments), io);
}

} // namespace relaytab
