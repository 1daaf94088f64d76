#include <QtTest>

#include <optional>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backend/store/file_store.h"
#include "tests/store/files.h"

using namespace relaytab;

namespace {

constexpr qsizetype oldSize = 10'000;

bool writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Puts a file system of 64 KiB over the folder, for this process only.
bool mountSmallDisk(const QString &folder)
{
    const uid_t user = geteuid();
    const gid_t group = getegid();
    const bool isRoot = user == 0;
    if (unshare(isRoot ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) == -1)
        return false;
    if (!isRoot
        && !(writeTo("/proc/self/setgroups", "deny")
             && writeTo("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
             && writeTo("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1")))
        return false;
    return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=64k") == 0;
}

/// Saves larger and larger contents over an old one; what went wrong, or nothing.
QByteArray saveUntilFull(const QString &disk, const QString &data)
{
    const QString path = disk + u"/policy.yaml";
    const QByteArray before(oldSize, 'o');
    FileStore store(data);
    int saved = 0;
    int refused = 0;
    for (qsizetype size = 1000; size < 100'000; size += 1000) {
        files::write(path, before);
        const QByteArray after(size, 'n');
        const auto result = store.save(path, after, revisionOf(before), QStringLiteral("save"));
        const QByteArray now = files::read(path);
        if (result ? now != after : now != before)
            return "size " + QByteArray::number(size) + ": neither old nor new, or not as reported";
        if (!result && result.error().systemError != ENOSPC)
            return "size " + QByteArray::number(size) + ": another error: " + strerror(result.error().systemError);
        ++(result ? saved : refused);
        if (files::names(disk).contains(QStringLiteral(".policy.yaml.relaytab-new")))
            return "a temporary stayed";
        QDir(disk + u"/data").removeRecursively();
    }
    if (saved == 0 || refused == 0)
        return "saved " + QByteArray::number(saved) + ", refused " + QByteArray::number(refused);
    return {};
}

} // namespace

/// A disk that is really full.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOldContent_data();
    void keepsTheOldContent();
};

void TestFullDisk::keepsTheOldContent_data()
{
    QTest::addColumn<bool>("backupsToo");
    QTest::newRow("of the policy") << false;
    QTest::newRow("of the policy and the backups") << true;
}

void TestFullDisk::keepsTheOldContent()
{
    QFETCH(bool, backupsToo);
    constexpr int notAllowed = 77;
    const QTemporaryDir disk;
    const QTemporaryDir elsewhere;
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        if (!mountSmallDisk(disk.path()))
            _exit(notAllowed);
        const QByteArray fault =
            saveUntilFull(disk.path(), backupsToo ? disk.filePath(QStringLiteral("data")) : elsewhere.path());
        (void)!::write(ends[1], fault.constData(), std::size_t(fault.size()));
        _exit(0);
    }
    ::close(ends[1]);
    QFile from;
    QVERIFY(from.open(ends[0], QIODevice::ReadOnly, QFile::AutoCloseHandle));
    const QByteArray fault = from.readAll();
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    if (WEXITSTATUS(status) == notAllowed)
        QSKIP("mounting a small file system is not allowed here (unshare, mount)");
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(fault, QByteArray());
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
