#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// J5: masks as an old article advised them, explained bit by bit and repaired together.
class TestJourneyGapMasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void everyRowIsMarked();
    void f1Explains_data();
    void f1Explains();
    void theDialogRepairs();
    void repairAllIsOneStep();
    void repairAllIsReviewed();
    void nothingToRepair();

private:
    std::unique_ptr<WindowFixture> m_window;
};

void TestJourneyGapMasks::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(m_window->write(QStringLiteral("gaps.yaml"),
                                   "relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n"
                                   "  - net: \"123.123.123.123\"\n    mask: \"255.255.255.123\"\n"
                                   "  - net: \"10.9.8.1\"\n    mask: \"255.255.255.1\"\n"
                                   "  - net: \"10.9.8.64\"\n    mask: \"255.255.255.64\"\nlocal: []\n"));
}

void TestJourneyGapMasks::everyRowIsMarked()
{
    for (int row = 1; row <= 3; ++row)
        QVERIFY(m_window->grid("allowRules")
                    ->model()
                    ->index(row - 1, RuleTableModel::Mask)
                    .data(RuleTableModel::CellSeverityRole)
                    .isValid());
    QCOMPARE(m_window->text("exposure"), u"Restricted · 196 addresses");
}

void TestJourneyGapMasks::f1Explains_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("runs");
    QTest::newRow("123.123.123.123;255.255.255.123")
        << 1 << "This rule matches 4 addresses, scattered over 4 places."
        << QStringLiteral("123.123.123.123, 123.123.123.127, 123.123.123.251, 123.123.123.255");
    QTest::newRow("10.9.8.1;255.255.255.1")
        << 2 << "This rule matches 128 addresses, scattered over 128 places."
        << QStringLiteral("10.9.8.1, 10.9.8.3, 10.9.8.5, 10.9.8.7, …, 10.9.8.249, 10.9.8.251, 10.9.8.253, 10.9.8.255");
    QTest::newRow("10.9.8.64;255.255.255.64") << 3 << "This rule matches 128 addresses, scattered over 2 places."
                                              << QStringLiteral("10.9.8.64 – 10.9.8.127, 10.9.8.192 – 10.9.8.255");
}

void TestJourneyGapMasks::f1Explains()
{
    QFETCH(int, row);
    QFETCH(QString, summary);
    QFETCH(QString, runs);
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->grid("allowRules")->setCurrentIndex(m_window->grid("allowRules")->model()->index(row - 1, 2));
    m_window->press(Qt::Key_F1);
    auto *dialog = m_window->dialog("explain");
    QVERIFY(dialog != nullptr);
    QCOMPARE(m_window->text("explainSummary"), summary);
    QCOMPARE(m_window->text("explainRuns").replace(u'\n', QStringLiteral(", ")), runs);
    QVERIFY(m_window->text("explainAdvice").contains(u"Q258140"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestJourneyGapMasks::theDialogRepairs()
{
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_F1);
    QVERIFY(m_window->dialog("explain") != nullptr);
    QTest::mouseClick(m_window->find<QPushButton>("explainRepair"), Qt::LeftButton);
    QCOMPARE(m_window->cell("allowRules", 1, RuleTableModel::Mask), u"255.255.255.255");
    QCOMPARE(m_window->cell("allowRules", 1, RuleTableModel::Matches), u"1");
    QVERIFY(!m_window->find("explainRepair")->isVisible());
}

void TestJourneyGapMasks::repairAllIsOneStep()
{
    auto *view = m_window->find<QAbstractItemView>("problems");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    Q_EMIT view->customContextMenuRequested(view->visualRect(view->currentIndex()).center());
    auto *menu = view->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    menu->actions().constLast()->trigger();
    menu->close();
    QVERIFY(m_window->dialog("repairSheet") != nullptr);
    QCOMPARE(m_window->text("reviewHeading"), u"3 rows are repaired");
    QCOMPARE(m_window->text("reviewDetail"), u"All clients: lost 193 addresses, gained 0 (196 → 3)");
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(m_window->text("exposure"), u"Restricted · 3 addresses");
    for (int row = 1; row <= 3; ++row)
        QCOMPARE(m_window->cell("allowRules", row, RuleTableModel::Matches), u"1");
    m_window->comeBack();
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->text("exposure"), u"Restricted · 196 addresses");
}

void TestJourneyGapMasks::repairAllIsReviewed()
{
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_Return, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(m_window->dialog("repairSheet") != nullptr);
    QCOMPARE(m_window->text("reviewHeading"), u"The masks of 3 rows are repaired");
    QCOMPARE(m_window->text("reviewDetail"), u"All clients: lost 193 addresses, gained 0 (196 → 3)");
    QCOMPARE(m_window->text("exposure"), u"Restricted · 196 addresses");
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(m_window->text("exposure"), u"Restricted · 3 addresses");
    for (int row = 1; row <= 3; ++row)
        QCOMPARE(m_window->cell("allowRules", row, RuleTableModel::Matches), u"1");
    m_window->comeBack();
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->text("exposure"), u"Restricted · 196 addresses");
    QVERIFY(!m_window->window().isWindowModified());
}

void TestJourneyGapMasks::nothingToRepair()
{
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_A, Qt::ControlModifier);
    m_window->press(Qt::Key_Delete);
    m_window->press(Qt::Key_Return, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_window->find("fileBanner")->isVisible());
    QTRY_VERIFY(m_window->window().findChild<QDialog *>(QStringLiteral("repairSheet")) == nullptr);
}

QTEST_MAIN(TestJourneyGapMasks)
#include "tst_journey_gap_masks.moc"
