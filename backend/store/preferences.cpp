#include "backend/store/preferences.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

#include "backend/store/backup_folder.h"
#include "backend/store/data_folder.h"
#include "backend/store/file_store.h"
#include "backend/store/key_value_text.h"
#include "backend/store/safe_file.h"

namespace relaytab {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

/// A preference as lines of the file: read() leaves it alone when the values make no sense.
struct Key {
    QLatin1String name;
    void (*read)(Preferences &to, const QStringList &values);
    QStringList (*write)(const Preferences &from);
};

template <QString Preferences::*Member>
constexpr Key textKey(const char *name)
{
    return {.name = QLatin1String(name),
            .read = [](Preferences &to, const QStringList &values) { to.*Member = values.last(); },
            .write = [](const Preferences &from) { return QStringList{from.*Member}; }};
}

template <QStringList Preferences::*Member>
constexpr Key listKey(const char *name)
{
    return {.name = QLatin1String(name),
            .read = [](Preferences &to, const QStringList &values) { to.*Member = values; },
            .write = [](const Preferences &from) { return from.*Member; }};
}

template <bool Preferences::*Member>
constexpr Key switchKey(const char *name)
{
    return {.name = QLatin1String(name),
            .read =
                [](Preferences &to, const QStringList &values) {
                    if (values.last() == u"true" || values.last() == u"false")
                        to.*Member = values.last() == u"true";
                },
            .write =
                [](const Preferences &from) {
                    return QStringList{from.*Member ? QStringLiteral("true") : QStringLiteral("false")};
                }};
}

template <QByteArray Preferences::*Member>
constexpr Key bytesKey(const char *name)
{
    return {
        .name = QLatin1String(name),
        .read = [](Preferences &to,
                   const QStringList &values) { to.*Member = QByteArray::fromBase64(values.last().toLatin1()); },
        .write = [](const Preferences &from) { return QStringList{QString::fromLatin1((from.*Member).toBase64())}; }};
}

constexpr std::array<QLatin1String, 3> appearanceWords{QLatin1String("system"), QLatin1String("light"),
                                                       QLatin1String("dark")};

void readAppearance(Preferences &to, const QStringList &values)
{
    const auto word = std::find(appearanceWords.begin(), appearanceWords.end(), values.last());
    if (word != appearanceWords.end())
        to.appearance = Appearance(word - appearanceWords.begin());
}

QStringList writeAppearance(const Preferences &from)
{
    return {appearanceWords.at(std::size_t(from.appearance))};
}

constexpr std::array keys{
    textKey<&Preferences::language>("language"),
    Key{QLatin1String("appearance"), readAppearance, writeAppearance},
    switchKey<&Preferences::reducedMotion>("reduced-motion"),
    switchKey<&Preferences::showPrefixLengths>("show-prefix-lengths"),
    switchKey<&Preferences::literalReading>("literal-reading"),
    switchKey<&Preferences::orderHintSeen>("order-hint-seen"),
    listKey<&Preferences::recentFiles>("recent-file"),
    bytesKey<&Preferences::windowGeometry>("window-geometry"),
    bytesKey<&Preferences::columnsSplit>("columns-split"),
    bytesKey<&Preferences::rowsSplit>("rows-split"),
};

struct FileNow {
    QByteArray bytes;
    Revision revision;
};

Expected<FileNow, StoreError> readNow(const QString &path)
{
    const auto stored = FileStore({}).load(path, {.ceiling = largestFile});
    if (stored)
        return FileNow{.bytes = stored->bytes, .revision = stored->revision};
    if (stored.error().code == StoreErrorCode::NotFound)
        return FileNow{};
    return Unexpected<StoreError>(stored.error());
}

} // namespace

PreferenceFile::PreferenceFile(const QString &configFolder, const QString &dataFolder)
    : m_path(configFolder + u"/preferences"), m_dataFolder(dataFolder)
{ }

Preferences PreferenceFile::load()
{
    m_known = {};
    const auto text = KeyValueText::parse(readNow(m_path).value_or(FileNow{}).bytes);
    for (const Key &key : keys) {
        if (const QStringList values = text.values(key.name); !values.isEmpty())
            key.read(m_known, values);
    }
    return m_known;
}

Expected<void, StoreError> PreferenceFile::save(const Preferences &preferences)
{
    if (preferences == m_known)
        return {};
    if (const auto made = makePrivateFolder(QFileInfo(m_path).absolutePath()); !made)
        return made;
    auto file = SafeFile::open(m_path);
    if (!file)
        return Unexpected<StoreError>(file.error());
    const auto now = readNow(m_path);
    if (!now)
        return Unexpected<StoreError>(now.error());
    auto text = KeyValueText::parse(now->bytes);
    if (!text.isWhole()) {
        const auto kept = BackupFolder(m_dataFolder, file->target()).keep(QStringLiteral("broken"), now->revision);
        if (!kept)
            return kept;
    }
    for (const Key &key : keys) {
        if (const QStringList values = key.write(preferences); values != key.write(m_known))
            text.setValues(key.name, values);
    }
    const auto saved = file->replace(text.render(), now->revision);
    if (!saved)
        return Unexpected<StoreError>(saved.error());
    m_known = preferences;
    return {};
}

} // namespace relaytab
