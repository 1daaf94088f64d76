#include <QtTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backend/store/recovery.h"
#include "tests/store/files.h"

using namespace relaytab;

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLivingDraftIsNotOffered();
    void aDiscardedDraftLeavesNothing();
    void whatIsNotDiscardedStays();
    void nobodyElseCanReadIt();
    void offersWhatTheDeadLeft_data();
    void offersWhatTheDeadLeft();
    void theNewestComesFirst();
    void aDraftThatWasSavedIsForgotten_data();
    void aDraftThatWasSavedIsForgotten();
    void whoTakesItUpHasIt();
    void isBegunAnewWhenSomebodyTidiedUp();
    void damageIsTold_data();
    void damageIsTold();
    void damageInsideIsFoundWhenItIsTakenUp();
    void sweepsUpBrokenBeginnings();
    void ignoresForeignFiles();

private:
    [[nodiscard]] QString data() const { return m_folder->filePath(QStringLiteral("data")); }
    [[nodiscard]] QString folder() const { return data() + u"/recovery/"; }
    [[nodiscard]] QStringList leftNames() const { return files::names(folder()); }
    [[nodiscard]] QStringList draftFiles() const
    {
        return leftNames().filter(QRegularExpression(QStringLiteral("^[^.].*\\.draft$")));
    }
    [[nodiscard]] FileDrafts drafts() const { return FileDrafts(data()); }
    [[nodiscard]] static Draft draftOf(const QByteArray &bytes)
    {
        return {.path = {},
                .format = QStringLiteral("yaml"),
                .base = {},
                .writtenAs = QStringLiteral("yaml"),
                .bytes = bytes,
                .original = {},
                .origins = {}};
    }
    /// Keeps drafts in a process that then dies without a clean close.
    void keepAndDie(const QList<Draft> &kept) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecovery::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestRecovery::keepAndDie(const QList<Draft> &kept) const
{
    const pid_t child = fork();
    if (child == 0) {
        const auto keeper = drafts().makeKeeper();
        for (const Draft &draft : kept) {
            if (!keeper->keep(draft))
                _exit(1);
        }
        _exit(0); // runs no destructor
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

void TestRecovery::aLivingDraftIsNotOffered()
{
    const auto keeper = drafts().makeKeeper();
    QVERIFY(keeper->keep(draftOf("one")));
    QVERIFY(drafts().abandoned().isEmpty());
    QVERIFY(keeper->keep(draftOf("two")));
    QVERIFY(drafts().abandoned().isEmpty());
    QCOMPARE(draftFiles().size(), 1);
}

void TestRecovery::aDiscardedDraftLeavesNothing()
{
    const auto keeper = drafts().makeKeeper();
    keeper->discard(); // of nothing
    QVERIFY(keeper->keep(draftOf("one")));
    keeper->discard();
    QCOMPARE(leftNames(), QStringList());
    QVERIFY(keeper->keep(draftOf("two")));
    keeper->discard();
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::whatIsNotDiscardedStays()
{
    QVERIFY(drafts().makeKeeper()->keep(draftOf("one")));
    QCOMPARE(drafts().abandoned().size(), 1);
}

void TestRecovery::nobodyElseCanReadIt()
{
    const auto keeper = drafts().makeKeeper();
    for (const char *bytes : {"one", "two"}) {
        QVERIFY(keeper->keep(draftOf(bytes)));
        struct stat file;
        QCOMPARE(stat(QFile::encodeName(folder() + draftFiles().first()).constData(), &file), 0);
        QCOMPARE(file.st_mode & 0777, 0600U);
    }
    struct stat folderStatus;
    QCOMPARE(stat(QFile::encodeName(folder()).constData(), &folderStatus), 0);
    QCOMPARE(folderStatus.st_mode & 0777, 0700U);
}

void TestRecovery::offersWhatTheDeadLeft_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("original");
    QTest::newRow("untitled") << QString() << QByteArray("relaytab: 1\n") << QByteArray();
    QTest::newRow("a file") << QStringLiteral("/absent/a = b.reg") << QByteArray("REGEDIT4\r\n\r\n\0\xff", 14)
                            << QByteArray();
    QTest::newRow("a name of two lines") << QStringLiteral("/absent/a\n\nb") << QByteArray("\n\n\nx") << QByteArray();
    QTest::newRow("nothing") << QString() << QByteArray("") << QByteArray();
    QTest::newRow("large") << QString() << QByteArray(3'000'000, 'x') << QByteArray(2'000'000, 'y');
    QTest::newRow("with its original") << QStringLiteral("/absent/a.reg") << QByteArray("relaytab: 1\n")
                                       << QByteArray("\xff\xfe\0\n\n", 5);
}

void TestRecovery::offersWhatTheDeadLeft()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, original);
    const Draft draft{.path = path,
                      .format = QStringLiteral("reg"),
                      .base = revisionOf("base"),
                      .writtenAs = QStringLiteral("yaml"),
                      .bytes = bytes,
                      .original = original,
                      .origins = "1+2 \n\n\n"};
    const QDateTime before = QDateTime::currentDateTimeUtc();
    keepAndDie({draftOf("earlier"), draft});

    const auto found = drafts().abandoned();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().path, path);
    QCOMPARE(found.first().state, AbandonedDraft::State::Whole);
    QVERIFY(found.first().time >= before && found.first().time <= QDateTime::currentDateTimeUtc());
    QVERIFY(drafts().abandoned() == found); // offered again until it is taken or turned down
    {
        const auto taken = drafts().take(found.first());
        QVERIFY(taken);
        QVERIFY(taken->draft == draft);
    }
    drafts().remove(found.first());
    QVERIFY(drafts().abandoned().isEmpty());
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::theNewestComesFirst()
{
    for (const char *bytes : {"first", "second"}) {
        keepAndDie({draftOf(bytes)});
        QTest::qSleep(5);
    }
    const auto found = drafts().abandoned();
    QCOMPARE(found.size(), 2);
    QCOMPARE(drafts().take(found[0])->draft.bytes, QByteArray("second"));
    QCOMPARE(drafts().take(found[1])->draft.bytes, QByteArray("first"));
}

void TestRecovery::aDraftThatWasSavedIsForgotten_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("onDisk");
    QTest::addColumn<int>("offered");
    QTest::newRow("saved") << QStringLiteral("yaml") << QByteArray("mine") << 0;
    QTest::newRow("not saved") << QStringLiteral("yaml") << QByteArray("theirs") << 1;
    QTest::newRow("not what would be saved") << QStringLiteral("reg") << QByteArray("mine") << 1;
}

void TestRecovery::aDraftThatWasSavedIsForgotten()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, onDisk);
    QFETCH(int, offered);
    Draft draft = draftOf("mine");
    draft.path = m_folder->filePath(QStringLiteral("a.yaml"));
    draft.format = format;
    files::write(draft.path, onDisk);
    keepAndDie({draft});
    QCOMPARE(drafts().abandoned().size(), offered);
    QCOMPARE(leftNames().size(), offered);
}

void TestRecovery::whoTakesItUpHasIt()
{
    Draft one = draftOf("one");
    one.readAs = QStringLiteral("encoding");
    keepAndDie({one});
    const AbandonedDraft found = drafts().abandoned().constFirst();
    {
        const auto taken = drafts().take(found);
        QVERIFY(taken);
        QVERIFY(taken->draft == one);
        QVERIFY(drafts().abandoned().isEmpty());
        const auto again = drafts().take(found);
        QVERIFY(!again && again.error().code == StoreErrorCode::Locked);
        drafts().remove(found); // is no longer theirs to remove
        QVERIFY(taken->keeper->keep(draftOf("two")));
        QCOMPARE(draftFiles().size(), 1);
    }
    const auto left = drafts().abandoned();
    QCOMPARE(left.size(), 1);
    {
        const auto taken = drafts().take(left.first());
        QVERIFY(taken);
        QCOMPARE(taken->draft.bytes, QByteArray("two"));
        taken->keeper->discard();
    }
    const auto gone = drafts().take(left.first());
    QVERIFY(!gone && gone.error().code == StoreErrorCode::NotFound);
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::isBegunAnewWhenSomebodyTidiedUp()
{
    const auto keeper = drafts().makeKeeper();
    QVERIFY(keeper->keep(draftOf("one")));
    QVERIFY(QDir(folder()).removeRecursively());
    QVERIFY(keeper->keep(draftOf("two")));
    QCOMPARE(draftFiles().size(), 1);
}

void TestRecovery::damageIsTold_data()
{
    QTest::addColumn<int>("length"); ///< of what is left; below 0: without that much at the end
    QTest::newRow("its end") << -1;
    QTest::newRow("all of its body") << -8;
    QTest::newRow("half of its head") << 40;
    QTest::newRow("one byte is left") << 1;
}

void TestRecovery::damageIsTold()
{
    QFETCH(int, length);
    keepAndDie({draftOf("8 bytes.")});
    const QString file = folder() + draftFiles().first();
    const QByteArray whole = files::read(file);
    files::write(file, length < 0 ? whole.chopped(-length) : whole.first(length));
    const auto found = drafts().abandoned();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().state, AbandonedDraft::State::Damaged);
    QVERIFY(found.first().time.isValid());
    const auto taken = drafts().take(found.first());
    QVERIFY(!taken && taken.error().code == StoreErrorCode::VerifyFailed);
    QVERIFY(QFile::exists(file));
    drafts().remove(found.first());
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::damageInsideIsFoundWhenItIsTakenUp()
{
    keepAndDie({draftOf("8 bytes.")});
    const QString file = folder() + draftFiles().first();
    const QByteArray whole = files::read(file);
    for (qsizetype i = 0; i < whole.size(); i += 3) {
        QByteArray bytes = whole;
        bytes[i] = char(bytes[i] ^ 0x40);
        files::write(file, bytes);
        const auto found = drafts().abandoned();
        QCOMPARE(found.size(), 1);
        // A path is read as it stands; all else is the draft or none.
        if (const auto taken = drafts().take(found.first()))
            QCOMPARE(taken->draft.bytes, QByteArray("8 bytes."));
    }
    files::write(file, whole.chopped(1) + '!');
    const auto taken = drafts().take(drafts().abandoned().constFirst());
    QVERIFY(!taken && taken.error().code == StoreErrorCode::VerifyFailed);
}

void TestRecovery::sweepsUpBrokenBeginnings()
{
    QVERIFY(QDir().mkpath(folder()));
    files::write(folder() + u".1234-abcd.draft.relaytab-new", "half");
    files::write(folder() + u".1234-abcd.draft.lock", "");
    files::write(folder() + u"5678-abcd.draft", ""); // made, and not filled yet
    QVERIFY(drafts().abandoned().isEmpty());
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::ignoresForeignFiles()
{
    QVERIFY(QDir().mkpath(folder()));
    files::write(folder() + u"notes.txt", "of mine");
    QVERIFY(drafts().abandoned().isEmpty());
    QCOMPARE(leftNames(), (QStringList{QStringLiteral("notes.txt")}));
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
