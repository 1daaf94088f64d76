#include <QSignalSpy>
#include <QTest>

#include "model/editing/tester.h"
#include "tests/editing/rows.h"

using namespace relaytab;
using Kind = TesterAnswer::Kind;

namespace {

/// Journey J3.
RelayPolicy scanner()
{
    return {.flags = 3,
            .deny = listOf({"10.20.9.0;255.255.255.240", "10.20.9.32;255.255.255.240", "10.20.9.77", "10.20.9.99"}),
            .allow = listOf({"10.20.2.0;255.255.255.0", "127.0.0.1"})};
}

struct Desk {
    explicit Desk(const RelayPolicy &policy)
    {
        document.reset(policy);
        tester.setLocale(QLocale(QLocale::English));
    }
    const TesterAnswer &ask(const char *client, const char *server = "", bool authenticated = false)
    {
        tester.setQuery({QString::fromUtf8(client), QString::fromUtf8(server), authenticated});
        return tester.answer();
    }

    PolicyDocument document;
    DocumentAnalysis analysis{document};
    Tester tester{document, analysis};
};

} // namespace

class TestTester : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("authenticated");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *client, const char *server, bool authenticated, const char *answer) {
            QTest::addRow("%s %s %d", client, server, authenticated)
                << QString::fromUtf8(client) << QString::fromUtf8(server) << authenticated << QString::fromUtf8(answer);
        };
        // Journey J1, step 6
        row("192.168.1.5", "", false, "Refused by Deny, row 1 (192.168.1.0 / 255.255.255.248) 550 relaying prohibited");
        row("192.168.1.8", "any", false, "Allowed by Allow, row 1 (192.168.1.0 / 255.255.255.0) ");
        row("192.168.2.1", "", false, "Refused because no rule applies () 550 relaying prohibited");
        row("192.168.1.5", "", true, "Refused by Deny, row 1 (192.168.1.0 / 255.255.255.248) 550 relaying prohibited");
        row("8.8.8.8", " Any ", true, "Allowed because the client authenticated () ");
        row(" 192.168.1.8\t", "", false, "Allowed by Allow, row 1 (192.168.1.0 / 255.255.255.0) ");
        row("", "", false, "  () ");
    }
    void decides()
    {
        QFETCH(QString, client);
        QFETCH(QString, server);
        QFETCH(bool, authenticated);
        QFETCH(QString, answer);
        Desk desk({.flags = 11,
                   .deny = listOf({"192.168.1.0;255.255.255.248"}),
                   .allow = listOf({"192.168.1.0;255.255.255.0"})});
        desk.tester.setQuery({client, server, authenticated});
        const TesterAnswer &got = desk.tester.answer();
        QCOMPARE(QStringLiteral("%1 %2 (%3) %4").arg(got.verdict, got.reason, got.rule, got.reply), answer);
        QVERIFY(got.clientError.isEmpty());
    }

    void findsTheNearestMissAndLetsTheHostIn()
    {
        Desk desk(scanner());
        const TesterAnswer refused = desk.ask("10.20.3.77");
        QCOMPARE(refused.kind, Kind::Refused);
        QCOMPARE(refused.steps.size(), qsizetype{6});
        QCOMPARE(refused.decidingStep, 5);
        QCOMPARE(refused.nearestMiss,
                 QStringLiteral("Row 1 (10.20.2.0;255.255.255.0) differs only in the third octet (3 instead of 2)."));
        QCOMPARE(refused.nearestRow, (std::optional{RowPlace{ListKind::Allow, 0}}));
        QVERIFY(refused.canAllowHost);

        QSignalSpy changed(&desk.tester, &Tester::answerChanged);
        QCOMPARE(desk.tester.allowOnlyThisHost(), (std::optional{RowPlace{ListKind::Allow, 2}}));
        QCOMPARE(picture(desk.document.policy().allow.slice(2, 1)), QStringLiteral("10.20.3.77"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(desk.tester.answer().kind, Kind::Allowed);
        QCOMPARE(desk.tester.answer().row, (std::optional{RowPlace{ListKind::Allow, 2}}));
        QVERIFY(!desk.tester.answer().canAllowHost);
        QVERIFY(!desk.tester.allowOnlyThisHost());
        desk.document.undoStack()->undo();
        QCOMPARE(desk.tester.answer(), refused);
    }

    void aDeniedHostCannotBeLetInByAllow()
    {
        Desk desk(scanner());
        QVERIFY(!desk.ask("10.20.9.77").canAllowHost);
        desk.document.setFlags(8);
        QVERIFY(!desk.ask("10.20.3.77").canAllowHost); // Allow is off: a row there would do nothing
    }

    void namesWhatIsWrongWithTheText()
    {
        Desk desk(scanner());
        QCOMPARE(desk.ask("10.0.0.300").kind, Kind::Nothing);
        QVERIFY(desk.tester.answer().clientError.contains(QStringLiteral("300")));
        QVERIFY(desk.ask("10.0.0.1", "10.0.0.300").clientError.isEmpty());
        QVERIFY(desk.tester.answer().serverError.contains(QStringLiteral("300")));
        QCOMPARE(desk.tester.answer().kind, Kind::Nothing);
    }

    void dependsOnAnUnknownServer()
    {
        Desk desk({.flags = 4, .local = listOf({"10.0.0.1"})});
        QCOMPARE(desk.ask("8.8.8.8").kind, Kind::Depends);
        QCOMPARE(desk.tester.answer().verdict, QStringLiteral("Depends"));
        QVERIFY(!desk.tester.answer().note.isEmpty());
        QVERIFY(desk.tester.answer().reply.isEmpty());
        QCOMPARE(desk.ask("8.8.8.8", "10.0.0.1").kind, Kind::Allowed);
        QCOMPARE(desk.ask("8.8.8.8", "10.0.0.2").kind, Kind::Refused);
        QCOMPARE(desk.ask("8.8.8.0/24").kind, Kind::Depends);
        QCOMPARE(desk.ask("8.8.8.0/24", "10.0.0.1").kind, Kind::Allowed);
    }

    void saysWhereTheReadingsDiffer()
    {
        Desk desk({.flags = 0});
        QCOMPARE(desk.ask("8.8.8.8").kind, Kind::Allowed);
        QVERIFY(!desk.tester.answer().note.isEmpty());
        desk.analysis.setReading(Reading::Literal);
        QCOMPARE(desk.tester.answer().kind, Kind::Refused);
        QVERIFY(!desk.tester.answer().note.isEmpty());
        QVERIFY(!desk.ask("8.8.8.0/24").note.isEmpty());
        desk.document.setFlags(2);
        QVERIFY(desk.tester.answer().note.isEmpty());
    }

    void answersForANet_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *client, const char *answer) {
            QTest::newRow(client) << QString::fromUtf8(client) << QString::fromUtf8(answer);
        };
        row("10.20.2.0/24", "Allowed | All 256 address(es) may relay. | 10.20.2.0: Allowed by Allow, row 1");
        row("10.20.2.77/24", "Allowed | All 256 address(es) may relay. | 10.20.2.0: Allowed by Allow, row 1");
        row("10.20.9.0/28", "Refused | None of 16 address(es) may relay. | 10.20.9.0: Refused by Deny, row 1");
        row("10.20.0.0/16",
            "Mixed | 256 of 65,536 address(es) may relay. | 10.20.2.0: Allowed by Allow, row 1 | 10.20.0.0: Refused "
            "because "
            "no rule applies");
        row("127.0.0.0-127.0.0.3",
            "Mixed | 1 of 4 address(es) may relay. | 127.0.0.1: Allowed by Allow, row 2 | 127.0.0.0: Refused because "
            "no "
            "rule applies");
    }
    void answersForANet()
    {
        QFETCH(QString, client);
        QFETCH(QString, answer);
        Desk desk(scanner());
        desk.tester.setQuery({client});
        const TesterAnswer &got = desk.tester.answer();
        QStringList words{got.verdict, got.counts};
        for (const TesterAnswer::Example &example : got.examples)
            words.append(example.text);
        QCOMPARE(words.join(QStringLiteral(" | ")), answer);
    }

    /// A net's answer is what its addresses get one by one.
    void netsAgreeWithTheirAddresses()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 60; ++i) {
            RelayPolicy policy{.flags = static_cast<std::uint32_t>(random() % 16)};
            for (const ListKind list : {ListKind::Deny, ListKind::Allow})
                for (int n = 0; n < 3; ++n) {
                    const auto mask = 0xFFFFFF00U | static_cast<std::uint32_t>(random() % 256);
                    policy.list(list).append(
                        RuleRow{Rule{Address::v4((0x0A000000U | static_cast<std::uint32_t>(random() % 64)) & mask),
                                     Mask::v4(mask)}});
                }
            Desk desk(policy);
            const Kind kind = desk.ask("10.0.0.0/26").kind;
            int allowed = 0;
            for (std::uint32_t host = 0; host < 64; ++host)
                allowed += decide(policy, {Address::v4(0x0A000000U | host)}).verdict == Verdict::Allowed ? 1 : 0;
            QCOMPARE(kind, allowed == 0 ? Kind::Refused : allowed == 64 ? Kind::Allowed : Kind::Mixed);
        }
    }

    void readsAsText()
    {
        Desk desk(scanner());
        desk.ask("10.20.9.77", "10.0.0.1", true);
        const QString text = desk.tester.asText();
        QVERIFY2(
            text.startsWith(QStringLiteral("Client IP: 10.20.9.77\nServer IP: 10.0.0.1\nThe client authenticated.\n"
                                           "Refused by Deny, row 3\n10.20.9.77 / 255.255.255.255\n1. ")),
            qPrintable(text));
        QVERIFY(text.endsWith(QStringLiteral("\n550 relaying prohibited\n")));
    }
};

QTEST_GUILESS_MAIN(TestTester)
#include "tst_tester.moc"
