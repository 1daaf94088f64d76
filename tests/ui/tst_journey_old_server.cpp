#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// J4: an inherited server of 1999, open to everyone, is imported, closed and saved elsewhere.
class TestJourneyOldServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walk();

private:
    [[nodiscard]] static QStringList problems(const WindowFixture &f);
};

QStringList TestJourneyOldServer::problems(const WindowFixture &f)
{
    QStringList texts;
    const auto *model = f.find<QAbstractItemView>("problems")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, 0).data().toString());
    return texts;
}

void TestJourneyOldServer::walk()
{
    WindowFixture f;
    const QByteArray old = "REGEDIT4\r\n\r\n"
                           "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Service\\MSExchangeIMC\\Parameters]\r\n"
                           "\"RelayFlags\"=dword:00000000\r\n"
                           "\"RelayAllowList\"=hex(7):31,39,32,2e,31,36,38,2e,31,2e,31,30,00,31,39,32,2e,31,36,38,2e,"
                           "31,2e,31,31,00,00\r\n"
                           "\"RelayDenyList\"=hex(7):00\r\n";
    const QString path = f.write(QStringLiteral("old.reg"), old);
    f.open(path, PolicyFile::OpenAs::Import);
    QVERIFY(f.window().path().isEmpty());
    QCOMPARE(f.text("exposure"), u"OPEN RELAY – no restriction is active");
    QVERIFY(f.window().windowTitle().startsWith(u"OPEN RELAY"));
    QVERIFY(f.find("dangerBanner")->isVisible());
    QVERIFY2(f.find("fileBanner")->accessibleName().contains(u"Services"),
             qPrintable(f.find("fileBanner")->accessibleName()));
    QCOMPARE(f.rules("allowRules"), 2);
    const QStringList found = problems(f);
    QVERIFY2(found.filter(QStringLiteral("No restriction is active")).size() == 1, qPrintable(found.join(u'\n')));
    QVERIFY2(found.filter(QStringLiteral("its 2 rows have no effect")).size() == 1, qPrintable(found.join(u'\n')));

    // The first fix of the gravest problem, by keys: down to it, right to the fix, Enter.
    auto *view = f.find<QAbstractItemView>("problems");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    f.press(Qt::Key_Right);
    f.press(Qt::Key_Return);
    QCOMPARE(f.find<QLineEdit>("relayFlags")->text(), u"2");
    QCOMPARE(f.text("exposure"), u"Restricted · 2 addresses");
    QVERIFY(!f.find("dangerBanner")->isVisible());

    f.press(Qt::Key_S, Qt::ControlModifier);
    f.answerFileDialog(f.path(QStringLiteral("new.reg")));
    QTRY_VERIFY(!f.window().isWindowModified() && !f.isBusy());
    QCOMPARE(f.read(QStringLiteral("old.reg")), old);
    QVERIFY(f.read(QStringLiteral("new.reg")).contains("\\Services\\MSExchangeIMC"));
}

QTEST_MAIN(TestJourneyOldServer)
#include "tst_journey_old_server.moc"
