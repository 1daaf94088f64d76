#include "backend/store/backup_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <pwd.h>
#include <unistd.h>

#include "backend/store/data_folder.h"
#include "backend/store/safe_file.h"

namespace relaytab {

namespace {

// TIME+USER+REASON+FILE, the last three percent-encoded and cut so that the whole is a legal file name.
constexpr QLatin1Char separator('+');
constexpr qsizetype userLength = 40;
constexpr qsizetype reasonLength = 60;
constexpr qsizetype fileLength = 80;

QString timeFormat()
{
    return QStringLiteral("yyyyMMdd'T'HHmmss.zzz'Z'");
}

enum class Keep { Start, End };

QString encoded(QString text, qsizetype length, Keep keep)
{
    for (;;) {
        const QByteArray bytes = text.toUtf8().toPercentEncoding();
        if (bytes.size() <= length)
            return QString::fromLatin1(bytes);
        if (keep == Keep::Start)
            text.chop(1);
        else
            text.remove(0, 1);
    }
}

QString decoded(const QString &text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toLatin1()));
}

/// Who is at the keyboard: behind sudo not root, but the one who called it.
QString userName()
{
    if (geteuid() == 0 && qEnvironmentVariableIsSet("SUDO_USER"))
        return qEnvironmentVariable("SUDO_USER");
    std::array<char, 4096> space;
    passwd entry = {};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, space.data(), space.size(), &found) == 0 && found != nullptr)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(geteuid());
}

/// The parts of a backup's name; fewer than four when it is none.
std::optional<Backup> backupFrom(const QFileInfo &file)
{
    const QStringList parts = file.fileName().split(separator);
    if (parts.size() != 4)
        return {};
    QDateTime time = QDateTime::fromString(parts[0], timeFormat());
    if (!time.isValid())
        return {};
    time.setTimeSpec(Qt::UTC);
    return Backup{
        .path = file.absoluteFilePath(), .time = time, .user = decoded(parts[1]), .reason = decoded(parts[2])};
}

Unexpected<StoreError> backupFailed(StoreError why)
{
    why.code = StoreErrorCode::BackupFailed;
    return Unexpected<StoreError>(std::move(why));
}

} // namespace

BackupFolder::BackupFolder(const QString &dataFolder, const QString &target)
    : m_target(target),
      m_folder(
          dataFolder + u"/backups/"
          + QString::fromLatin1(QCryptographicHash::hash(target.toUtf8(), QCryptographicHash::Blake2b_160).toHex()))
{ }

QString BackupFolder::newName(const QString &reason) const
{
    const QDir folder(m_folder);
    QDateTime time = QDateTime::currentDateTimeUtc();
    QString stamp = time.toString(timeFormat());
    while (!folder.entryList({stamp + u'*'}, QDir::Files).isEmpty()) {
        time = time.addMSecs(1);
        stamp = time.toString(timeFormat());
    }
    return folder.filePath(QStringList{stamp, encoded(userName(), userLength, Keep::Start),
                                       encoded(reason, reasonLength, Keep::Start),
                                       encoded(QFileInfo(m_target).fileName(), fileLength, Keep::End)}
                               .join(separator));
}

Expected<void, StoreError> BackupFolder::keep(const QString &reason, const Revision &expected) const
{
    const auto changed = [&] {
        return Unexpected<StoreError>({.code = StoreErrorCode::ChangedUnderneath, .path = m_target});
    };
    if (const auto made = makePrivateFolder(m_folder); !made)
        return backupFailed(made.error());
    auto original = BlockReader::open(m_target);
    if (!original)
        return original.error().code == StoreErrorCode::NotFound ? changed() : backupFailed(original.error());
    // Whatever is hidden here was left by a save that died: the lock of the target is held by us.
    const QDir folder(m_folder);
    const auto left = folder.entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden);
    for (const QString &name : left)
        QFile::remove(folder.filePath(name));

    const QString path = newName(reason);
    auto copy = SafeFile::open(path);
    if (!copy)
        return backupFailed(copy.error());
    const auto copied = copy->replace([&] { return original->next(); }, Revision{});
    if (!copied)
        return backupFailed(copied.error());
    if (*copied != expected) {
        QFile::remove(path);
        return changed();
    }

    // The clock may have gone back: the one just made stays, whatever its time.
    QList<Backup> others = list();
    others.removeIf([&](const Backup &backup) { return backup.path == path; });
    for (qsizetype i = mostKept - 1; i < others.size(); ++i)
        QFile::remove(others[i].path);
    return {};
}

QList<Backup> BackupFolder::list() const
{
    QList<Backup> backups;
    const auto files = QDir(m_folder).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) {
        if (auto backup = backupFrom(file))
            backups.append(*std::move(backup));
    }
    return backups;
}

} // namespace relaytab
