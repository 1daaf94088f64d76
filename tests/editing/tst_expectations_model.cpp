#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

#include "model/editing/expectations_model.h"
#include "model/editing/policy_document.h"
#include "model/policy/entry_text.h"
#include "tests/editing/rows.h"

using namespace relaytab;
using Model = ExpectationsModel;

namespace {

Expectation expectation(const char *client, Verdict verdict, const char *comment = "")
{
    return {.client = parseEntry(client)->rules.front(), .verdict = verdict, .comment = comment};
}

/// What journey J9 expects of the policy that J3 leaves.
RelayPolicy prod()
{
    return {.flags = 3,
            .deny = listOf({"10.20.9.1"}),
            .allow = listOf({"10.20.2.0;255.255.255.0", "127.0.0.1", "10.20.3.77"}),
            .expectations = {expectation("203.0.113.0/24", Verdict::Refused, "Internet"),
                             expectation("10.20.3.77", Verdict::Allowed, "scanner"),
                             expectation("127.0.0.1", Verdict::Allowed)}};
}

struct Desk {
    explicit Desk(const RelayPolicy &policy)
    {
        document.reset(policy);
        model.setLocale(QLocale(QLocale::English));
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return checks.isCurrent(); });
    }
    QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
    bool type(int row, int column, const QString &text) { return model.setData(model.index(row, column), text); }

    PolicyDocument document;
    ExpectationChecks checks{document};
    Model model{document, checks};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class TestExpectationsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheWitnessAndItsRow()
    {
        Desk desk(prod());
        QVERIFY(desk.settle());
        QCOMPARE(desk.checks.holding(), 3U);
        QCOMPARE(desk.cell(0, Model::Result), u"Holds");
        desk.document.insertRows(ListKind::Allow, 3, listOf({"0.0.0.0;0.0.0.0"}));
        QVERIFY(desk.settle());
        QCOMPARE(desk.checks.holding(), 2U);
        QCOMPARE(desk.cell(0, Model::Result), u"Broken: 203.0.113.0 is allowed by Allow, row 4");
        QCOMPARE(desk.cell(0, Model::Result, Qt::AccessibleTextRole),
                 u"Expectation 1 of 3, Result: Broken: 203.0.113.0 is allowed by Allow, row 4");
        QVERIFY(desk.cell(0, Model::Client, Qt::AccessibleDescriptionRole).contains(u"256 of 256"));
        desk.document.undoStack()->undo();
        QVERIFY(desk.settle());
        QCOMPARE(desk.checks.holding(), 3U);
    }

    void aRefusedOneNamesWhy()
    {
        Desk desk({.flags = 2, .expectations = {expectation("10.0.0.1", Verdict::Allowed)}});
        QVERIFY(desk.settle());
        QCOMPARE(desk.cell(0, Model::Result), u"Broken: 10.0.0.1 is refused because no rule applies");
    }

    void followsTheReading()
    {
        Desk desk({.flags = 0, .expectations = {expectation("10.0.0.1", Verdict::Allowed)}});
        QVERIFY(desk.settle());
        QCOMPARE(desk.checks.holding(), 1U);
        desk.checks.setReading(Reading::Literal);
        QVERIFY(desk.settle());
        QCOMPARE(desk.checks.holding(), 0U);
    }

    void theBlankRowExpectsWhatThePolicyDoes()
    {
        Desk desk(prod());
        QVERIFY(desk.type(3, Model::Client, QStringLiteral("10.20.9.1 # old scanner")));
        QVERIFY(desk.type(4, Model::Client, QStringLiteral("10.20.2.77/24")));
        const auto &expectations = desk.document.policy().expectations;
        QCOMPARE(expectations.size(), 5U);
        QCOMPARE(expectations[3], expectation("10.20.9.1", Verdict::Refused, "old scanner"));
        QCOMPARE(desk.cell(4, Model::Client), u"10.20.2.0/24");
        QCOMPARE(expectations[4].verdict, Verdict::Allowed);
        QVERIFY(!desk.type(5, Model::Client, QString()));
        QCOMPARE(desk.model.blankRow(), 5);
    }

    /// As it is read: with flags 0 that is either everyone or nobody.
    void theBlankRowFollowsTheReading()
    {
        Desk desk({.flags = 0});
        QVERIFY(desk.type(0, Model::Client, QStringLiteral("10.0.0.1")));
        desk.checks.setReading(Reading::Literal);
        QVERIFY(desk.type(1, Model::Client, QStringLiteral("10.0.0.2")));
        const auto &expectations = desk.document.policy().expectations;
        QCOMPARE(expectations[0].verdict, Verdict::Allowed);
        QCOMPARE(expectations[1].verdict, Verdict::Refused);
        QVERIFY(desk.settle());
        QCOMPARE(desk.cell(1, Model::Result), u"Holds");
    }

    void aRangeBecomesSeveral()
    {
        Desk desk(prod());
        QVERIFY(desk.type(0, Model::Client, QStringLiteral("10.0.0.1-10.0.0.2")));
        QCOMPARE(desk.cell(0, Model::Client), u"10.0.0.1");
        QCOMPARE(desk.cell(1, Model::Client), u"10.0.0.2");
        QCOMPARE(desk.cell(1, Model::Comment), u"Internet");
        QCOMPARE(desk.document.undoStack()->count(), 1);
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("10.0.0.300") << int(Model::Client) << "10.0.0.300"
                                    << "“300” is larger than 255.";
        QTest::newRow("server 10.0.0.300") << int(Model::Server) << "10.0.0.300"
                                           << "“300” is larger than 255.";
    }
    void refusesWhatIsNoAddress()
    {
        QFETCH(int, column);
        QFETCH(QString, text);
        Desk desk(prod());
        QVERIFY(!desk.type(0, column, text));
        QTEST(desk.model.whyNot(desk.model.index(0, column), text), "why");
        QVERIFY(!desk.document.isModified());
    }

    void editsEveryCell()
    {
        Desk desk(prod());
        QVERIFY(desk.type(0, Model::Server, QStringLiteral("10.1.1.1")));
        QVERIFY(desk.model.setData(desk.model.index(0, Model::Authenticated), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(desk.model.setData(desk.model.index(0, Model::Expected), int(Verdict::Allowed)));
        QVERIFY(desk.type(0, Model::Comment, QStringLiteral("Büro")));
        QCOMPARE(desk.document.policy().expectations[0],
                 (Expectation{.client = parseEntry("203.0.113.0/24")->rules.front(),
                              .server = *parseAddress("10.1.1.1"),
                              .authenticated = true,
                              .verdict = Verdict::Allowed,
                              .comment = "Büro"}));
        QVERIFY(desk.type(0, Model::Server, QStringLiteral("any")));
        QVERIFY(!desk.document.policy().expectations[0].server);
        QCOMPARE(desk.cell(0, Model::Server), u"any");
        QCOMPARE(desk.document.undoStack()->count(), 5);
        QVERIFY(desk.type(0, Model::Client, QStringLiteral("203.0.113.0;255.255.255.0")));
        QCOMPARE(desk.document.undoStack()->count(), 5); // another spelling of the same net
    }

    void rowsKeepTheirPlaceThroughUndo()
    {
        Desk desk(prod());
        const QPersistentModelIndex last(desk.model.index(2, Model::Client));
        desk.model.remove({desk.model.index(0, 0), desk.model.index(3, 0)});
        QCOMPARE(last.row(), 1);
        desk.document.undoStack()->undo();
        QCOMPARE(last.row(), 2);
        QCOMPARE(last.data().toString(), u"127.0.0.1");
    }

    void copiesAsText()
    {
        Desk desk(prod());
        QVERIFY(desk.settle());
        QCOMPARE(desk.model.asText({desk.model.index(1, 0), desk.model.index(3, 0)}),
                 u"10.20.3.77\tany\tno\tAllowed\tHolds\tscanner\n");
    }
};

QTEST_GUILESS_MAIN(TestExpectationsModel)
#include "tst_expectations_model.moc"
