#include "ui/review/text_difference.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

#include "model/analysis/line_difference.h"

namespace relaytab {

namespace {

constexpr qsizetype largestFile = qsizetype(64) << 20;
constexpr std::size_t context = 3;
constexpr std::size_t shownLines = 2000;
constexpr std::size_t shownBytes = 2000; ///< of one line

QByteArray asUtf8(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding || *encoding == QStringConverter::Utf8)
        return bytes;
    return QString(QStringDecoder(*encoding).decode(bytes)).toUtf8();
}

std::vector<std::string_view> linesOf(const QByteArray &text)
{
    std::vector<std::string_view> lines;
    std::string_view rest(text.constData(), static_cast<std::size_t>(text.size()));
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    return lines;
}

QString shown(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    const std::string_view start = line.substr(0, shownBytes);
    QString text = QString::fromUtf8(start.data(), static_cast<qsizetype>(start.size()));
    if (start.size() < line.size())
        text += u'…';
    return text;
}

class Writer
{
public:
    explicit Writer(TextDifference &difference) : m_difference(difference) { }

    void write(TextDifference::Sign sign, std::string_view line)
    {
        if (m_difference.lines.size() < shownLines)
            m_difference.lines.push_back({sign, sign == TextDifference::Sign::Skipped ? QString() : shown(line)});
        else
            m_difference.isCut = true;
    }

private:
    TextDifference &m_difference;
};

} // namespace

TextDifference textDifference(const QByteArray &before, const QByteArray &after)
{
    using Sign = TextDifference::Sign;
    TextDifference difference;
    if (before == after)
        return difference;
    if (std::max(before.size(), after.size()) > largestFile) {
        difference.isTooLarge = true;
        return difference;
    }
    const QByteArray oldText = asUtf8(before);
    const QByteArray newText = asUtf8(after);
    const std::vector<std::string_view> oldLines = linesOf(oldText);
    const std::vector<std::string_view> newLines = linesOf(newText);
    Writer writer(difference);
    std::size_t at = 0; // in the old text
    bool isFirst = true;
    for (const LineChange &change : lineDifference(oldLines, newLines)) {
        // The end of what surrounds the change before, and the beginning of what surrounds this one.
        const std::size_t first = change.before - std::min(context, change.before - at);
        if (!std::exchange(isFirst, false)) {
            const std::size_t end = std::min(at + context, first);
            while (at < end)
                writer.write(Sign::Same, oldLines[at++]);
        }
        if (at < first) {
            writer.write(Sign::Skipped, {});
            at = first;
        }
        while (at < change.before)
            writer.write(Sign::Same, oldLines[at++]);
        for (std::size_t i = 0; i < change.removed; ++i)
            writer.write(Sign::Removed, oldLines[at++]);
        for (std::size_t i = 0; i < change.added; ++i)
            writer.write(Sign::Added, newLines[change.after + i]);
        at = change.before + change.removed;
    }
    const std::size_t end = std::min(at + context, oldLines.size());
    while (at < end)
        writer.write(Sign::Same, oldLines[at++]);
    if (at < oldLines.size())
        writer.write(Sign::Skipped, {});
    return difference;
}

} // namespace relaytab
