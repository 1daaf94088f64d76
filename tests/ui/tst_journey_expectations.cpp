#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "model/editing/expectations_model.h"
#include "tests/cli/cli_run.h"
#include "tests/ui/window_fixture.h"
#include "ui/look/count_tab_bar.h"

using namespace relaytab;
using relaytab::test::WindowFixture;
using Model = ExpectationsModel;

namespace {

/// prod.yaml as J3 leaves it.
constexpr auto prod = "relaytab: 1\nflags: [deny, allow]\ndeny:\n"
                      "  - net: \"10.20.9.1\"\n  - net: \"10.20.9.2\"\n  - net: \"10.20.9.3\"\n"
                      "  - net: \"10.20.9.64\"\n    mask: \"255.255.255.192\"\n"
                      "allow:\n  - net: \"10.20.2.0\"\n    mask: \"255.255.255.0\"\n"
                      "  - net: \"127.0.0.1\"\n  - net: \"10.20.3.77\"\n    comment: \"Scanner\"\nlocal: []\n";

} // namespace

/// J9: expectations that are checked while one types, and in CI.
class TestJourneyExpectations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void walk();
    void editsInPlace();
    void anAddressIsNeeded();
    void pinsFromTheTester();
    void aBrokenOneGoesToTheTester();
    void speaksGerman();

private:
    [[nodiscard]] QTableView *table() const { return m_window->find<QTableView>("expectations"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row - 1, column).data().toString();
    }
    [[nodiscard]] QString tabName() const;
    void show() { m_window->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); }
    void goTo(int row, int column) { table()->setCurrentIndex(table()->model()->index(row - 1, column)); }
    void add(const QString &text);
    void addThree();
    void allowEveryone();
    void saveAndCheckInTheShell();
    void breakAndCheckInTheShell();

    std::unique_ptr<WindowFixture> m_window;
};

void TestJourneyExpectations::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(m_window->write(QStringLiteral("prod.yaml"), prod));
}

QString TestJourneyExpectations::tabName() const
{
    const auto *tabs = m_window->find<CountTabBar>("bottomTabs");
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).startsWith(u"Expect") || tabs->tabText(i).startsWith(u"Erwart"))
            return tabs->accessibleTabName(i).isEmpty() ? tabs->tabText(i) : tabs->accessibleTabName(i);
    }
    return {};
}

void TestJourneyExpectations::add(const QString &text)
{
    m_window->press(Qt::Key_Insert);
    m_window->type(text);
    m_window->press(Qt::Key_Return);
}

void TestJourneyExpectations::addThree()
{
    show();
    QCOMPARE(m_window->focus(), table());
    QVERIFY(m_window->text("expectationsState").startsWith(u"No expectations yet."));
    add(QStringLiteral("203.0.113.0/24 # Internet"));
    add(QStringLiteral("10.20.3.77 # scanner"));
    add(QStringLiteral("127.0.0.1"));
    QCOMPARE(table()->model()->rowCount(), 4);
    QCOMPARE(cell(1, Model::Expected), u"Refused");
    QCOMPARE(cell(1, Model::Comment), u"Internet");
    QCOMPARE(cell(2, Model::Expected), u"Allowed");
    QTRY_COMPARE(m_window->text("expectationsState"), u"All 3 expectations hold.");
    for (int row = 1; row <= 3; ++row)
        QCOMPARE(cell(row, Model::Result), u"Holds");
    QVERIFY2(tabName().contains(u"3/3"), qPrintable(tabName()));
}

void TestJourneyExpectations::allowEveryone()
{
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_Insert);
    m_window->type(QStringLiteral("0.0.0.0/0"));
    m_window->press(Qt::Key_Return);
    QCOMPARE(m_window->rules("allowRules"), 4);
    QVERIFY(m_window->text("exposure").startsWith(u"OPEN RELAY"));
    QTRY_COMPARE(m_window->text("expectationsState"), u"2 of 3 expectations hold.");
    QVERIFY(cell(1, Model::Result).startsWith(u"Broken: 203.0.113.0 is allowed by Allow, row "));
}

void TestJourneyExpectations::saveAndCheckInTheShell()
{
    m_window->press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->window().isWindowModified());
    const QByteArray saved = m_window->read(QStringLiteral("prod.yaml"));
    QVERIFY2(saved.startsWith(prod), saved.constData());
    CliRun run;
    run.file(QStringLiteral("prod.yaml"), saved);
    const CliResult result = run(QStringLiteral("test @prod.yaml"));
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out.count("\tholds\t"), 3);
}

void TestJourneyExpectations::breakAndCheckInTheShell()
{
    QByteArray broken = m_window->read(QStringLiteral("prod.yaml"));
    broken.replace("local: []", "  - net: \"0.0.0.0\"\n    mask: \"0.0.0.0\"\nlocal: []");
    CliRun run;
    run.file(QStringLiteral("broken.yaml"), broken);
    run.file(QStringLiteral("expect.yaml"), m_window->read(QStringLiteral("prod.yaml")));
    const CliResult result = run(QStringLiteral("test @broken.yaml --expect @expect.yaml --json"));
    QCOMPARE(result.status, 1);
    const QJsonObject answer = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(answer.value(QStringLiteral("broken")).toInt(), 1);
    const QJsonObject first = answer.value(QStringLiteral("expectations")).toArray().at(0).toObject();
    QCOMPARE(first.value(QStringLiteral("number")).toInt(), 1);
    QCOMPARE(first.value(QStringLiteral("state")).toString(), u"broken");
    QCOMPARE(first.value(QStringLiteral("witness")).toString(), u"203.0.113.0");
}

void TestJourneyExpectations::walk()
{
    addThree();
    if (!QTest::currentTestFailed())
        saveAndCheckInTheShell();
    if (!QTest::currentTestFailed())
        allowEveryone();
    if (QTest::currentTestFailed())
        return;
    m_window->press(Qt::Key_S, Qt::ControlModifier);
    auto *confirmation = m_window->dialog<>("typedConfirmation");
    QVERIFY(confirmation != nullptr);
    QVERIFY(!confirmation->findChild<QPushButton *>(QStringLiteral("typedAccept"))->isEnabled());
    m_window->press(Qt::Key_Escape);
    m_window->comeBack();
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->text("expectationsState"), u"All 3 expectations hold.");
    QVERIFY(!m_window->text("exposure").startsWith(u"OPEN RELAY"));
    breakAndCheckInTheShell();
}

void TestJourneyExpectations::editsInPlace()
{
    addThree();
    goTo(2, Model::Authenticated);
    m_window->press(Qt::Key_Space);
    goTo(2, Model::Server);
    m_window->press(Qt::Key_F2);
    m_window->type(QStringLiteral("10.20.0.1"));
    m_window->press(Qt::Key_Return);
    QCOMPARE(cell(2, Model::Server), u"10.20.0.1");
    goTo(2, Model::Expected);
    m_window->press(Qt::Key_F2);
    QVERIFY(qobject_cast<QComboBox *>(m_window->focus()) != nullptr);
    m_window->press(Qt::Key_Down);
    table()->setFocus();
    QCOMPARE(cell(2, Model::Expected), u"Refused");
    QTRY_COMPARE(cell(2, Model::Result), u"Broken: 10.20.3.77 is allowed by Allow, row 3");
    m_window->press(Qt::Key_Delete);
    QCOMPARE(table()->model()->rowCount(), 3);
    for (int step = 0; step < 4; ++step)
        m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->text("expectationsState"), u"All 3 expectations hold.");
}

void TestJourneyExpectations::anAddressIsNeeded()
{
    show();
    add(QStringLiteral("10.0.0.300"));
    auto *edit = qobject_cast<QLineEdit *>(m_window->focus());
    QVERIFY(edit != nullptr);
    QCOMPARE(edit->accessibleDescription(), u"“300” is larger than 255.");
    m_window->press(Qt::Key_Escape);
    QCOMPARE(m_window->focus(), table());
    QVERIFY(!m_window->window().isWindowModified());
}

void TestJourneyExpectations::pinsFromTheTester()
{
    m_window->press(Qt::Key_T, Qt::ControlModifier);
    m_window->type(QStringLiteral("10.20.2.0/23"));
    QVERIFY(!m_window->find("pinExpectation")->isVisible());
    m_window->retype(QStringLiteral("10.20.9.64/26"));
    QVERIFY(m_window->find("pinExpectation")->isVisible());
    m_window->press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_window->text("pinned"), u"Pinned as expectation: 10.20.9.64/26 is refused.");
    QTRY_COMPARE(cell(1, Model::Result), u"Holds");
    m_window->press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_window->text("pinned"), u"Expected already: 10.20.9.64/26 is refused.");
    QCOMPARE(table()->model()->rowCount(), 2);
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
}

void TestJourneyExpectations::aBrokenOneGoesToTheTester()
{
    addThree();
    allowEveryone();
    if (QTest::currentTestFailed())
        return;
    show();
    goTo(1, Model::Result);
    m_window->press(Qt::Key_Return);
    QCOMPARE(m_window->find<QLineEdit>("clientIp")->text(), u"203.0.113.0");
    QCOMPARE(m_window->text("verdict"), u"Allowed");
}

void TestJourneyExpectations::speaksGerman()
{
    addThree();
    m_window->catalogue().use(QStringLiteral("de"));
    QTRY_VERIFY(m_window->text("expectationsState").endsWith(u"3 Erwartungen halten."));
    QCOMPARE(table()->accessibleName(), u"Erwartungen");
}

QTEST_MAIN(TestJourneyExpectations)
#include "tst_journey_expectations.moc"
