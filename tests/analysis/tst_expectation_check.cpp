#include <QTest>

#include "model/analysis/expectation_check.h"
#include "model/policy/decision.h"
#include "model/policy/entry_text.h"
#include "tests/support/toy_space.h"

namespace relaytab {

using test::ToySpace;

namespace {

RuleList listOf(std::initializer_list<std::string_view> rules)
{
    RuleList list;
    for (const std::string_view text : rules)
        list.append(RuleRow{parseRegistryEntry(text)});
    return list;
}

} // namespace

class TestExpectationCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void office();
    void hugeNets();
    void agreesWithDecideEverywhere();
};

void TestExpectationCheck::office()
{
    RelayPolicy policy{.flags = 15,
                       .deny = listOf({"192.168.1.0;255.255.255.248"}),
                       .allow = listOf({"192.168.1.0;255.255.255.0"}),
                       .local = listOf({"192.168.1.2"})};
    const Address server = Address::v4(0xC0A80102U);
    policy.expectations = {
        {.client = parseRegistryEntry("203.0.113.0;255.255.255.0"), .verdict = Verdict::Refused},
        {.client = parseRegistryEntry("192.168.1.5"), .server = server, .authenticated = true},
        {.client = parseRegistryEntry("192.168.1.0;255.255.255.0"), .verdict = Verdict::Allowed},
        {.client = parseRegistryEntry("203.0.113.0;255.255.255.0"), .server = server},
        {.client = parseRegistryEntry("2001:db8::;ffff:ffff::"), .authenticated = true, .verdict = Verdict::Allowed},
        {.client = parseRegistryEntry("10.0.0.300")},
        {.client = parseRegistryEntry("192.168.1.17;255.255.255.0")},
    };
    const auto checks = checkExpectations(policy);
    QCOMPARE(checks.size(), policy.expectations.size());
    QCOMPARE(checks[0].state, ExpectationState::Holds);
    QVERIFY(!checks[0].witness && checks[0].of == Count::of(256));
    QCOMPARE(checks[1].state, ExpectationState::Holds);
    QCOMPARE(checks[2].state, ExpectationState::Broken);
    QVERIFY(checks[2].witness == Address::v4(0xC0A80100U) && checks[2].broken == Count::of(8));
    QCOMPARE(checks[3].state, ExpectationState::Broken);
    QVERIFY(checks[3].broken == Count::of(256));
    QCOMPARE(checks[4].state, ExpectationState::Holds);
    QVERIFY(checks[4].of == Count::power(96));
    QCOMPARE(checks[5].state, ExpectationState::NoRule);
    QCOMPARE(checks[6].state, ExpectationState::NoAddress);
}

void TestExpectationCheck::hugeNets()
{
    // One odd address of 2^31 is denied.
    RelayPolicy policy{.flags = 3, .deny = listOf({"200.1.2.3"}), .allow = listOf({"0.0.0.1;0.0.0.1"})};
    policy.expectations = {{.client = parseRegistryEntry("0.0.0.1;0.0.0.1"), .verdict = Verdict::Allowed},
                           {.client = parseRegistryEntry("0.0.0.0;0.0.0.1"), .verdict = Verdict::Refused}};
    const auto checks = checkExpectations(policy);
    QCOMPARE(checks[0].state, ExpectationState::Broken);
    QVERIFY(checks[0].witness == Address::v4(0xC8010203U) && checks[0].broken == Count::of(1));
    QVERIFY(checks[0].of == Count::power(31));
    QCOMPARE(checks[1].state, ExpectationState::Holds);
}

void TestExpectationCheck::agreesWithDecideEverywhere()
{
    std::mt19937 random(6);
    int broken = 0;
    for (int round = 0; round < 3000; ++round) {
        const RelayPolicy policy = ToySpace::policy(random, 2);
        const auto mask = static_cast<std::uint32_t>(random() % 256);
        Expectation expectation{.client = ToySpace::rule(static_cast<std::uint32_t>(random()) & mask & 0xFFU, mask),
                                .authenticated = random() % 2 == 0,
                                .verdict = random() % 2 == 0 ? Verdict::Allowed : Verdict::Refused};
        if (random() % 2 == 0)
            expectation.server = ToySpace::address(static_cast<std::uint32_t>(random() % 256));
        const Reading reading = random() % 2 == 0 ? Reading::Observed : Reading::Literal;

        std::uint64_t wrong = 0;
        std::optional<Address> lowest;
        for (std::uint32_t last = 0; last < 256; ++last) {
            const Address address = ToySpace::address(last);
            if (!matches(std::get<Rule>(expectation.client), address))
                continue;
            const Client client{address, expectation.server, expectation.authenticated};
            if (decide(policy, client, reading).verdict != expectation.verdict) {
                ++wrong;
                if (!lowest)
                    lowest = address;
            }
        }
        const ExpectationCheck check = checkExpectation(expectation, policySetsOf(policy), reading);
        QCOMPARE(check.state, wrong == 0 ? ExpectationState::Holds : ExpectationState::Broken);
        QVERIFY(check.witness == lowest);
        QVERIFY(check.broken == Count::of(wrong));
        broken += wrong == 0 ? 0 : 1;
    }
    QVERIFY(broken > 300 && broken < 2700); // both answers were seen
}

} // namespace relaytab

QTEST_APPLESS_MAIN(relaytab::TestExpectationCheck)
#include "tst_expectation_check.moc"
