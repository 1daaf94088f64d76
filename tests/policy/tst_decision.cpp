#include <QTest>

#include <random>

#include "model/policy/decision.h"
#include "model/policy/entry_text.h"
#include "tests/support/article_oracle.h"

using namespace relaytab;

namespace {

constexpr std::array readings{Reading::Observed, Reading::Literal};

RuleList listOf(const char *entries)
{
    RuleList list;
    for (const QByteArray &text : QByteArray(entries).split(' '))
        if (!text.isEmpty())
            list.append(RuleRow{parseRegistryEntry(text.toStdString())});
    return list;
}

/// A rule of the toy world 10.0.0.0/32-bits: net and mask differ from 10.0.0.0/255.255.255.255 in the low bits only.
Rule toyRule(unsigned net, unsigned mask, unsigned bits)
{
    const std::uint32_t high = ~((1U << bits) - 1);
    return {Address::v4(0x0A000000U | net), Mask::v4(high | mask), MaskForm::Written};
}

/// All policies agree with the oracle for this client, in both readings.
bool agrees(const RelayPolicy &policy, const oracle::Article &article, const Client &client)
{
    const oracle::Caller caller = oracle::callerOf(client);
    return std::ranges::all_of(readings, [&](Reading reading) {
        return oracle::answerOf(decide(policy, client, reading)) == oracle::ask(article, caller, reading);
    });
}

QString traceOf(const Decision &decision)
{
    static constexpr std::array words{"applied",           "off",         "no-row",     "no-server",
                                      "not-authenticated", "other-flags", "not-reached"};
    QStringList steps;
    for (const Step &step : decision.trace) {
        QString text = QString::fromLatin1(words[static_cast<std::size_t>(step.outcome)]);
        if (step.row)
            text += QStringLiteral(":%1").arg(*step.row + 1);
        steps.push_back(text);
    }
    return steps.join(u' ');
}

RuleRow randomRow(std::mt19937_64 &random, Family family, const std::vector<Address> &pool)
{
    const Bits noise = (Bits{random()} << 64) | random();
    Mask mask{noise & allOnes(family), family};
    if (random() % 3 != 0)
        mask = Mask::prefix(family, static_cast<int>(random() % static_cast<unsigned>(width(family) + 1)));
    if (random() % 4 == 0)
        mask.bits |= (Bits{random()} << 64) | random(), mask.bits &= allOnes(family);
    Address net = pool[random() % pool.size()];
    if (random() % 8 != 0)
        net.bits &= mask.bits;
    Rule rule{net, mask, MaskForm::Written};
    if (random() % 5 == 0)
        rule = Rule::host(pool[random() % pool.size()]);
    return {rule, random() % 6 != 0};
}

void randomPolicies(Family family, int cases)
{
    std::mt19937_64 random(family == Family::IPv4 ? 32 : 128);
    int done = 0;
    int byRow = 0;
    while (done < cases) {
        std::vector<Address> pool;
        for (int i = 0; i < 6; ++i)
            pool.push_back({((Bits{random()} << 64) | random()) & allOnes(family), family});
        RelayPolicy policy;
        if (random() % 10 != 0)
            policy.flags = static_cast<std::uint32_t>(random() % 16 + (random() % 5 == 0 ? 16 * (random() % 1000) : 0));
        for (const ListKind list : allLists)
            for (auto rows = random() % 4; rows > 0; --rows)
                policy.list(list).append(random() % 9 == 0 ? RuleRow{RuleText{"10.0.0.300"}}
                                                           : randomRow(random, family, pool));
        const oracle::Article article = oracle::articleOf(policy);
        for (int i = 0; i < 50; ++i, ++done) {
            Client client{.address = pool[random() % pool.size()], .authenticated = random() % 2 == 0};
            if (random() % 2 == 0)
                client.address.bits ^= Bits{1} << (random() % static_cast<unsigned>(width(family)));
            if (random() % 3 != 0)
                client.server = pool[random() % pool.size()];
            if (random() % 20 == 0)
                client.address =
                    Address::v6(0, static_cast<std::uint32_t>(client.address.bits)); // the other family, perhaps
            QVERIFY(agrees(policy, article, client));
            byRow += decide(policy, client).row ? 1 : 0;
        }
    }
    QVERIFY(byRow > cases / 10); // the cases must not all fall through
}

} // namespace

class DecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examples_data()
    {
        QTest::addColumn<int>("flags");
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("authenticated");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("trace");
        const auto row = [](int flags, const char *client, const char *server, bool authenticated, Verdict verdict,
                            Reason reason, const char *trace) {
            QTest::addRow("flags %d, %s at %s%s", flags, client, *server != 0 ? server : "any",
                          authenticated ? ", authenticated" : "")
                << flags << QString::fromLatin1(client) << QString::fromLatin1(server) << authenticated << verdict
                << reason << QString::fromLatin1(trace);
        };
        using enum Verdict;
        row(11, "192.168.1.5", "", true, Refused, Reason::DenyList,
            "applied:1 not-reached:1 off not-reached not-reached not-reached");
        row(11, "192.168.1.8", "", false, Allowed, Reason::AllowList,
            "no-row applied:1 off not-reached not-reached not-reached");
        row(11, "192.168.2.1", "", false, Refused, Reason::NothingApplied,
            "no-row no-row off not-authenticated other-flags applied");
        row(11, "8.8.8.8", "", true, Allowed, Reason::Authenticated,
            "no-row no-row off applied not-reached not-reached");
        row(6, "8.8.8.8", "10.0.0.1", false, Allowed, Reason::LocalList, "off no-row applied:1 off off not-reached");
        row(6, "8.8.8.8", "", false, Refused, Reason::NothingApplied, "off no-row no-server off off applied");
        row(1, "192.168.1.5", "", false, Refused, Reason::DenyList, "applied:1 off:1 off off not-reached not-reached");
        row(1, "8.8.8.8", "", false, Allowed, Reason::OnlyDeny, "no-row off off off applied not-reached");
        row(17, "8.8.8.8", "", false, Allowed, Reason::OnlyDeny, "no-row off off off applied not-reached");
        row(0, "8.8.8.8", "", false, Allowed, Reason::NoRestriction, "off off off off off applied");
        row(16, "192.168.1.5", "", false, Allowed, Reason::NoRestriction, "off:1 off:1 off off off applied");
    }
    void examples()
    {
        QFETCH(int, flags);
        QFETCH(QString, client);
        QFETCH(QString, server);
        QFETCH(bool, authenticated);
        QFETCH(Verdict, verdict);
        QFETCH(Reason, reason);
        QFETCH(QString, trace);
        const RelayPolicy policy{.flags = static_cast<std::uint32_t>(flags),
                                 .deny = listOf("192.168.1.0;255.255.255.248"),
                                 .allow = listOf("192.168.1.0;255.255.255.0 10.0.0.300"),
                                 .local = listOf("10.0.0.1")};
        Client who{.address = parseAddress(client.toStdString()).value(), .authenticated = authenticated};
        if (!server.isEmpty())
            who.server = parseAddress(server.toStdString()).value();
        const Decision decision = decide(policy, who);
        QCOMPARE(decision.verdict, verdict);
        QCOMPARE(decision.reason, reason);
        QCOMPARE(traceOf(decision), trace);
    }

    void readingsDifferOnlyWhenNothingIsInForce()
    {
        const Client client{.address = Address::v4(1)};
        for (std::uint32_t flags = 0; flags < 64; ++flags) {
            const RelayPolicy policy{.flags = flags};
            const bool differ =
                decide(policy, client, Reading::Observed).verdict != decide(policy, client, Reading::Literal).verdict;
            QCOMPARE(differ, (flags & 15) == 0);
        }
        QVERIFY(decide(RelayPolicy{}, client, Reading::Observed).verdict == Verdict::Allowed);
        QVERIFY(decide(RelayPolicy{}, client, Reading::Literal).verdict == Verdict::Refused);
    }

    void anUnknownServerMatchesNoLocalRow()
    {
        const RelayPolicy policy{.flags = 4, .local = listOf("0.0.0.0;0.0.0.0")};
        const Client client{.address = Address::v4(1)};
        QVERIFY(decide(policy, client).verdict == Verdict::Refused);
        QVERIFY(dependsOnServer(policy, client, Reading::Observed));
    }

    /// dependsOnServer against trying every server address of the toy world.
    void dependsOnServerAgreesWithTrying()
    {
        for (std::uint32_t flags = 0; flags < 16; ++flags)
            for (unsigned net = 0; net < 4; ++net)
                for (unsigned mask = 0; mask < 4; ++mask)
                    for (unsigned denied = 0; denied < 2; ++denied)
                        for (const bool enabled : {true, false}) {
                            RelayPolicy policy{.flags = flags, .local = {{toyRule(net, mask, 2), enabled}}};
                            if (denied != 0)
                                policy.deny.append(Rule::host(Address::v4(7)));
                            Client client{.address = Address::v4(7)};
                            const Verdict unknown = decide(policy, client).verdict;
                            bool changes = false;
                            for (unsigned server = 0; server < 4; ++server) {
                                client.server = Address::v4(0x0A000000U | server);
                                changes = changes || decide(policy, client).verdict != unknown;
                            }
                            client.server.reset();
                            QCOMPARE(dependsOnServer(policy, client, Reading::Observed), changes);
                        }
    }

    /// Every list of up to two rules of a 3-bit world finds the row that the oracle finds.
    void everyListOfUpToTwoRules()
    {
        std::vector<std::optional<Rule>> choices{std::nullopt};
        for (unsigned net = 0; net < 8; ++net)
            for (unsigned mask = 0; mask < 8; ++mask)
                choices.push_back(toyRule(net, mask, 3));
        for (const auto &one : choices) {
            for (const auto &two : choices) {
                RuleList list;
                for (const auto &rule : {one, two})
                    if (rule)
                        list.append(*rule);
                const auto rows = oracle::rowsOf(list);
                for (unsigned probe = 0; probe < 8; ++probe) {
                    const Address address = Address::v4(0x0A000000U | probe);
                    const auto found = firstMatch(list, address);
                    QCOMPARE(found ? int(*found) + 1 : 0,
                             oracle::rowThatMatches(rows, false, oracle::bitString(address.bits)));
                }
            }
        }
    }

    /// Every policy with at most one rule a list in a 2-bit world, all flags, both readings, every client.
    void everySmallPolicy()
    {
        std::vector<RuleList> choices{{}};
        for (unsigned net = 0; net < 4; ++net)
            for (unsigned mask = 0; mask < 4; ++mask)
                choices.push_back({{toyRule(net, mask, 2)}});
        std::vector<Client> clients;
        for (unsigned address = 0; address < 4; ++address)
            for (const bool authenticated : {false, true}) {
                clients.push_back({Address::v4(0x0A000000U | address), std::nullopt, authenticated});
                for (unsigned server = 0; server < 4; ++server)
                    clients.push_back(
                        {Address::v4(0x0A000000U | address), Address::v4(0x0A000000U | server), authenticated});
            }
        std::vector<oracle::Caller> callers;
        for (const Client &client : clients)
            callers.push_back(oracle::callerOf(client));
        for (const RuleList &deny : choices)
            for (const RuleList &allow : choices)
                for (const RuleList &local : choices) {
                    RelayPolicy policy{.flags = 0, .deny = deny, .allow = allow, .local = local};
                    oracle::Article article = oracle::articleOf(policy);
                    for (std::uint32_t flags = 0; flags < 16; ++flags) {
                        policy.flags = flags;
                        article.flags = flags;
                        // One client a policy and reading keeps this under a second; over all policies every client is
                        // met.
                        const std::size_t pick =
                            (flags * 7 + deny.size() + allow.size() * 3 + m_turn++) % clients.size();
                        for (const Reading reading : readings)
                            QVERIFY(oracle::answerOf(decide(policy, clients[pick], reading))
                                    == oracle::ask(article, callers[pick], reading));
                        if (m_turn % 16 == 0)
                            for (std::size_t i = 0; i < clients.size(); ++i)
                                for (const Reading reading : readings)
                                    QVERIFY(oracle::answerOf(decide(policy, clients[i], reading))
                                            == oracle::ask(article, callers[i], reading));
                    }
                }
    }

    void randomIPv4Policies() { randomPolicies(Family::IPv4, 1'000'000); }
    void randomIPv6Policies() { randomPolicies(Family::IPv6, 1'000'000); }

private:
    std::size_t m_turn = 0;
};

QTEST_APPLESS_MAIN(DecisionTest)
#include "tst_decision.moc"
