#include "backend/store/recovery.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QUuid>

#include <algorithm>

#include "backend/store/data_folder.h"
#include "backend/store/file_store.h"
#include "backend/store/key_value_text.h"

namespace relaytab {

namespace {

// A draft is a head of key=value lines, a blank line, and the bytes as they are.
constexpr QByteArrayView endOfHead("\n\n");
constexpr QLatin1String pathKey("path");
constexpr QLatin1String formatKey("format");
constexpr QLatin1String baseKey("base");
constexpr QLatin1String timeKey("time");

QString folderOfDrafts(const QString &dataFolder)
{
    return dataFolder + u"/recovery";
}

QByteArray written(const Draft &draft)
{
    KeyValueText head;
    head.setValues(pathKey, {draft.path});
    head.setValues(formatKey, {draft.format});
    head.setValues(baseKey, {QString::fromLatin1(draft.base.hash.toHex())});
    head.setValues(timeKey, {QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)});
    return head.render() + '\n' + draft.bytes;
}

std::optional<AbandonedDraft> read(const QString &file)
{
    const auto stored = FileStore({}).load(file);
    const auto end = stored ? stored->bytes.indexOf(endOfHead) : -1;
    if (end == -1)
        return {};
    const auto head = KeyValueText::parse(stored->bytes.first(end));
    const auto value = [&](QLatin1String key) { return head.values(key).value(0); };
    const auto time = QDateTime::fromString(value(timeKey), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return AbandonedDraft{.draft = {.path = value(pathKey),
                                    .format = value(formatKey),
                                    .base = {QByteArray::fromHex(value(baseKey).toLatin1())},
                                    .bytes = stored->bytes.mid(end + endOfHead.size())},
                          .time = time,
                          .current = {},
                          .file = file};
}

/// Every draft there is or was begun: a program may have died before its first one was whole.
QSet<QString> draftNames(const QDir &folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\.?([^.]+\\.draft)(\\.lock|\\.relaytab-new)?$"));
    QSet<QString> names;
    const auto entries = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &entry : entries) {
        if (const auto match = pattern.match(entry); match.hasMatch())
            names.insert(match.captured(1));
    }
    return names;
}

} // namespace

Expected<void, StoreError> DraftKeeper::keep(const Draft &draft)
{
    if (!m_file) {
        const QString folder = folderOfDrafts(m_dataFolder);
        if (const auto made = makePrivateFolder(folder); !made)
            return made;
        auto file = SafeFile::open(folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".draft");
        if (!file)
            return Unexpected<StoreError>(file.error());
        m_file.emplace(*std::move(file));
    }
    const QByteArray bytes = written(draft);
    const auto kept = m_file->revision().and_then([&](const Revision &now) { return m_file->replace(bytes, now); });
    if (!kept)
        return Unexpected<StoreError>(kept.error());
    return {};
}

void DraftKeeper::discard()
{
    if (m_file)
        QFile::remove(m_file->target());
    m_file.reset();
}

QList<AbandonedDraft> abandonedDrafts(const QString &dataFolder)
{
    QList<AbandonedDraft> drafts;
    const QDir folder(folderOfDrafts(dataFolder));
    const auto names = draftNames(folder);
    for (const QString &name : names) {
        // Locked: its program lives. Else this takes away what a killed save left.
        const auto file = SafeFile::open(folder.filePath(name));
        if (!file)
            continue;
        auto found = read(file->target());
        if (!found)
            continue;
        if (!found->draft.path.isEmpty())
            found->current = revisionAt(found->draft.path).value_or(Revision{});
        if (found->current == revisionOf(found->draft.bytes))
            QFile::remove(found->file);
        else
            drafts.append(*std::move(found));
    }
    std::sort(drafts.begin(), drafts.end(),
              [](const AbandonedDraft &a, const AbandonedDraft &b) { return a.time > b.time; });
    return drafts;
}

void removeDraft(const AbandonedDraft &draft)
{
    QFile::remove(draft.file);
}

} // namespace relaytab
