#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// Save As into another format: what stays behind is named before anything is written.
class TestSaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }
    void everyLossIsNamed_data();
    void everyLossIsNamed();
    void whatIsBesideThePolicyIsNamed_data();
    void whatIsBesideThePolicyIsNamed();
    void nothingIsAskedWhenNothingIsLost();
    void whatTheFileCannotKeepIsAProblem();
    void quittingAsksOneWindowAfterTheOther();
    void whoStaysIsNotAskedAgain();

private:
    void openTwoAndEdit();
    static void answerQuestionOf(const MainWindow &window, QMessageBox::ButtonRole role);
    void saveAs(const QString &name)
    {
        m_window->press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        m_window->answerFileDialog(m_window->path(name));
    }
    static bool offersProject(const QMessageBox &box)
    {
        const auto buttons = box.buttons();
        return std::any_of(buttons.begin(), buttons.end(),
                           [&](QAbstractButton *button) { return box.buttonRole(button) == QMessageBox::ActionRole; });
    }

    std::unique_ptr<WindowFixture> m_window;
    QPointer<MainWindow> m_other;
};

void TestSaving::everyLossIsNamed_data()
{
    QTest::addColumn<QStringList>("losses");
    const auto row = [](const char *name, const QStringList &losses) { QTest::newRow(name) << losses; };
    const auto comment = QStringLiteral("1 comment of a row");
    const auto off = QStringLiteral("1 row that is switched off");
    const auto expectations = QStringLiteral("2 expectations");
    const auto ipv6 = QStringLiteral("1 IPv6 row");
    const auto flags = QStringLiteral("RelayFlags");
    row("a.reg", {comment, off, expectations, ipv6});
    row("a.ini", {expectations});
    row("a.csv", {expectations, flags});
    row("a.list", {off, expectations, flags, QStringLiteral("1 list")});
}

void TestSaving::everyLossIsNamed()
{
    QFETCH(QStringList, losses);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    m_window->open(m_window->write(QStringLiteral("a.yaml"),
                                   "relaytab: 1\nflags: [deny, allow]\ndeny:\n  - net: \"10.0.0.9\"\n"
                                   "allow:\n  - net: \"10.0.0.1\"\n    comment: \"one\"\n"
                                   "  - net: \"10.0.0.2\"\n    enabled: false\n  - net: \"2001:db8::1\"\n"
                                   "expect:\n  - client: \"10.0.0.1\"\n    verdict: allowed\n"
                                   "  - client: \"10.0.0.2\"\n    verdict: refused\n"));
    saveAs(name);
    auto *box = m_window->dialog<QMessageBox>("askLosses");
    QVERIFY(box != nullptr);
    QStringList named;
    for (const QString &line : box->informativeText().split(u'\n'))
        if (line.startsWith(u"• "))
            named.append(line.mid(2));
    QCOMPARE(QSet(named.begin(), named.end()), QSet(losses.begin(), losses.end()));
    QVERIFY(offersProject(*box));
    QVERIFY(!QFile::exists(m_window->path(name)));
    m_window->answer(box, QMessageBox::AcceptRole);
    QTRY_VERIFY(QFile::exists(m_window->path(name)));
}

void TestSaving::whatIsBesideThePolicyIsNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("as");
    const auto row = [](const char *name, const QByteArray &content, const char *as) {
        QTest::newRow(name) << content << QString::fromLatin1(as);
    };
    row("comment.ini", "; mine\n[relay]\nformat = 1\nflags = 2\n[allow]\nrule1 = 10.0.0.1\n", "a.yaml");
    row("section.ini", "[relay]\nformat = 1\nflags = 2\n[allow]\nrule1 = 10.0.0.1\n[mine]\na = b\n", "a.reg");
    row("comment.yaml", "relaytab: 1\nflags: [allow] # mine\nallow:\n  - net: \"10.0.0.1\"\n", "a.ini");
    row("own-key.yaml", "relaytab: 1\nx-mine: 1\nflags: [allow]\nallow:\n  - net: \"10.0.0.1\"\n", "a.reg");
}

void TestSaving::whatIsBesideThePolicyIsNamed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, as);
    m_window->open(m_window->write(QString::fromLatin1(QTest::currentDataTag()), content));
    saveAs(as);
    auto *box = m_window->dialog<QMessageBox>("askLosses");
    QVERIFY(box != nullptr);
    QCOMPARE(box->text(), u"Not everything in the file carries over");
    QVERIFY2(box->informativeText().endsWith(u"• comments and other content of the file"),
             qPrintable(box->informativeText()));
    QVERIFY(!offersProject(*box)); // it would not keep them either
    QVERIFY(!QFile::exists(m_window->path(as)));
    m_window->answer(box, QMessageBox::AcceptRole);
    QTRY_VERIFY(QFile::exists(m_window->path(as)));

    // They are with the old file now: the next save has nothing to say about them.
    QTRY_VERIFY(!m_window->isBusy());
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_Insert);
    m_window->type(QStringLiteral("10.0.0.2"));
    m_window->press(Qt::Key_Return);
    QVERIFY(m_window->window().isWindowModified());
    m_window->press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->window().isWindowModified());
}

void TestSaving::nothingIsAskedWhenNothingIsLost()
{
    m_window->open(
        m_window->write(QStringLiteral("a.ini"), "[relay]\nformat = 1\nflags = 2\n[allow]\nrule1 = 10.0.0.1\n"));
    saveAs(QStringLiteral("a.yaml"));
    QTRY_VERIFY(QFile::exists(m_window->path(QStringLiteral("a.yaml"))));
    QVERIFY(m_window->window().findChild<QMessageBox *>() == nullptr);
}

/// V05 and V28: said while one edits, before saving asks.
void TestSaving::whatTheFileCannotKeepIsAProblem()
{
    m_window->open(m_window->write(QStringLiteral("a.reg"),
                                   "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\"
                                   "MSExchangeIMC\\Parameters]\n\"RelayFlags\"=dword:2\n"
                                   "\"RelayAllowList\"=hex(7):31,30,2e,30,2e,30,2e,31,00,00\n"));
    auto *problems = m_window->find<QAbstractItemView>("problems");
    const auto problem = [&](int row) { return problems->model()->index(row, 0).data().toString(); };
    QCOMPARE(problems->model()->rowCount(), 0);
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_Insert);
    m_window->type(QStringLiteral("2001:db8::1"));
    m_window->press(Qt::Key_Return);
    QCOMPARE(problems->model()->rowCount(), 1);
    QCOMPARE(problem(0), u"Allow, row 2: The registry holds IPv4 only: this row is left out there.");
    m_window->grid("allowRules")->setCurrentIndex(m_window->grid("allowRules")->model()->index(0, 0));
    m_window->press(Qt::Key_Space);
    QCOMPARE(problems->model()->rowCount(), 2);
    QVERIFY2(problem(0).contains(u"1 of them is not kept in this kind of file."), qPrintable(problem(0)));

    problems->setFocus();
    problems->setCurrentIndex(problems->model()->index(0, 0));
    m_window->press(Qt::Key_Right);
    m_window->press(Qt::Key_Return);
    m_window->answerFileDialog(m_window->path(QStringLiteral("a.yaml")));
    QTRY_COMPARE(problems->model()->rowCount(), 0);
    QVERIFY(m_window->read(QStringLiteral("a.yaml")).contains("enabled: false"));
}

void TestSaving::openTwoAndEdit()
{
    constexpr auto two = "relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n  - net: \"10.0.0.1\"\n"
                         "  - net: \"10.0.0.2\"\nlocal: []\n";
    m_window->open(m_window->write(QStringLiteral("one.yaml"), two));
    const QString path = m_window->write(QStringLiteral("other.yaml"), two);
    m_other = m_window->windows().newWindow();
    m_other->openFile(path, PolicyFile::OpenAs::File);
    QTRY_COMPARE(m_other->path(), path);
    for (MainWindow *window : {&m_window->window(), m_other.data()}) {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        m_window->press(Qt::Key_2, Qt::ControlModifier);
        m_window->press(Qt::Key_Delete);
        QVERIFY(window->isWindowModified());
    }
}

void TestSaving::answerQuestionOf(const MainWindow &window, QMessageBox::ButtonRole role)
{
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = window.findChild<QMessageBox *>(QStringLiteral("askToClose"))) != nullptr && box->isVisible());
    for (QAbstractButton *button : box->buttons())
        if (box->buttonRole(button) == role)
            return QTest::mouseClick(button, Qt::LeftButton);
    QFAIL("no such button");
}

void TestSaving::quittingAsksOneWindowAfterTheOther()
{
    openTwoAndEdit();
    const QPointer<MainWindow> one = &m_window->window();
    m_window->press(Qt::Key_Q, Qt::ControlModifier);
    answerQuestionOf(*one, QMessageBox::DestructiveRole);
    QTRY_VERIFY(one == nullptr);
    answerQuestionOf(*m_other, QMessageBox::AcceptRole);
    QTRY_VERIFY(m_other == nullptr);
    QVERIFY(m_window->read(QStringLiteral("one.yaml")).contains("10.0.0.1"));
    QVERIFY(!m_window->read(QStringLiteral("other.yaml")).contains("10.0.0.1"));
}

void TestSaving::whoStaysIsNotAskedAgain()
{
    openTwoAndEdit();
    const QPointer<MainWindow> one = &m_window->window();
    m_window->press(Qt::Key_Q, Qt::ControlModifier);
    answerQuestionOf(*one, QMessageBox::RejectRole);
    m_other->close(); // by itself, later
    answerQuestionOf(*m_other, QMessageBox::DestructiveRole);
    QTRY_VERIFY(m_other == nullptr);
    QTest::qWait(20);
    QVERIFY(one != nullptr && one->isVisible());
    QVERIFY(one->findChild<QMessageBox *>(QStringLiteral("askToClose")) == nullptr);
}

QTEST_MAIN(TestSaving)
#include "tst_saving.moc"
