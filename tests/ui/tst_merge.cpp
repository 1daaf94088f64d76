#include <QTreeView>

#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// Ctrl+M: the smallest equal list, shown before it is taken, one step to undo.
class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void isOneStep();
    void cancelChangesNothing();
    void nothingToMerge();
    void inAllItIsTheCurrentRowsList();
    void followsTheLanguage();

private:
    [[nodiscard]] QDialog *merge() const
    {
        m_window->press(Qt::Key_M, Qt::ControlModifier);
        return m_window->dialog("mergeSheet");
    }

    std::unique_ptr<WindowFixture> m_window;
};

void TestMerge::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(m_window->write(QStringLiteral("office.yaml"),
                                   "relaytab: 1\nflags: [allow]\ndeny:\n"
                                   "  - net: \"10.9.0.0\"\n    mask: \"255.255.255.0\"\n"
                                   "  - net: \"10.9.1.0\"\n    mask: \"255.255.255.0\"\n"
                                   "allow:\n"
                                   "  - net: \"192.168.0.0\"\n    mask: \"255.255.255.0\"\n    comment: \"Ground\"\n"
                                   "  - net: \"172.16.0.1\"\n"
                                   "  - net: \"192.168.1.0\"\n    mask: \"255.255.255.0\"\n    comment: \"Upstairs\"\n"
                                   "  - net: \"192.168.1.77\"\nlocal: []\n"));
    m_window->press(Qt::Key_2, Qt::ControlModifier);
}

void TestMerge::isOneStep()
{
    QVERIFY(merge() != nullptr);
    QCOMPARE(m_window->text("reviewHeading"), u"Allow: 4 rows become 2");
    QVERIFY(m_window->text("reviewDetail").startsWith(u"Proven: "));
    auto *tree = m_window->find<QTreeView>("reviewDifference");
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"All clients: proven equal");
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(m_window->rules("allowRules"), 2);
    QCOMPARE(m_window->cell("allowRules", 1, RuleTableModel::Mask), u"255.255.254.0");
    const QString comment = m_window->cell("allowRules", 1, RuleTableModel::Comment);
    QVERIFY2(comment.contains(u"Ground") && comment.contains(u"Upstairs"), qPrintable(comment));
    QCOMPARE(m_window->text("exposure"), u"Restricted · 513 addresses");
    m_window->comeBack();
    QCOMPARE(m_window->window().findChild<QAction *>(QStringLiteral("actionUndo"))->text(),
             u"&Undo: Merge 4 rules of Allow");
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->rules("allowRules"), 4);
    QVERIFY(!m_window->window().isWindowModified());
}

void TestMerge::cancelChangesNothing()
{
    QVERIFY(merge() != nullptr);
    m_window->press(Qt::Key_Escape);
    QCOMPARE(m_window->rules("allowRules"), 4);
    QVERIFY(!m_window->window().isWindowModified());
}

void TestMerge::nothingToMerge()
{
    m_window->press(Qt::Key_3, Qt::ControlModifier);
    m_window->press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(m_window->find("fileBanner")->isVisible());
    const QList<QLabel *> labels = m_window->find("fileBanner")->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == u"Nothing to merge in Local: no shorter list matches the same addresses.";
    }));
    QTRY_VERIFY(m_window->window().findChild<QDialog *>(QStringLiteral("mergeSheet")) == nullptr);
}

void TestMerge::inAllItIsTheCurrentRowsList()
{
    m_window->press(Qt::Key_4, Qt::ControlModifier);
    m_window->grid("allRules")->setCurrentIndex(m_window->grid("allRules")->model()->index(0, RuleTableModel::Net));
    QVERIFY(merge() != nullptr);
    QCOMPARE(m_window->text("reviewHeading"), u"Deny: 2 rows become 1");
}

void TestMerge::followsTheLanguage()
{
    const QDialog *sheet = merge();
    QVERIFY(sheet != nullptr);
    QLocale::setDefault(localeFor(QStringLiteral("de")));
    m_window->catalogue().use(QStringLiteral("de"));
    QTRY_COMPARE(sheet->windowTitle(), u"Regeln einer Liste zusammenfassen");
    QCOMPARE(m_window->text("reviewHeading"), u"Zulassen: aus 4 Zeilen werden 2");
    QVERIFY(m_window->text("reviewDetail").startsWith(u"Bewiesen: "));
    QCOMPARE(m_window->find<QPushButton>("reviewAccept")->text(), u"&Zusammenfassen");
}

QTEST_MAIN(TestMerge)
#include "tst_merge.moc"
