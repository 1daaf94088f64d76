#include <QProcess>
#include <QTextStream>

#include "tests/ui/window_fixture.h"
#include "ui/window/recovery_flow.h"

using namespace relaytab;
using relaytab::test::WindowFixture;
using namespace std::chrono_literals;

namespace {

constexpr AutosaveTimes quick{.settle = 20ms, .interval = 40ms};
constexpr auto office = "relaytab: 1\nflags: [deny, allow] # as agreed\ndeny: []\nallow:\n"
                        "  - net: \"10.0.0.1\"\n    comment: \"Scanner\" # third floor\n    owner: \"Ann\"\n"
                        "  - {net: \"10.0.0.2\"}\nlocal: []\nexpect:\n  - client: \"10.0.0.1\"\n    verdict: allowed\n";
constexpr auto registry = "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC\\"
                          "Parameters]\r\n\"Other\"=dword:7\r\n\"RelayFlags\"=dword:2\r\n"
                          "\"RelayAllowList\"=hex(7):31,30,2e,30,2e,30,2e,31,00,00\r\n";

QByteArray utf16(const QByteArray &text)
{
    QByteArray bytes("\xff\xfe");
    for (const char character : text)
        bytes.append(character).append('\0');
    return bytes;
}

void addRow(const QString &net)
{
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_Insert);
    WindowFixture::type(net);
    WindowFixture::press(Qt::Key_Return);
    WindowFixture::press(Qt::Key_Escape); // of the next row, which Return began
}

/// The changes of a test, by their keys.
void edit(const QString &what)
{
    if (what == u"row") {
        addRow(QStringLiteral("10.9.9.9"));
    } else if (what == u"off") {
        WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
        WindowFixture::press(Qt::Key_Home, Qt::ControlModifier);
        WindowFixture::press(Qt::Key_Space);
    } else if (what == u"remove") {
        WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
        WindowFixture::press(Qt::Key_Delete);
    } else if (what == u"flag") {
        WindowFixture::press(Qt::Key_D, Qt::AltModifier);
        QTest::qWait(150); // a button that is pressed by key is seen to be pressed for a moment
    } else if (what == u"reading") {
        WindowFixture::press(Qt::Key_B, Qt::AltModifier);
        QTest::qWait(150);
    } else if (what == u"pin") {
        WindowFixture::press(Qt::Key_T, Qt::ControlModifier);
        WindowFixture::retype(QStringLiteral("10.0.0.1"));
        WindowFixture::press(Qt::Key_P, Qt::ControlModifier);
    } else {
        QFAIL("no such edit");
    }
}

} // namespace

/// What is not saved outlives the program.
class TestCrashRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(quick); }
    void cleanup() { m_fixture.reset(); }

    void aRestoredFileIsSavedAsItWouldHaveBeen_data();
    void aRestoredFileIsSavedAsItWouldHaveBeen();
    void comesBackModifiedAndOnItsFile();
    void whatHadNoFileComesBackUntitled();
    void whatChangedSinceIsNotOverwritten();
    void aFileThatIsGoneIsWrittenAnew();
    void whatIsCleanLeavesNoDraft_data();
    void whatIsCleanLeavesNoDraft();
    void discardingAtTheEndLeavesNoDraft();
    void writesNothingWhileNothingChanges();
    void diesAgainBeforeTheNextDraft();
    void theNewestIsAskedAboutFirst();
    void whatIsKeptForLaterIsOfferedAgain();
    void whatCannotBeReadStays_data();
    void whatCannotBeReadStays();
    void whatCannotBeKeptIsToldOnce();
    void theWindowOfTheFileTakesItUp();
    void editsAreNotInItsWay();
    void anotherProgramWasFirst();
    void isOfferedInGerman();
    void survivesAKill();

private:
    /// Until what changed so far is in a draft, or a draft is gone.
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            QTest::qWait(70); // longer than both times
            m_fixture->jobs().waitForDone();
            QCoreApplication::processEvents();
        }
    }
    void dieAndStartAgain()
    {
        settle();
        m_fixture->die();
        m_fixture->startAgain();
    }
    [[nodiscard]] QString folder() const { return m_fixture->path(QStringLiteral("data/recovery")); }
    [[nodiscard]] QStringList draftFiles() const { return QDir(folder()).entryList(QDir::Files); }
    [[nodiscard]] bool isOffered() const { return m_fixture->find("recoveryBanner")->isVisible(); }
    [[nodiscard]] QString offer() const { return m_fixture->find("recoveryBanner")->accessibleName(); }
    [[nodiscard]] QString notice() const
    {
        const QWidget *banner = m_fixture->find("fileBanner");
        return banner->isVisible() ? banner->accessibleName() : QString();
    }
    /// By its key.
    void restore()
    {
        WindowFixture::press(Qt::Key_Y, Qt::AltModifier);
        QTRY_VERIFY(!m_fixture->isBusy() && !m_fixture->window().isUnused());
    }
    /// Whatever is asked, the answer is to save.
    void save()
    {
        const MainWindow &window = m_fixture->window();
        WindowFixture::press(Qt::Key_S, Qt::ControlModifier);
        for (int questions = 0; questions < 5; ++questions) {
            QPointer<QWidget> asked;
            QTRY_VERIFY((asked = QApplication::activeModalWidget()) != nullptr || !window.isWindowModified());
            if (asked == nullptr)
                return;
            if (auto *box = qobject_cast<QMessageBox *>(asked)) {
                m_fixture->answer(box, QMessageBox::AcceptRole);
            } else {
                WindowFixture::retype(QFileInfo(window.path()).fileName());
                WindowFixture::press(Qt::Key_Return);
            }
            QTRY_VERIFY(asked == nullptr);
        }
        QFAIL("asks without end");
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCrashRecovery::aRestoredFileIsSavedAsItWouldHaveBeen_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("edits");
    const auto row = [](const char *name, const QByteArray &content, const char *edits) {
        QTest::addRow("%s, %s", name, edits) << content << QString::fromLatin1(edits);
    };
    constexpr auto ini = "; ours\n[other]\na = b\n[relay]\nformat = 1\nflags = 2\n[allow]\n; the scanner\n"
                         "rule1 = 10.0.0.1\nrule1-note = Scanner\nx-mine = 1\nrule7 = 10.0.0.0/30\n";
    const QByteArray version5 = QByteArray(registry).replace("REGEDIT4", "Windows Registry Editor Version 5.00");
    row("a.yaml", office, "row");
    row("a.yaml", office, "off");
    row("a.yaml", QByteArray(office).replace('\n', "\r\n"), "remove pin");
    row("a.reg", registry, "row");
    row("utf16.reg",
        utf16(QByteArray(version5).replace("31,30,2e,30,2e,30,2e,31,00,00",
                                           "31,00,30,00,2e,00,30,00,2e,00,30,00,2e,00,31,00,00,00,00,00")),
        "row");
    // Read by its encoding, against its first line.
    const QByteArray mixed = QByteArray(version5).replace("Other", "Mixed");
    row("mixed.reg", mixed, "reading row");
    row("mixed.reg", mixed, "reading row off");
    row("a.reg", registry, "row off"); // a registry file cannot hold these
    row("a.reg", registry, "row pin");
    row("a.ini", ini, "row");
    row("a.ini", ini, "off");
    row("a.ini", ini, "pin row");
    row("a.ini", ini, "remove pin");
    // A table has no flags, and whatever it says is an open relay then.
    row("a.csv", "list,net,mask,enabled,comment\r\nallow,10.0.0.1,,true,\"a, b\"\r\nallow,10.0.0.300,,true,\r\n",
        "row");
    row("a.csv", "list,net,mask,enabled,comment\nallow,10.0.0.1,,true,\"a, b\"\n", "flag row");
    row("a.list", "# ours\n10.0.0.1 # Scanner\n10.0.0.2/31", "row");
    row("a.list", "# ours\n10.0.0.1 # Scanner\n10.0.0.2/31", "off row flag");
}

/// Twice the same edits: one is saved, the other after a crash. Whether or not the draft could be in the file's format.
void TestCrashRecovery::aRestoredFileIsSavedAsItWouldHaveBeen()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, edits);
    const QString name = QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
    QByteArray saved[2];
    RelayPolicy policies[2];
    for (const int crashes : {0, 1}) {
        m_fixture = std::make_unique<WindowFixture>(quick);
        m_fixture->open(m_fixture->write(name, content));
        for (const QString &what : edits.split(u' '))
            edit(what);
        QVERIFY(m_fixture->window().isWindowModified());
        if (crashes != 0) {
            dieAndStartAgain();
            QVERIFY(isOffered());
            restore();
        }
        policies[crashes] = m_fixture->window().findChild<PolicyDocument *>()->policy();
        QVERIFY(m_fixture->window().isWindowModified());
        save();
        saved[crashes] = m_fixture->read(name);
        settle();
        QCOMPARE(draftFiles(), QStringList());
    }
    QVERIFY(policies[0] == policies[1]);
    QVERIFY(saved[0] != content);
    if (edits.startsWith(u"reading"))
        QVERIFY(saved[0].contains("31,30,2e,39,2e,39,2e,39,00"));
    QCOMPARE(saved[1], saved[0]);
}

void TestCrashRecovery::comesBackModifiedAndOnItsFile()
{
    const QString path = m_fixture->write(QStringLiteral("office.yaml"), office);
    m_fixture->open(path);
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    QVERIFY(isOffered());
    QVERIFY2(offer().startsWith(u"Unsaved changes to office.yaml from "), qPrintable(offer()));
    QVERIFY(m_fixture->window().isUnused()); // nothing waits for the answer
    QVERIFY(m_fixture->find("recoveryBanner")->isAncestorOf(QApplication::focusWidget()));
    restore();
    QVERIFY(!isOffered());
    QVERIFY(m_fixture->window().isWindowModified());
    QCOMPARE(m_fixture->window().path(), path);
    QCOMPARE(m_fixture->rules("allowRules"), 3);
    QCOMPARE(m_fixture->watch().known(), revisionOf(office));
    QVERIFY(!m_fixture->window().findChild<PolicyDocument *>()->undoStack()->canUndo());
    QVERIFY(m_fixture->read(QStringLiteral("office.yaml")) == office);
    QCOMPARE(draftFiles().size(), 1); // until it is saved

    // The review compares with what the file holds.
    QCOMPARE(m_fixture->window().findChild<PolicyFile *>()->stored().allow.size(), 2U);

    save();
    QVERIFY(m_fixture->read(QStringLiteral("office.yaml")).contains("10.9.9.9"));
    QVERIFY(m_fixture->read(QStringLiteral("office.yaml")).contains("# third floor"));
    settle();
    QCOMPARE(draftFiles(), QStringList());
}

void TestCrashRecovery::whatHadNoFileComesBackUntitled()
{
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_W, Qt::AltModifier); // the Allow list is in effect
    QTest::qWait(150);
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    QVERIFY2(offer().startsWith(u"Unsaved changes to a policy that has no file yet, from "), qPrintable(offer()));
    restore();
    QVERIFY(m_fixture->window().isWindowModified());
    QVERIFY(m_fixture->window().windowTitle().contains(u"Untitled"));
    QCOMPARE(m_fixture->cell("allowRules", 1, RuleTableModel::Net), u"10.9.9.9");
    WindowFixture::press(Qt::Key_S, Qt::ControlModifier);
    m_fixture->answerFileDialog(m_fixture->path(QStringLiteral("new.yaml")));
    QTRY_VERIFY(m_fixture->read(QStringLiteral("new.yaml")).contains("10.9.9.9"));
}

void TestCrashRecovery::whatChangedSinceIsNotOverwritten()
{
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    settle();
    m_fixture->die();
    const QByteArray theirs = QByteArray(office).replace("10.0.0.2", "10.0.0.3");
    m_fixture->write(QStringLiteral("office.yaml"), theirs);
    m_fixture->startAgain();
    restore();
    QCOMPARE(m_fixture->watch().known(), revisionOf(office)); // so that it tells what changed since
    WindowFixture::press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(notice(), u"Another program changed office.yaml.");
    QCOMPARE(m_fixture->read(QStringLiteral("office.yaml")), theirs);
    QVERIFY(m_fixture->window().isWindowModified());
}

void TestCrashRecovery::aFileThatIsGoneIsWrittenAnew()
{
    const QString path = m_fixture->write(QStringLiteral("office.yaml"), office);
    m_fixture->open(path);
    addRow(QStringLiteral("10.9.9.9"));
    settle();
    m_fixture->die();
    QVERIFY(QFile::remove(path));
    m_fixture->startAgain();
    restore();
    QCOMPARE(m_fixture->window().path(), path);
    Q_EMIT m_fixture->watch().changed(DiskContent::Missing, {});
    QCOMPARE(notice(), u"office.yaml is gone. Saving writes it anew.");
    m_fixture->find("fileBanner")->findChild<QPushButton *>()->click(); // Keep mine
    save();
    QVERIFY(m_fixture->read(QStringLiteral("office.yaml")).contains("10.9.9.9"));
}

void TestCrashRecovery::whatIsCleanLeavesNoDraft_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("save") << QStringLiteral("save");
    QTest::newRow("undo") << QStringLiteral("undo");
    QTest::newRow("reload") << QStringLiteral("reload");
}

void TestCrashRecovery::whatIsCleanLeavesNoDraft()
{
    QFETCH(QString, by);
    const QString path = m_fixture->write(QStringLiteral("office.yaml"), office);
    m_fixture->open(path);
    addRow(QStringLiteral("10.9.9.9"));
    settle();
    QCOMPARE(draftFiles().size(), 1);
    if (by == u"save")
        save();
    else if (by == u"undo")
        WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    else
        m_fixture->open(path);
    QVERIFY(!m_fixture->window().isWindowModified());
    settle();
    QCOMPARE(draftFiles(), QStringList());
    m_fixture->die();
    m_fixture->startAgain();
    QVERIFY(!isOffered());
}

void TestCrashRecovery::discardingAtTheEndLeavesNoDraft()
{
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    settle();
    QCOMPARE(draftFiles().size(), 1);
    m_fixture->window().close();
    auto *box = m_fixture->dialog<QMessageBox>("askToClose");
    QVERIFY(box != nullptr);
    for (QAbstractButton *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    settle();
    QCOMPARE(draftFiles(), QStringList());
    m_fixture->startAgain();
    QVERIFY(!isOffered());
}

void TestCrashRecovery::writesNothingWhileNothingChanges()
{
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    settle();
    QCOMPARE(draftFiles(), QStringList());
    addRow(QStringLiteral("10.9.9.9"));
    settle();
    const auto content = [&] {
        return m_fixture->read(QStringLiteral("data/recovery/") + draftFiles().value(0)); // with its time
    };
    const QByteArray kept = content();
    QVERIFY(kept.contains("10.9.9.9"));
    settle();
    QCOMPARE(content(), kept);
    addRow(QStringLiteral("10.9.9.8"));
    settle();
    QVERIFY(content().contains("10.9.9.8"));
    QCOMPARE(draftFiles().size(), 1);
}

void TestCrashRecovery::diesAgainBeforeTheNextDraft()
{
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    restore();
    m_fixture->die();
    m_fixture->startAgain();
    QVERIFY(isOffered());
    restore();
    addRow(QStringLiteral("10.9.9.8"));
    dieAndStartAgain();
    QVERIFY(isOffered());
    restore();
    QCOMPARE(m_fixture->rules("allowRules"), 4);
    QCOMPARE(draftFiles().size(), 1);
}

void TestCrashRecovery::theNewestIsAskedAboutFirst()
{
    for (const char *name : {"first.yaml", "second.yaml", "third.yaml"}) {
        m_fixture->open(m_fixture->write(QString::fromLatin1(name), office));
        addRow(QStringLiteral("10.9.9.9"));
        settle();
        m_fixture->die();
        m_fixture->startAgain();
        if (QString::fromLatin1(name) != u"third.yaml")
            m_fixture->die(), m_fixture->startAgain();
    }
    QVERIFY2(offer().startsWith(u"Unsaved changes to third.yaml from ")
                 && offer().endsWith(u"were found. 2 more will be asked about."),
             qPrintable(offer()));
    WindowFixture::press(Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY2(offer().startsWith(u"Unsaved changes to second.yaml from ")
                     && offer().endsWith(u"were found. 1 more will be asked about."),
                 qPrintable(offer()));
    QTRY_COMPARE(draftFiles().size(), 2);
    WindowFixture::press(Qt::Key_Y, Qt::AltModifier);
    QTRY_VERIFY(offer().startsWith(u"Unsaved changes to first.yaml from "));
    QCOMPARE(m_fixture->window().path(), m_fixture->path(QStringLiteral("second.yaml")));

    // The next one has a window of its own.
    WindowFixture::press(Qt::Key_Y, Qt::AltModifier);
    QTRY_VERIFY(!isOffered());
    QCOMPARE(m_fixture->window().path(), m_fixture->path(QStringLiteral("second.yaml")));
    const auto windows = QApplication::topLevelWidgets();
    const auto other = std::find_if(windows.begin(), windows.end(), [&](QWidget *widget) {
        const auto *window = qobject_cast<MainWindow *>(widget);
        return window != nullptr && window->path() == m_fixture->path(QStringLiteral("first.yaml"));
    });
    QVERIFY(other != windows.end());
    QVERIFY((*other)->isWindowModified());
    QVERIFY(!(*other)->findChild<QWidget *>(QStringLiteral("recoveryBanner"))->isVisible());
    delete *other;
}

void TestCrashRecovery::whatIsKeptForLaterIsOfferedAgain()
{
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    WindowFixture::press(Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(!isOffered());
    QCOMPARE(draftFiles().size(), 1);
    QVERIFY(m_fixture->window().close()); // nothing to ask
    m_fixture->die();
    m_fixture->startAgain();
    QVERIFY(isOffered());
}

void TestCrashRecovery::whatCannotBeReadStays_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("cut in its head") << 0;
    QTest::newRow("cut in its body") << 1;
    QTest::newRow("changed in its body") << 2;
    QTest::newRow("no policy") << 3;
    QTest::newRow("a format that is not known") << 4;
}

void TestCrashRecovery::whatCannotBeReadStays()
{
    QFETCH(int, damage);
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    settle();
    m_fixture->die();
    const QString file = QStringLiteral("data/recovery/") + draftFiles().first();
    const QByteArray whole = m_fixture->read(file);
    QByteArray bytes = whole;
    if (damage == 0) {
        bytes.truncate(30);
    } else if (damage == 1) {
        bytes.chop(5);
    } else if (damage == 2) {
        bytes[bytes.size() - 5] = 'X';
    } else if (damage == 3) {
        const QByteArray content("relaytab: 1\nflags: [what]\n");
        const qsizetype part = whole.indexOf("part=");
        bytes = whole.left(part) + "part=" + QByteArray::number(content.size()) + ' ' + revisionOf(content).hash.toHex()
            + whole.mid(whole.indexOf('\n', part));
        bytes = bytes.left(bytes.indexOf("\n\n") + 2) + content;
    } else {
        bytes.replace("written-as=yaml", "written-as=what");
    }
    m_fixture->write(file, bytes);
    m_fixture->startAgain();
    QVERIFY(isOffered());
    if (damage > 1) {
        WindowFixture::press(Qt::Key_Y, Qt::AltModifier); // only then it shows
        QTRY_VERIFY2(offer().contains(u"cannot be read"), qPrintable(offer()));
    }
    QVERIFY2(offer().contains(u"cannot be read. They are in "), qPrintable(offer()));
    QVERIFY(offer().contains(draftFiles().first()));
    QVERIFY(m_fixture->window().isUnused());
    QCOMPARE(m_fixture->find("recoveryBanner")->findChildren<QPushButton *>().size(), 2);
    WindowFixture::press(Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(!isOffered());
    QCOMPARE(m_fixture->read(file), bytes);
}

void TestCrashRecovery::whatCannotBeKeptIsToldOnce()
{
    QDir().mkpath(m_fixture->path(QStringLiteral("data")));
    m_fixture->write(QStringLiteral("data/recovery"), "a file, where a folder should be");
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    settle();
    QVERIFY2(notice().startsWith(u"A crash would lose what is not saved: no copy of it can be kept. "),
             qPrintable(notice()));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    m_fixture->find("fileBanner")->findChild<QPushButton *>()->click(); // Dismiss
    addRow(QStringLiteral("10.9.9.8"));
    settle();
    QCOMPARE(notice(), QString());

    // There is room again.
    QVERIFY(QFile::remove(folder()));
    settle();
    QCOMPARE(draftFiles().size(), 1);
}

void TestCrashRecovery::theWindowOfTheFileTakesItUp()
{
    const QString path = m_fixture->write(QStringLiteral("office.yaml"), office);
    m_fixture->open(path);
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    m_fixture->open(path); // as when it is named on the command line
    QVERIFY(isOffered());
    WindowFixture::press(Qt::Key_Y, Qt::AltModifier);
    QTRY_VERIFY(!isOffered());
    QVERIFY(m_fixture->window().isWindowModified());
    QCOMPARE(m_fixture->rules("allowRules"), 3);
}

void TestCrashRecovery::editsAreNotInItsWay()
{
    const QString path = m_fixture->write(QStringLiteral("office.yaml"), office);
    m_fixture->open(path);
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    m_fixture->open(path);
    edit(QStringLiteral("remove"));
    WindowFixture::press(Qt::Key_Y, Qt::AltModifier);
    QTRY_VERIFY(!isOffered());
    QCOMPARE(m_fixture->rules("allowRules"), 1);
    QPointer<MainWindow> other;
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *window = qobject_cast<MainWindow *>(widget); window != nullptr && window != &m_fixture->window())
            other = window;
    QVERIFY(other != nullptr);
    QVERIFY(other->isWindowModified());
    QCOMPARE(other->findChild<RuleGrid *>(QStringLiteral("allowRules"))->rules().visibleRules(), 3);
    settle();
    QCOMPARE(draftFiles().size(), 2);
    delete other;
}

void TestCrashRecovery::anotherProgramWasFirst()
{
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    FileDrafts other(m_fixture->path(QStringLiteral("data")));
    const auto taken = other.take(other.abandoned().constFirst());
    QVERIFY(taken);
    WindowFixture::press(Qt::Key_Y, Qt::AltModifier);
    QTRY_COMPARE(notice(), u"Another window has restored these changes already.");
    QVERIFY(!isOffered());
    QVERIFY(m_fixture->window().isUnused());
    QCOMPARE(draftFiles().size(), 1);
}

void TestCrashRecovery::isOfferedInGerman()
{
    m_fixture->open(m_fixture->write(QStringLiteral("office.yaml"), office));
    addRow(QStringLiteral("10.9.9.9"));
    dieAndStartAgain();
    m_fixture->catalogue().use(QStringLiteral("de"));
    QCoreApplication::processEvents();
    QVERIFY2(offer().startsWith(u"Nicht gespeicherte Änderungen an office.yaml vom "), qPrintable(offer()));
    const auto keys = [&] {
        QStringList found;
        for (const QPushButton *button : m_fixture->find("recoveryBanner")->findChildren<QPushButton *>())
            found.append(QKeySequence::mnemonic(button->text()).toString());
        return found;
    };
    QTRY_COMPARE(keys(), (QStringList{QStringLiteral("Alt+J"), QStringLiteral("Alt+P"), QStringLiteral("Alt+U")}));
}

/// Another process edits, and is killed in the middle of it.
void TestCrashRecovery::survivesAKill()
{
    m_fixture->write(QStringLiteral("office.yaml"), office);
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--edit"), m_fixture->path({})});
    QVERIFY(process.waitForStarted());
    QByteArray output;
    const auto isKept = [&] { return (output += process.readAllStandardOutput()).contains("kept"); };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 20'000);
    m_fixture->startAgain();
    QVERIFY(!isOffered()); // it lives
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    m_fixture->die();
    m_fixture->startAgain();
    QVERIFY(isOffered());
    restore();
    QCOMPARE(m_fixture->rules("allowRules"), 3);
    save();
    QVERIFY(m_fixture->read(QStringLiteral("office.yaml")).contains("10.9.9.9"));
    settle();
    QCOMPARE(draftFiles(), QStringList());
}

namespace {

/// What the process of survivesAKill() does.
int editUntilKilled(const QString &folder)
{
    WindowFixture fixture(quick, folder);
    fixture.open(fixture.path(QStringLiteral("office.yaml")));
    addRow(QStringLiteral("10.9.9.9"));
    const QDir drafts(fixture.path(QStringLiteral("data/recovery")));
    const bool isKept = QTest::qWaitFor([&] {
        const QStringList files = drafts.entryList(QDir::Files);
        return !files.isEmpty() && fixture.read(QStringLiteral("data/recovery/") + files.first()).contains("10.9.9.9");
    });
    QTextStream(stdout) << (isKept ? "kept" : "no draft") << Qt::endl;
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--edit")
        return editUntilKilled(arguments.value(2));
    TestCrashRecovery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash_recovery.moc"
