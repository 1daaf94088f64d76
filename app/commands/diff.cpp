#include "app/commands/diff.h"

#include <QJsonArray>

#include <algorithm>

#include "app/commands/json.h"
#include "app/commands/policy_input.h"
#include "model/analysis/difference.h"
#include "model/analysis/row_difference.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

enum class Sign : char { Gained = '+', Lost = '-' };

struct SignedNet {
    Prefix prefix;
    Sign sign = Sign::Gained;
};

/// How many addresses of both families, in digits: up to 2^128 + 2^32, which is more than a Count can hold.
std::string countText(const AddressSet &set)
{
    const Count ipv4 = set.count(Family::IPv4);
    const Count ipv6 = set.count(Family::IPv6);
    if (!ipv6.full)
        return toText(ipv4 + ipv6);
    // 2^128 begins with a 3 and 38 more digits; what is added does not reach the 3.
    const Bits unit = Bits{10'000'000'000'000'000'000U} * Bits{10'000'000'000'000'000'000U};
    const std::string rest = toText(Count::of(~Bits{0} - 3 * unit + 1 + ipv4.low));
    return '3' + std::string(38 - rest.size(), '0') + rest;
}

Count countOf(const Prefix &prefix)
{
    return Count::power(width(prefix.net.family) - prefix.length);
}

/// The nets of both sets in address order, at most `limit`.
std::vector<SignedNet> signedNets(const Difference &difference, std::size_t limit)
{
    std::vector<SignedNet> nets;
    for (const Prefix &prefix : difference.gained.prefixes(limit))
        nets.push_back({prefix, Sign::Gained});
    for (const Prefix &prefix : difference.lost.prefixes(limit))
        nets.push_back({prefix, Sign::Lost});
    std::ranges::stable_sort(nets, [](const SignedNet &a, const SignedNet &b) { return a.prefix.net < b.prefix.net; });
    if (nets.size() > limit)
        nets.resize(limit);
    return nets;
}

/// One row as it is written, on one side of the difference.
struct WrittenRow {
    char side = '<'; ///< '<' in the old policy, '>' in the new one
    std::string place; ///< "allow:3", or "flags"
    std::string text;
};

std::string textOf(const RuleRow &row)
{
    std::string text = registryText(row.entry);
    if (!row.enabled)
        text += " off";
    if (!row.comment.empty())
        text += " # " + row.comment;
    // A comment may hold anything; this is one line of output.
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string flagsText(const RelayPolicy &policy)
{
    return policy.flags ? std::to_string(*policy.flags) : "absent";
}

std::vector<WrittenRow> writtenRows(const RelayPolicy &before, const RelayPolicy &after)
{
    std::vector<WrittenRow> rows;
    if (before.flags != after.flags) {
        rows.push_back({'<', "flags", flagsText(before)});
        rows.push_back({'>', "flags", flagsText(after)});
    }
    for (const ListKind list : allLists) {
        for (const RowChange &change : rowDifference(before.list(list), after.list(list))) {
            if (change.before)
                rows.push_back({'<', rowWord({list, *change.before}), textOf(before.list(list).row(*change.before))});
            if (change.after)
                rows.push_back({'>', rowWord({list, *change.after}), textOf(after.list(list).row(*change.after))});
        }
    }
    return rows;
}

void printLines(const std::vector<SignedNet> &nets, const std::vector<WrittenRow> &rows, const Difference &difference,
                Io &io)
{
    std::string line;
    for (const SignedNet &net : nets) {
        line.assign(1, static_cast<char>(net.sign)).append(1, ' ').append(toText(net.prefix));
        io.out.write(line.append(1, ' ').append(toText(countOf(net.prefix))).append(1, '\n'));
    }
    for (const WrittenRow &row : rows)
        io.out.write(
            line.assign(1, row.side).append(1, ' ').append(row.place).append(1, ' ').append(row.text).append(1, '\n'));
    io.out.write("gained " + countText(difference.gained) + " lost " + countText(difference.lost) + '\n');
}

QJsonArray netsOf(const std::vector<SignedNet> &nets, Sign sign)
{
    QJsonArray array;
    for (const SignedNet &net : nets)
        if (net.sign == sign)
            array.append(QJsonObject{{QStringLiteral("net"), QString::fromStdString(toText(net.prefix))},
                                     {QStringLiteral("count"), QString::fromStdString(toText(countOf(net.prefix)))}});
    return array;
}

QJsonArray arrayOf(const std::vector<WrittenRow> &rows)
{
    QJsonArray array;
    for (const WrittenRow &row : rows)
        array.append(
            QJsonObject{{QStringLiteral("side"), row.side == '<' ? QStringLiteral("old") : QStringLiteral("new")},
                        {QStringLiteral("row"), QString::fromStdString(row.place)},
                        {QStringLiteral("text"), QString::fromStdString(row.text)}});
    return array;
}

QJsonObject sideOf(const std::vector<SignedNet> &nets, Sign sign, const AddressSet &set)
{
    return {{QStringLiteral("count"), QString::fromStdString(countText(set))},
            {QStringLiteral("nets"), netsOf(nets, sign)}};
}

QJsonObject objectOf(const std::vector<SignedNet> &nets, const std::vector<WrittenRow> &rows,
                     const Difference &difference, bool cut, const std::vector<ClassDifference> &classes)
{
    const bool equal =
        std::ranges::all_of(classes, [](const ClassDifference &one) { return one.difference.isEmpty(); });
    return {{QStringLiteral("gained"), sideOf(nets, Sign::Gained, difference.gained)},
            {QStringLiteral("lost"), sideOf(nets, Sign::Lost, difference.lost)},
            {QStringLiteral("cut"), cut},
            {QStringLiteral("equal_for_every_client"), equal},
            {QStringLiteral("rows"), arrayOf(rows)}};
}

/// The one class the client belongs to; there always is one.
const Difference &ofClass(const std::vector<ClassDifference> &classes, const ClientClass &client)
{
    const auto found = std::ranges::find_if(classes, [&](const ClassDifference &one) {
        return one.client.authenticated == client.authenticated
            && (client.server ? one.servers.contains(*client.server) : one.group == ServerGroup::Unlisted);
    });
    return found->difference;
}

/// Says where the policies differ in another way, which an answer about one class of clients does not show.
void sayOtherClasses(const std::vector<ClassDifference> &all, const ClientClass &asked, Io &io)
{
    const Difference &answer = ofClass(all, asked);
    bool authentication = false;
    bool servers = false;
    for (const ClassDifference &one : all) {
        if (one.difference.isEmpty() || one.difference == answer)
            continue;
        if (one.client.authenticated == asked.authenticated)
            servers = true;
        else
            authentication = true;
    }
    if (authentication)
        complain(io, {},
                 asked.authenticated
                     ? CommandText::tr("Clients that have not authenticated see another difference.")
                     : CommandText::tr("Clients that have authenticated see another difference: --authenticated "
                                       "shows it."));
    if (servers)
        complain(io, {},
                 CommandText::tr("Clients that connect to other server addresses see another difference: --server "
                                 "shows it."));
}

Expected<std::size_t, ExitStatus> limitOf(const Arguments &arguments, Io &io)
{
    const auto text = arguments.value(QLatin1String("limit"));
    if (!text)
        return std::size_t{1000};
    bool isNumber = false;
    const qulonglong limit = text->toULongLong(&isNumber);
    if (isNumber)
        return static_cast<std::size_t>(limit);
    //: %1 is what was given
    return Unexpected<ExitStatus>(
        usageError(io, CommandText::tr("--limit does not take “%1”: write a number.").arg(*text)));
}

} // namespace

ExitStatus runDiff(const Arguments &arguments, Io &io)
{
    const auto options = inputOptions(arguments, io);
    if (!options)
        return options.error();
    const auto client = clientClass(arguments, io);
    if (!client)
        return client.error();
    const auto limit = limitOf(arguments, io);
    if (!limit)
        return limit.error();
    if (arguments.operands.at(0) == u"-" && arguments.operands.at(1) == u"-")
        return usageError(io, CommandText::tr("Only one of the two can come from standard input."));
    const auto before = loadPolicy(arguments.operands.at(0), *options, {}, io);
    if (!before)
        return before.error();
    const auto after = loadPolicy(arguments.operands.at(1), *options, {}, io);
    if (!after)
        return after.error();
    if (!optionsAreOfUse(arguments, {before->format, after->format}, io))
        return ExitStatus::Usage;

    const auto classes = differencesOf(policySetsOf(before->policy), policySetsOf(after->policy), readingOf(arguments));
    const Difference &difference = ofClass(classes, *client);
    const std::vector<SignedNet> nets = signedNets(difference, *limit);
    const std::vector<WrittenRow> rows =
        arguments.has(QLatin1String("rows")) ? writtenRows(before->policy, after->policy) : std::vector<WrittenRow>{};
    const Count all = difference.gained.prefixCount() + difference.lost.prefixCount();
    const bool cut = Count::of(nets.size()) < all;
    if (arguments.has(QLatin1String("json")))
        writeJson(io, objectOf(nets, rows, difference, cut, classes));
    else
        printLines(nets, rows, difference, io);
    if (cut)
        //: %1 and %2 are how many
        complain(io, {},
                 CommandText::tr("Stopped after %1 of %2 nets: see --limit. The counts are exact.")
                     .arg(io.locale.toString(static_cast<qulonglong>(nets.size())), Wording(io.locale).count(all)));
    sayOtherClasses(classes, *client, io);
    return difference.isEmpty() ? ExitStatus::Yes : ExitStatus::No;
}

} // namespace relaytab
