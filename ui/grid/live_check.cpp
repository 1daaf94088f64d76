#include "ui/grid/live_check.h"

#include "model/editing/typed_text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// Where the text at fault stands in what was typed.
QPoint faultIn(const QString &typed, const Finding &finding)
{
    const QString part = QString::fromStdString(finding.text);
    if (part.isEmpty())
        return {};
    const qsizetype from = finding.error ? static_cast<qsizetype>(finding.error->position) : 0;
    qsizetype at = typed.indexOf(part, std::min(from, typed.size()));
    if (at < 0)
        at = typed.indexOf(part);
    return at < 0 ? QPoint(0, static_cast<int>(typed.size()))
                  : QPoint(static_cast<int>(at), static_cast<int>(part.size()));
}

} // namespace

LiveCheck liveCheck(const RuleRow &before, RowPlace place, EntryCell cell, const QString &text)
{
    if (text.trimmed().isEmpty())
        return {}; // an untouched cell is no mistake
    const RuleRow row = cell == EntryCell::Net ? withNetTyped(before, text).front() : withMaskTyped(before, text);
    const std::vector<Finding> findings = rowFindings(row, place);
    if (findings.empty())
        return {};
    const Finding &first = findings.front();
    const Wording wording;
    return {.severity = severityOf(first.code),
            .status = wording.shortFinding(first),
            .message = wording.finding(first),
            .fix = first.fixes.empty() ? QString() : wording.fix(first, first.fixes.front()),
            .fault = faultIn(text, first)};
}

} // namespace relaytab
