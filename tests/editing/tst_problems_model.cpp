#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "model/editing/fixes.h"
#include "model/editing/problems_model.h"
#include "model/editing/repairs.h"
#include "model/wording/wording.h"
#include "tests/editing/rows.h"

using namespace relaytab;
using Model = ProblemsModel;

namespace {

struct Desk {
    explicit Desk(const RelayPolicy &policy)
    {
        document.reset(policy);
        model.setLocale(QLocale(QLocale::English));
    }
    QString cell(int row, int role = Qt::DisplayRole) const { return model.index(row).data(role).toString(); }
    QString places() const
    {
        QStringList words;
        for (int row = 0; row < model.rowCount(); ++row)
            words.append(cell(row, Model::PlaceTextRole));
        return words.join(u'|');
    }

    PolicyDocument document;
    DocumentAnalysis analysis{document};
    ProblemsModel model{document, analysis};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

/// Journey J5: the mask that an old instruction advised.
RelayPolicy oldServer()
{
    return {.flags = 2,
            .allow = listOf({"123.123.123.123;255.255.255.123", "10.9.8.1;255.255.255.1", "10.9.8.64;255.255.255.64"})};
}

} // namespace

class TestProblemsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComesFirst()
    {
        const Desk desk({.flags = 2,
                         .allow = listOf({"192.168.1.0;255.255.255.0", "10.0.0.1;255.0.0.255",
                                          "192.168.5.17;255.255.255.0", "0.0.0.0;0.0.0.0"})});
        QVERIFY(desk.places().startsWith(QStringLiteral("Allow, row 4|Allow, row 3|")));
        QCOMPARE(desk.model.index(1).data(Model::SeverityRole).toInt(), static_cast<int>(Severity::Error));
        QCOMPARE(desk.cell(1, Model::MessageRole),
                 QStringLiteral("This row can never match: address bits lie outside the mask."));
        QCOMPARE(desk.cell(1),
                 QStringLiteral("Allow, row 3: This row can never match: address bits lie outside the mask."));
        QCOMPARE(desk.cell(1, Qt::AccessibleTextRole),
                 QStringLiteral("Error, Allow, row 3: This row can never match: address bits lie outside the mask."));
        QCOMPARE(desk.model.index(1).data(Model::FixTextsRole).toStringList(),
                 (QStringList{QStringLiteral("Use network 192.168.5.0"), QStringLiteral("Use host 192.168.5.17")}));
        QCOMPARE(desk.model.index(1).data(Model::PlaceRole).value<RowPlace>(), (RowPlace{ListKind::Allow, 2}));
        QCOMPARE(desk.model.total(), static_cast<std::size_t>(desk.model.rowCount()));
    }

    void aFixIsOneStep()
    {
        Desk desk({.flags = 2, .allow = listOf({"192.168.5.17;255.255.255.0"})});
        desk.model.applyFix(desk.model.index(0), 1);
        QCOMPARE(picture(desk.document.policy().allow), QStringLiteral("192.168.5.17;255.255.255.255"));
        QCOMPARE(desk.document.undoStack()->undoText(), QStringLiteral("Repair Allow, row 1"));
        desk.document.undoStack()->undo();
        QCOMPARE(picture(desk.document.policy().allow), QStringLiteral("192.168.5.17;255.255.255.0"));
        QVERIFY(desk.places().startsWith(QStringLiteral("Allow, row 1")));
    }

    void everyKindOfFix()
    {
        Desk desk({.flags = 2, .allow = {rowOf("0.0.0.0;0.0.0.0", "all"), rowOf("10.0.0.1")}});
        const Finding everyone{.code = FindingCode::EveryoneAllowed, .row = RowPlace{ListKind::Allow, 0}};
        const auto allow = [&] { return picture(desk.document.policy().allow); };
        applyFix(desk.document, everyone, {.kind = FixKind::DisableRow});
        QCOMPARE(allow(), QStringLiteral("-0.0.0.0;0.0.0.0#all 10.0.0.1"));
        desk.document.undoStack()->undo();
        applyFix(
            desk.document, everyone,
            {.kind = FixKind::ReplaceRow,
             .entry = parseRegistryEntry("10.0.0.0;255.0.0.0"),
             .further = {parseRegistryEntry("172.16.0.0;255.240.0.0"), parseRegistryEntry("192.168.0.0;255.255.0.0")}});
        QCOMPARE(allow(),
                 QStringLiteral("10.0.0.0;255.0.0.0#all 172.16.0.0;255.240.0.0#all 192.168.0.0;255.255.0.0#all "
                                "10.0.0.1"));
        QCOMPARE(desk.document.undoStack()->count(), 1);
        desk.document.undoStack()->undo();
        applyFix(desk.document, everyone, {.kind = FixKind::RemoveRow});
        QCOMPARE(allow(), QStringLiteral("10.0.0.1"));
        applyFix(desk.document, {.code = FindingCode::NoRestriction}, {.kind = FixKind::SetFlags, .flags = 8});
        QCOMPARE(desk.document.policy().flags, std::optional{8U});
        const int steps = desk.document.undoStack()->count();
        applyFix(desk.document, {.row = RowPlace{ListKind::Allow, 9}}, {.kind = FixKind::RemoveRow}); // the row is gone
        applyFix(desk.document, everyone, {.kind = FixKind::Explain});
        QCOMPARE(desk.document.undoStack()->count(), steps);
    }

    void explainAndShowAreAskedFor()
    {
        Desk desk({.flags = 2, .allow = listOf({"10.0.0.1;255.0.0.255"})});
        QSignalSpy explain(&desk.model, &Model::explainRequested);
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            const Finding finding = desk.model.finding(desk.model.index(row));
            for (std::size_t fix = 0; fix < finding.fixes.size(); ++fix)
                if (finding.fixes[fix].kind == FixKind::Explain)
                    desk.model.applyFix(desk.model.index(row), static_cast<int>(fix));
        }
        QVERIFY(explain.size() >= 1);
        QCOMPARE(explain.first().first().value<RowPlace>(), (RowPlace{ListKind::Allow, 0}));
        QCOMPARE(desk.document.undoStack()->count(), 0);
    }

    void repairsAllOfAKindInOneStep()
    {
        Desk desk(oldServer());
        const auto recipe = [&] {
            for (int row = 0; row < desk.model.rowCount(); ++row)
                if (desk.model.finding(desk.model.index(row)).code == FindingCode::KbMaskRecipe)
                    return desk.model.index(row);
            return QModelIndex();
        };
        QVERIFY(desk.model.canRepairAllLike(recipe()));
        desk.document.setRows(repairsOfKind(desk.document.policy(), desk.model.finding(recipe()).code));
        QCOMPARE(picture(desk.document.policy().allow),
                 QStringLiteral("123.123.123.123;255.255.255.255 10.9.8.1;255.255.255.255 10.9.8.64;255.255.255.255"));
        QVERIFY(!recipe().isValid());
        QCOMPARE(desk.document.undoStack()->count(), 1);
        desk.document.undoStack()->undo();
        QCOMPARE(desk.document.policy(), oldServer());
    }

    void walksFromProblemToProblem()
    {
        const Desk desk({.flags = 7,
                         .deny = listOf({"x", "10.0.0.1", "y"}),
                         .allow = listOf({"10.0.0.1"}),
                         .local = listOf({"10.0.0.2", "z"})});
        const auto next = [&](std::optional<RowPlace> from, Model::Direction direction) {
            const auto place = desk.model.nextProblem(from, direction);
            return place ? Wording::place(*place) : QString();
        };
        const auto down = Model::Direction::Next;
        const auto up = Model::Direction::Previous;
        const auto deny = [](std::size_t row) { return RowPlace{ListKind::Deny, row}; };
        const auto local = [](std::size_t row) { return RowPlace{ListKind::Local, row}; };
        QCOMPARE(next({}, down), QStringLiteral("Deny, row 1"));
        QCOMPARE(next(deny(0), down), QStringLiteral("Deny, row 3"));
        QCOMPARE(next(local(1), down), QStringLiteral("Deny, row 1"));
        QCOMPARE(next(deny(0), up), QStringLiteral("Local, row 2"));
        QCOMPARE(next(local(0), up), QStringLiteral("Allow, row 1"));
        QCOMPARE(next({}, up), QStringLiteral("Local, row 2"));
        QCOMPARE(Desk({.flags = 8}).model.nextProblem({}, down), std::nullopt);
    }

    void whatStaysKeepsItsPlaceInTheList()
    {
        Desk desk({.flags = 2, .allow = listOf({"x", "y", "z"})});
        const QPersistentModelIndex first = desk.model.index(0);
        const QPersistentModelIndex last = desk.model.index(2);
        desk.document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1"));
        QCOMPARE(desk.places().section(u'|', 0, 1), QStringLiteral("Allow, row 1|Allow, row 3"));
        QVERIFY(first.isValid() && last.isValid());
        QCOMPARE(last.row(), 1);
    }

    /// Of a large policy, whose other findings wait for the worker.
    void onlyWhatSaysSomethingElseIsTold()
    {
        RelayPolicy policy{.flags = 2, .allow = listOf({"x", "y", "z"})};
        for (std::uint32_t row = 0; row < 3000; ++row)
            policy.allow.append(Rule::host(Address::v4(0x0A000000U + row)));
        Desk desk(policy);
        desk.analysis.wait();
        QCOMPARE(desk.places().section(u'|', 0, 2), QStringLiteral("Allow, row 1|Allow, row 2|Allow, row 3"));
        const QSignalSpy changed(&desk.model, &Model::dataChanged);
        desk.document.setRow({ListKind::Allow, 100}, rowOf("192.168.1.1"));
        QCOMPARE(changed.size(), 0);
        desk.document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.256"));
        desk.document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.257"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.last().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.last().at(1).toModelIndex().row(), 1);
        QVERIFY(desk.cell(1).contains(QStringLiteral("257")));
        desk.document.insertRows(ListKind::Allow, 0, listOf({"10.1.0.0"}));
        QCOMPARE(desk.places().section(u'|', 0, 2), QStringLiteral("Allow, row 2|Allow, row 3|Allow, row 4"));
        desk.analysis.wait();
        QVERIFY(desk.cell(1).contains(QStringLiteral("257")));
    }
};

QTEST_GUILESS_MAIN(TestProblemsModel)
#include "tst_problems_model.moc"
