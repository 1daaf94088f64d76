#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// J2: mistakes are named while they are typed, without a dialog, and mended by one key.
class TestJourneyTypingMistakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNamedWhileTyping_data();
    void isNamedWhileTyping();
    void aPrefixBecomesAMask();
    void altEnterMendsAndUndoTakesBack();
    void altEnterMendsWhatIsBeingTyped();
    void escRestoresAndTabLeaves();
    void theListOfProblemsCountsTheMarkedRows();
    void savingAsksOnceAboutRowsThatAreNoRules();

private:
    /// Types net and mask into a new Allow row; the cursor stays in the mask when there is one.
    static void typeRow(WindowFixture &f, const QString &net, const QString &mask);
};

void TestJourneyTypingMistakes::typeRow(WindowFixture &f, const QString &net, const QString &mask)
{
    f.press(Qt::Key_2, Qt::ControlModifier);
    f.press(Qt::Key_Insert);
    f.type(net);
    if (mask.isEmpty())
        return;
    f.press(Qt::Key_Tab);
    f.type(mask);
}

void TestJourneyTypingMistakes::isNamedWhileTyping_data()
{
    QTest::addColumn<QString>("net");
    QTest::addColumn<QString>("mask");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QPoint>("fault"); // first character and count
    QTest::newRow("192.168.1.17/255.255.255.0") << "192.168.1.17"
                                                << "255.255.255.0"
                                                << "This row can never match" << QPoint();
    QTest::newRow("192.168.1.0/0.0.0.255") << "192.168.1.0"
                                           << "0.0.0.255"
                                           << "wildcard mask" << QPoint();
    QTest::newRow("10.0.0.300") << "10.0.0.300"
                                << ""
                                << "“300” is larger than 255." << QPoint(7, 3);
    QTest::newRow("010.1.1.1") << "010.1.1.1"
                               << ""
                               << "ambiguous" << QPoint(0, 3);
    QTest::newRow("255.255.255.0/192.168.1.0") << "255.255.255.0"
                                               << "192.168.1.0"
                                               << "look exchanged" << QPoint();
}

void TestJourneyTypingMistakes::isNamedWhileTyping()
{
    QFETCH(QString, net);
    QFETCH(QString, mask);
    QFETCH(QString, message);
    QFETCH(QPoint, fault);
    WindowFixture f;
    f.window().startNew();
    typeRow(f, net, mask);

    auto *editor = qobject_cast<EntryEdit *>(f.focus());
    QVERIFY(editor != nullptr);
    QVERIFY2(editor->check().message.contains(message), qPrintable(editor->check().message));
    auto *note = f.grid("allowRules")->findChild<QWidget *>(QStringLiteral("inlineNote"));
    QVERIFY(note->isVisible());
    QVERIFY(!note->geometry().intersects(editor->geometry()));
    if (fault.y() > 0)
        QCOMPARE(editor->check().fault, fault);
    QVERIFY(QApplication::activeModalWidget() == nullptr);
}

void TestJourneyTypingMistakes::aPrefixBecomesAMask()
{
    WindowFixture f;
    f.window().startNew();
    typeRow(f, QStringLiteral("10.0.0.0"), QStringLiteral("/8"));
    f.press(Qt::Key_Return);
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Net), u"10.0.0.0");
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Mask), u"255.0.0.0");
}

void TestJourneyTypingMistakes::altEnterMendsAndUndoTakesBack()
{
    WindowFixture f;
    f.window().startNew();
    typeRow(f, QStringLiteral("192.168.1.0"), QStringLiteral("0.0.0.255"));
    f.press(Qt::Key_Return);
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Status), u"wildcard mask");
    f.press(Qt::Key_Up);
    QCOMPARE(f.grid("allowRules")->currentIndex().row(), 0);
    f.press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Mask), u"255.255.255.0");
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Mask), u"0.0.0.255");
}

void TestJourneyTypingMistakes::altEnterMendsWhatIsBeingTyped()
{
    WindowFixture f;
    f.window().startNew();
    typeRow(f, QStringLiteral("192.168.1.17"), QStringLiteral("255.255.255.0"));
    f.press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Net), u"192.168.1.0");
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Net), u"192.168.1.17");
}

void TestJourneyTypingMistakes::escRestoresAndTabLeaves()
{
    WindowFixture f;
    f.window().startNew();
    typeRow(f, QStringLiteral("10.0.0.1"), QString());
    f.press(Qt::Key_Return);
    f.press(Qt::Key_Up);
    f.press(Qt::Key_F2);
    f.retype(QStringLiteral("10.0.0.999"));
    f.press(Qt::Key_Escape);
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Net), u"10.0.0.1");
    f.press(Qt::Key_F2);
    f.retype(QStringLiteral("10.0.0.999"));
    f.press(Qt::Key_Tab); // a mistake does not hold anybody back
    QCOMPARE(f.grid("allowRules")->currentIndex().column(), int(RuleTableModel::Mask));
    QCOMPARE(f.cell("allowRules", 1, RuleTableModel::Net), u"10.0.0.999");
}

void TestJourneyTypingMistakes::theListOfProblemsCountsTheMarkedRows()
{
    WindowFixture f;
    f.open(f.write(QStringLiteral("a.yaml"),
                   "relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n"
                   "  - net: \"10.0.0.1\"\n  - net: \"10.0.0.300\"\n"
                   "  - net: \"10.9.8.1\"\n    mask: \"255.255.255.0\"\nlocal: []\n"));
    const auto *model = f.grid("allowRules")->model();
    int marked = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        marked += model->index(row, 0).data(RuleTableModel::SeverityRole).isValid() ? 1 : 0;
    QCOMPARE(marked, 2);
    QCOMPARE(f.find<QAbstractItemView>("problems")->model()->rowCount(), marked);
}

void TestJourneyTypingMistakes::savingAsksOnceAboutRowsThatAreNoRules()
{
    WindowFixture f;
    const QString path = f.write(QStringLiteral("a.yaml"),
                                 "relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n"
                                 "  - net: \"10.0.0.1\"\nlocal: []\n");
    f.open(path);
    typeRow(f, QStringLiteral("10.0.0.300"), QString());
    f.press(Qt::Key_S, Qt::ControlModifier);
    auto *box = f.dialog<QMessageBox>("askInvalidRows");
    QVERIFY(box != nullptr);
    QCOMPARE(box->text(), u"1 row is no rule yet");
    f.answer(box, QMessageBox::AcceptRole);
    QTRY_VERIFY(!f.window().isWindowModified());
    QVERIFY(f.read(QStringLiteral("a.yaml")).contains("10.0.0.300"));

    // Asked once; a row that never matches is no reason to ask.
    typeRow(f, QStringLiteral("10.9.8.1"), QStringLiteral("255.255.255.0"));
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!f.window().isWindowModified());
    QVERIFY(f.read(QStringLiteral("a.yaml")).contains("10.9.8.1"));
}

QTEST_MAIN(TestJourneyTypingMistakes)
#include "tst_journey_typing_mistakes.moc"
