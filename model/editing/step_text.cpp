#include "model/editing/step_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

#include "model/wording/wording.h"

namespace relaytab::step_text {

namespace {

int plural(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

QString withPlace(const QString &text, RowPlace place)
{
    return text.arg(Wording::listName(place.list)).arg(place.row + 1);
}

} // namespace

QString flags(std::optional<std::uint32_t> before, std::optional<std::uint32_t> after)
{
    const std::uint32_t difference = before.value_or(0) ^ after.value_or(0);
    const bool on = (after.value_or(0) & difference) != 0;
    switch (difference) {
    case flag::deny:
    case flag::allow:
    case flag::local: {
        const ListKind list = difference == flag::deny ? ListKind::Deny
            : difference == flag::allow                ? ListKind::Allow
                                                       : ListKind::Local;
        return (on ? QCoreApplication::translate("Undo Commands", "Turn on %1 list")
                   : QCoreApplication::translate("Undo Commands", "Turn off %1 list"))
            .arg(Wording::listName(list));
    }
    case flag::authenticated:
        return on ? QCoreApplication::translate("Undo Commands", "Let authenticated clients relay")
                  : QCoreApplication::translate("Undo Commands", "Stop authenticated clients");
    default: break;
    }
    return after ? QCoreApplication::translate("Undo Commands", "Set RelayFlags to %1").arg(*after)
                 : QCoreApplication::translate("Undo Commands", "Remove RelayFlags");
}

QString row(RowPlace place, const RuleRow &before, const RuleRow &after, EditCause cause)
{
    if (cause == EditCause::Repaired)
        //: %1 is a list, %2 a row number
        return withPlace(QCoreApplication::translate("Undo Commands", "Repair %1, row %2"), place);
    const bool entry = before.entry != after.entry;
    const bool comment = before.comment != after.comment;
    const bool enabled = before.enabled != after.enabled;
    if (entry + comment + enabled == 1) {
        if (comment)
            return withPlace(QCoreApplication::translate("Undo Commands", "Change comment of %1, row %2"), place);
        if (enabled)
            return withPlace(after.enabled ? QCoreApplication::translate("Undo Commands", "Turn on %1, row %2")
                                           : QCoreApplication::translate("Undo Commands", "Turn off %1, row %2"),
                             place);
        if (netText(before.entry) == netText(after.entry))
            return withPlace(QCoreApplication::translate("Undo Commands", "Change mask of %1, row %2"), place);
        if (maskText(before.entry) == maskText(after.entry))
            return withPlace(QCoreApplication::translate("Undo Commands", "Change net of %1, row %2"), place);
    }
    return withPlace(QCoreApplication::translate("Undo Commands", "Change %1, row %2"), place);
}

QString repair(std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Repair %n rule(s)", nullptr, plural(count));
}

QString insert(ListKind list, std::size_t count, RowSource source)
{
    const auto text = [&] {
        switch (source) {
        case RowSource::Typed: break;
        case RowSource::Pasted:
            return QCoreApplication::translate("Undo Commands", "Paste %n rule(s) into %1", nullptr, plural(count));
        case RowSource::Duplicated:
            return QCoreApplication::translate("Undo Commands", "Duplicate %n rule(s) in %1", nullptr, plural(count));
        }
        return QCoreApplication::translate("Undo Commands", "Add %n rule(s) to %1", nullptr, plural(count));
    };
    return text().arg(Wording::listName(list));
}

QString replace(ListKind list, std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Replace %n rule(s) in %1", nullptr, plural(count))
        .arg(Wording::listName(list));
}

QString merge(ListKind list, std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Merge %n rule(s) of %1", nullptr, plural(count))
        .arg(Wording::listName(list));
}

QString remove(ListKind list, std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Remove %n rule(s) from %1", nullptr, plural(count))
        .arg(Wording::listName(list));
}

QString enable(ListKind list, std::size_t count, bool enabled)
{
    return (enabled ? QCoreApplication::translate("Undo Commands", "Turn on %n rule(s) in %1", nullptr, plural(count))
                    : QCoreApplication::translate("Undo Commands", "Turn off %n rule(s) in %1", nullptr, plural(count)))
        .arg(Wording::listName(list));
}

QString move(ListKind list, std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Move %n rule(s) in %1", nullptr, plural(count))
        .arg(Wording::listName(list));
}

QString addExpectations(const std::vector<Expectation> &expectations)
{
    if (expectations.size() == 1)
        //: %1 is an address or a net
        return QCoreApplication::translate("Undo Commands", "Add expectation %1")
            .arg(Wording::entry(expectations.front().client));
    return QCoreApplication::translate("Undo Commands", "Add %n expectation(s)", nullptr, plural(expectations.size()));
}

QString changeExpectation(std::size_t at)
{
    //: %1 is its number
    return QCoreApplication::translate("Undo Commands", "Change expectation %1").arg(at + 1);
}

QString removeExpectations(std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Remove %n expectation(s)", nullptr, plural(count));
}

QString duplicate(std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Duplicate %n rule(s)", nullptr, plural(count));
}

QString remove(std::size_t count)
{
    return QCoreApplication::translate("Undo Commands", "Remove %n rule(s)", nullptr, plural(count));
}

QString enable(std::size_t count, bool enabled)
{
    return enabled ? QCoreApplication::translate("Undo Commands", "Turn on %n rule(s)", nullptr, plural(count))
                   : QCoreApplication::translate("Undo Commands", "Turn off %n rule(s)", nullptr, plural(count));
}

} // namespace relaytab::step_text
