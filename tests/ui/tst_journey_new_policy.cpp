#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// J1: from nothing to a closed relay, saved as a registry file and read again.
class TestJourneyNewPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walk();

private:
    void begin(WindowFixture &f);
    void addRules(WindowFixture &f);
    void testClients(WindowFixture &f);
    void saveAndReopen(WindowFixture &f);
};

void TestJourneyNewPolicy::walk()
{
    WindowFixture f;
    begin(f);
    if (!QTest::currentTestFailed())
        addRules(f);
    if (!QTest::currentTestFailed())
        testClients(f);
    if (!QTest::currentTestFailed())
        saveAndReopen(f);
}

void TestJourneyNewPolicy::begin(WindowFixture &f)
{
    QVERIFY(f.find("emptyNew")->isVisible() && f.find("emptyOpen")->isVisible() && f.find("emptyImport")->isVisible());
    QCOMPARE(f.text("exposure"), u"OPEN RELAY – no restriction is active");
    f.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!f.window().isUnused());
    QVERIFY(f.find("dangerBanner")->isVisible());

    for (const char *name : {"flagDeny", "flagAllow", "flagAuthenticated"}) {
        f.find(name)->setFocus();
        f.press(Qt::Key_Space);
    }
    QCOMPARE(f.find<QLineEdit>("relayFlags")->text(), u"11");
    QCOMPARE(f.find<QLineEdit>("relayFlagsHex")->text(), u"0x0000000B");
    QVERIFY(!f.find("dangerBanner")->isVisible());
}

void TestJourneyNewPolicy::addRules(WindowFixture &f)
{
    f.press(Qt::Key_2, Qt::ControlModifier);
    f.press(Qt::Key_Insert);
    f.type(QStringLiteral("192.168.1.0/24"));
    f.press(Qt::Key_Return);
    QCOMPARE(f.rules("allowRules"), 1);
    QCOMPARE(f.row("allowRules", 1), u"192.168.1.0 | 255.255.255.0 | 256 | ok | ");

    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_Insert);
    f.type(QStringLiteral("192.168.1.0"));
    f.press(Qt::Key_Tab);
    f.type(QStringLiteral("255.255.255.248"));
    f.press(Qt::Key_Return);
    QCOMPARE(f.rules("denyRules"), 1);
    QCOMPARE(f.row("denyRules", 1), u"192.168.1.0 | 255.255.255.248 | 8 | includes .0 | ");

    QCOMPARE(f.text("policyInWords"), u"Only 248 addresses and authenticated clients may relay.");
    QCOMPARE(f.text("exposure"), u"Restricted · 248 addresses");
}

void TestJourneyNewPolicy::testClients(WindowFixture &f)
{
    const auto ask = [&](const QString &client) -> QString {
        f.press(Qt::Key_T, Qt::ControlModifier);
        f.retype(client);
        return f.text("verdict") + u' ' + f.text("verdictReason");
    };
    QCOMPARE(ask(QStringLiteral("192.168.1.5")), u"Refused by Deny, row 1");
    QCOMPARE(ask(QStringLiteral("192.168.1.8")), u"Allowed by Allow, row 1");
    QCOMPARE(ask(QStringLiteral("192.168.2.1")), u"Refused because no rule applies");
    f.find("authenticated")->setFocus();
    f.press(Qt::Key_Space);
    QCOMPARE(ask(QStringLiteral("192.168.1.5")), u"Refused by Deny, row 1");
    QCOMPARE(ask(QStringLiteral("8.8.8.8")), u"Allowed because the client authenticated");
}

void TestJourneyNewPolicy::saveAndReopen(WindowFixture &f)
{
    f.press(Qt::Key_S, Qt::ControlModifier);
    f.answerFileDialog(f.path(QStringLiteral("new.reg")));
    QTRY_VERIFY(!f.window().isWindowModified());
    QVERIFY(f.find("fileBanner")->isVisible()); // what to restart
    QVERIFY(f.find("fileBanner")->accessibleName().contains(u"restart", Qt::CaseInsensitive));

    const QString written =
        QString::fromUtf16(reinterpret_cast<const char16_t *>(f.read(QStringLiteral("new.reg")).constData()));
    QVERIFY(written.contains(u"\\Services\\MSExchangeIMC\\Parameters]"));
    for (const QString &value : {QStringLiteral("\"RelayFlags\"=dword:0000000b"), QStringLiteral("\"RelayDenyList\"="),
                                 QStringLiteral("\"RelayAllowList\"="), QStringLiteral("\"RelayLocalIPList\"=")})
        QVERIFY2(written.contains(value), qPrintable(written));

    WindowFixture again;
    again.open(f.path(QStringLiteral("new.reg")));
    QCOMPARE(again.find<QLineEdit>("relayFlags")->text(), u"11");
    QCOMPARE(again.row("allowRules", 1), u"192.168.1.0 | 255.255.255.0 | 256 | 8 of them are denied | ");
    QCOMPARE(again.row("denyRules", 1), u"192.168.1.0 | 255.255.255.248 | 8 | includes .0 | ");
    QCOMPARE(again.rules("localRules"), 0);
}

QTEST_MAIN(TestJourneyNewPolicy)
#include "tst_journey_new_policy.moc"
