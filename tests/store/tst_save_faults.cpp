#include <QtTest>

#include <algorithm>
#include <span>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "backend/store/file_lock.h"
#include "backend/store/file_store.h"
#include "tests/store/fault_shim.h"
#include "tests/store/files.h"

using namespace relaytab;
using faults::Kind;

namespace {

const QByteArray oldBytes("relaytab: 1\nflags: [deny]\n");
const QByteArray newBytes("relaytab: 1\nflags: [allow, authenticated]\nallow: []\n");

struct Outcome {
    bool finished = false;
    bool saved = false;
    StoreErrorCode code = {}; ///< when it was not saved
    faults::Record record;
};

/// A folder in memory where there is one: a sweep syncs the disk some ten thousand times.
QString templatePath()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/save_faults_XXXXXX";
}

QByteArray nameOf(const faults::Plan &plan)
{
    switch (plan.kind) {
    case Kind::None: return "none";
    case Kind::Error: return strerrorname_np(plan.error);
    case Kind::LateError: return "done, but EIO";
    case Kind::Short: return "short";
    case Kind::Lie: return "lie";
    case Kind::Kill: return "kill";
    case Kind::Meanwhile: return "meanwhile";
    case Kind::FullDisk: return "disk full from here";
    case Kind::LostDisk: return "disk lost from here";
    }
    return {};
}

/// A save has to get over these.
bool isHarmless(const faults::Plan &plan, std::string_view name)
{
    constexpr std::array<std::string_view, 10> interruptible{"open",  "read",  "write",     "pread",  "pwrite",
                                                             "fsync", "flock", "ftruncate", "fchmod", "fchown"};
    return plan.kind == Kind::Short
        || (plan.kind == Kind::Error && plan.error == EINTR
            && std::find(interruptible.begin(), interruptible.end(), name) != interruptible.end());
}

} // namespace

/// Every call of a save that reaches the disk goes wrong in every way, one at a time. Whatever happens, the file holds
/// all of the old content or all of the new; what save() reports is what is there; the next save finds nothing in its
/// way and leaves nothing lying about.
class TestSaveFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void syncsInOrder_data() { scenarios(); }
    void syncsInOrder();
    void oldOrNew_data();
    void oldOrNew();
    void theirChangeSurvives_data();
    void theirChangeSurvives();
    void aLockFileRemovedMeanwhileIsNoLock();

private:
    static void scenarios();
    void prepare(const QString &scenario);
    [[nodiscard]] Outcome saveWith(const faults::Plan &plan);
    void check(const QString &scenario, const faults::Plan &plan, const Outcome &outcome);

    QTemporaryDir m_folder{templatePath()};
    QString m_path; ///< what is saved
    QString m_file; ///< where it ends up
    QByteArray m_before; ///< null: there was no file
    struct stat m_status = {};
    Outcome *m_outcome = nullptr; ///< in memory shared with a process that is killed
};

void TestSaveFaults::initTestCase()
{
    QVERIFY(m_folder.isValid());
    void *shared = mmap(nullptr, sizeof(Outcome), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    QVERIFY(shared != MAP_FAILED);
    m_outcome = new (shared) Outcome;
}

void TestSaveFaults::scenarios()
{
    QTest::addColumn<QString>("scenario");
    for (const char *name : {"existing", "new", "link", "link to nothing"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSaveFaults::prepare(const QString &scenario)
{
    QVERIFY(QDir(m_folder.path()).removeRecursively());
    QVERIFY(QDir().mkdir(m_folder.path()));
    m_file = m_folder.filePath(QStringLiteral("policy.yaml"));
    m_path = m_file;
    m_before = scenario.contains(u"new") || scenario.contains(u"nothing") ? QByteArray() : oldBytes;
    if (!m_before.isNull()) {
        files::write(m_file, m_before);
        const QByteArray name = QFile::encodeName(m_file);
        if (geteuid() == 0)
            QCOMPARE(chown(name.constData(), 4711, 4711), 0);
        QCOMPARE(chmod(name.constData(), 0640), 0);
        (void)setxattr(name.constData(), "user.comment", "mail", 4, 0); // where there are such things
        QCOMPARE(stat(name.constData(), &m_status), 0);
    }
    if (scenario.contains(u"link")) {
        m_path = m_folder.filePath(QStringLiteral("link.yaml"));
        QVERIFY(QFile::link(m_file, m_path));
    }
}

Outcome TestSaveFaults::saveWith(const faults::Plan &plan)
{
    *m_outcome = {};
    const auto save = [&] {
        FileStore store(m_folder.filePath(QStringLiteral("data")));
        const Revision expected = m_before.isNull() ? Revision{} : revisionOf(m_before);
        faults::arm(plan, &m_outcome->record);
        const auto saved = store.save(m_path, newBytes, expected, QStringLiteral("save"));
        faults::disarm();
        m_outcome->saved = saved.has_value();
        if (!saved)
            m_outcome->code = saved.error().code;
        m_outcome->finished = true;
    };
    if (plan.kind != Kind::Kill) {
        save();
    } else if (const pid_t child = fork(); child == 0) {
        save();
        _exit(0);
    } else {
        waitpid(child, nullptr, 0);
    }
    return *m_outcome;
}

/// What the order must be so that a power cut finds old or new too, and proof that the sweep below meets its calls.
void TestSaveFaults::syncsInOrder()
{
    QFETCH(QString, scenario);
    prepare(scenario);
    const Outcome outcome = saveWith({});
    QVERIFY(outcome.saved);
    check(scenario, {}, outcome);

    const std::span made(outcome.record.names.data(), std::size_t(outcome.record.calls));
    const auto only = [&](const QStringList &names) {
        QStringList found;
        for (const char *name : made) {
            if (names.contains(QLatin1String(name)))
                found.append(QString::fromLatin1(name));
        }
        return found.join(u' ');
    };
    const QString order = only(QStringLiteral("mkdir write fsync rename renameat2").split(u' '));
    const QString backup =
        QStringLiteral("mkdir mkdir mkdir fsync mkdir fsync mkdir fsync write fsync renameat2 fsync");
    QCOMPARE(order,
             m_before.isNull() ? QStringLiteral("write fsync renameat2 fsync")
                               : backup + QStringLiteral(" write fsync rename fsync"));

    QStringList others = QStringLiteral("open flock read close lstat realpath unlink").split(u' ');
    if (!m_before.isNull())
        others << QStringLiteral("fchmod fstat flistxattr opendir").split(u' ');
    if (!m_before.isNull() && geteuid() == 0)
        others << QStringLiteral("fchown");
    for (const QString &name : std::as_const(others))
        QVERIFY2(!only({name}).isEmpty(), qPrintable(name));
}

void TestSaveFaults::oldOrNew_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("error");
    const std::array<faults::Plan, 10> plans{{
        {.kind = Kind::Error, .error = EIO},
        {.kind = Kind::Error, .error = ENOSPC},
        {.kind = Kind::Error, .error = EACCES},
        {.kind = Kind::Error, .error = EINTR},
        {.kind = Kind::LateError},
        {.kind = Kind::Short},
        {.kind = Kind::Lie},
        {.kind = Kind::Kill},
        {.kind = Kind::FullDisk},
        {.kind = Kind::LostDisk},
    }};
    for (const char *scenario : {"existing", "new", "link", "link to nothing"}) {
        for (const auto &plan : plans)
            QTest::addRow("%s, %s", scenario, nameOf(plan).constData())
                << QString::fromLatin1(scenario) << plan.kind << plan.error;
    }
}

void TestSaveFaults::oldOrNew()
{
    QFETCH(QString, scenario);
    QFETCH(Kind, kind);
    QFETCH(int, error);
    prepare(scenario);
    const Outcome clean = saveWith({});
    for (int call = 1; call <= clean.record.calls; ++call) {
        const std::string_view name = clean.record.names.at(std::size_t(call - 1));
        if ((kind == Kind::Lie && !faults::canPretend(name)) || (kind == Kind::Short && !faults::canHalve(name)))
            continue;
        const faults::Plan plan{.kind = kind, .call = call, .error = error};
        prepare(scenario);
        const Outcome outcome = saveWith(plan);
        check(scenario, plan, outcome);
        if (isHarmless(plan, name))
            QVERIFY2(outcome.saved, "what can be done again is no reason to fail");
        if (QTest::currentTestFailed()) {
            qWarning("call %d of %d, %s: %s", call, clean.record.calls, name.data(), nameOf(plan).constData());
            return;
        }
    }
}

void TestSaveFaults::theirChangeSurvives_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("window"); // the calls during which a change of theirs is overwritten
    // Between the last look and the rename there is no way to notice; a new file is not renamed over another.
    QTest::newRow("existing") << QStringLiteral("existing") << QStringLiteral("rename");
    QTest::newRow("new") << QStringLiteral("new") << QString();
}

/// Another program saves the same file just before any one of our calls.
void TestSaveFaults::theirChangeSurvives()
{
    QFETCH(QString, scenario);
    QFETCH(QString, window);
    prepare(scenario);
    const Outcome clean = saveWith({});
    QStringList overwritten;
    for (int call = 1; call <= clean.record.calls; ++call) {
        prepare(scenario);
        const Outcome outcome = saveWith({.kind = Kind::Meanwhile, .call = call, .meanwhile = [this] {
                                              files::write(m_file + u".other", "theirs");
                                              QVERIFY(QDir().rename(m_file, m_file + u".before") || m_before.isNull());
                                              QVERIFY(QDir().rename(m_file + u".other", m_file));
                                          }});
        const QByteArray now = files::read(m_file);
        if (now == newBytes)
            overwritten << QString::fromLatin1(clean.record.names.at(std::size_t(call - 1)));
        else
            QCOMPARE(now, QByteArray("theirs"));
        QVERIFY(outcome.saved || outcome.code == StoreErrorCode::ChangedUnderneath);
    }
    QCOMPARE(overwritten.join(u' '), window);
}

/// The lock's file goes with its holder: who had it open just then locks a file that is no longer there.
void TestSaveFaults::aLockFileRemovedMeanwhileIsNoLock()
{
    prepare(QStringLiteral("new"));
    const QString path = m_folder.filePath(QStringLiteral(".lock"));
    faults::Record record;
    faults::arm({}, &record);
    QVERIFY(FileLock::take(path));
    faults::disarm();
    const auto flock = std::find(record.names.begin(), record.names.end(), std::string_view("flock"));
    const int call = int(flock - record.names.begin()) + 1;

    record = {};
    std::optional<FileLock> first = FileLock::take(path).value();
    std::optional<FileLock> next;
    faults::arm({.kind = Kind::Meanwhile,
                 .call = call,
                 .meanwhile =
                     [&] {
                         first.reset();
                         next.emplace(FileLock::take(path).value());
                     }},
                &record);
    const auto ours = FileLock::take(path);
    faults::disarm();
    QVERIFY(next);
    QCOMPARE(ours.error().code, StoreErrorCode::Locked);
}

void TestSaveFaults::check(const QString &scenario, const faults::Plan &plan, const Outcome &outcome)
{
    FileStore store(m_folder.filePath(QStringLiteral("data")));
    const QByteArray now = QFile::exists(m_file) ? files::read(m_file) : QByteArray();
    QVERIFY(now == newBytes || (now == m_before && now.isNull() == m_before.isNull()));
    QCOMPARE(outcome.finished, plan.kind != Kind::Kill);
    if (outcome.finished)
        QCOMPARE(now, outcome.saved || outcome.code == StoreErrorCode::SavedNotDurable ? newBytes : m_before);
    QCOMPARE(QFileInfo(m_path).isSymLink(), scenario.contains(u"link"));

    if (!m_before.isNull()) {
        struct stat status;
        QCOMPARE(stat(QFile::encodeName(m_file).constData(), &status), 0);
        QCOMPARE(status.st_mode, m_status.st_mode);
        QCOMPARE(status.st_uid, m_status.st_uid);
        QCOMPARE(status.st_gid, m_status.st_gid);
        const auto backups = store.backups(m_path);
        QVERIFY(now != newBytes || backups.size() == 1);
        for (const Backup &backup : backups)
            QCOMPARE(files::read(backup.path), m_before);
    }

    // The next save.
    const auto revision = store.currentRevision(m_path);
    QVERIFY(revision);
    QVERIFY(store.save(m_path, "next", *revision, QStringLiteral("save")));
    QCOMPARE(files::read(m_file), QByteArray("next"));
    QStringList left = files::names(m_folder.path());
    left.removeAll(QStringLiteral("data"));
    left.removeAll(QStringLiteral("link.yaml"));
    QCOMPARE(left, QStringList{QStringLiteral("policy.yaml")});
    QDirIterator kept(m_folder.filePath(QStringLiteral("data")), QDir::Files | QDir::Hidden,
                      QDirIterator::Subdirectories);
    while (kept.hasNext())
        QVERIFY2(!QFileInfo(kept.next()).fileName().startsWith(u'.'), qPrintable(kept.filePath()));
}

QTEST_GUILESS_MAIN(TestSaveFaults)
#include "tst_save_faults.moc"
