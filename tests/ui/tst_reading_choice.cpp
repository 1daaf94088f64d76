#include <unistd.h>

#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

namespace {

/// The first line says that the strings in the list are UTF-16; they are 8-bit, as the file is.
constexpr auto mixed = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\"
                       "Services\\MSExchangeIMC\\Parameters]\r\n\"Other\"=dword:7\r\n\"RelayFlags\"=dword:2\r\n"
                       "\"RelayAllowList\"=hex(7):31,30,2e,30,2e,30,2e,31,00,00\r\n";
const QString headerFollowed = QStringLiteral("The first line and the encoding of the file disagree. The first line "
                                              "was followed; Windows may read the lists differently.");
const QString encodingFollowed = QStringLiteral("The first line and the encoding of the file disagree. The encoding "
                                                "was followed; Windows may read the lists differently.");

} // namespace

/// A registry file whose first line and encoding disagree can be read either way.
class TestReadingChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }
    void theOtherWayIsOneKey();
    void theOtherWayIsOneClick();
    void theMenuOffersItWhenTheNoticeIsGone();
    void savingKeepsTheReading();
    void reloadingKeepsTheReading();
    void editsAreAskedAbout();
    void whatIsBeingTypedCounts();
    void anImportHasTheChoice();
    void aReadOnlyFileHasTheChoice();
    void aFileThatIsGoneIsTold();
    void otherFilesHaveNoChoice();
    void isOfferedInGerman();

private:
    void open(PolicyFile::OpenAs how = PolicyFile::OpenAs::File)
    {
        m_window->open(m_window->write(QStringLiteral("mixed.reg"), mixed), how);
    }
    static void pressOtherWay() { WindowFixture::press(Qt::Key_B, Qt::AltModifier); }
    void readOtherWay()
    {
        const bool isByHeader = reading() == RegReading::ByHeader;
        pressOtherWay();
        QTRY_VERIFY(isByHeader == (reading() == RegReading::ByEncoding) && !m_window->isBusy());
    }
    [[nodiscard]] RegReading reading() const
    {
        return m_window->window().findChild<PolicyFile *>()->options().regReading;
    }
    [[nodiscard]] QString notice() const
    {
        const QWidget *banner = m_window->find("fileBanner");
        return banner->isVisible() ? banner->accessibleName() : QString();
    }
    [[nodiscard]] QString row(int row) const { return m_window->cell("allowRules", row, RuleTableModel::Net); }
    /// Nothing when it is not offered.
    [[nodiscard]] QPushButton *button() const
    {
        const auto buttons = m_window->find("fileBanner")->findChildren<QPushButton *>(QStringLiteral("readOtherWay"));
        return buttons.isEmpty() ? nullptr : buttons.last(); // one before it is about to be gone
    }
    [[nodiscard]] QAction *action() const
    {
        return m_window->window().findChild<QAction *>(QStringLiteral("actionReadOtherWay"));
    }
    static void addRow(const QString &net)
    {
        WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
        WindowFixture::press(Qt::Key_Insert);
        WindowFixture::type(net);
        WindowFixture::press(Qt::Key_Return);
        WindowFixture::press(Qt::Key_Escape); // of the next row, which Return began
    }

    std::unique_ptr<WindowFixture> m_window;
};

void TestReadingChoice::theOtherWayIsOneKey()
{
    open();
    QCOMPARE(notice(), headerFollowed);
    QVERIFY(row(1) != u"10.0.0.1");
    readOtherWay();
    QCOMPARE(notice(), encodingFollowed);
    QCOMPARE(row(1), u"10.0.0.1");
    QVERIFY(!m_window->window().isWindowModified());
    readOtherWay();
    QCOMPARE(notice(), headerFollowed);
    QVERIFY(row(1) != u"10.0.0.1");
    QVERIFY(m_window->read(QStringLiteral("mixed.reg")) == mixed);
}

void TestReadingChoice::theOtherWayIsOneClick()
{
    open();
    QCOMPARE(button()->text(), u"Read lists &by the encoding");
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_COMPARE(notice(), encodingFollowed);
    QCOMPARE(row(1), u"10.0.0.1");
    QCOMPARE(button()->text(), u"Read lists &by the first line");
}

void TestReadingChoice::theMenuOffersItWhenTheNoticeIsGone()
{
    open();
    auto *banner = m_window->find("fileBanner");
    QTest::mouseClick(banner->findChildren<QPushButton *>().last(), Qt::LeftButton); // Dismiss
    QCOMPARE(notice(), QString());
    WindowFixture::press(Qt::Key_F, Qt::AltModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr && menu->actions().contains(action()));
    QTest::keyClick(menu, Qt::Key_B);
    QTRY_COMPARE(notice(), encodingFollowed);
}

/// The rest of the file, its first line and its encoding included, stays as it was.
void TestReadingChoice::savingKeepsTheReading()
{
    open();
    readOtherWay();
    WindowFixture::press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isBusy());
    QVERIFY(m_window->read(QStringLiteral("mixed.reg")) == mixed);
    addRow(QStringLiteral("10.0.0.2"));
    WindowFixture::press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_window->dialog("reviewSheet") != nullptr);
    QTRY_VERIFY2(m_window->text("reviewHeading").endsWith(u"(1 → 2)"), qPrintable(m_window->text("reviewHeading")));
    WindowFixture::press(Qt::Key_Return); // the focus is on Save
    m_window->comeBack();
    QTRY_VERIFY(!m_window->window().isWindowModified());
    const QByteArray saved = QByteArray(mixed).replace("31,00,00", "31,00,31,30,2e,30,2e,30,2e,32,00,\\\r\n  00");
    QCOMPARE(m_window->read(QStringLiteral("mixed.reg")), saved);

    // It can still be read the other way, and back.
    action()->trigger();
    QTRY_VERIFY2(notice().startsWith(headerFollowed), qPrintable(notice()));
    readOtherWay();
    QCOMPARE(row(1), u"10.0.0.1");
    QCOMPARE(row(2), u"10.0.0.2");
}

void TestReadingChoice::reloadingKeepsTheReading()
{
    open();
    readOtherWay();
    m_window->write(QStringLiteral("mixed.reg"), QByteArray(mixed).replace("31,00,00", "39,00,00"));
    Q_EMIT m_window->watch().changed(DiskContent::Changed, {});
    QCOMPARE(notice(), u"Another program changed mixed.reg.");
    m_window->find("fileBanner")->findChildren<QPushButton *>().at(2)->click(); // Reload, behind two that are going
    QTRY_COMPARE(row(1), u"10.0.0.9");
    QCOMPARE(notice(), encodingFollowed);
}

void TestReadingChoice::editsAreAskedAbout()
{
    open();
    addRow(QStringLiteral("10.0.0.2"));
    pressOtherWay();
    auto *box = m_window->dialog<QMessageBox>("askToReadAgain");
    QVERIFY(box != nullptr);
    QCOMPARE(box->text(), u"Discard the changes to mixed.reg?");
    QTest::keyClick(box, Qt::Key_Return); // stays, unless one says otherwise
    m_window->comeBack();
    QTRY_VERIFY(m_window->window().findChild<QMessageBox *>() == nullptr);
    QCOMPARE(notice(), headerFollowed);
    QCOMPARE(row(2), u"10.0.0.2");

    pressOtherWay();
    box = m_window->dialog<QMessageBox>("askToReadAgain");
    QVERIFY(box != nullptr);
    m_window->answer(box, QMessageBox::DestructiveRole);
    QTRY_COMPARE(notice(), encodingFollowed);
    QCOMPARE(m_window->rules("allowRules"), 1);
    QVERIFY(!m_window->window().isWindowModified());
}

void TestReadingChoice::whatIsBeingTypedCounts()
{
    open();
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_Insert);
    WindowFixture::type(QStringLiteral("10.0.0.2"));
    action()->trigger();
    auto *box = m_window->dialog<QMessageBox>("askToReadAgain");
    QVERIFY(box != nullptr);
    m_window->answer(box, QMessageBox::RejectRole);
    QCOMPARE(row(2), u"10.0.0.2");
}

void TestReadingChoice::anImportHasTheChoice()
{
    open(PolicyFile::OpenAs::Import);
    readOtherWay();
    QCOMPARE(notice(), encodingFollowed);
    QCOMPARE(row(1), u"10.0.0.1");
    QCOMPARE(m_window->window().path(), QString());
    readOtherWay();
    QCOMPARE(notice(), headerFollowed);
}

/// A file of two names is opened to read only.
void TestReadingChoice::aReadOnlyFileHasTheChoice()
{
    const QByteArray path = m_window->write(QStringLiteral("mixed.reg"), mixed).toUtf8();
    QCOMPARE(link(path.constData(), QByteArray(path + ".other").constData()), 0);
    m_window->open(QString::fromUtf8(path));
    QVERIFY2(notice().startsWith(u"Opened to read only: ") && notice().endsWith(headerFollowed), qPrintable(notice()));
    readOtherWay();
    QVERIFY2(notice().startsWith(u"Opened to read only: ") && notice().endsWith(encodingFollowed),
             qPrintable(notice()));
    QCOMPARE(row(1), u"10.0.0.1");
}

void TestReadingChoice::aFileThatIsGoneIsTold()
{
    open();
    QVERIFY(QFile::remove(m_window->path(QStringLiteral("mixed.reg"))));
    pressOtherWay();
    QTRY_VERIFY2(notice().contains(u"does not exist"), qPrintable(notice()));
    QCOMPARE(m_window->rules("allowRules"), 1); // as it was
    QCOMPARE(reading(), RegReading::ByHeader);
}

void TestReadingChoice::otherFilesHaveNoChoice()
{
    QVERIFY(!action()->isVisible());
    open();
    QVERIFY(action()->isVisible());
    readOtherWay();
    m_window->open(m_window->write(QStringLiteral("other.reg"),
                                   QByteArray(mixed).replace("Windows Registry Editor Version 5.00", "REGEDIT4")));
    QCOMPARE(notice(), QString());
    QVERIFY(!action()->isVisible());
    QCOMPARE(reading(), RegReading::ByHeader); // each file anew
    QCOMPARE(row(1), u"10.0.0.1");
    m_window->window().startNew();
    QVERIFY(!action()->isVisible());
}

void TestReadingChoice::isOfferedInGerman()
{
    open();
    m_window->catalogue().use(QStringLiteral("de"));
    QTRY_COMPARE(button()->text(), u"Listen nach der &Kodierung lesen");
    QCOMPARE(action()->text(), button()->text());
}

QTEST_MAIN(TestReadingChoice)
#include "tst_reading_choice.moc"
