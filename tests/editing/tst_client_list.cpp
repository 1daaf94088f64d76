#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include "model/editing/client_list_model.h"
#include "model/editing/policy_document.h"
#include "tests/editing/rows.h"

using namespace relaytab;
using Model = ClientListModel;

namespace {

/// The list as a picture, a line each: its number, "a" an address, "n" a net, "-" neither, its text.
QString picture(const QString &text)
{
    const ClientList list = clientListOf(text).value();
    QStringList lines;
    for (std::size_t i = 0; i < list.lines.size(); ++i) {
        const ClientQuestion &question = list.questions[i];
        lines.append(QString::number(list.lines[i].number)
                     + (std::holds_alternative<Address>(question)                 ? u'a'
                            : std::holds_alternative<std::vector<Rule>>(question) ? u'n'
                                                                                  : u'-')
                     + list.lines[i].text);
    }
    return lines.join(u'|');
}

struct Desk {
    explicit Desk(const RelayPolicy &policy)
    {
        document.reset(policy);
        model.setLocale(QLocale(QLocale::English));
        QObject::connect(&checks, &ClientChecks::finished, &model, [this] { model.setReport(checks.report()); });
        checks.setWanted(true);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return checks.isCurrent(); });
    }
    bool ask(const QString &text)
    {
        checks.setText(text);
        return settle();
    }
    QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
    /// The shown lines, "client verdict reason" each.
    QString lines() const
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result.append(cell(row, Model::Client) + u' ' + cell(row, Model::Verdict) + u' '
                          + cell(row, Model::Reason));
        return result.join(u'\n');
    }

    PolicyDocument document;
    ClientChecks checks{document};
    Model model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

RelayPolicy office()
{
    RelayPolicy policy{.flags = 3, .deny = listOf({"192.168.1.0;255.255.255.248"})};
    policy.allow.append(rowOf("192.168.1.0;255.255.255.0", "Office"));
    policy.allow.append(rowOf("10.0.0.1"));
    return policy;
}

const QString five = QStringLiteral("192.168.1.5\n\n192.168.1.8\n# a comment\n8.8.8.8\n10.0.0.300\n192.168.1.0/24\n");

} // namespace

class TestClientList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        const auto add = [](const char *name, const QString &text, const QString &wanted) {
            QTest::newRow(name) << text << wanted;
        };
        add("nothing", {}, {});
        add("one", QStringLiteral("10.0.0.1"), QStringLiteral("1a10.0.0.1"));
        add("LF, CRLF and CR", QStringLiteral("10.0.0.1\n10.0.0.2\r\n10.0.0.3\r10.0.0.4"),
            QStringLiteral("1a10.0.0.1|2a10.0.0.2|3a10.0.0.3|4a10.0.0.4"));
        add("line separator", QStringLiteral("10.0.0.1\u202810.0.0.2"), QStringLiteral("1a10.0.0.1|2a10.0.0.2"));
        add("empty lines and comments count", QStringLiteral("\n  \n# office\n 10.0.0.1 # printer \n"),
            QStringLiteral("4a10.0.0.1 # printer"));
        add("nets", QStringLiteral("10.0.0.5/24\n10.0.0.1-10.0.0.3\n10.0.0.1;255.0.0.255\n10.0.0.1/32\n2001:db8::/32"),
            QStringLiteral("1n10.0.0.5/24|2n10.0.0.1-10.0.0.3|3n10.0.0.1;255.0.0.255|4a10.0.0.1/32|5n2001:db8::/32"));
        add("neither", QStringLiteral("printer\n10.0.0.300\n10.0.0.1 printer"),
            QStringLiteral("1-printer|2-10.0.0.300|3-10.0.0.1 printer"));
        add("full-width digits", QStringLiteral("１０.0.0.1"), QStringLiteral("1a１０.0.0.1"));
    }
    void readsLines()
    {
        QFETCH(QString, text);
        QTEST(picture(text), "wanted");
    }
    void aListHasTwoLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("wanted");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("one line") << QStringLiteral(" 10.0.0.1\n\n# office\n") << false;
        QTest::newRow("two lines") << QStringLiteral("10.0.0.1\r\n10.0.0.2") << true;
        QTest::newRow("two that are none") << QStringLiteral("a\nb\n") << true;
    }
    void aListHasTwoLines()
    {
        QFETCH(QString, text);
        QTEST(isClientList(text), "wanted");
    }
    void readingCanBeCancelled()
    {
        QVERIFY(!clientListOf(QStringLiteral("10.0.0.1"), [](double) { return ProgressStep::Cancel; }));
        int told = 0;
        const QString many = QStringLiteral("10.0.0.1\n").repeated(40'000);
        QVERIFY(!clientListOf(many, [&told](double done) {
            return ++told < 3 && done < 1 ? ProgressStep::Continue : ProgressStep::Cancel;
        }));
        QCOMPARE(told, 3);
    }

    void answersEachLine()
    {
        Desk desk(office());
        QVERIFY(desk.ask(five));
        QCOMPARE(
            desk.lines(),
            QStringLiteral("192.168.1.5 Refused by Deny, row 1\n"
                           "192.168.1.8 Allowed by Allow, row 1\n"
                           "8.8.8.8 Refused because no rule applies\n"
                           "10.0.0.300 Not an address “300” is larger than 255.\n"
                           "192.168.1.0/24 Mixed 248 of 256 address(es) may relay; 192.168.1.0 is refused by Deny, "
                           "row 1"));
        QCOMPARE(desk.cell(1, Model::RuleText), u"192.168.1.0/24  # Office");
        QCOMPARE(desk.model.index(1, 0).data(Model::PlaceRole).value<RowPlace>(), (RowPlace{ListKind::Allow, 0}));
        QVERIFY(!desk.model.index(2, 0).data(Model::PlaceRole).isValid());
        QCOMPARE(desk.cell(3, Model::Client, Model::ClientRole), QString());
        QCOMPARE(desk.model.headerData(1, Qt::Vertical).toString(), u"3");
        QCOMPARE(desk.cell(1, Model::Verdict, Qt::AccessibleTextRole), u"Line 3, Verdict: Allowed");
        QCOMPARE(desk.cell(1, Model::Client, Qt::AccessibleDescriptionRole), u"192.168.1.8: Allowed, by Allow, row 1");
    }
    void staysRightWhileRulesChange()
    {
        Desk desk(office());
        QVERIFY(desk.ask(five));
        const QPersistentModelIndex last = desk.model.index(4, Model::Verdict);
        desk.document.insertRows(ListKind::Allow, 2, listOf({"8.8.8.8"}));
        QVERIFY(desk.settle());
        QCOMPARE(desk.cell(2, Model::Reason), u"by Allow, row 3");
        QVERIFY(last.isValid()); // the same list: nobody loses the place
        desk.document.undoStack()->undo();
        QVERIFY(desk.settle());
        QCOMPARE(desk.cell(2, Model::Verdict), u"Refused");
    }
    void followsReadingAndClient()
    {
        Desk desk({.flags = 0});
        QVERIFY(desk.ask(QStringLiteral("8.8.8.8\n10.0.0.0/8")));
        QCOMPARE(desk.cell(0, Model::Verdict), u"Allowed");
        desk.checks.setReading(Reading::Literal);
        QVERIFY(desk.settle());
        QCOMPARE(desk.cell(1, Model::Verdict), u"Refused");
        desk.document.setFlags(8);
        desk.checks.setClient({.authenticated = true});
        QVERIFY(desk.settle());
        QCOMPARE(desk.cell(1, Model::Reason), u"all 16,777,216 address(es); 10.0.0.0 because the client authenticated");
    }
    void showsOneVerdict()
    {
        Desk desk(office());
        desk.model.setShown(ClientVerdict::Refused);
        QCOMPARE(desk.model.rowCount(), 0);
        QVERIFY(desk.ask(five));
        QCOMPARE(desk.model.rowCount(), 2);
        QCOMPARE(desk.cell(1, Model::Client), u"8.8.8.8");
        QCOMPARE(desk.model.headerData(1, Qt::Vertical).toString(), u"5");
        const QPersistentModelIndex kept = desk.model.index(1, 0);
        desk.document.setRow({ListKind::Allow, 0}, rowOf("192.168.1.0;255.255.255.0", "Office 2"), EditCause::Typed);
        QVERIFY(desk.settle());
        QVERIFY(kept.isValid());
        desk.document.insertRows(ListKind::Allow, 2, listOf({"8.8.8.8"}));
        QVERIFY(desk.settle());
        QCOMPARE(desk.model.rowCount(), 1);
        desk.model.setShown({});
        QCOMPARE(desk.model.rowCount(), 5);
    }
    void isTabSeparated()
    {
        Desk desk(office());
        QVERIFY(desk.ask(QStringLiteral("192.168.1.5\n10.0.0.1\tprinter")));
        const QItemSelection first(desk.model.index(0, 0), desk.model.index(0, Model::RuleText));
        const QString wanted = QStringLiteral("192.168.1.5\tRefused\tby Deny, row 1\t192.168.1.0/29\n");
        const ClientLines selected = desk.model.selectedLines(first);
        QCOMPARE(selected.asText(), wanted);
        const QStringList lines = desk.model.shownLines().asText()->split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0), u"Client IP\tVerdict\tReason\tDeciding rule");
        QCOMPARE(lines.at(2).count(u'\t'), 3); // the line's own is a blank
        QVERIFY(desk.ask(five));
        QCOMPARE(selected.asText(), wanted); // what was asked for stays what it was
    }
    void copiesWhatIsShown()
    {
        Desk desk(office());
        desk.model.setShown(ClientVerdict::Refused);
        QVERIFY(desk.ask(five));
        QCOMPARE(desk.model.shownLines().lines, (std::vector<std::uint32_t>{0, 2}));
        QItemSelection both(desk.model.index(1, 0), desk.model.index(1, Model::RuleText));
        both.append(QItemSelectionRange(desk.model.index(0, 0), desk.model.index(1, Model::RuleText)));
        QCOMPARE(desk.model.selectedLines(both).lines, (std::vector<std::uint32_t>{0, 2}));
    }
    void copyingCanBeCancelled()
    {
        Desk desk(office());
        QVERIFY(desk.ask(QStringLiteral("10.0.0.1\n").repeated(20'000)));
        int told = 0;
        QVERIFY(!desk.model.shownLines().asText(
            [&told](double) { return ++told < 3 ? ProgressStep::Continue : ProgressStep::Cancel; }));
        QCOMPARE(told, 3);
    }
    void nobodyLooks()
    {
        Desk desk(office());
        desk.checks.setWanted(false);
        const QSignalSpy started(&desk.checks, &ClientChecks::started);
        desk.checks.setText(five);
        desk.document.setFlags(2);
        QVERIFY(started.isEmpty());
        desk.checks.setWanted(true);
        QVERIFY(desk.settle());
        QCOMPARE(started.size(), 1);
        QCOMPARE(desk.cell(0, Model::Verdict), u"Allowed");
    }
    void cancelled()
    {
        Desk desk(office());
        const QSignalSpy cancelled(&desk.checks, &ClientChecks::cancelled);
        const QSignalSpy finished(&desk.checks, &ClientChecks::finished);
        desk.checks.setText(QStringLiteral("10.0.0.1\n").repeated(200'000));
        desk.checks.cancel();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!desk.checks.isCurrent());
        QTest::qWait(50);
        QVERIFY(finished.isEmpty());
        desk.checks.check();
        QVERIFY(desk.settle());
        QCOMPARE(desk.model.rowCount(), 200'000);
    }
};

QTEST_GUILESS_MAIN(TestClientList)
#include "tst_client_list.moc"
