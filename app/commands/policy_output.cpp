#include "app/commands/policy_output.h"

#include <algorithm>

#include "model/analysis/exposure.h"
#include "model/wording/file_wording.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// More losses of one kind than this are only counted.
constexpr std::size_t lossesShown = 10;

enum class LossGroup { Refused, Notes };

/// Says what would be, or was, left out; whether there was anything.
bool sayLosses(const std::vector<Loss> &losses, LossGroup group, const QString &name, Io &io)
{
    const FileWording wording(io.locale);
    bool any = false;
    for (int code = 0; code <= static_cast<int>(LossCode::ForeignContent); ++code) {
        const auto kind = static_cast<LossCode>(code);
        if (isRefused(kind) != (group == LossGroup::Refused))
            continue;
        std::vector<const Loss *> some;
        std::size_t count = 0;
        for (const Loss &loss : losses) {
            if (loss.code != kind)
                continue;
            if (++count <= lossesShown)
                some.push_back(&loss);
        }
        any = any || count > 0;
        for (const Loss *loss : some)
            //: %1 is for example "the comment of Allow, row 3"
            complain(io, name, CommandText::tr("cannot hold %1.").arg(FileWording::loss(*loss)));
        if (count > lossesShown)
            //: %1 is for example "2,000 comments of rows"
            complain(io, name, CommandText::tr("cannot hold %1 in all.").arg(wording.losses(kind, count)));
    }
    return any;
}

/// CSV: all lists, but the flags that say which of them are in effect come from the command line.
bool isTable(const Format *format)
{
    return format != nullptr && format->can(Capability::AllLists) && !format->can(Capability::Flags);
}

/// Whether a table is written from a table: RelayFlags then came from the command line, and no file loses them.
bool flagsAreFromOutside(const Result &result, const Target &target)
{
    return isTable(result.inputFormat) && isTable(target.format);
}

ExitStatus save(const std::string &bytes, const Target &target, const QString &reason, Io &io)
{
    if (target.name == u"-") {
        io.out.write(std::string_view{bytes});
        return ExitStatus::Yes;
    }
    const auto content = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const auto saved = io.store.save(target.name, content, target.revision, reason);
    if (saved)
        return ExitStatus::Yes;
    const StoreError &error = saved.error();
    complain(io, {}, FileWording::storeError(error.code, error.path, error.systemError, error.fact));
    // The new content is there then; only its surviving a power cut is not certain.
    return error.code == StoreErrorCode::SavedNotDurable ? ExitStatus::Yes : ExitStatus::NotWritten;
}

} // namespace

Expected<Target, ExitStatus> openTarget(const QString &name, const Arguments &arguments, const ParseOptions &parse,
                                        Io &io)
{
    using Failure = Unexpected<ExitStatus>;
    const auto format = formatNamedBy(arguments, QLatin1String("to"), io);
    if (!format)
        return Failure(format.error());
    Target target{.name = name, .format = *format, .parse = parse};
    if (name == u"-")
        return target;
    if (target.format == nullptr)
        target.format = formatBySuffix(name.toStdString());
    const auto revision = io.store.currentRevision(name);
    if (!revision) {
        const StoreError &error = revision.error();
        complain(io, {}, FileWording::storeError(error.code, error.path, error.systemError, error.fact));
        return Failure(ExitStatus::NotWritten);
    }
    target.revision = *revision;
    return target;
}

Permissions permissionsOf(const Arguments &arguments)
{
    return {.loss = arguments.has(QLatin1String("allow-loss")),
            .openRelay = arguments.has(QLatin1String("allow-open-relay"))};
}

ExitStatus writePolicy(const Result &result, const Target &target, const Permissions &permissions, Io &io)
{
    auto rendered = renderChecked(*target.format, result.policy, {result.inputFormat, result.inputBytes}, target.parse);
    if (!rendered) {
        complain(io, target.name, FileWording::formatError(rendered.error()));
        const bool isFault = rendered.error().code == FormatErrorCode::NotReadBack;
        return isFault ? ExitStatus::NotWritten : ExitStatus::Unsafe;
    }
    if (flagsAreFromOutside(result, target))
        std::erase_if(rendered->losses, [](const Loss &loss) { return loss.code == LossCode::Flags; });
    sayLosses(rendered->losses, LossGroup::Notes, target.name, io);
    const bool loses = sayLosses(rendered->losses, LossGroup::Refused, target.name, io);
    if (loses && !permissions.loss) {
        complain(io, {},
                 //: %1 is a file name
                 CommandText::tr("%1 was not written. --allow-loss writes it all the same.").arg(target.name));
        return ExitStatus::Unsafe;
    }

    RelayPolicy read = std::move(rendered->readBack);
    if (isTable(target.format)) // whoever reads it is told the flags
        read.flags = result.policy.flags;
    if (isOpen(read)) {
        complain(io, target.name, Wording(io.locale).exposureReason(exposureOf(read)));
        // Where nothing is lost, the result was just proven to be what the input is.
        if (loses && !permissions.openRelay && !isOpen(result.input)) {
            complain(io, {},
                     //: %1 is a file name
                     CommandText::tr("%1 was not written: it would be an open relay, which the input is not. "
                                     "--allow-open-relay writes it all the same.")
                         .arg(target.name));
            return ExitStatus::Unsafe;
        }
    }
    return save(rendered->bytes, target, result.reason, io);
}

} // namespace relaytab
