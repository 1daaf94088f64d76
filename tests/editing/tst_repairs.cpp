#include <QTest>

#include "model/editing/repairs.h"
#include "tests/editing/rows.h"

using namespace relaytab;

class TestRepairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRow_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("repaired");
        const auto add = [](const char *row, const char *repaired) {
            QTest::newRow(row) << QByteArray(row) << QString::fromLatin1(repaired);
        };
        add("123.123.123.123;255.255.255.123", "123.123.123.123;255.255.255.255");
        add("10.9.8.1;255.255.255.1", "10.9.8.1;255.255.255.255");
        add("192.168.1.0;0.0.0.255", "192.168.1.0;255.255.255.0");
        add("255.255.255.0;192.168.1.0", "192.168.1.0;255.255.255.0");
        add("192.168.1.17;255.255.255.0", "192.168.1.0;255.255.255.0");
        add("10.0.0.1;255.0.0.255", ""); // may be meant
        add("10.0.0.0;255.0.0.0", "");
        add("10.0.0.300;255.0.0.0", "");
        add("0.0.0.0;0.0.0.0", "");
    }
    void oneRow()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, repaired);
        RelayPolicy policy{.flags = 2};
        policy.allow.append(rowOf("10.1.1.1"));
        policy.allow.append(rowOf(row.toStdString(), "kept"));
        const auto edits = maskRepairs(policy);
        QCOMPARE(edits.size(), repaired.isEmpty() ? std::size_t{0} : std::size_t{1});
        if (edits.empty())
            return;
        QCOMPARE(edits.front().place, (RowPlace{ListKind::Allow, 1}));
        QCOMPARE(picture(withEdits(policy, edits).allow), QString(u"10.1.1.1 " + repaired + u"#kept"));
    }
    void rowsThatAreOffStay()
    {
        RelayPolicy policy{.flags = 2};
        policy.deny.append(rowOf("10.9.8.1;255.255.255.1", {}, false));
        QVERIFY(maskRepairs(policy).empty());
    }
    void onlyOfOneKind()
    {
        const RelayPolicy policy{.flags = 2, // Deny is off, and its row is repaired all the same
                                 .deny = listOf({"10.9.8.1;255.255.255.1"}),
                                 .allow = listOf({"10.9.8.64;255.255.255.64", "192.168.1.0;0.0.0.255",
                                                  "010.0.0.1;255.255.255.255", "10.0.0.0;255.0.0.0"})};
        const auto repaired = [&policy](FindingCode code) {
            const RelayPolicy after = withEdits(policy, repairsOfKind(policy, code));
            return QString(picture(after.deny) + u" | " + picture(after.allow));
        };
        QCOMPARE(repaired(FindingCode::KbMaskRecipe),
                 u"10.9.8.1;255.255.255.255 | 10.9.8.64;255.255.255.255 192.168.1.0;0.0.0.255 "
                 "010.0.0.1;255.255.255.255 10.0.0.0;255.0.0.0");
        QCOMPARE(repaired(FindingCode::LeadingZero),
                 u"10.9.8.1;255.255.255.1 | 10.9.8.64;255.255.255.64 192.168.1.0;0.0.0.255 10.0.0.1;255.255.255.255 "
                 "10.0.0.0;255.0.0.0");
        QVERIFY(repairsOfKind(policy, FindingCode::Duplicate).empty());
    }
    void everyListAtOnceAndUndoneAtOnce()
    {
        PolicyDocument document;
        document.reset({.flags = 3,
                        .deny = listOf({"10.9.8.1;255.255.255.1"}),
                        .allow = listOf({"10.0.0.1", "10.9.8.64;255.255.255.64"})});
        const RelayPolicy before = document.policy();
        const auto edits = maskRepairs(document.policy());
        QCOMPARE(edits.size(), std::size_t{2});
        document.setRows(edits);
        QCOMPARE(document.policy(), withEdits(before, edits));
        QCOMPARE(document.undoStack()->count(), 1);
        document.undoStack()->undo();
        QCOMPARE(document.policy(), before);
    }
};

QTEST_APPLESS_MAIN(TestRepairs)
#include "tst_repairs.moc"
