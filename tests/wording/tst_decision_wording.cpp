#include <QTest>

#include "model/wording/wording.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

RuleRow row(std::string_view entry)
{
    return {parseRegistryEntry(entry)};
}

Address address(std::string_view text)
{
    return parseAddress(text).value();
}

/// Journey J3: a scanner that is refused.
RelayPolicy office()
{
    return {.flags = flag::deny | flag::allow,
            .deny = {row("10.20.9.1"), row("10.20.9.2"), row("10.20.9.3"), row("10.20.9.4")},
            .allow = {row("10.20.2.0;255.255.255.0"), row("127.0.0.1")}};
}

QStringList trace(const RelayPolicy &policy, const Client &client, Reading reading = Reading::Observed)
{
    const Decision decision = decide(policy, client, reading);
    QStringList lines;
    for (std::size_t step = 0; step < stepCount; ++step)
        lines.append(Wording::step(decision, step));
    return lines;
}

QString miss(const RelayPolicy &policy, std::string_view client)
{
    const auto nearest = nearestMiss(policy.allow, address(client));
    if (!nearest)
        return {};
    return Wording(QLocale::c()).nearestMiss(std::get<Rule>(policy.allow.row(nearest->row).entry), *nearest);
}

} // namespace

class TestDecisionWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void theTraceOfARefusal();
    void theTraceOfADeny();
    void theTraceWithoutRestriction();
    void theTraceOfOnlyDeny();
    void localAndAuthentication();
    void whoDecided_data();
    void whoDecided();
    void howTheNearestRowDiffers_data();
    void howTheNearestRowDiffers();
    void german();

private:
    Catalogue m_catalogue;
};

void TestDecisionWording::theTraceOfARefusal()
{
    const QStringList expected{
        QStringLiteral("Deny is on: no row matches."),
        QStringLiteral("Allow is on: no row matches."),
        QStringLiteral("Local: off."),
        QStringLiteral("Authentication: off."),
        QStringLiteral("Deny is not the only restriction: not being in it is not enough."),
        QStringLiteral("Nothing applied: the client is refused."),
    };
    QCOMPARE(trace(office(), {.address = address("10.20.3.77")}), expected);
}

void TestDecisionWording::theTraceOfADeny()
{
    RelayPolicy policy = office();
    policy.flags = flag::deny | flag::allow | flag::authenticated;
    policy.allow.append(row("10.20.9.0;255.255.255.0"));
    const QStringList expected{
        QStringLiteral("Deny is on: row 2 matches."),
        QStringLiteral("Allow: not reached (row 3 would match)."),
        QStringLiteral("Local: off."),
        QStringLiteral("Authentication: not reached."),
        QStringLiteral("Only Deny: not reached."),
        QStringLiteral("Refusal of everyone else: not reached."),
    };
    QCOMPARE(trace(policy, {.address = address("10.20.9.2"), .authenticated = true}), expected);
}

void TestDecisionWording::theTraceWithoutRestriction()
{
    RelayPolicy policy = office();
    policy.flags = 0;
    const Client client{.address = address("127.0.0.1")};
    const QStringList observed = trace(policy, client);
    QCOMPARE(observed.at(0), QStringLiteral("Deny: off."));
    QCOMPARE(observed.at(1), QStringLiteral("Allow: off (row 2 would match)."));
    QCOMPARE(observed.at(4), QStringLiteral("Only Deny: does not apply, Deny is off."));
    QCOMPARE(observed.at(5), QStringLiteral("No restriction is on: everyone may relay."));
    QCOMPARE(trace(policy, client, Reading::Literal).at(5), QStringLiteral("Nothing applied: the client is refused."));
}

void TestDecisionWording::theTraceOfOnlyDeny()
{
    RelayPolicy policy = office();
    policy.flags = flag::deny;
    QCOMPARE(trace(policy, {.address = address("8.8.8.8")}).at(4),
             QStringLiteral("Deny is the only restriction: everyone else may relay."));
}

void TestDecisionWording::localAndAuthentication()
{
    RelayPolicy policy{.flags = flag::local | flag::authenticated, .local = {row("10.0.0.1")}};
    const QStringList unknown = trace(policy, {.address = address("8.8.8.8")});
    QCOMPARE(unknown.at(2), QStringLiteral("Local is on: no row matches, because the server address is not known."));
    QCOMPARE(unknown.at(3), QStringLiteral("Authentication is on: the client did not authenticate."));
    const QStringList known =
        trace(policy, {.address = address("8.8.8.8"), .server = address("10.0.0.1"), .authenticated = true});
    QCOMPARE(known.at(2), QStringLiteral("Local is on: row 1 matches."));
    QCOMPARE(known.at(3), QStringLiteral("Authentication: not reached."));
    policy.flags = flag::authenticated;
    QCOMPARE(trace(policy, {.address = address("8.8.8.8"), .authenticated = true}).at(3),
             QStringLiteral("Authentication is on: the client authenticated."));
}

void TestDecisionWording::whoDecided_data()
{
    QTest::addColumn<quint32>("flags");
    QTest::addColumn<bool>("authenticated");
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *name, quint32 flags, bool authenticated, const char *client, const char *verdict,
                        const char *reason) {
        QTest::newRow(name) << flags << authenticated << QByteArray(client) << QString::fromUtf8(verdict)
                            << QString::fromUtf8(reason);
    };
    add("deny", 3, false, "10.20.9.4", "Refused", "by Deny, row 4");
    add("allow", 3, false, "127.0.0.1", "Allowed", "by Allow, row 2");
    add("authenticated", 8, true, "8.8.8.8", "Allowed", "because the client authenticated");
    add("only deny", 1, false, "8.8.8.8", "Allowed",
        "because Deny is the only restriction and does not list the client");
    add("no restriction", 0, false, "8.8.8.8", "Allowed", "because no restriction is on");
    add("nothing", 3, false, "8.8.8.8", "Refused", "because no rule applies");
}

void TestDecisionWording::whoDecided()
{
    QFETCH(quint32, flags);
    QFETCH(bool, authenticated);
    QFETCH(QByteArray, client);
    QFETCH(QString, verdict);
    QFETCH(QString, reason);
    RelayPolicy policy = office();
    policy.flags = flags;
    const Decision decision =
        decide(policy, {.address = address(client.toStdString()), .authenticated = authenticated});
    QCOMPARE(Wording::verdict(decision.verdict), verdict);
    QCOMPARE(Wording::reason(decision), reason);
}

void TestDecisionWording::howTheNearestRowDiffers_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *rule, const char *client, const char *sentence) {
        QTest::newRow(rule) << QByteArray(rule) << QByteArray(client) << QString::fromUtf8(sentence);
    };
    add("10.20.2.0;255.255.255.0", "11.20.2.5",
        "Row 1 (10.20.2.0;255.255.255.0) differs only in the first octet (11 instead of 10).");
    add("10.20.3.0;255.255.255.0", "10.21.3.5",
        "Row 1 (10.20.3.0;255.255.255.0) differs only in the second octet (21 instead of 20).");
    add("10.20.2.0;255.255.255.128", "10.20.3.77",
        "Row 1 (10.20.2.0;255.255.255.128) differs only in the third octet (3 instead of 2).");
    add("192.168.1.0;255.255.255.248", "192.168.1.9",
        "Row 1 (192.168.1.0;255.255.255.248) differs only in the fourth octet (9 instead of 0–7).");
    add("192.168.1.1;255.255.255.5", "192.168.1.9", "");
    add("192.168.1.1;255.255.255.21", "192.168.1.16",
        "Row 1 (192.168.1.1;255.255.255.21) differs only in the fourth octet (16 instead of 1 under the mask 21).");
    add("10.20.2.0;255.255.255.0", "10.30.3.0",
        "Row 1 (10.20.2.0;255.255.255.0) comes nearest: it differs in 2 octets.");
    add("2001:db8::;ffff:ffff::", "2001:db9::1",
        "Row 1 (2001:db8::;ffff:ffff::) differs only in group 2 (db9 instead of db8).");
    add("2001:db8::", "2001:db9::1", "Row 1 (2001:db8::) comes nearest: it differs in 2 groups.");
    add("2001:db8::;ffff:ffff:0::", "10.0.0.1", "");
}

void TestDecisionWording::howTheNearestRowDiffers()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, client);
    QFETCH(QString, sentence);
    QCOMPARE(miss({.allow = {row(rule.toStdString())}}, client.toStdString()), sentence);
}

void TestDecisionWording::german()
{
    m_catalogue.use(QStringLiteral("de"));
    QCOMPARE(trace(office(), {.address = address("10.20.9.1")}).first(),
             QStringLiteral("Verweigern ist an: Zeile 1 trifft zu."));
    QCOMPARE(miss(office(), "10.20.3.77"),
             QStringLiteral("Zeile 1 (10.20.2.0;255.255.255.0) weicht nur im dritten Oktett ab (3 statt 2)."));
    QCOMPARE(Wording::refusalReply(), QStringLiteral("550 relaying prohibited"));
}

QTEST_GUILESS_MAIN(TestDecisionWording)
#include "tst_decision_wording.moc"
