#include <QTest>

#include "model/analysis/client_answers.h"
#include "tests/support/article_oracle.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

namespace {

using Kind = ClientVerdict;

RuleList netAt(std::uint32_t net, int length)
{
    return RuleList{RuleRow{.entry = Rule{Address::v4(net), Mask::prefix(Family::IPv4, length)}}};
}

ClientQuestion asked(std::uint32_t net, int length)
{
    return std::vector{Rule{Address::v4(net), Mask::prefix(Family::IPv4, length)}};
}

Verdict verdictOf(const RelayPolicy &policy, const Client &client, Reading reading)
{
    return oracle::ask(oracle::articleOf(policy), oracle::callerOf(client), reading).mayRelay ? Verdict::Allowed
                                                                                              : Verdict::Refused;
}

bool dependsForOracle(const RelayPolicy &policy, const Client &client, Reading reading)
{
    if (client.server)
        return false;
    for (std::uint32_t host = 0; host < 16; ++host) {
        Client at = client;
        at.server = Address::v4(0x0A090800U + host);
        if (verdictOf(policy, at, reading) != verdictOf(policy, client, reading))
            return true;
    }
    return false;
}

/// What the oracle says of the addresses of the toy net one by one.
Kind kindForOracle(const RelayPolicy &policy, const std::vector<Rule> &net, const Client &common, Reading reading,
                   Count &allowed)
{
    bool anyRefused = false;
    bool anyDepends = false;
    Bits count = 0;
    for (std::uint32_t host = 0; host < 16; ++host) {
        Client client = common;
        client.address = Address::v4(0x0A090800U + host);
        if (!matches(net.front(), client.address))
            continue;
        const bool may = verdictOf(policy, client, reading) == Verdict::Allowed;
        count += may ? 1 : 0;
        anyRefused = anyRefused || !may;
        anyDepends = anyDepends || dependsForOracle(policy, client, reading);
    }
    allowed = Count::of(count);
    if (!anyRefused)
        return Kind::Allowed;
    return count > 0 ? Kind::Mixed : anyDepends ? Kind::Depends : Kind::Refused;
}

} // namespace

class TestClientAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind()
    {
        const RelayPolicy policy{.flags = 3, .deny = netAt(0x0A000010U, 28), .allow = netAt(0x0A000000U, 24)};
        const std::vector<ClientQuestion> questions{Address::v4(0x0A000001U), Address::v4(0x0A000011U),
                                                    std::monostate{},         asked(0x0A000000U, 24),
                                                    asked(0x0A000010U, 29),   asked(0x0A000080U, 25)};
        const auto found = answersOf(questions, policy, {}, Reading::Observed);
        QVERIFY(found);
        const std::vector<ClientAnswer> &answers = found->answers;
        QCOMPARE(answers[0].verdict, Kind::Allowed);
        QCOMPARE(answers[0].decision.row, (RowPlace{ListKind::Allow, 0}));
        QCOMPARE(answers[1].verdict, Kind::Refused);
        QCOMPARE(answers[1].decision.row, (RowPlace{ListKind::Deny, 0}));
        QCOMPARE(answers[2].verdict, Kind::Neither);
        QCOMPARE(answers[3].verdict, Kind::Mixed);
        QCOMPARE(found->nets[answers[3].net], (NetShare{Count::of(240), Count::of(256), Address::v4(0x0A000010U)}));
        QCOMPARE(answers[3].decision.row, (RowPlace{ListKind::Deny, 0}));
        QCOMPARE(answers[4].verdict, Kind::Refused);
        QCOMPARE(answers[5].verdict, Kind::Allowed);
        QCOMPARE(answers[5].decision.row, (RowPlace{ListKind::Allow, 0}));
        QCOMPARE(found->tally, (std::array<std::size_t, 5>{2, 2, 1, 0, 1}));
    }
    void dependsOnTheServer()
    {
        const RelayPolicy policy{.flags = 5, .deny = netAt(0x0A000010U, 28), .local = netAt(0x0A000001U, 32)};
        const std::vector<ClientQuestion> questions{Address::v4(0x08080808U), Address::v4(0x0A000011U),
                                                    asked(0x0A000000U, 24), asked(0x0A000010U, 28)};
        const auto verdicts = [&](const BulkClient &client) {
            const auto found = answersOf(questions, policy, client, Reading::Observed);
            QList<Kind> kinds;
            for (const ClientAnswer &answer : found->answers)
                kinds.append(answer.verdict);
            return kinds;
        };
        QCOMPARE(verdicts({}), (QList{Kind::Depends, Kind::Refused, Kind::Depends, Kind::Refused}));
        QCOMPARE(verdicts({.server = Address::v4(0x0A000001U)}),
                 (QList{Kind::Allowed, Kind::Refused, Kind::Mixed, Kind::Refused}));
        QCOMPARE(verdicts({.server = Address::v4(0x0A000002U)}),
                 (QList{Kind::Refused, Kind::Refused, Kind::Refused, Kind::Refused}));
    }
    void cancelled()
    {
        const std::vector<ClientQuestion> questions(10'000, Address::v4(1));
        int told = 0;
        const auto stopAt = [&](int step) {
            told = 0;
            return answersOf(questions, {.flags = 2}, {}, Reading::Observed, [&](double done) {
                return ++told < step && done <= 1 ? ProgressStep::Continue : ProgressStep::Cancel;
            });
        };
        for (int step = 1; step <= 4; ++step) {
            QVERIFY(!stopAt(step));
            QCOMPARE(told, step);
        }
        QVERIFY(stopAt(100)); // one start, three blocks
        QCOMPARE(told, 4);
    }
    void agreesWithTheArticle();
};

void TestClientAnswers::agreesWithTheArticle()
{
    dice::Random random(31);
    std::array<int, allClientVerdicts.size()> seen{};
    for (int round = 0; round < 150; ++round) {
        RelayPolicy policy{.flags = static_cast<std::uint32_t>(dice::roll(random, 16))};
        for (const ListKind list : allLists)
            policy.list(list) = dice::list(random, dice::toyIPv4, dice::roll(random, 4));
        const Reading reading = dice::roll(random, 2) == 0 ? Reading::Observed : Reading::Literal;
        BulkClient common{.authenticated = dice::roll(random, 2) == 0};
        if (dice::roll(random, 2) == 0)
            common.server = Address::v4(0x0A090800U + static_cast<std::uint32_t>(dice::roll(random, 16)));

        std::vector<ClientQuestion> questions;
        for (std::uint32_t host = 0; host < 16; ++host)
            questions.emplace_back(Address::v4(0x0A090800U + host));
        for (int i = 0; i < 4; ++i) {
            const Mask mask{dice::maskBits(random, dice::toyIPv4, true), Family::IPv4};
            const Bits net = (0x0A090800U | dice::roll(random, 16)) & mask.bits;
            questions.emplace_back(std::vector{Rule{{net, Family::IPv4}, mask}});
        }
        const auto found = answersOf(questions, policy, common, reading);
        QVERIFY(found);
        std::array<std::size_t, allClientVerdicts.size()> tally{};
        for (std::size_t i = 0; i < questions.size(); ++i) {
            Client client{.address = {}, .server = common.server, .authenticated = common.authenticated};
            Kind wanted = Kind::Neither;
            if (const auto *address = std::get_if<Address>(&questions[i])) {
                client.address = *address;
                wanted = dependsForOracle(policy, client, reading)           ? Kind::Depends
                    : verdictOf(policy, client, reading) == Verdict::Allowed ? Kind::Allowed
                                                                             : Kind::Refused;
            } else {
                Count allowed;
                wanted = kindForOracle(policy, std::get<std::vector<Rule>>(questions[i]), client, reading, allowed);
                QCOMPARE(found->nets[found->answers[i].net].allowed, allowed);
                client.address = found->nets[found->answers[i].net].example;
            }
            QCOMPARE(found->answers[i].verdict, wanted);
            const Decision decision = decide(policy, client, reading);
            QCOMPARE(found->answers[i].decision, (BriefDecision{decision.verdict, decision.reason, decision.row}));
            ++tally[static_cast<std::size_t>(wanted)];
            ++seen[static_cast<std::size_t>(wanted)];
        }
        QCOMPARE(found->tally, tally);
    }
    for (const Kind kind : {Kind::Allowed, Kind::Refused, Kind::Mixed, Kind::Depends})
        QVERIFY(seen[static_cast<std::size_t>(kind)] > 20);
}

QTEST_APPLESS_MAIN(TestClientAnswers)
#include "tst_client_answers.moc"
