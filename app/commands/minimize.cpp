#include "app/commands/minimize.h"

#include "app/commands/policy_output.h"
#include "model/analysis/minimize.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

void saySizes(const RelayPolicy &before, const RelayPolicy &after, Io &io)
{
    for (const ListKind list : allLists) {
        const std::size_t now = after.list(list).size();
        if (now != before.list(list).size())
            //: %1 is the name of a list, %2 and %3 are how many rows it had and has
            complain(io, {},
                     CommandText::tr("%1: %2 row(s), now %3.", nullptr,
                                     static_cast<int>(std::min<std::size_t>(before.list(list).size(), 1'000'000'000)))
                         .arg(Wording::listName(list),
                              io.locale.toString(static_cast<qulonglong>(before.list(list).size())),
                              io.locale.toString(static_cast<qulonglong>(now))));
    }
}

} // namespace

ExitStatus runMinimize(const Arguments &arguments, Io &io)
{
    const auto options = inputOptions(arguments, io);
    if (!options)
        return options.error();
    auto target = openTarget(arguments.value(QLatin1String("output")).value_or(QStringLiteral("-")), arguments,
                             options->parse, io);
    if (!target)
        return target.error();
    const auto loaded = loadPolicy(arguments.operands.first(), *options, {.bytes = true}, io);
    if (!loaded)
        return loaded.error();
    if (target->format == nullptr)
        target->format = loaded->format;
    const MinimizedPolicy smallest = minimizedPolicy(loaded->policy);
    const ExitStatus status =
        writePolicy({.policy = smallest.policy,
                     .input = loaded->policy,
                     .original = loaded->format == target->format ? loaded->bytes : std::string_view{},
                     .inputFormat = loaded->format,
                     .reason = QStringLiteral("minimize")},
                    *target, permissionsOf(arguments), io);
    if (status == ExitStatus::Yes)
        saySizes(loaded->policy, smallest.policy, io);
    return status;
}

} // namespace relaytab
