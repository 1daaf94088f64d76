#include <QtTest>

#include <sys/stat.h>

#include "backend/store/backup_folder.h"
#include "backend/store/file_store.h"
#include "tests/store/files.h"

using namespace relaytab;
using files::read;
using files::write;

class TestFileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsBytesAndRevision();
    void loadRefusesWhatIsNoFile();
    void loadHoldsTheCeiling_data();
    void loadHoldsTheCeiling();
    void loadReportsProgressAndCancels();
    void savesANewFileWithoutABackup();
    void keepsWhatItReplaces();
    void keepsNoCopyOfEqualContent();
    void refusesContentThatChanged_data();
    void refusesContentThatChanged();
    void keepsTheLastFifty();
    void aLinkAndItsFileShareBackups();
    void backupNamesSurviveAnyText_data();
    void backupNamesSurviveAnyText();
    void aFailedBackupRefusesTheSave();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString data() const { return path(QStringLiteral("data")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFileStore::loadsBytesAndRevision()
{
    const QByteArray bytes("flags: [deny]\0\r\n\xff", 18);
    const QString file = path(QStringLiteral("a.yaml"));
    write(file, bytes);
    FileStore store(data());

    const auto loaded = store.load(file);
    QVERIFY(loaded);
    QCOMPARE(loaded->bytes, bytes);
    QCOMPARE(loaded->revision, revisionOf(bytes));
    QVERIFY(loaded->writable);
    QCOMPARE(store.currentRevision(file).value(), loaded->revision);
    QCOMPARE(store.currentRevision(path(QStringLiteral("absent"))).value(), Revision{});
}

void TestFileStore::loadRefusesWhatIsNoFile()
{
    FileStore store(data());
    QCOMPARE(store.load(path(QStringLiteral("absent"))).error().code, StoreErrorCode::NotFound);
    QCOMPARE(store.load(m_folder->path()).error().code, StoreErrorCode::NotReadable);
    const QString pipe = path(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(store.load(pipe).error().code, StoreErrorCode::NotReadable);
}

void TestFileStore::loadHoldsTheCeiling_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("loads");
    QTest::newRow("empty") << qsizetype(0) << true;
    QTest::newRow("one less") << qsizetype(9999) << true;
    QTest::newRow("exactly") << qsizetype(10000) << true;
    QTest::newRow("one more") << qsizetype(10001) << false;
}

void TestFileStore::loadHoldsTheCeiling()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, loads);
    const QString file = path(QStringLiteral("a.reg"));
    write(file, QByteArray(size, 'x'));
    const auto loaded = FileStore(data()).load(file, {.ceiling = 10000});
    QCOMPARE(loaded.has_value(), loads);
    if (loads)
        QCOMPARE(loaded->bytes.size(), size);
    else
        QCOMPARE(loaded.error().code, StoreErrorCode::TooLarge);
}

void TestFileStore::loadReportsProgressAndCancels()
{
    const QString file = path(QStringLiteral("big.reg"));
    const qint64 size = 5'000'000;
    write(file, QByteArray(size, 'x'));
    FileStore store(data());

    QList<qint64> steps;
    const auto whole = store.load(file, {.progress = [&](qint64 done, qint64 total) {
                                      steps.append(done);
                                      return total == size ? LoadStep::Continue : LoadStep::Cancel;
                                  }});
    QVERIFY(whole);
    QCOMPARE(steps.first(), 0);
    QCOMPARE(steps.last(), size);
    QVERIFY(steps.size() > 5);
    QVERIFY(std::is_sorted(steps.begin(), steps.end()));

    const auto half = store.load(file, {.progress = [&](qint64 done, qint64 total) {
                                     return done < total / 2 ? LoadStep::Continue : LoadStep::Cancel;
                                 }});
    QCOMPARE(half.error().code, StoreErrorCode::Cancelled);
}

void TestFileStore::savesANewFileWithoutABackup()
{
    const QString file = path(QStringLiteral("new.ini"));
    FileStore store(data());
    QCOMPARE(store.save(file, "[relay]\n", Revision{}, QStringLiteral("save")).value(), revisionOf("[relay]\n"));
    QCOMPARE(read(file), QByteArray("[relay]\n"));
    QVERIFY(store.backups(file).isEmpty());
    QCOMPARE(files::names(m_folder->path()), QStringList{QStringLiteral("new.ini")});
}

void TestFileStore::keepsWhatItReplaces()
{
    const QString file = path(QStringLiteral("a.yaml"));
    write(file, "one");
    FileStore store(data());
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(store.save(file, "two", revisionOf("one"), QStringLiteral("save")));
    QVERIFY(store.save(file, "three", revisionOf("two"), QStringLiteral("convert")));

    const auto backups = store.backups(file);
    QCOMPARE(backups.size(), 2);
    QCOMPARE(read(backups[0].path), QByteArray("two"));
    QCOMPARE(backups[0].reason, QStringLiteral("convert"));
    QCOMPARE(read(backups[1].path), QByteArray("one"));
    QCOMPARE(backups[1].reason, QStringLiteral("save"));
    QVERIFY(!backups[0].user.isEmpty());
    QCOMPARE(backups[0].time.timeSpec(), Qt::UTC);
    QVERIFY(backups[1].time >= before && backups[1].time < backups[0].time);
    QVERIFY(backups[0].time <= QDateTime::currentDateTimeUtc().addMSecs(2));
    // What was not public beside the file is not public here.
    QCOMPARE(QFileInfo(QFileInfo(backups[0].path).path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestFileStore::keepsNoCopyOfEqualContent()
{
    const QString file = path(QStringLiteral("a.yaml"));
    write(file, "one");
    FileStore store(data());
    QVERIFY(store.save(file, "one", revisionOf("one"), QStringLiteral("save")));
    QVERIFY(store.backups(file).isEmpty());
}

void TestFileStore::refusesContentThatChanged_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("same size") << QByteArray("one") << QByteArray("two");
    QTest::newRow("longer") << QByteArray("one") << QByteArray("one\n");
    QTest::newRow("appeared") << QByteArray() << QByteArray("one");
    QTest::newRow("vanished") << QByteArray("one") << QByteArray();
}

void TestFileStore::refusesContentThatChanged()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, found);
    const QString file = path(QStringLiteral("a.yaml"));
    if (!found.isNull())
        write(file, found);
    FileStore store(data());
    const auto saved = store.save(file, "mine", expected.isNull() ? Revision{} : revisionOf(expected), {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, StoreErrorCode::ChangedUnderneath);
    QCOMPARE(QFile::exists(file), !found.isNull());
    if (!found.isNull())
        QCOMPARE(read(file), found);
    QVERIFY(store.backups(file).isEmpty());
}

void TestFileStore::keepsTheLastFifty()
{
    const QString file = path(QStringLiteral("a.yaml"));
    FileStore store(data());
    Revision revision;
    const int saves = BackupFolder::mostKept + 3;
    for (int i = 0; i <= saves; ++i) {
        const auto saved = store.save(file, QByteArray::number(i), revision, QStringLiteral("save"));
        QVERIFY(saved);
        revision = *saved;
    }
    const auto backups = store.backups(file);
    QCOMPARE(backups.size(), BackupFolder::mostKept);
    QCOMPARE(read(backups.first().path), QByteArray::number(saves - 1));
    QCOMPARE(read(backups.last().path), QByteArray::number(saves - BackupFolder::mostKept));
}

void TestFileStore::aLinkAndItsFileShareBackups()
{
    const QString file = path(QStringLiteral("real.yaml"));
    const QString link = path(QStringLiteral("link.yaml"));
    write(file, "one");
    QVERIFY(QFile::link(file, link));
    FileStore store(data());
    QVERIFY(store.save(link, "two", revisionOf("one"), QStringLiteral("save")));
    QCOMPARE(store.backups(file).size(), 1);
    QCOMPARE(store.backups(link).size(), 1);
}

void TestFileStore::backupNamesSurviveAnyText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain") << QStringLiteral("a.yaml") << QStringLiteral("save") << QStringLiteral("save");
    QTest::newRow("none") << QStringLiteral("a.yaml") << QString() << QString();
    QTest::newRow("separators") << QStringLiteral("a+b%c") << QStringLiteral("a/b+c%d\n")
                                << QStringLiteral("a/b+c%d\n");
    QTest::newRow("long") << QString(100, u'\u00e9') << QString(500, u'x') << QString(60, u'x');
    QTest::newRow("wide") << QStringLiteral("\u90f5\u4fbf.ini") << QStringLiteral("\u4fdd\u5b58")
                          << QStringLiteral("\u4fdd\u5b58");
}

void TestFileStore::backupNamesSurviveAnyText()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    QFETCH(QString, kept);
    const QString file = path(name);
    write(file, "one");
    FileStore store(data());
    QVERIFY(store.save(file, "two", revisionOf("one"), reason));
    const auto backups = store.backups(file);
    QCOMPARE(backups.size(), 1);
    QCOMPARE(backups[0].reason, kept);
    QCOMPARE(read(backups[0].path), QByteArray("one"));
}

void TestFileStore::aFailedBackupRefusesTheSave()
{
    const QString file = path(QStringLiteral("a.yaml"));
    write(file, "one");
    write(data(), "a file where the folder should be");
    FileStore store(data());
    const auto saved = store.save(file, "two", revisionOf("one"), QStringLiteral("save"));
    QCOMPARE(saved.error().code, StoreErrorCode::BackupFailed);
    QCOMPARE(read(file), QByteArray("one"));
}

QTEST_GUILESS_MAIN(TestFileStore)
#include "tst_file_store.moc"
