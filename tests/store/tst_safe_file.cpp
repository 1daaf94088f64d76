#include <QtTest>

#include <memory>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "backend/store/safe_file.h"
#include "tests/store/files.h"

using namespace relaytab;
using files::read;
using files::write;

namespace {

Expected<Revision, StoreError> save(const QString &path, const QByteArray &bytes)
{
    auto file = SafeFile::open(path);
    if (!file)
        return Unexpected<StoreError>(file.error());
    return file->revision().and_then([&](const Revision &now) { return file->replace(singleBlock(bytes), now); });
}

struct stat statusOf(const QString &path)
{
    struct stat status = {};
    stat(QFile::encodeName(path).constData(), &status);
    return status;
}

QByteArray attribute(const QString &path, const char *name)
{
    QByteArray value(256, '\0');
    const auto length = getxattr(QFile::encodeName(path).constData(), name, value.data(), 256);
    return length == -1 ? QByteArray("(none)") : value.first(length);
}

bool setAttribute(const QString &path, const char *name, const QByteArray &value)
{
    return setxattr(QFile::encodeName(path).constData(), name, value.constData(), std::size_t(value.size()), 0) == 0;
}

/// The kernel's form of an ACL: owner rw, user 4711 as given, group r, mask as given, others none.
QByteArray acl(char user, char mask)
{
    const auto entry = [](char tag, char permissions, const char *id) {
        return QByteArray().append(tag).append('\0').append(permissions).append('\0').append(id, 4);
    };
    const char nobody[] = "\xff\xff\xff\xff";
    return QByteArray("\2\0\0\0", 4) + entry(1, 6, nobody) + entry(2, user, "\x67\x12\0\0") + entry(4, 4, nobody)
        + entry(16, mask, nobody) + entry(32, 0, nobody);
}

} // namespace

class TestSafeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replacesAndCreates_data();
    void replacesAndCreates();
    void aNewFileTakesTheUmask_data();
    void aNewFileTakesTheUmask();
    void keepsMode_data();
    void keepsMode();
    void keepsOwnerAndGroup();
    void refusesAnOwnerItCannotKeep();
    void keepsAttributesAndAcl();
    void takesNoMoreThanTheOriginalHad();
    void followsLinks_data();
    void followsLinks();
    void refusesALoopOfLinks();
    void refusesAFileWithSeveralNames();
    void refusesWhatMayNotBeWritten_data();
    void refusesWhatMayNotBeWritten();
    void oneAtATime();
    void aLockOfTheDeadIsNone();
    void cleansUpAfterAKilledSave();
    void refusesAChangeBetweenOpenAndReplace();
    void aFaultOfTheSourceLeavesTheOld();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSafeFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = path(QStringLiteral("policy.yaml"));
}

void TestSafeFile::replacesAndCreates_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("new") << QByteArray() << QByteArray("new");
    QTest::newRow("new and empty") << QByteArray() << QByteArray("");
    QTest::newRow("shorter") << QByteArray("a long text") << QByteArray("short");
    QTest::newRow("emptied") << QByteArray("old") << QByteArray("");
    QTest::newRow("binary") << QByteArray("old") << QByteArray("\0\xff\r\n", 4);
    QTest::newRow("larger than a block") << QByteArray("old") << QByteArray(3 * 256 * 1024 + 1, 'x');
}

void TestSafeFile::replacesAndCreates()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    if (!before.isNull())
        write(m_file, before);
    QCOMPARE(save(m_file, after).value(), revisionOf(after));
    QCOMPARE(read(m_file), after);
    QCOMPARE(files::names(m_folder->path()), QStringList{QStringLiteral("policy.yaml")});
}

void TestSafeFile::aNewFileTakesTheUmask_data()
{
    QTest::addColumn<unsigned>("mask");
    QTest::addColumn<unsigned>("mode");
    QTest::newRow("022") << 0022U << 0644U;
    QTest::newRow("077") << 0077U << 0600U;
    QTest::newRow("002") << 0002U << 0664U;
}

void TestSafeFile::aNewFileTakesTheUmask()
{
    QFETCH(unsigned, mask);
    QFETCH(unsigned, mode);
    const mode_t before = umask(mask);
    const auto saved = save(m_file, "new");
    umask(before);
    QVERIFY(saved);
    QCOMPARE(statusOf(m_file).st_mode & 07777U, mode);
}

void TestSafeFile::keepsMode_data()
{
    QTest::addColumn<unsigned>("mode");
    for (const unsigned mode : {0600U, 0640U, 0666U, 0755U, 02664U})
        QTest::addRow("0%o", mode) << mode;
}

void TestSafeFile::keepsMode()
{
    QFETCH(unsigned, mode);
    write(m_file, "old");
    QCOMPARE(chmod(QFile::encodeName(m_file).constData(), mode), 0);
    QVERIFY(save(m_file, "new"));
    QCOMPARE(statusOf(m_file).st_mode & 07777U, mode);
}

void TestSafeFile::keepsOwnerAndGroup()
{
    if (geteuid() != 0)
        QSKIP("only root may give a file away");
    write(m_file, "old");
    QCOMPARE(chown(QFile::encodeName(m_file).constData(), 4711, 4712), 0);
    QCOMPARE(chmod(QFile::encodeName(m_file).constData(), 06755), 0);
    QVERIFY(save(m_file, "new"));
    const auto status = statusOf(m_file);
    QCOMPARE(status.st_uid, 4711U);
    QCOMPARE(status.st_gid, 4712U);
    QCOMPARE(status.st_mode & 07777U, 06755U);
}

void TestSafeFile::refusesAnOwnerItCannotKeep()
{
    if (geteuid() != 0)
        QSKIP("only root may give a file away and become another");
    write(m_file, "old");
    QCOMPARE(chmod(QFile::encodeName(m_file).constData(), 0666), 0);
    QCOMPARE(chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
    QCOMPARE(seteuid(4711), 0);
    const auto saved = save(m_file, "new");
    QCOMPARE(seteuid(0), 0);
    QCOMPARE(saved.error().code, StoreErrorCode::CannotKeepOwner);
    QCOMPARE(saved.error().fact, QStringLiteral("owner"));
    QCOMPARE(read(m_file), QByteArray("old"));
}

void TestSafeFile::keepsAttributesAndAcl()
{
    write(m_file, "old");
    if (!setAttribute(m_file, "user.comment", "mail team") || !setAttribute(m_file, "user.empty", ""))
        QSKIP("the file system of the temporary folder has no extended attributes");
    QVERIFY(setAttribute(m_file, "system.posix_acl_access", acl(6, 6)));
    const auto mode = statusOf(m_file).st_mode;
    QVERIFY(save(m_file, "new"));
    QCOMPARE(attribute(m_file, "user.comment"), QByteArray("mail team"));
    QCOMPARE(attribute(m_file, "user.empty"), QByteArray());
    QCOMPARE(attribute(m_file, "system.posix_acl_access"), acl(6, 6));
    QCOMPARE(statusOf(m_file).st_mode, mode);
}

/// What the folder's default ACL gives to new files must not open a file that has no ACL.
void TestSafeFile::takesNoMoreThanTheOriginalHad()
{
    write(m_file, "old");
    QCOMPARE(chmod(QFile::encodeName(m_file).constData(), 0660), 0);
    if (!setAttribute(m_folder->path(), "system.posix_acl_default", acl(6, 6)))
        QSKIP("the file system of the temporary folder has no ACL");
    QVERIFY(save(m_file, "new"));
    QCOMPARE(attribute(m_file, "system.posix_acl_access"), QByteArray("(none)"));
    QCOMPARE(statusOf(m_file).st_mode & 07777U, 0660U);

    const QString fresh = path(QStringLiteral("fresh.yaml"));
    QVERIFY(save(fresh, "new"));
    QCOMPARE(attribute(fresh, "system.posix_acl_access"), acl(6, 6));
}

void TestSafeFile::followsLinks_data()
{
    QTest::addColumn<QStringList>("links"); // each leads to the next
    QTest::addColumn<bool>("exists");
    const QStringList one{QStringLiteral("a"), QStringLiteral("real/policy.yaml")};
    const QStringList two{QStringLiteral("a"), QStringLiteral("./real/b"), QStringLiteral("policy.yaml")};
    QTest::newRow("to a file") << one << true;
    QTest::newRow("to nothing yet") << one << false;
    QTest::newRow("chain to a file") << two << true;
    QTest::newRow("chain to nothing yet") << two << false;
}

void TestSafeFile::followsLinks()
{
    QFETCH(QStringList, links);
    QFETCH(bool, exists);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("real")));
    const QString target = path(QStringLiteral("real/policy.yaml"));
    if (exists)
        write(target, "old");
    for (qsizetype i = 0; i + 1 < links.size(); ++i)
        QCOMPARE(symlink(QFile::encodeName(links[i + 1]).constData(), QFile::encodeName(path(links[i])).constData()),
                 0);
    const QString link = path(QStringLiteral("a"));
    QCOMPARE(resolvedPath(link).value(), QFileInfo(path(QStringLiteral("real"))).canonicalFilePath() + u"/policy.yaml");
    QVERIFY(save(link, "new"));
    QCOMPARE(read(target), QByteArray("new"));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(!QFileInfo(target).isSymLink());
}

void TestSafeFile::refusesALoopOfLinks()
{
    QVERIFY(QFile::link(path(QStringLiteral("b")), path(QStringLiteral("a"))));
    QVERIFY(QFile::link(path(QStringLiteral("a")), path(QStringLiteral("b"))));
    QCOMPARE(save(path(QStringLiteral("a")), "new").error().systemError, ELOOP);
}

void TestSafeFile::refusesAFileWithSeveralNames()
{
    write(m_file, "old");
    QCOMPARE(
        link(QFile::encodeName(m_file).constData(), QFile::encodeName(path(QStringLiteral("other name"))).constData()),
        0);
    const auto saved = save(m_file, "new");
    QCOMPARE(saved.error().code, StoreErrorCode::HardLinked);
    QCOMPARE(saved.error().fact, QStringLiteral("2"));
    QCOMPARE(read(m_file), QByteArray("old"));
}

void TestSafeFile::refusesWhatMayNotBeWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<unsigned>("fileMode");
    QTest::addColumn<unsigned>("folderMode");
    QTest::addColumn<StoreErrorCode>("code");
    const QString file = QStringLiteral("folder/file");
    QTest::newRow("read-only file") << file << 0444U << 0777U << StoreErrorCode::NotWritable;
    QTest::newRow("read-only folder") << file << 0666U << 0555U << StoreErrorCode::NotWritable;
    QTest::newRow("no folder") << QStringLiteral("absent/file") << 0666U << 0777U << StoreErrorCode::NotFound;
    QTest::newRow("a folder") << QStringLiteral("folder") << 0666U << 0777U << StoreErrorCode::NotWritable;
    QTest::newRow("a folder's name") << QStringLiteral("absent/") << 0666U << 0777U << StoreErrorCode::NotFound;
}

void TestSafeFile::refusesWhatMayNotBeWritten()
{
    QFETCH(QString, name);
    QFETCH(unsigned, fileMode);
    QFETCH(unsigned, folderMode);
    QFETCH(StoreErrorCode, code);
    const uid_t user = geteuid() == 0 ? 4711 : geteuid();
    const QString folder = path(QStringLiteral("folder"));
    const QString file = path(QStringLiteral("folder/file"));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    write(file, "old");
    for (const QString &each : {file, folder, m_folder->path()})
        QCOMPARE(chown(QFile::encodeName(each).constData(), user, gid_t(-1)), 0);
    QCOMPARE(chmod(QFile::encodeName(file).constData(), fileMode), 0);
    QCOMPARE(chmod(QFile::encodeName(folder).constData(), folderMode), 0);

    // Root may do anything, so that the refusals show only to somebody else.
    const uid_t before = geteuid();
    QCOMPARE(seteuid(user), 0);
    const auto saved = save(path(name), "new");
    QCOMPARE(seteuid(before), 0);
    QCOMPARE(chmod(QFile::encodeName(folder).constData(), 0777), 0);

    QVERIFY(!saved);
    QCOMPARE(saved.error().code, code);
    QVERIFY(saved.error().systemError != 0);
    QCOMPARE(read(file), QByteArray("old"));
    QCOMPARE(files::names(folder), QStringList{QStringLiteral("file")});
}

void TestSafeFile::oneAtATime()
{
    write(m_file, "old");
    {
        const auto first = SafeFile::open(m_file);
        QVERIFY(first);
        const auto second = SafeFile::open(m_file);
        QCOMPARE(second.error().code, StoreErrorCode::Locked);
        const QString who = QStringLiteral("[%1]").arg(QCoreApplication::applicationPid());
        QVERIFY2(second.error().fact.contains(who), qPrintable(second.error().fact));
        QVERIFY(second.error().fact.endsWith(QSysInfo::machineHostName()));
    }
    QVERIFY(SafeFile::open(m_file));
}

void TestSafeFile::aLockOfTheDeadIsNone()
{
    const QString lock = path(QStringLiteral(".policy.yaml.lock"));
    write(lock, "relaytab[1] here\n"); // a process that lives, and holds nothing
    QVERIFY(save(m_file, "new"));
    QVERIFY(!QFile::exists(lock));
}

void TestSafeFile::cleansUpAfterAKilledSave()
{
    const QString left = path(QStringLiteral(".policy.yaml.relaytab-new"));
    write(left, "half of");
    QVERIFY(save(m_file, "new"));
    QCOMPARE(files::names(m_folder->path()), QStringList{QStringLiteral("policy.yaml")});
}

void TestSafeFile::refusesAChangeBetweenOpenAndReplace()
{
    write(m_file, "old");
    auto file = SafeFile::open(m_file);
    QVERIFY(file);
    const auto now = file->revision().value();
    write(m_file, "theirs");
    QCOMPARE(file->replace(singleBlock("mine"), now).error().code, StoreErrorCode::ChangedUnderneath);
    QCOMPARE(read(m_file), QByteArray("theirs"));
    QVERIFY(QFile::remove(m_file));
    QCOMPARE(file->replace(singleBlock("mine"), now).error().code, StoreErrorCode::ChangedUnderneath);
    QVERIFY(!QFile::exists(m_file));
}

void TestSafeFile::aFaultOfTheSourceLeavesTheOld()
{
    write(m_file, "old");
    auto file = SafeFile::open(m_file);
    QVERIFY(file);
    int calls = 0;
    const BlockSource failing = [&]() -> Expected<std::span<const char>, StoreError> {
        if (++calls == 1)
            return std::span<const char>("half", 4);
        return Unexpected<StoreError>({.code = StoreErrorCode::NotReadable, .path = QStringLiteral("source")});
    };
    QCOMPARE(file->replace(failing, revisionOf("old")).error().code, StoreErrorCode::NotReadable);
    QCOMPARE(calls, 2);
    QCOMPARE(read(m_file), QByteArray("old"));
    QVERIFY(!QFile::exists(path(QStringLiteral(".policy.yaml.relaytab-new"))));
}

QTEST_GUILESS_MAIN(TestSafeFile)
#include "tst_safe_file.moc"
