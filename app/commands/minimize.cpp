#include "app/commands/minimize.h"

#include "app/commands/policy_output.h"
#include "model/analysis/minimize.h"
#include "model/wording/text.h"
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

/// Comments go where their rows go; those of rows that can never match go with them, and are said.
void sayDroppedComments(const RelayPolicy &before, const MinimizedPolicy &smallest, const QString &name, Io &io)
{
    constexpr std::size_t shown = 10;
    std::size_t count = 0;
    for (const ListKind list : allLists) {
        const auto &standIns = smallest.standIns[static_cast<std::size_t>(list)];
        std::size_t row = 0;
        for (const RuleList::RowView view : before.list(list)) {
            const RowPlace place{list, row};
            const bool gone = row < standIns.size() && standIns[row] == noRow;
            ++row;
            if (!gone || view.comment().empty() || ++count > shown)
                continue;
            const std::string_view comment = view.comment();
            complain(io, name,
                     //: %1 is for example "Allow, row 3", %2 its comment
                     CommandText::tr("%1 can never match and is gone, with its comment “%2”.")
                         .arg(Wording::place(place), text(comment)));
        }
    }
    if (count > shown)
        complain(io, name,
                 CommandText::tr("and %n more.", nullptr,
                                 static_cast<int>(std::min<std::size_t>(count - shown, 1'000'000'000))));
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
    if (!optionsAreOfUse(arguments, {loaded->format}, io, target->format))
        return ExitStatus::Usage;
    const MinimizedPolicy smallest = minimizedPolicy(loaded->policy);
    const ExitStatus status = writePolicy({.policy = smallest.policy,
                                           .input = loaded->policy,
                                           .inputBytes = loaded->bytes,
                                           .inputFormat = loaded->format,
                                           .reason = QStringLiteral("minimize")},
                                          *target, permissionsOf(arguments), io);
    if (status != ExitStatus::Yes)
        return status;
    sayDroppedComments(loaded->policy, smallest, target->name, io);
    saySizes(loaded->policy, smallest.policy, io);
    return status;
}

} // namespace relaytab
