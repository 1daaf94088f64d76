#include "ui/files/draft_io.h"

#include "model/wording/text.h"

namespace relaytab {

namespace {

constexpr std::string_view project("yaml"); // holds every policy
constexpr QLatin1String byEncoding("encoding"); // RegReading::ByEncoding, in a draft

QString idOf(const Format *format)
{
    return format == nullptr ? QString() : text(format->id);
}

const Format *formatNamed(const QString &id)
{
    return formatById(id.toStdString());
}

/// A line a list, of runs as FIRST+COUNT: origins that count up from FIRST, or are all 0.
QByteArray originsOf(const RelayPolicy &policy)
{
    QByteArray lines;
    for (const ListKind list : allLists) {
        std::size_t first = 0;
        std::size_t count = 0;
        const auto endRun = [&] {
            if (count > 0)
                lines += QByteArray::number(static_cast<qulonglong>(first)) + '+'
                    + QByteArray::number(static_cast<qulonglong>(count)) + ' ';
        };
        for (const RuleList::RowView row : policy.list(list)) {
            const std::size_t origin = row.origin();
            if (count > 0 && origin == (first == 0 ? 0 : first + count)) {
                ++count;
                continue;
            }
            endRun();
            first = origin;
            count = 1;
        }
        endRun();
        lines += '\n';
    }
    return lines;
}

/// The list with the origins of such a line; nothing when the line is of another list.
std::optional<RuleList> withOrigins(const RuleList &rows, const QByteArray &line)
{
    RuleList result;
    auto row = rows.begin();
    for (const QByteArray &run : line.split(' ')) {
        if (run.isEmpty())
            continue;
        const qsizetype plus = run.indexOf('+');
        const RuleList::Origin first = run.left(plus).toUInt();
        const qulonglong count = run.mid(plus + 1).toULongLong();
        for (qulonglong i = 0; i < count; ++i, ++row) {
            if (row == rows.end())
                return {};
            result.append((*row).row(), first == 0 ? 0 : first + static_cast<RuleList::Origin>(i));
        }
    }
    return row == rows.end() ? std::optional(std::move(result)) : std::nullopt;
}

void setOrigins(RelayPolicy &policy, const QByteArray &origins)
{
    const auto lines = origins.split('\n');
    for (std::size_t i = 0; i < allLists.size(); ++i) {
        RuleList &rows = policy.list(allLists[i]);
        if (auto list = withOrigins(rows, lines.value(static_cast<qsizetype>(i))))
            rows = *std::move(list);
    }
}

/// What the file holds now, and whether it may be written.
void readFile(Store &store, RestoredPolicy &restored)
{
    const auto now = store.load(restored.path);
    if (!now)
        return; // the watch tells that it is gone
    restored.read.writable = now->writable;
    restored.read.reason = now->reason;
    if (restored.read.format == nullptr)
        return;
    if (auto parsed = restored.read.format->parse(viewOf(now->bytes), restored.read.options))
        restored.stored = std::move(parsed->policy);
}

} // namespace

Expected<Draft, FileFault> renderDraft(const RelayPolicy &policy, const KeptFile &source, const ParseOptions &options,
                                       const QString &path, const Revision &base)
{
    Draft draft{.path = path,
                .format = idOf(source.format),
                .base = base,
                .writtenAs = idOf(source.format),
                .bytes = {},
                .original = {},
                .origins = {},
                .readAs = options.regReading == RegReading::ByEncoding ? QString(byEncoding) : QString()};
    if (source.format != nullptr) {
        auto rendered = renderFile(*source.format, policy, source, options, path);
        if (rendered && rendered->losses.empty()) {
            draft.bytes = std::move(rendered->bytes);
            return draft;
        }
    }
    const Format &whole = *formatById(project);
    auto rendered = renderFile(whole, policy, {}, options, path);
    if (!rendered)
        return Unexpected<FileFault>(std::move(rendered.error()));
    draft.writtenAs = idOf(&whole);
    draft.bytes = std::move(rendered->bytes);
    draft.original = source.bytes.bytes();
    if (!draft.original.isEmpty())
        draft.origins = originsOf(policy);
    return draft;
}

Expected<RestoredPolicy, FileFault> restorePolicy(Store &store, DraftStore &drafts, const AbandonedDraft &draft)
{
    auto taken = drafts.take(draft);
    if (!taken)
        return Unexpected<FileFault>({draft.file, std::move(taken.error())});
    const Draft &found = taken->draft;
    const Format *writtenAs = formatNamed(found.writtenAs);
    if (writtenAs == nullptr)
        return Unexpected<FileFault>({draft.file, UnknownFormat{}});
    const ParseOptions options{.regReading =
                                   found.readAs == byEncoding ? RegReading::ByEncoding : RegReading::ByHeader};
    auto parsed = writtenAs->parse(viewOf(found.bytes), options);
    if (!parsed)
        return Unexpected<FileFault>({draft.file, std::move(parsed.error())});

    RestoredPolicy restored{.path = found.path, .read = {}, .stored = {}, .keeper = taken->keeper};
    restored.read.format = formatNamed(found.format);
    restored.read.options = options;
    restored.read.revision = found.base;
    if (restored.read.format == writtenAs && found.original.isEmpty()) {
        restored.read.original = KeptBytes(found.bytes);
    } else if (!found.original.isEmpty()) {
        restored.read.original = KeptBytes(found.original);
        setOrigins(parsed->policy, found.origins);
    }
    restored.read.policy = std::move(parsed->policy);
    restored.read.notes = std::move(parsed->notes);
    if (!found.path.isEmpty())
        readFile(store, restored);
    return restored;
}

} // namespace relaytab
