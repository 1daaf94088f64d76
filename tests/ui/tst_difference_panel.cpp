#include <QTreeView>

#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// The Difference panel by its keys: against the opened and the saved version, the disk, and another file.
class TestDifferencePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void followsEditsAndSaving();
    void copiesAsText();
    void comparesWithAnotherFile();
    void comparesWithTheDisk();
    void jumpsToARow();
    void speaksGerman();

private:
    [[nodiscard]] QString text() const { return m_window->text("differenceSummary"); }
    [[nodiscard]] QString base() const
    {
        return m_window->find<QTreeView>("differences")->model()->headerData(0, Qt::Horizontal).toString();
    }
    void typeMask(const QString &mask)
    {
        m_window->press(Qt::Key_2, Qt::ControlModifier);
        m_window->grid("allowRules")
            ->setCurrentIndex(m_window->grid("allowRules")->model()->index(0, RuleTableModel::Mask));
        m_window->type(mask);
        m_window->press(Qt::Key_Return);
    }

    std::unique_ptr<WindowFixture> m_window;
};

void TestDifferencePanel::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(m_window->write(QStringLiteral("wide.yaml"),
                                   "relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n"
                                   "  - net: \"192.168.0.0\"\n    mask: \"255.255.0.0\"\nlocal: []\n"));
    m_window->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(text(), u"Nothing changed.");
}

void TestDifferencePanel::followsEditsAndSaving()
{
    QCOMPARE(base(), u"Compared with wide.yaml as it was opened");
    QCOMPARE(m_window->find("differences"), m_window->focus());
    typeMask(QStringLiteral("255.255.255.0"));
    QTRY_COMPARE(text(), u"All clients: lost 65,280 addresses, gained 0 (65,536 → 256)");
    m_window->press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(text(), u"Nothing changed.");
    QVERIFY(base().startsWith(u"Compared with wide.yaml as it was saved at "));
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(), u"All clients: lost 0 addresses, gained 65,280 (256 → 65,536)");
}

void TestDifferencePanel::copiesAsText()
{
    typeMask(QStringLiteral("255.255.128.0"));
    QTRY_VERIFY(text().startsWith(u"All clients: lost 32,768"));
    m_window->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Compared with wide.yaml as it was opened\n"
                            "All clients: lost 32,768 addresses, gained 0 (65,536 → 32,768)\n"
                            "  For example 192.168.128.0: allowed before, refused now\n"
                            "  − 192.168.128.0/17\t32,768\n"
                            "As written: rows added 0, removed 0, changed 1\n"
                            "  − Allow, row 1: 192.168.0.0;255.255.0.0\n"
                            "  + Allow, row 1: 192.168.0.0;255.255.128.0\n"));
}

void TestDifferencePanel::comparesWithAnotherFile()
{
    const QString other = m_window->write(QStringLiteral("other.reg"),
                                          "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\"
                                          "MSExchangeIMC\\Parameters]\r\n\"RelayFlags\"=dword:00000000\r\n");
    m_window->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->answerFileDialog(other);
    QTRY_COMPARE(base(), u"Compared with other.reg");
    QTRY_VERIFY(text().startsWith(u"All clients: lost 4,294,901,760 addresses"));
    m_window->comeBack();
    QTest::mouseClick(m_window->find<QPushButton>("compareStored"), Qt::LeftButton);
    QTRY_COMPARE(text(), u"Nothing changed.");
    QVERIFY(!m_window->find("compareStored")->isVisible());
}

void TestDifferencePanel::comparesWithTheDisk()
{
    const QByteArray theirs = "relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n  - net: \"10.0.0.1\"\nlocal: []\n";
    m_window->write(QStringLiteral("wide.yaml"), theirs);
    Q_EMIT m_window->watch().changed(DiskContent::Changed, revisionOf(theirs));
    QPushButton *compare = nullptr;
    for (QPushButton *button : m_window->find("fileBanner")->findChildren<QPushButton *>())
        if (button->text() == u"Compare")
            compare = button;
    QVERIFY(compare != nullptr);
    QTest::mouseClick(compare, Qt::LeftButton);
    QTRY_COMPARE(base(), u"Compared with wide.yaml as it is on disk");
    QTRY_COMPARE(text(), u"All clients: lost 1 address, gained 65,536 (1 → 65,536)");
}

void TestDifferencePanel::jumpsToARow()
{
    typeMask(QStringLiteral("255.255.255.0"));
    QTRY_VERIFY(text().startsWith(u"All clients: lost"));
    m_window->press(Qt::Key_1, Qt::ControlModifier);
    m_window->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->press(Qt::Key_End);
    m_window->press(Qt::Key_Return);
    QCOMPARE(m_window->focus(), m_window->grid("allowRules"));
    QCOMPARE(m_window->grid("allowRules")->currentIndex().row(), 0);
}

void TestDifferencePanel::speaksGerman()
{
    m_window->catalogue().use(QStringLiteral("de"));
    QTRY_COMPARE(text(), u"Nichts geändert.");
    QCOMPARE(base(), u"Verglichen mit wide.yaml, wie sie geöffnet wurde");
    QCOMPARE(m_window->find("differences")->accessibleName(), u"Unterschied");
}

QTEST_MAIN(TestDifferencePanel)
#include "tst_difference_panel.moc"
