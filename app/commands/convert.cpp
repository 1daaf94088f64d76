#include "app/commands/convert.h"

#include "app/commands/policy_output.h"

namespace relaytab {

ExitStatus runConvert(const Arguments &arguments, Io &io)
{
    const auto options = inputOptions(arguments, io);
    if (!options)
        return options.error();
    const auto format = formatNamedBy(arguments, QLatin1String("to"), io);
    if (!format)
        return format.error();
    // Before the input is read: the two may be the same file.
    const auto target = openTarget(arguments.operands.at(1), *format, options->parse, io);
    if (!target)
        return target.error();
    const auto loaded = loadPolicy(arguments.operands.first(), *options,
                                   {.invalidRows = InvalidRows::Accepted, .notes = Notes::All, .bytes = true}, io);
    if (!loaded)
        return loaded.error();
    return writePolicy({.policy = loaded->policy,
                        .input = loaded->policy,
                        .original = loaded->format == target->format ? loaded->bytes : std::string_view{},
                        .reason = QStringLiteral("convert")},
                       *target, permissionsOf(arguments), io);
}

} // namespace relaytab
