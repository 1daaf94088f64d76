#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeGivenUp();
    void closingGivesItUp();

private:
    /// Takes a while to read.
    static QString writeLarge(const WindowFixture &window)
    {
        QByteArray bytes("relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n");
        for (int i = 0; i < 100'000; ++i)
            bytes += "  - net: \"10." + QByteArray::number(i >> 16) + '.' + QByteArray::number((i >> 8) & 255) + '.'
                + QByteArray::number(i & 255) + "\"\n";
        return window.write(QStringLiteral("large.yaml"), bytes + "local: []\n");
    }
};

/// At once, whatever the worker is at; and what it found then is not shown.
void TestOpening::canBeGivenUp()
{
    WindowFixture window;
    window.window().openFile(writeLarge(window), PolicyFile::OpenAs::File);
    QVERIFY(window.isBusy());
    window.find<QPushButton>("cancel")->click();
    QVERIFY(!window.isBusy());
    QVERIFY(window.window().isUnused());
    QVERIFY(!window.find("fileBanner")->isVisible());
    window.jobs().waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(window.window().isUnused());

    window.open(window.write(QStringLiteral("small.yaml"),
                             "relaytab: 1\nflags: []\ndeny: []\nallow:\n  - net: \"10.0.0.1\"\nlocal: []\n"));
    QCOMPARE(window.rules("allowRules"), 1);
}

void TestOpening::closingGivesItUp()
{
    WindowFixture window;
    window.window().openFile(writeLarge(window), PolicyFile::OpenAs::File);
    QVERIFY(window.isBusy());
    QVERIFY(window.window().close());
}

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
