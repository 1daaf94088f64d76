#include "backend/store/recovery.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>

#include "backend/store/data_folder.h"
#include "backend/store/file_store.h"
#include "backend/store/key_value_text.h"
#include "backend/store/safe_file.h"

namespace relaytab {

namespace {

// A draft is a head of key=value lines, a blank line, and three contents one after the other: bytes, original, origins.
// A `part` for each says how long it is and what it hashes to.
constexpr QByteArrayView endOfHead("\n\n");
constexpr qint64 longestHead = qint64(64) * 1024;
constexpr QLatin1String pathKey("path");
constexpr QLatin1String formatKey("format");
constexpr QLatin1String baseKey("base");
constexpr QLatin1String timeKey("time");
constexpr QLatin1String writtenAsKey("written-as");
constexpr QLatin1String readAsKey("read-as"); // only where there was a choice
constexpr QLatin1String partKey("part");

using Parts = std::array<QByteArray Draft::*, 3>;
constexpr Parts parts{&Draft::bytes, &Draft::original, &Draft::origins};

QString folderOfDrafts(const QString &dataFolder)
{
    return dataFolder + u"/recovery";
}

QByteArray headOf(const Draft &draft)
{
    KeyValueText head;
    head.setValues(pathKey, {draft.path});
    head.setValues(formatKey, {draft.format});
    head.setValues(baseKey, {QString::fromLatin1(draft.base.hash.toHex())});
    head.setValues(timeKey, {QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)});
    head.setValues(writtenAsKey, {draft.writtenAs});
    if (!draft.readAs.isEmpty())
        head.setValues(readAsKey, {draft.readAs});
    QStringList lengths;
    for (const auto part : parts)
        lengths.append(QString::number((draft.*part).size()) + u' '
                       + QString::fromLatin1(revisionOf(draft.*part).hash.toHex()));
    head.setValues(partKey, lengths);
    return head.render() + '\n';
}

struct Part {
    qint64 size = 0; ///< bytes
    Revision revision;
};

struct Head {
    Draft draft; ///< without its contents
    QDateTime time;
    std::array<Part, parts.size()> contents;
    qint64 size = 0; ///< bytes, with the blank line
};

/// Nothing when it is none.
std::optional<Head> headFrom(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf(endOfHead);
    if (end == -1)
        return {};
    const auto text = KeyValueText::parse(bytes.first(end).toByteArray());
    const auto value = [&](QLatin1String key) { return text.values(key).value(0); };
    Head head{.draft = {.path = value(pathKey),
                        .format = value(formatKey),
                        .base = {QByteArray::fromHex(value(baseKey).toLatin1())},
                        .writtenAs = value(writtenAsKey),
                        .bytes = {},
                        .original = {},
                        .origins = {},
                        .readAs = value(readAsKey)},
              .time = QDateTime::fromString(value(timeKey), Qt::ISODateWithMs),
              .contents = {},
              .size = end + endOfHead.size()};
    const QStringList lengths = text.values(partKey);
    if (!text.isWhole() || !head.time.isValid() || lengths.size() != qsizetype(parts.size()))
        return {};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QStringList words = lengths.at(qsizetype(i)).split(u' ');
        bool isNumber = false;
        head.contents[i] = {.size = words.first().toLongLong(&isNumber),
                            .revision = {QByteArray::fromHex(words.last().toLatin1())}};
        if (!isNumber || head.contents[i].size < 0 || head.contents[i].size > std::numeric_limits<int>::max())
            return {};
    }
    return head;
}

std::optional<Head> headOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto head = headFrom(file.read(longestHead));
    if (!head)
        return {};
    qint64 size = head->size;
    for (const Part &part : head->contents)
        size += part.size;
    return size == file.size() ? head : std::nullopt;
}

/// The draft with all it holds; nothing when it is damaged.
std::optional<Draft> wholeDraft(const QByteArray &bytes)
{
    auto head = headFrom(bytes);
    if (!head)
        return {};
    qint64 at = head->size;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QByteArray part = bytes.mid(at, head->contents[i].size);
        if (revisionOf(part) != head->contents[i].revision)
            return {};
        at += part.size();
        head->draft.*parts[i] = part;
    }
    return at == bytes.size() ? std::optional(std::move(head->draft)) : std::nullopt;
}

BlockSource blocksOf(const QByteArray &head, const Draft &draft)
{
    std::vector<QByteArrayView> blocks{head};
    for (const auto part : parts) {
        if (!(draft.*part).isEmpty()) // an empty block would be the end
            blocks.emplace_back(draft.*part);
    }
    return
        [blocks = std::move(blocks), next = std::size_t(0)]() mutable -> Expected<std::span<const char>, StoreError> {
            if (next == blocks.size())
                return std::span<const char>();
            const QByteArrayView block = blocks[next++];
            return std::span(block.data(), std::size_t(block.size()));
        };
}

/// A file that others cannot read, which it stays when it is replaced.
Expected<Revision, StoreError> makePrivateFile(const QString &path)
{
    const auto file = FileHandle::open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (!file.isValid())
        return cannotWrite(path, errno);
    return revisionOf(QByteArrayView());
}

class FileDraftKeeper final : public DraftKeeper
{
public:
    explicit FileDraftKeeper(const QString &dataFolder) : m_folder(folderOfDrafts(dataFolder)) { }
    FileDraftKeeper(const QString &dataFolder, SafeFile file, const Revision &revision)
        : m_folder(folderOfDrafts(dataFolder)), m_file(std::move(file)), m_revision(revision)
    { }

    [[nodiscard]] Expected<void, StoreError> keep(const Draft &draft) override;
    void discard() override;

private:
    [[nodiscard]] Expected<void, StoreError> begin();

    QString m_folder;
    std::optional<SafeFile> m_file; ///< its lock tells others that we live
    Revision m_revision; ///< of what is kept
};

Expected<void, StoreError> FileDraftKeeper::begin()
{
    if (const auto made = makePrivateFolder(m_folder); !made)
        return made;
    auto file = SafeFile::open(m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".draft");
    if (!file)
        return Unexpected<StoreError>(file.error());
    const auto made = makePrivateFile(file->target());
    if (!made)
        return Unexpected<StoreError>(made.error());
    m_file.emplace(*std::move(file));
    m_revision = *made;
    return {};
}

Expected<void, StoreError> FileDraftKeeper::keep(const Draft &draft)
{
    // Somebody who tidied up took draft and lock away: another lock is no longer ours to have.
    if (m_file && !QFileInfo::exists(m_file->target()))
        m_file.reset();
    if (!m_file) {
        if (const auto begun = begin(); !begun)
            return begun;
    }
    const QByteArray head = headOf(draft);
    const auto kept = m_file->replace(blocksOf(head, draft), m_revision);
    if (!kept && kept.error().code != StoreErrorCode::SavedNotDurable)
        return Unexpected<StoreError>(kept.error());
    m_revision = kept ? *kept : m_file->revision().value_or(Revision{});
    return {};
}

void FileDraftKeeper::discard()
{
    if (m_file)
        QFile::remove(m_file->target());
    m_file.reset();
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

/// Whether what the draft would write is what the file holds: the program died between saving and discarding.
bool isSaved(const Head &head)
{
    return !head.draft.path.isEmpty() && head.draft.writtenAs == head.draft.format
        && revisionAt(head.draft.path).value_or(Revision{}) == head.contents.front().revision;
}

} // namespace

std::unique_ptr<DraftKeeper> FileDrafts::makeKeeper()
{
    return std::make_unique<FileDraftKeeper>(m_dataFolder);
}

QList<AbandonedDraft> FileDrafts::abandoned()
{
    QList<AbandonedDraft> drafts;
    const QDir folder(folderOfDrafts(m_dataFolder));
    const auto names = draftNames(folder);
    for (const QString &name : names) {
        // Locked: its program lives. Else this takes away what a killed save left.
        const auto file = SafeFile::open(folder.filePath(name));
        if (!file)
            continue;
        const QFileInfo info(file->target());
        if (!info.exists())
            continue;
        const auto head = headOfFile(file->target());
        if (info.size() == 0 || (head && isSaved(*head)))
            QFile::remove(file->target());
        else if (head)
            drafts.append({.file = file->target(), .path = head->draft.path, .time = head->time});
        else
            drafts.append({.file = file->target(),
                           .path = {},
                           .time = info.lastModified().toUTC(),
                           .state = AbandonedDraft::State::Damaged});
    }
    std::sort(drafts.begin(), drafts.end(),
              [](const AbandonedDraft &a, const AbandonedDraft &b) { return a.time > b.time; });
    return drafts;
}

Expected<DraftStore::Taken, StoreError> FileDrafts::take(const AbandonedDraft &draft)
{
    auto file = SafeFile::open(draft.file);
    if (!file)
        return Unexpected<StoreError>(file.error());
    auto stored = FileStore({}).load(file->target());
    if (!stored)
        return Unexpected<StoreError>(stored.error());
    auto whole = wholeDraft(stored->bytes);
    if (!whole)
        return Unexpected<StoreError>({.code = StoreErrorCode::VerifyFailed, .path = draft.file});
    return Taken{.draft = *std::move(whole),
                 .keeper = std::make_shared<FileDraftKeeper>(m_dataFolder, *std::move(file), stored->revision)};
}

void FileDrafts::remove(const AbandonedDraft &draft)
{
    if (const auto file = SafeFile::open(draft.file))
        QFile::remove(file->target());
}

} // namespace relaytab
