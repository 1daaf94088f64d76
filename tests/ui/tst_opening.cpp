#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>

#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

namespace {

constexpr auto small = "relaytab: 1\nflags: []\ndeny: []\nallow:\n  - net: \"10.0.0.1\"\nlocal: []\n";

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeGivenUp();
    void closingGivesItUp();
    void aDroppedFileIsOpened();
    void whatIsNoFileIsNotTaken();
    void allButtonsOfTheEmptyStateAreWhole();
    void recentFilesAreToldApart();

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

    window.open(window.write(QStringLiteral("small.yaml"), small));
    QCOMPARE(window.rules("allowRules"), 1);
}

void TestOpening::closingGivesItUp()
{
    WindowFixture window;
    window.window().openFile(writeLarge(window), PolicyFile::OpenAs::File);
    QVERIFY(window.isBusy());
    QVERIFY(window.window().close());
}

/// Wherever in the window it is let go.
void TestOpening::aDroppedFileIsOpened()
{
    WindowFixture window;
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(window.write(QStringLiteral("dropped.yaml"), small))});
    QWidget *below = window.find("emptyState");
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(below, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(below, &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE(window.rules("allowRules"), 1);
    QCOMPARE(window.window().path(), window.path(QStringLiteral("dropped.yaml")));
}

void TestOpening::whatIsNoFileIsNotTaken()
{
    WindowFixture window;
    QMimeData text;
    text.setText(QStringLiteral("10.0.0.1"));
    QMimeData link;
    link.setUrls({QUrl(QStringLiteral("https://relay.example/policy.yaml"))});
    for (const QMimeData *data : {&text, &link}) {
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window.window(), &enter);
        QVERIFY(!enter.isAccepted());
    }
}

/// A button that is cut off says half of what it does: at 200 % text they stand below each other.
void TestOpening::allButtonsOfTheEmptyStateAreWhole()
{
    WindowFixture window;
    QWidget *empty = window.find("emptyState");
    const QList<QPushButton *> buttons = {window.find<QPushButton>("emptyNew"), window.find<QPushButton>("emptyOpen"),
                                          window.find<QPushButton>("emptyImport")};
    QVERIFY(buttons.first()->y() == buttons.last()->y());
    QVERIFY(!window.find("policyInWords")->isVisible()); // there is none to speak of
    QFont large = empty->font();
    large.setPointSizeF(large.pointSizeF() * 4);
    empty->setFont(large);
    QTRY_VERIFY(buttons.first()->y() < buttons.last()->y());
    for (const QPushButton *button : buttons)
        QVERIFY(button->width() >= button->sizeHint().width() && button->height() >= button->sizeHint().height());
}

void TestOpening::recentFilesAreToldApart()
{
    WindowFixture window;
    QVERIFY(QDir(window.path({})).mkpath(QStringLiteral("a")) && QDir(window.path({})).mkpath(QStringLiteral("b&c")));
    const QString one = window.write(QStringLiteral("a/relay.yaml"), small);
    const QString other = window.write(QStringLiteral("b&c/relay.yaml"), small);
    window.open(one);
    window.settings().addRecentFile(other);
    const QList<QAction *> recent = window.window().findChild<QMenu *>(QStringLiteral("menuRecentFiles"))->actions();
    QCOMPARE(recent.size(), 2);
    QVERIFY(recent.at(0)->text().startsWith(u"relay.yaml"));
    QVERIFY(recent.at(0)->text().endsWith(u"b&&c")); // an Alt key is none of the path's
    QVERIFY(recent.at(1)->text().endsWith(u"a"));
}

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
