#include <QtTest>

#include <unistd.h>

#include "backend/store/file_watch.h"
#include "backend/store/safe_file.h"
#include "tests/store/files.h"

using namespace relaytab;
using files::write;
using Content = FileLook::Content;

namespace {

/// Another program that saves by renaming.
void replace(const QString &path, const QByteArray &bytes)
{
    write(path + u".other", bytes);
    QCOMPARE(::rename(QFile::encodeName(path + u".other").constData(), QFile::encodeName(path).constData()), 0);
}

/// Looks are made by workers, which may get their turn late: before this returns, those asked for so far are over.
void finishLooks()
{
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}

/// How long something may take to be told on a machine that has other things to do.
constexpr int patience = 20'000;

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(bytes);
}

} // namespace

class TestFileWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noticesAChangeBeforeItBegan();
    void noticesEverySave_data();
    void noticesEverySave();
    void noticesThatTheFileIsGoneAndBack();
    void noticesThatALinkWasRepointed();
    void touchingIsNoChange();
    void aBurstIsOneChange();
    void keepsQuietAboutOurOwnSave();
    void noticesAChangeDuringOurSave();
    void pollsWhereNoEventsCome();
    void stopsWhenTold();

private:
    /// The next look told, or Known after a time long enough for one.
    FileLook nextLook();
    /// Whether this is told in the end, whatever is seen on the way.
    bool comesTo(const FileLook &look);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_told;
};

void TestFileWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(QStringLiteral("policy.yaml"));
    write(m_path, "known");
    m_watch = std::make_unique<FileWatch>(
        FileWatch::Times{.settle = std::chrono::milliseconds(30), .poll = std::chrono::milliseconds(50)});
    m_told = std::make_unique<QSignalSpy>(m_watch.get(), &FileWatch::changed);
}

void TestFileWatch::cleanup()
{
    m_told.reset();
    m_watch.reset();
}

FileLook TestFileWatch::nextLook()
{
    if (m_told->isEmpty())
        m_told->wait(patience);
    return m_told->isEmpty() ? FileLook{} : m_told->takeFirst().first().value<FileLook>();
}

bool TestFileWatch::comesTo(const FileLook &look)
{
    for (;;) {
        if (m_told->isEmpty() && !m_told->wait(patience))
            return false;
        if (nextLook() == look)
            return true;
    }
}

void TestFileWatch::noticesAChangeBeforeItBegan()
{
    m_watch->watch(m_path, revisionOf("older"));
    QCOMPARE(nextLook(), (FileLook{.content = Content::Changed, .revision = revisionOf("known")}));
}

void TestFileWatch::noticesEverySave_data()
{
    QTest::addColumn<bool>("renames");
    QTest::newRow("written in place") << false;
    QTest::newRow("renamed over") << true;
}

/// The event of a rename is the last one of the file that was watched: the third save shows whether the watch went on.
void TestFileWatch::noticesEverySave()
{
    QFETCH(bool, renames);
    m_watch->watch(m_path, revisionOf("known"));
    for (const QByteArray &bytes : {QByteArray("one"), QByteArray("two"), QByteArray("three")}) {
        if (renames)
            replace(m_path, bytes);
        else
            write(m_path, bytes);
        QVERIFY(comesTo({.content = Content::Changed, .revision = revisionOf(bytes)}));
    }
    append(m_path, "!");
    QVERIFY(comesTo({.content = Content::Changed, .revision = revisionOf("three!")}));
}

void TestFileWatch::noticesThatTheFileIsGoneAndBack()
{
    m_watch->watch(m_path, revisionOf("known"));
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(nextLook().content, Content::Missing);
    write(m_path, "known");
    QVERIFY(comesTo({.content = Content::Known, .revision = revisionOf("known")}));
    QVERIFY(QFile::remove(m_path));
    QVERIFY(QDir().mkdir(m_path));
    QVERIFY(comesTo({.content = Content::Unreadable}));
}

void TestFileWatch::noticesThatALinkWasRepointed()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("etc")));
    const QString link = m_folder->filePath(QStringLiteral("etc/link.yaml"));
    const QString other = m_folder->filePath(QStringLiteral("other.yaml"));
    write(other, "other");
    QVERIFY(QFile::link(m_path, link));
    m_watch->watch(link, revisionOf("known"));
    replace(m_path, "target");
    QCOMPARE(nextLook().revision, revisionOf("target"));
    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::link(other, link));
    QVERIFY(comesTo({.content = Content::Changed, .revision = revisionOf("other")}));
}

void TestFileWatch::touchingIsNoChange()
{
    m_watch->watch(m_path, revisionOf("known"));
    replace(m_path, "known");
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    QTest::qWait(300);
    QCOMPARE(m_told->size(), 0);
}

void TestFileWatch::aBurstIsOneChange()
{
    FileWatch watch(FileWatch::Times{.settle = std::chrono::milliseconds(500)});
    QSignalSpy told(&watch, &FileWatch::changed);
    watch.watch(m_path, revisionOf("known"));
    finishLooks();
    for (int i = 0; i < 20; ++i)
        replace(m_path, QByteArray::number(i));
    QVERIFY(told.wait(patience));
    QCOMPARE(told.first().first().value<FileLook>().revision, revisionOf("19"));
    QTest::qWait(700);
    QCOMPARE(told.size(), 1);
}

void TestFileWatch::keepsQuietAboutOurOwnSave()
{
    m_watch->watch(m_path, revisionOf("known"));
    finishLooks();
    m_watch->pause();
    auto file = SafeFile::open(m_path);
    QVERIFY(file);
    const auto saved = file->replace(singleBlock("ours"), revisionOf("known"));
    QVERIFY(saved);
    QTest::qWait(150); // long enough for the events
    m_watch->resume(*saved);
    QTest::qWait(150);
    QCOMPARE(m_told->size(), 0);
    replace(m_path, "theirs");
    QCOMPARE(nextLook().revision, revisionOf("theirs"));
}

void TestFileWatch::noticesAChangeDuringOurSave()
{
    m_watch->watch(m_path, revisionOf("known"));
    m_watch->pause();
    replace(m_path, "theirs");
    QTest::qWait(150);
    QCOMPARE(m_told->size(), 0);
    m_watch->resume(revisionOf("ours"));
    QCOMPARE(nextLook().revision, revisionOf("theirs"));
}

/// A folder that is not there yet cannot be watched.
void TestFileWatch::pollsWhereNoEventsCome()
{
    const QString later = m_folder->filePath(QStringLiteral("later/policy.yaml"));
    m_watch->watch(later, revisionOf("known"));
    QCOMPARE(nextLook().content, Content::Missing);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("later")));
    replace(later, "new");
    QVERIFY(comesTo({.content = Content::Changed, .revision = revisionOf("new")}));
}

void TestFileWatch::stopsWhenTold()
{
    m_watch->watch(m_path, revisionOf("known"));
    m_watch->stop();
    replace(m_path, "theirs");
    m_watch->checkNow();
    QTest::qWait(200);
    QCOMPARE(m_told->size(), 0);
}

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_file_watch.moc"
