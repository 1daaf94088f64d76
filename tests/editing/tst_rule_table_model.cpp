#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "model/editing/document_analysis.h"
#include "model/editing/rule_table_model.h"
#include "tests/editing/rows.h"

using namespace relaytab;
using Model = RuleTableModel;

namespace {

RelayPolicy office()
{
    return {.flags = 11,
            .deny = listOf({"192.168.1.0;255.255.255.248"}),
            .allow = {rowOf("192.168.1.0;255.255.255.0", "Office"), rowOf("10.9.8.1;255.255.255.1"),
                      rowOf("10.20.3.77"), rowOf("172.16.0.0;255.240.0.0", {}, false),
                      rowOf("192.168.5.17;255.255.255.0"), rowOf("10.0.0.300;255.0.0.0")},
            .local = listOf({"192.168.1.2"})};
}

/// A document and one table of it, watched by Qt's own checks.
struct Table {
    explicit Table(const RelayPolicy &policy, Model::Scope scope = Model::Scope::Allow) : model(document, scope)
    {
        document.reset(policy);
        model.setLocale(QLocale(QLocale::English));
    }

    QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
    bool type(int row, int column, const char *text)
    {
        return model.setData(model.index(row, column), QString::fromUtf8(text));
    }
    QString allow() const { return picture(document.policy().allow); }

    PolicyDocument document;
    Model model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class TestRuleTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsACellAColumn_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("cells");
        QTest::addRow("office") << 0 << QStringLiteral("192.168.1.0|255.255.255.0|256|ok|Office");
        QTest::addRow("gaps") << 1 << QStringLiteral("10.9.8.1|255.255.255.1|128|mask repeats the host|");
        QTest::addRow("host") << 2 << QStringLiteral("10.20.3.77|255.255.255.255|1|ok|");
        QTest::addRow("off") << 3 << QStringLiteral("172.16.0.0|255.240.0.0|1,048,576|off|");
        QTest::addRow("never") << 4 << QStringLiteral("192.168.5.17|255.255.255.0|0|never matches|");
        QTest::addRow("text") << 5 << QStringLiteral("10.0.0.300|255.0.0.0||larger than 255|");
        QTest::addRow("blank") << 6 << QStringLiteral("type or paste here||||");
    }
    void showsACellAColumn()
    {
        QFETCH(int, row);
        QFETCH(QString, cells);
        const Table table(office());
        QStringList shown;
        for (const int column : {Model::Net, Model::Mask, Model::Matches, Model::Status, Model::Comment})
            shown.append(table.cell(row, column));
        QCOMPARE(shown.join(u'|'), cells);
    }

    void headersNameColumnsAndRows()
    {
        Table table(office());
        QStringList titles;
        for (int column = 0; column < table.model.columnCount(); ++column)
            titles.append(table.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(titles.join(u'|'), QStringLiteral("On|Net|Mask|Matches|Status|Comment"));
        table.model.sort(Model::Net, Qt::DescendingOrder);
        QStringList rows;
        for (int row = 0; row < table.model.rowCount(); ++row)
            rows.append(table.model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString());
        QCOMPARE(rows.join(u' '), QStringLiteral("5 1 4 3 2 6 "));
    }

    void allListsStandInOneTable()
    {
        Table table(office(), Model::Scope::All);
        QCOMPARE(table.model.rowCount(), 8);
        QCOMPARE(table.model.columnCount(), 7);
        QCOMPARE(table.model.blankRow(), -1);
        QCOMPARE(table.cell(0, Model::List), QStringLiteral("Deny"));
        QCOMPARE(table.cell(1, Model::List), QStringLiteral("Allow"));
        QCOMPARE(table.cell(7, Model::List), QStringLiteral("Local"));
        QCOMPARE(table.model.headerData(1, Qt::Vertical, Qt::DisplayRole).toInt(), 1);
        table.type(7, Model::Comment, "inside");
        QCOMPARE(picture(table.document.policy().local), QStringLiteral("192.168.1.2#inside"));
        QCOMPARE(table.model.insertionPlace(table.model.index(0, 0)), (RowPlace{ListKind::Deny, 1}));
        QCOMPARE(table.model.insertionPlace({}), (RowPlace{ListKind::Allow, 6}));
    }

    void rolesSayWhatTheViewDraws()
    {
        const Table table(office());
        const auto at = [&](int row, int column, int role) { return table.model.index(row, column).data(role); };
        QVERIFY(!at(0, Model::Net, Model::SeverityRole).isValid());
        QCOMPARE(at(1, Model::Net, Model::SeverityRole).toInt(), static_cast<int>(Severity::Warning));
        QCOMPARE(at(4, Model::Comment, Model::SeverityRole).toInt(), static_cast<int>(Severity::Error));
        QCOMPARE(at(4, Model::Net, Model::CellSeverityRole).toInt(), static_cast<int>(Severity::Error));
        QVERIFY(!at(4, Model::Mask, Model::CellSeverityRole).isValid());
        QCOMPARE(at(4, Model::Net, Model::FaultSpanRole).toPoint(), QPoint(0, 12));
        QCOMPARE(at(5, Model::Net, Model::FaultSpanRole).toPoint(), QPoint(7, 3)); // the 300
        QCOMPARE(at(4, Model::Status, Model::FixTextRole).toString(), QStringLiteral("Use network 192.168.5.0"));
        QVERIFY(at(0, Model::Status, Model::QuietRole).toBool());
        QVERIFY(!at(0, Model::Mask, Model::QuietRole).toBool());
        QVERIFY(at(2, Model::Mask, Model::QuietRole).toBool());
        QCOMPARE(at(2, Model::Mask, Qt::EditRole).toString(), QString());
        QVERIFY(at(3, Model::Net, Model::DimmedRole).toBool());
        QVERIFY(!at(0, Model::Net, Model::DimmedRole).toBool());
        QVERIFY(at(6, Model::Net, Model::BlankRole).toBool());
        QVERIFY(at(6, Model::Net, Model::QuietRole).toBool());
        QVERIFY(!at(6, Model::Net, Model::SeverityRole).isValid());
        QCOMPARE(at(4, Model::Net, Model::PlaceRole).value<RowPlace>(), (RowPlace{ListKind::Allow, 4}));
        QCOMPARE(at(3, Model::On, Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        QVERIFY(!at(6, Model::On, Qt::CheckStateRole).isValid());
    }

    void aListThatIsOffIsDimmed()
    {
        Table table(office(), Model::Scope::Local);
        QVERIFY(table.model.index(0, Model::Net).data(Model::DimmedRole).toBool());
        QCOMPARE(table.cell(0, Model::Status), QStringLiteral("list is off"));
        QSignalSpy changed(&table.model, &Model::dataChanged);
        table.document.setFlag(flag::local, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!table.model.index(0, Model::Net).data(Model::DimmedRole).toBool());
        QCOMPARE(table.cell(0, Model::Status), QStringLiteral("ok"));
    }

    void findingsOfOtherRowsShowWithoutDisturbingEditors()
    {
        Table table({.flags = 2, .allow = listOf({"10.0.0.1", "10.0.0.2"})});
        const DocumentAnalysis analysis(table.document);
        table.model.setAnalysis(analysis);
        QSignalSpy changed(&table.model, &Model::dataChanged);
        table.type(1, Model::Net, "10.0.0.1");
        QCOMPARE(table.cell(1, Model::Status), QStringLiteral("same as row 1"));
        QVERIFY(table.cell(1, Model::Net, Qt::AccessibleTextRole).contains(QStringLiteral("Warning: same as row 1")));
        for (const QList<QVariant> &signal : changed) {
            const auto first = signal[0].toModelIndex();
            const auto last = signal[1].toModelIndex();
            const bool wholeTable = first.row() == 0 && last.row() == table.model.rowCount() - 1;
            QVERIFY(!wholeTable || (first.column() == last.column() && !(first.flags() & Qt::ItemIsEditable)));
        }
        table.model.sort(Model::Status);
        QCOMPARE(table.model.placeOf(table.model.index(0, 0)), (std::optional{RowPlace{ListKind::Allow, 1}}));
    }

    void everyCellCanBeReadAloud_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, int at, int column, const char *text) {
            QTest::newRow(name) << at << column << QString::fromUtf8(text);
        };
        row("net", 1, Model::Net,
            "Allow, row 2 of 6, net 10.9.8.1, mask 255.255.255.1, Warning: mask repeats the host, 128 address(es)");
        row("text", 5, Model::Net, "Allow, row 6 of 6, net 10.0.0.300, mask 255.0.0.0, Error: larger than 255");
        row("mask", 2, Model::Mask, "Allow, row 3 of 6, Mask: 255.255.255.255, ok");
        row("on", 0, Model::On, "Allow, row 1 of 6, switched on, ok");
        row("off", 3, Model::On, "Allow, row 4 of 6, switched off");
        row("status", 4, Model::Status, "Allow, row 5 of 6, Error: never matches");
        row("comment", 0, Model::Comment, "Allow, row 1 of 6, Comment: Office, ok");
        row("blank", 6, Model::Net, "Allow, new row, Net: type or paste here");
    }
    void everyCellCanBeReadAloud()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QString, text);
        const Table table(office());
        QCOMPARE(table.cell(row, column, Qt::AccessibleTextRole), text);
    }

    void typingANet_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *before, const char *typed, const char *after) {
            QTest::addRow("%s into %s", typed, before)
                << QString::fromUtf8(before) << QString::fromUtf8(typed) << QString::fromUtf8(after);
        };
        row("1.0.0.0;255.0.0.0", "10.0.0.0", "10.0.0.0;255.0.0.0");
        row("1.0.0.0", "10.0.0.1", "10.0.0.1");
        row("1.0.0.0", "10.0.0.0/8", "10.0.0.0;255.0.0.0");
        row("1.0.0.0;255.255.255.0", "10.0.0.0;255.0.0.0", "10.0.0.0;255.0.0.0");
        row("1.0.0.0", "10.0.0.0 255.0.0.0", "10.0.0.0;255.0.0.0");
        row("1.0.0.0", "10.0.0.0/8 # VPN", "10.0.0.0;255.0.0.0#VPN");
        row("1.0.0.0;255.0.0.0", "10.0.0.0-10.0.0.2", "10.0.0.0;255.255.255.254 10.0.0.2");
        row("1.0.0.0;255.0.0.0", "10.0.0.300", "10.0.0.300;255.0.0.0");
        row("1.0.0.0", "fe80", "fe80");
        row("1.0.0.0", "10.0.0.0/33", "10.0.0.0;/33");
        row("1.0.0.0", "10.0.0.300/8", "10.0.0.300;/8");
        row("10.0.0.300;/8", "10.0.0.0", "10.0.0.0;255.0.0.0");
        row("1.0.0.0;255.0.0.0", "2001:db8::/32", "2001:db8::;ffff:ffff::");
        row("1.0.0.0;255.0.0.0", "2001:db8::", "2001:db8::;255.0.0.0"); // the mask is marked, not lost
        row("1.0.0.0;255.0.0.0", "", ";255.0.0.0");
        row("1.0.0.0;255.0.0.0", "hello world", "hello world;255.0.0.0");
    }
    void typingANet()
    {
        QFETCH(QString, before);
        QFETCH(QString, typed);
        QFETCH(QString, after);
        Table table({.allow = listOf({before.toStdString()})});
        QVERIFY(table.model.setData(table.model.index(0, Model::Net), typed));
        QCOMPARE(table.allow(), after);
        QCOMPARE(table.document.undoStack()->count(), 1);
        table.document.undoStack()->undo();
        QCOMPARE(table.allow(), before);
    }

    void typingAMask_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *typed, const char *after) {
            QTest::addRow("'%s'", typed) << QString::fromUtf8(typed) << QString::fromUtf8(after);
        };
        row("/24", "10.0.0.0;255.255.255.0");
        row("24", "10.0.0.0;255.255.255.0");
        row("255.255.255.0", "10.0.0.0;255.255.255.0");
        row("", "10.0.0.0");
        row("/33", "10.0.0.0;/33");
        row("255.255.255.256", "10.0.0.0;255.255.255.256");
    }
    void typingAMask()
    {
        QFETCH(QString, typed);
        QFETCH(QString, after);
        Table table({.allow = listOf({"10.0.0.0;255.0.0.0"})});
        QVERIFY(table.model.setData(table.model.index(0, Model::Mask), typed));
        QCOMPARE(table.allow(), after);
    }

    void openingACellAndClosingItIsNoChange()
    {
        RelayPolicy policy = office();
        Table table(policy);
        for (int row = 0; row < table.model.rowCount() - 1; ++row)
            for (const int column : {Model::Net, Model::Mask, Model::Comment})
                QVERIFY(table.model.setData(table.model.index(row, column),
                                            table.model.index(row, column).data(Qt::EditRole)));
        QCOMPARE(table.document.policy(), policy);
        QCOMPARE(table.document.undoStack()->count(), 0);
    }

    void theCheckBoxSwitchesTheRow()
    {
        Table table(office());
        QVERIFY(table.model.setData(table.model.index(0, Model::On), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!table.document.policy().allow.row(0).enabled);
        QCOMPARE(table.document.undoStack()->undoText(), QStringLiteral("Turn off Allow, row 1"));
        QVERIFY(!table.model.setData(table.model.index(6, Model::On), Qt::Checked, Qt::CheckStateRole));
    }

    void theBlankRowBecomesWhatIsTyped()
    {
        Table table({.allow = listOf({"10.0.0.1"})});
        const QPersistentModelIndex cursor = table.model.index(1, Model::Net);
        QVERIFY(table.type(1, Model::Net, "192.168.1.0/24"));
        QCOMPARE(table.allow(), QStringLiteral("10.0.0.1 192.168.1.0;255.255.255.0"));
        QCOMPARE(cursor.row(), 1);
        QCOMPARE(table.model.blankRow(), 2);
        QVERIFY(table.type(2, Model::Net, "10.0.0.4-10.0.0.6"));
        QCOMPARE(table.model.rowCount(), 5);
        QCOMPARE(table.document.undoStack()->undoText(), QStringLiteral("Add 2 rule(s) to Allow"));
        table.document.undoStack()->undo();
        table.document.undoStack()->undo();
        QCOMPARE(table.model.rowCount(), 2);
        QCOMPARE(table.model.blankRow(), 1);
    }

    void aCommentInTheBlankRowWaitsForItsNet()
    {
        Table table({});
        QVERIFY(table.type(0, Model::Comment, "Scanner"));
        QVERIFY(table.type(0, Model::Mask, "/24"));
        QVERIFY(!table.type(0, Model::Net, "  "));
        QCOMPARE(table.document.undoStack()->count(), 0);
        QCOMPARE(table.cell(0, Model::Comment), QStringLiteral("Scanner"));
        QVERIFY(table.type(0, Model::Net, "10.0.0.0"));
        QCOMPARE(table.allow(), QStringLiteral("10.0.0.0;255.255.255.0#Scanner"));
        QCOMPARE(table.cell(1, Model::Comment), QString());
    }

    void theBlankRowCanStandBelowAnyRow()
    {
        Table table({.allow = listOf({"10.0.0.1", "10.0.0.2", "10.0.0.3"})});
        table.model.moveBlankBelow(table.model.index(0, Model::Net));
        QCOMPARE(table.model.blankRow(), 1);
        QCOMPARE(table.cell(2, Model::Net), QStringLiteral("10.0.0.2"));
        QVERIFY(table.type(1, Model::Net, "10.0.0.9"));
        QVERIFY(table.type(2, Model::Net, "10.0.0.8"));
        QCOMPARE(table.allow(), QStringLiteral("10.0.0.1 10.0.0.9 10.0.0.8 10.0.0.2 10.0.0.3"));
        table.model.moveBlankBelow({});
        QCOMPARE(table.model.blankRow(), 5);
        QCOMPARE(table.model.insertionPlace(table.model.index(5, 0)), (RowPlace{ListKind::Allow, 5}));
        QCOMPARE(table.model.insertionPlace(table.model.index(1, 0)), (RowPlace{ListKind::Allow, 2}));
    }

    /// In a large policy, whose other findings wait for the worker.
    void findingsOfAnEditTellItsRow()
    {
        RelayPolicy policy{.flags = 2};
        for (std::uint32_t row = 0; row < 3000; ++row)
            policy.allow.append(Rule::host(Address::v4(0x0A000000U + row)));
        Table table(policy);
        DocumentAnalysis analysis(table.document);
        table.model.setAnalysis(analysis);
        analysis.wait();
        const QSignalSpy changed(&table.model, &Model::dataChanged);
        table.document.setRow({ListKind::Allow, 7}, rowOf("10.0.0.1"));
        QCOMPARE(table.cell(7, Model::Status), QStringLiteral("same as row 2"));
        for (const QList<QVariant> &signal : changed) {
            QCOMPARE(signal[0].toModelIndex().row(), 7);
            QCOMPARE(signal[1].toModelIndex().row(), 7);
        }
        QVERIFY(changed.last()[0].toModelIndex().column() == Model::Status);
        table.document.insertRows(ListKind::Allow, 3, listOf({"10.0.0.2", "10.0.0.3"}));
        QCOMPARE(changed.last()[0].toModelIndex().row(), 3);
        QCOMPARE(changed.last()[1].toModelIndex().row(), 4);
        const auto told = changed.size();
        analysis.wait();
        QCOMPARE(changed.size(), told + 2); // the others
        QCOMPARE(changed.last()[1].toModelIndex().row(), table.model.rowCount() - 1);
    }

    void selectionsAreOneStepOverAllLists()
    {
        Table table(office(), Model::Scope::All);
        const RelayPolicy before = table.document.policy();
        const auto rows = [&](int from, int to) {
            return QItemSelection(table.model.index(from, 0), table.model.index(to, table.model.columnCount() - 1));
        };
        QCOMPARE(table.model.runsOf(rows(0, 2)),
                 (ListRuns{QList<RowRun>{{0, 1}}, QList<RowRun>{{0, 2}}, QList<RowRun>{}}));
        table.model.removeSelected(rows(0, 2));
        QCOMPARE(table.model.rowCount(), 5);
        QCOMPARE(table.document.undoStack()->undoText(), QStringLiteral("Remove 3 rule(s)"));
        table.document.undoStack()->undo();
        QCOMPARE(table.document.policy(), before);
        table.model.setSelectedEnabled(rows(0, 7), false);
        QCOMPARE(table.document.undoStack()->count(), 1);
        table.document.undoStack()->undo();
        table.model.duplicateSelected(rows(6, 7));
        QCOMPARE(table.model.rowCount(), 10);
        QCOMPARE(table.model.textOf(rows(0, 1)),
                 QStringLiteral("192.168.1.0;255.255.255.248\n192.168.1.0;255.255.255.0 # Office\n"));
    }
};

QTEST_GUILESS_MAIN(TestRuleTableModel)
#include "tst_rule_table_model.moc"
