#include <QAbstractItemModelTester>
#include <QTest>

#include "model/editing/difference_model.h"

using namespace relaytab;

class TestDifferenceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isATreeOfTwoLevels()
    {
        DifferenceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHeading(QStringLiteral("Compared with a.yaml"));
        model.setSections({{.text = QStringLiteral("All clients"),
                            .lines = {{.text = QStringLiteral("− 10.0.0.0/8"),
                                       .count = QStringLiteral("16,777,216"),
                                       .isWritten = true},
                                      {.text = QStringLiteral("− and 3 more nets")}}},
                           {.text = QStringLiteral("As written"),
                            .lines = {{.text = QStringLiteral("+ Allow, row 1: 10.0.0.1"),
                                       .place = RowPlace{ListKind::Allow, 0},
                                       .isWritten = true}}}});
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex clients = model.index(0, 0);
        const QModelIndex written = model.index(1, 0);
        QCOMPARE(model.rowCount(clients), 2);
        QCOMPARE(model.rowCount(written), 1);
        QCOMPARE(model.rowCount(model.index(0, 0, clients)), 0);
        QCOMPARE(clients.data().toString(), u"All clients");
        QCOMPARE(model.index(0, DifferenceModel::Addresses, clients).data().toString(), u"16,777,216");
        QCOMPARE(model.index(1, 0, clients).data(DifferenceModel::WrittenRole).toBool(), false);
        const QModelIndex row = model.index(0, 0, written);
        QCOMPARE(row.parent(), written);
        QCOMPARE(row.data(DifferenceModel::PlaceRole).value<RowPlace>(), (RowPlace{ListKind::Allow, 0}));
        QVERIFY(!model.index(0, 0, clients).data(DifferenceModel::PlaceRole).isValid());
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Compared with a.yaml");
        model.setSections({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_APPLESS_MAIN(TestDifferenceModel)
#include "tst_difference_model.moc"
