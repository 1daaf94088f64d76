#include "app/commands/formats.h"

#include <QJsonArray>
#include <QJsonObject>

#include "app/commands/json.h"
#include "backend/format/format.h"

namespace relaytab {

namespace {

struct CapabilityWord {
    Capability capability;
    std::string_view word;
};

constexpr std::array capabilityWords{
    CapabilityWord{Capability::Flags, "flags"},
    CapabilityWord{Capability::AllLists, "all-lists"},
    CapabilityWord{Capability::Comments, "comments"},
    CapabilityWord{Capability::DisabledRows, "disabled-rows"},
    CapabilityWord{Capability::InvalidRows, "invalid-rows"},
    CapabilityWord{Capability::IPv6, "ipv6"},
    CapabilityWord{Capability::Expectations, "expectations"},
};

QStringList suffixesOf(const Format &format)
{
    QStringList suffixes;
    for (const std::string_view suffix : format.suffixes)
        suffixes.append(latin1(suffix));
    return suffixes;
}

QStringList missingFrom(const Format &format)
{
    QStringList missing;
    for (const CapabilityWord &word : capabilityWords)
        if (!format.can(word.capability))
            missing.append(latin1(word.word));
    return missing;
}

QString orDash(const QStringList &words)
{
    return words.isEmpty() ? QStringLiteral("-") : words.join(u' ');
}

} // namespace

ExitStatus runFormats(const Arguments &arguments, Io &io)
{
    const bool json = arguments.has(QLatin1String("json"));
    QJsonArray objects;
    for (const Format &format : formats()) {
        const bool reads = format.parse != nullptr;
        const bool writes = format.render != nullptr;
        if (json) {
            objects.append(
                QJsonObject{{QStringLiteral("id"), latin1(format.id)},
                            {QStringLiteral("suffixes"), QJsonArray::fromStringList(suffixesOf(format))},
                            {QStringLiteral("read"), reads},
                            {QStringLiteral("write"), writes},
                            {QStringLiteral("cannot_hold"), QJsonArray::fromStringList(missingFrom(format))}});
            continue;
        }
        const QStringList fields{latin1(format.id), orDash(suffixesOf(format)),
                                 reads ? QStringLiteral("read") : QStringLiteral("-"),
                                 writes ? QStringLiteral("write") : QStringLiteral("-"), orDash(missingFrom(format))};
        io.out.write(QString(fields.join(u'\t') + u'\n'));
    }
    if (json)
        writeJson(io, {{QStringLiteral("formats"), objects}});
    return ExitStatus::Yes;
}

} // namespace relaytab
