#include "app/commands/test.h"

#include <QJsonArray>

#include "app/commands/json.h"
#include "app/commands/policy_input.h"
#include "model/analysis/expectation_check.h"
#include "model/wording/expectation_wording.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

std::string_view wordOf(ExpectationState state)
{
    switch (state) {
    case ExpectationState::Holds: return "holds";
    case ExpectationState::Broken: return "broken";
    case ExpectationState::NoRule: return "not-an-address";
    case ExpectationState::NoAddress: return "matches-nothing";
    }
    return {};
}

std::optional<std::string> textOf(const std::optional<Address> &address)
{
    return address ? std::optional{toText(*address)} : std::nullopt;
}

QJsonObject objectOf(std::size_t number, const Expectation &expectation, const ExpectationCheck &check)
{
    return {{QStringLiteral("number"), static_cast<qint64>(number)},
            {QStringLiteral("client"), Wording::entry(expectation.client)},
            {QStringLiteral("server"), jsonOrNull(textOf(expectation.server))},
            {QStringLiteral("authenticated"), expectation.authenticated},
            {QStringLiteral("verdict"), latin1(wordOf(expectation.verdict))},
            {QStringLiteral("comment"), QString::fromStdString(expectation.comment)},
            {QStringLiteral("state"), latin1(wordOf(check.state))},
            {QStringLiteral("witness"), jsonOrNull(textOf(check.witness))},
            {QStringLiteral("broken_addresses"), QString::fromStdString(toText(check.broken))},
            {QStringLiteral("addresses"), QString::fromStdString(toText(check.of))}};
}

/// "1\tbroken\t203.0.113.0/24\trefused\t203.0.113.0"
std::string lineOf(std::size_t number, const Expectation &expectation, const ExpectationCheck &check)
{
    std::string line = std::to_string(number);
    line.append(1, '\t')
        .append(wordOf(check.state))
        .append(1, '\t')
        .append(Wording::entry(expectation.client).toStdString());
    line.append(1, '\t').append(wordOf(expectation.verdict));
    return line.append(1, '\t').append(textOf(check.witness).value_or("-")).append(1, '\n');
}

} // namespace

ExitStatus runTest(const Arguments &arguments, Io &io)
{
    const auto options = inputOptions(arguments, io);
    if (!options)
        return options.error();
    if (arguments.operands.first() == u"-" && arguments.value(QLatin1String("expect")) == QStringLiteral("-"))
        return usageError(io, CommandText::tr("Only one of the two can come from standard input."));
    auto loaded = loadPolicy(arguments.operands.first(), *options, {}, io);
    if (!loaded)
        return loaded.error();
    if (!optionsAreOfUse(arguments, {loaded->format}, io))
        return ExitStatus::Usage;
    QString source = arguments.operands.first();
    if (const auto file = arguments.value(QLatin1String("expect"))) {
        // Only its expectations count, so its rows may be anything.
        const auto expected = loadPolicy(*file, {}, {.invalidRows = InvalidRows::Accepted}, io);
        if (!expected)
            return expected.error();
        loaded->policy.expectations = expected->policy.expectations;
        source = *file;
    }
    if (loaded->policy.expectations.empty())
        complain(io, source, CommandText::tr("There are no expectations here, so nothing was proven."));

    const bool json = arguments.has(QLatin1String("json"));
    const auto checks = checkExpectations(loaded->policy, readingOf(arguments));
    std::size_t broken = 0;
    std::size_t unusable = 0;
    QJsonArray objects;
    const ExpectationWording wording(io.locale);
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const Expectation &expectation = loaded->policy.expectations[i];
        const bool holds = checks[i].state == ExpectationState::Holds;
        if (checks[i].state == ExpectationState::Broken)
            ++broken;
        else if (!holds)
            ++unusable;
        if (json)
            objects.append(objectOf(i + 1, expectation, checks[i]));
        else
            io.out.write(lineOf(i + 1, expectation, checks[i]));
        if (!holds)
            complain(io, source, wording.result(i, expectation, checks[i]));
    }
    if (json)
        writeJson(io,
                  {{QStringLiteral("expectations"), objects},
                   {QStringLiteral("hold"), static_cast<qint64>(checks.size() - broken - unusable)},
                   {QStringLiteral("broken"), static_cast<qint64>(broken)},
                   {QStringLiteral("unusable"), static_cast<qint64>(unusable)}});
    return unusable > 0 ? ExitStatus::BadInput : broken > 0 ? ExitStatus::No : ExitStatus::Yes;
}

} // namespace relaytab
