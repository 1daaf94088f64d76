#include "model/editing/client_list.h"

#include <algorithm>

#include "model/editing/typed_text.h"

namespace relaytab {

namespace {

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool saysNothing(QStringView line)
{
    return line.isEmpty() || line.startsWith(u'#');
}

/// Calls `take(line without blanks around it, its number from 1)` until it returns false.
template <typename Take>
void visitLines(const QString &text, Take take)
{
    const QStringView all(text);
    std::uint32_t number = 1;
    for (qsizetype begin = 0; begin <= all.size(); ++number) {
        qsizetype end = begin;
        while (end < all.size() && !endsLine(all[end]))
            ++end;
        if (!take(all.sliced(begin, end - begin).trimmed(), number))
            return;
        const bool isPair = end + 1 < all.size() && all[end] == u'\r' && all[end + 1] == u'\n';
        begin = end + (isPair ? 2 : 1);
    }
}

ClientQuestion questionOf(const QString &text)
{
    auto entry = parseEntry(cleanEntry(text).toStdString());
    if (!entry)
        return std::monostate{};
    const Rule &first = entry->rules.front();
    if (entry->rules.size() == 1 && first.mask.bits == allOnes(first.mask.family))
        return first.net;
    for (Rule &rule : entry->rules)
        rule.net.bits &= rule.mask.bits;
    return std::move(entry->rules);
}

} // namespace

bool isClientList(const QString &text)
{
    int lines = 0;
    visitLines(text, [&lines](QStringView line, std::uint32_t) {
        lines += saysNothing(line) ? 0 : 1;
        return lines < 2;
    });
    return lines == 2;
}

std::optional<ClientList> clientListOf(const QString &text, const Progress &progress)
{
    ProgressMeter meter(progress);
    if (!meter.startStretch(1))
        return std::nullopt;
    const auto about = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), endsLine)) + 1;
    ClientList list;
    bool goesOn = true;
    visitLines(text, [&](QStringView line, std::uint32_t number) {
        if (!saysNothing(line)) {
            list.lines.push_back({line.toString(), number});
            list.questions.push_back(questionOf(list.lines.back().text));
        }
        goesOn = meter.step(about);
        return goesOn;
    });
    return goesOn ? std::optional(std::move(list)) : std::nullopt;
}

EntryError whyNoClient(const QString &text)
{
    return parseEntry(cleanEntry(text).toStdString()).error();
}

} // namespace relaytab
