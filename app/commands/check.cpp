#include "app/commands/check.h"

#include "app/commands/address_answer.h"
#include "app/commands/address_stream.h"
#include "app/commands/policy_input.h"
#include "model/wording/file_wording.h"

namespace relaytab {

ExitStatus runCheck(const Arguments &arguments, Io &io)
{
    QStringList addresses = arguments.operands.mid(1);
    const bool fromInput = addresses.isEmpty() || addresses == QStringList{QStringLiteral("-")};
    if (fromInput && arguments.operands.first() == u"-")
        return usageError(
            io, CommandText::tr("Policy and addresses cannot both come from standard input: name a file for one."));
    const auto options = inputOptions(arguments, io);
    if (!options)
        return options.error();
    const auto client = clientClass(arguments, io);
    if (!client)
        return client.error();
    const auto loaded = loadPolicy(arguments.operands.first(), *options, {}, io);
    if (!loaded)
        return loaded.error();
    if (!optionsAreOfUse(arguments, {loaded->format}, io))
        return ExitStatus::Usage;

    const AnswerStyle style = arguments.has(QLatin1String("json")) ? AnswerStyle::Json : AnswerStyle::Line;
    const AnswerDepth depth = arguments.has(QLatin1String("explain")) ? AnswerDepth::Explained : AnswerDepth::Brief;
    AddressAnswer answer(loaded->policy, {client->server, client->authenticated}, readingOf(arguments), style, depth,
                         io.locale);
    if (!fromInput) {
        for (const QString &address : addresses)
            io.out.write(answer.to(address.toStdString()));
    } else if (const auto read = answerStream(answer, io); !read) {
        const StoreError &error = read.error();
        complain(io, {}, FileWording::storeError(error.code, error.path, error.systemError, error.fact));
        return ExitStatus::BadInput;
    }
    const AnswerTally &tally = answer.tally();
    if (tally.invalid > 0)
        complain(io, {},
                 //: of standard input or the command line
                 CommandText::tr("%n line(s) is/are no address.", nullptr,
                                 static_cast<int>(std::min<std::uint64_t>(tally.invalid, 1'000'000'000))));
    return tally.invalid > 0 ? ExitStatus::BadInput : tally.refused > 0 ? ExitStatus::No : ExitStatus::Yes;
}

} // namespace relaytab
