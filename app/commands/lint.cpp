#include "app/commands/lint.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

#include "app/commands/json.h"
#include "app/commands/policy_input.h"
#include "model/analysis/exposure.h"
#include "model/analysis/policy_findings.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

Severity leastSeverity(const Arguments &arguments)
{
    const QString word = arguments.value(QLatin1String("severity")).value_or(QStringLiteral("warning"));
    const auto found =
        std::ranges::find_if(severityWords, [&](std::string_view severity) { return latin1(severity) == word; });
    return static_cast<Severity>(found - severityWords.begin());
}

QString placeOf(const Finding &finding)
{
    return finding.row ? QString::fromStdString(rowWord(*finding.row)) : QStringLiteral("policy");
}

QString lineOf(const QString &name, const Finding &finding, const Wording &wording)
{
    return name + u':' + placeOf(finding) + u": " + latin1(wordOf(severityOf(finding.code))) + u": "
        + wording.finding(finding) + u" [" + latin1(wordOf(finding.code)) + u"]\n";
}

QJsonObject objectOf(const Finding &finding)
{
    QJsonArray related;
    for (const std::size_t row : finding.related)
        related.append(QString::fromStdString(rowWord({finding.relatedList.value_or(ListKind::Deny), row})));
    return {{QStringLiteral("row"), placeOf(finding)},
            {QStringLiteral("list"),
             finding.list ? QJsonValue(latin1(wordOf(*finding.list))) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("severity"), latin1(wordOf(severityOf(finding.code)))},
            {QStringLiteral("code"), latin1(wordOf(finding.code))},
            {QStringLiteral("related"), related},
            {QStringLiteral("count"), QString::fromStdString(toText(finding.count))},
            {QStringLiteral("text"), QString::fromStdString(finding.text)}};
}

std::string_view wordOf(ExposureLevel level)
{
    switch (level) {
    case ExposureLevel::Closed: return "closed";
    case ExposureLevel::Restricted: return "restricted";
    case ExposureLevel::Wide: return "wide";
    case ExposureLevel::Open: return "open";
    }
    return {};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

ExitStatus runLint(const Arguments &arguments, Io &io)
{
    const auto options = inputOptions(arguments, io);
    if (!options)
        return options.error();
    const QString &name = arguments.operands.first();
    const auto loaded = loadPolicy(name, *options, {.invalidRows = InvalidRows::Accepted, .notes = Notes::OfFile}, io);
    if (!loaded)
        return loaded.error();
    if (!optionsAreOfUse(arguments, {loaded->format}, io))
        return ExitStatus::Usage;

    const auto findings = policyFindings(
        loaded->policy,
        {.registryTarget = loaded->format->id == "reg", .beforeSp1 = arguments.has(QLatin1String("before-sp1"))});
    const Exposure exposure = exposureOf(loaded->policy);
    const Wording wording(io.locale);
    const Severity least = leastSeverity(arguments);
    const bool json = arguments.has(QLatin1String("json"));
    bool any = false;
    // One object in the end, but written piece by piece: there may be a million findings.
    if (json)
        io.out.write(QStringLiteral("{\"exposure\":\"%1\",\"findings\":[").arg(latin1(wordOf(exposure.level))));
    for (std::size_t i = 0; i < findings->size(); ++i) {
        if (severityOf(findings->code(i)) < least)
            continue;
        const Finding finding = (*findings)[i];
        if (json) {
            const QByteArray object = (any ? "," : "") + compact(objectOf(finding));
            io.out.write(std::string_view{object.constData(), static_cast<std::size_t>(object.size())});
        } else {
            io.out.write(lineOf(name, finding, wording));
        }
        any = true;
    }
    if (json)
        io.out.write(std::string_view{"]}\n"});
    else
        complain(io, name, wording.policyInWords(loaded->policy, exposure));
    return any ? ExitStatus::No : ExitStatus::Yes;
}

} // namespace relaytab
