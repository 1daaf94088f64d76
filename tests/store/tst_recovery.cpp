#include <QtTest>

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
    void aCleanCloseLeavesNothing();
    void offersWhatTheDeadLeft_data();
    void offersWhatTheDeadLeft();
    void theNewestComesFirst();
    void tellsThatTheFileChangedSince();
    void aDraftThatWasSavedIsForgotten();
    void sweepsUpBrokenBeginnings();
    void ignoresForeignFiles();

private:
    [[nodiscard]] QString data() const { return m_folder->filePath(QStringLiteral("data")); }
    [[nodiscard]] QStringList leftNames() const { return files::names(data() + u"/recovery"); }
    /// Keeps drafts in a process that then dies without a clean close.
    void keepAndDie(const QList<Draft> &drafts) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecovery::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestRecovery::keepAndDie(const QList<Draft> &drafts) const
{
    const pid_t child = fork();
    if (child == 0) {
        DraftKeeper keeper(data());
        for (const Draft &draft : drafts) {
            if (!keeper.keep(draft))
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
    DraftKeeper keeper(data());
    QVERIFY(keeper.keep({.path = {}, .format = QStringLiteral("yaml"), .base = {}, .bytes = "one"}));
    QVERIFY(abandonedDrafts(data()).isEmpty());
    QVERIFY(keeper.keep({.path = {}, .format = QStringLiteral("yaml"), .base = {}, .bytes = "two"}));
    QCOMPARE(leftNames().filter(QRegularExpression(QStringLiteral("^[^.].*\\.draft$"))).size(), 1);
}

void TestRecovery::aCleanCloseLeavesNothing()
{
    {
        DraftKeeper keeper(data());
        QVERIFY(keeper.keep({.path = {}, .format = QStringLiteral("yaml"), .base = {}, .bytes = "one"}));
        keeper.discard();
        QCOMPARE(leftNames(), QStringList());
        QVERIFY(keeper.keep({.path = {}, .format = QStringLiteral("yaml"), .base = {}, .bytes = "two"}));
    }
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::offersWhatTheDeadLeft_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("untitled") << QString() << QByteArray("relaytab: 1\n");
    QTest::newRow("a file") << QStringLiteral("/absent/a = b.reg") << QByteArray("REGEDIT4\r\n\r\n\0\xff", 14);
    QTest::newRow("a name of two lines") << QStringLiteral("/absent/a\n\nb") << QByteArray("\n\n\nx");
    QTest::newRow("nothing") << QString() << QByteArray("");
    QTest::newRow("large") << QString() << QByteArray(3'000'000, 'x');
}

void TestRecovery::offersWhatTheDeadLeft()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    const Draft draft{.path = path, .format = QStringLiteral("yaml"), .base = revisionOf("base"), .bytes = bytes};
    Draft earlier = draft;
    earlier.bytes = "earlier";
    const QDateTime before = QDateTime::currentDateTimeUtc();
    keepAndDie({earlier, draft});

    const auto found = abandonedDrafts(data());
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().draft == draft);
    QVERIFY(found.first().time >= before && found.first().time <= QDateTime::currentDateTimeUtc());
    QCOMPARE(abandonedDrafts(data()).size(), 1); // offered again until it is taken or turned down
    removeDraft(found.first());
    QVERIFY(abandonedDrafts(data()).isEmpty());
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::theNewestComesFirst()
{
    keepAndDie({{.path = {}, .format = {}, .base = {}, .bytes = "first"}});
    QTest::qSleep(5);
    keepAndDie({{.path = {}, .format = {}, .base = {}, .bytes = "second"}});
    const auto found = abandonedDrafts(data());
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].draft.bytes, QByteArray("second"));
    QCOMPARE(found[1].draft.bytes, QByteArray("first"));
}

void TestRecovery::tellsThatTheFileChangedSince()
{
    const QString file = m_folder->filePath(QStringLiteral("a.yaml"));
    files::write(file, "theirs");
    keepAndDie({{.path = file, .format = {}, .base = revisionOf("base"), .bytes = "mine"}});
    const auto found = abandonedDrafts(data());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().current, revisionOf("theirs"));
}

void TestRecovery::aDraftThatWasSavedIsForgotten()
{
    const QString file = m_folder->filePath(QStringLiteral("a.yaml"));
    files::write(file, "mine");
    keepAndDie({{.path = file, .format = {}, .base = revisionOf("base"), .bytes = "mine"}});
    QVERIFY(abandonedDrafts(data()).isEmpty());
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::sweepsUpBrokenBeginnings()
{
    const QString folder = data() + u"/recovery/";
    QVERIFY(QDir().mkpath(folder));
    files::write(folder + u".1234-abcd.draft.relaytab-new", "half");
    files::write(folder + u".1234-abcd.draft.lock", "");
    QVERIFY(abandonedDrafts(data()).isEmpty());
    QCOMPARE(leftNames(), QStringList());
}

void TestRecovery::ignoresForeignFiles()
{
    const QString folder = data() + u"/recovery/";
    QVERIFY(QDir().mkpath(folder));
    files::write(folder + u"notes.txt", "of mine");
    files::write(folder + u"odd.draft", "no head");
    QVERIFY(abandonedDrafts(data()).isEmpty());
    QCOMPARE(leftNames(), (QStringList{QStringLiteral("notes.txt"), QStringLiteral("odd.draft")}));
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
