#include <QComboBox>
#include <QProgressBar>

#include "model/editing/client_list_model.h"
#include "tests/ui/window_fixture.h"
#include "ui/look/count_tab_bar.h"

using namespace relaytab;
using relaytab::test::WindowFixture;
using Model = ClientListModel;

namespace {

constexpr auto office = "relaytab: 1\nflags: [deny, allow]\ndeny:\n"
                        "  - net: \"192.168.1.0\"\n    mask: \"255.255.255.248\"\n"
                        "allow:\n  - net: \"192.168.1.0\"\n    mask: \"255.255.255.0\"\n    comment: \"Office\"\n"
                        "local: []\n";

const QString five = QStringLiteral("192.168.1.5\n192.168.1.8\n8.8.8.8\nprinter\n192.168.1.0/24\n");

} // namespace

/// A list of clients is pasted into the tester; each line is answered, and stays right.
class TestJourneyManyClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void pastedIntoClientIp();
    void oneLineStaysInTheField_data();
    void oneLineStaysInTheField();
    void pastedIntoTheTable();
    void enterGoesToTheRow();
    void showsOneVerdictOnly();
    void copiesAsText();
    void copiesEveryLineOfMany();
    void staysRightWhileRulesChange();
    void serverAndAuthentication();
    void manyLinesCanBeGivenUp();
    void speaksGerman();

private:
    [[nodiscard]] QTableView *table() const { return m_window->find<QTableView>("clients"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row - 1, column).data().toString();
    }
    [[nodiscard]] QString state() const { return m_window->text("clientsState"); }
    void goTo(int row)
    {
        table()->selectionModel()->setCurrentIndex(table()->model()->index(row - 1, Model::Client),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        m_window->press(Qt::Key_V, Qt::ControlModifier);
    }
    void pasteFive();

    std::unique_ptr<WindowFixture> m_window;
};

void TestJourneyManyClients::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(m_window->write(QStringLiteral("office.yaml"), office));
}

void TestJourneyManyClients::pasteFive()
{
    m_window->press(Qt::Key_T, Qt::ControlModifier);
    paste(five);
    QTRY_COMPARE(state(), u"5 lines: 1 allowed, 2 refused, 1 mixed, and 1 not an address.");
}

void TestJourneyManyClients::pastedIntoClientIp()
{
    m_window->press(Qt::Key_T, Qt::ControlModifier);
    m_window->type(QStringLiteral("10.0.0.1"));
    paste(five);
    QTRY_COMPARE(state(), u"5 lines: 1 allowed, 2 refused, 1 mixed, and 1 not an address.");
    QCOMPARE(m_window->focus(), table());
    QCOMPARE(m_window->find<QLineEdit>("clientIp")->text(), u"10.0.0.1"); // what was typed is still there
    QCOMPARE(cell(1, Model::Reason), u"by Deny, row 1");
    QCOMPARE(cell(2, Model::Verdict), u"Allowed");
    QCOMPARE(cell(2, Model::RuleText), u"192.168.1.0/24  # Office");
    QCOMPARE(cell(3, Model::Reason), u"because no rule applies");
    QCOMPARE(cell(4, Model::Verdict), u"Not an address");
    QVERIFY(!cell(4, Model::Reason).isEmpty());
    QCOMPARE(cell(5, Model::Reason), u"248 of 256 addresses may relay; 192.168.1.0 is refused by Deny, row 1");
    const auto *tabs = m_window->find<CountTabBar>("bottomTabs");
    QCOMPARE(tabs->accessibleTabName(tabs->currentIndex()), u"Clients 5");
}

void TestJourneyManyClients::oneLineStaysInTheField_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an address") << QStringLiteral("192.168.1.8");
    QTest::newRow("an address and a line end") << QStringLiteral("192.168.1.8\n");
}

void TestJourneyManyClients::oneLineStaysInTheField()
{
    QFETCH(QString, text);
    m_window->press(Qt::Key_T, Qt::ControlModifier);
    paste(text);
    QCOMPARE(m_window->focus(), m_window->find("clientIp"));
    QCOMPARE(m_window->text("verdict"), u"Allowed");
}

void TestJourneyManyClients::pastedIntoTheTable()
{
    m_window->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->focus(), table());
    QVERIFY2(state().startsWith(u"Paste a list"), qPrintable(state()));
    paste(QStringLiteral("192.168.1.8"));
    QTRY_COMPARE(state(), u"1 line: 1 allowed.");
    paste(QStringLiteral("# nothing\n"));
    QTRY_COMPARE(state(), u"Nothing was pasted but empty lines and comments.");
    paste(five);
    QTRY_COMPARE(table()->model()->rowCount(), 5);
}

void TestJourneyManyClients::enterGoesToTheRow()
{
    pasteFive();
    goTo(2);
    m_window->press(Qt::Key_Return);
    RuleGrid *allow = m_window->grid("allowRules");
    QTRY_COMPARE(m_window->focus(), allow);
    QCOMPARE(allow->currentIndex().row(), 0);
    table()->setFocus();
    goTo(3); // no row decided: the tester tells every step
    m_window->press(Qt::Key_Return);
    QCOMPARE(m_window->find<QLineEdit>("clientIp")->text(), u"8.8.8.8");
    QCOMPARE(m_window->text("verdict"), u"Refused");
    table()->setFocus();
    goTo(5);
    m_window->press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_window->find<QLineEdit>("clientIp")->text(), u"192.168.1.0/24");
    QCOMPARE(m_window->text("verdict"), u"Mixed");
    table()->setFocus();
    goTo(4); // what is no client is nothing to ask about
    m_window->press(Qt::Key_Return);
    QCOMPARE(m_window->focus(), table());
}

void TestJourneyManyClients::showsOneVerdictOnly()
{
    pasteFive();
    auto *shown = m_window->find<QComboBox>("clientsShown");
    shown->setFocus();
    QCOMPARE(shown->currentText(), u"All lines (5)");
    m_window->press(Qt::Key_Down);
    m_window->press(Qt::Key_Down);
    QCOMPARE(shown->currentText(), u"Refused (2)");
    QCOMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(cell(2, Model::Client), u"8.8.8.8");
    m_window->press(Qt::Key_Home);
    QCOMPARE(table()->model()->rowCount(), 5);
}

void TestJourneyManyClients::copiesAsText()
{
    pasteFive();
    goTo(2);
    m_window->press(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 u"192.168.1.8\tAllowed\tby Allow, row 1\t192.168.1.0/24  # Office\n");
    auto *copy = m_window->find<QPushButton>("copyClients");
    copy->setFocus();
    m_window->press(Qt::Key_Space);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 6);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Client IP\tVerdict\tReason\tDeciding rule\n"));
}

void TestJourneyManyClients::copiesEveryLineOfMany()
{
    QString many;
    for (int i = 0; i < 100'000; ++i)
        many += QStringLiteral("10.%1.%2.%3\n").arg(i >> 16).arg(i >> 8 & 255).arg(i & 255);
    m_window->press(Qt::Key_T, Qt::ControlModifier);
    paste(many);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->find<QPushButton>("copyClients")->isEnabled(), 60'000);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    m_window->press(Qt::Key_A, Qt::ControlModifier);
    m_window->press(Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text() != u"before", 60'000);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 100'000);
}

void TestJourneyManyClients::staysRightWhileRulesChange()
{
    pasteFive();
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_Insert);
    m_window->type(QStringLiteral("8.8.8.8"));
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(state(), u"5 lines: 2 allowed, 1 refused, 1 mixed, and 1 not an address.");
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(state(), u"5 lines: 1 allowed, 2 refused, 1 mixed, and 1 not an address.");
}

void TestJourneyManyClients::serverAndAuthentication()
{
    pasteFive();
    m_window->find("authenticated")->setFocus();
    m_window->press(Qt::Key_Space);
    QTRY_VERIFY2(state().endsWith(u" All authenticated."), qPrintable(state()));
    m_window->find("serverIp")->setFocus();
    m_window->type(QStringLiteral("10.0.0.1"));
    QTRY_VERIFY2(state().endsWith(u" All authenticated, at server 10.0.0.1."), qPrintable(state()));
    m_window->type(QStringLiteral("x"));
    QTest::qWait(50);
    QVERIFY2(state().endsWith(u" All authenticated, at server 10.0.0.1."), qPrintable(state()));
}

void TestJourneyManyClients::manyLinesCanBeGivenUp()
{
    QString many;
    for (int i = 0; i < 400'000; ++i)
        many += QStringLiteral("10.%1.%2.%3/31\n").arg(i >> 16).arg(i >> 8 & 255).arg(i & 255);
    m_window->press(Qt::Key_T, Qt::ControlModifier);
    paste(many);
    auto *bar = m_window->find<QProgressBar>("clientsProgress");
    QTRY_VERIFY(bar->isVisible());
    auto *cancel = bar->parentWidget()->findChild<QPushButton *>();
    cancel->setFocus();
    m_window->press(Qt::Key_Space);
    QTRY_COMPARE(state(), u"Not checked.");
    QCOMPARE(m_window->focus(), m_window->find("checkClientsAgain"));
    QCOMPARE(table()->model()->rowCount(), 0);
    table()->setFocus();
    paste(five);
    QTRY_COMPARE(table()->model()->rowCount(), 5);
    QVERIFY(!m_window->find("checkClientsAgain")->isVisible());
}

void TestJourneyManyClients::speaksGerman()
{
    pasteFive();
    QLocale::setDefault(localeFor(QStringLiteral("de")));
    m_window->catalogue().use(QStringLiteral("de"));
    QTRY_COMPARE(state(), u"5 Zeilen: 1 zugelassen, 2 abgelehnt, 1 gemischt und 1 keine Adresse.");
    QCOMPARE(table()->accessibleName(), u"Clients");
    QCOMPARE(cell(1, Model::Verdict), u"Abgelehnt");
}

QTEST_MAIN(TestJourneyManyClients)
#include "tst_journey_many_clients.moc"
