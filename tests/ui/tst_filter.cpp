#include <QHeaderView>

#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressShowsTheRowsThatMatchIt();
    void escapeShowsEveryRowAgain();

private:
    /// 10.0.0.0 to 10.0.4.175 as hosts, and 192.168.0.0/16 as row 1201.
    static void openRules(WindowFixture &window)
    {
        QByteArray bytes("relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n");
        for (int i = 0; i < 1200; ++i)
            bytes += "  - net: \"10.0." + QByteArray::number(i / 256) + '.' + QByteArray::number(i % 256) + "\"\n";
        bytes += "  - net: \"192.168.0.0\"\n    mask: \"255.255.0.0\"\nlocal: []\n";
        window.open(window.write(QStringLiteral("rules.yaml"), bytes));
        QCOMPARE(window.rules("allowRules"), 1201);
        WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    }
};

void TestFilter::anAddressShowsTheRowsThatMatchIt()
{
    WindowFixture window;
    openRules(window);
    const RuleGrid *grid = window.grid("allowRules");
    const int widthOfNumbers = grid->verticalHeader()->width();
    WindowFixture::type(QStringLiteral("192.168.7.7"));
    QCOMPARE(window.rules("allowRules"), 1);
    QCOMPARE(window.cell("allowRules", 1, RuleTableModel::Net), u"192.168.0.0");
    QCOMPARE(grid->model()->headerData(0, Qt::Vertical).toInt(), 1201); // its number in the file
    QCOMPARE(grid->verticalHeader()->width(), widthOfNumbers); // which has its room
}

void TestFilter::escapeShowsEveryRowAgain()
{
    WindowFixture window;
    openRules(window);
    WindowFixture::type(QStringLiteral("nowhere"));
    QCOMPARE(window.rules("allowRules"), 0);
    WindowFixture::press(Qt::Key_Escape);
    QCOMPARE(window.rules("allowRules"), 1201);
    QCOMPARE(window.find<QLineEdit>("filter")->text(), QString());
    QCOMPARE(WindowFixture::focus(), window.grid("allowRules"));
}

QTEST_MAIN(TestFilter)
#include "tst_filter.moc"
