#include <QTest>

#include "model/analysis/difference.h"
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

std::string text(const AddressSet &set)
{
    std::string result;
    for (const Prefix &prefix : set.prefixes(20))
        result += (result.empty() ? "" : " ") + toText(prefix);
    return result;
}

bool isAllowed(const RelayPolicy &policy, const Client &client, Reading reading)
{
    return decide(policy, client, reading).verdict == Verdict::Allowed;
}

} // namespace

class TestDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gainedAndLost();
    void classes();
    void serverListedByOneOnly();
    void onlyUnknownServerLeft();
    void readingsDiffer();
    void agreesWithDecideEverywhere();
    void mirrored();
    void coveredRowChangesNothing();
};

void TestDifference::gainedAndLost()
{
    const RelayPolicy before{.flags = 2, .allow = listOf({"192.168.1.0;255.255.255.0"})};
    const RelayPolicy after{.flags = 3,
                            .deny = listOf({"192.168.1.0;255.255.255.248"}),
                            .allow = listOf({"192.168.1.0;255.255.255.0", "10.9.8.7", "2001:db8::;ffff:ffff::"})};
    const Difference difference = differenceOf(before, after, {});
    QCOMPARE(text(difference.gained), std::string("10.9.8.7/32 2001:db8::/32"));
    QCOMPARE(text(difference.lost), std::string("192.168.1.0/29"));
    QVERIFY(difference.gained.count(Family::IPv4) == Count::of(1));
    QVERIFY(difference.lost.count(Family::IPv4) == Count::of(8));
}

void TestDifference::classes()
{
    // Flag 8 is new: who authenticates gains everything but what the Allow list gave already.
    const RelayPolicy before{.flags = 2, .allow = listOf({"0.0.0.0;128.0.0.0"})};
    RelayPolicy after = before;
    after.flags = 10;
    const auto differences = differencesOf(before, after);
    QCOMPARE(differences.size(), std::size_t{2});
    QVERIFY(!differences[0].client.authenticated && differences[0].difference.isEmpty());
    QVERIFY(differences[1].client.authenticated);
    QCOMPARE(text(differences[1].difference.gained), std::string("128.0.0.0/1 ::/0"));
    QVERIFY(differences[1].difference.lost.isEmpty());
    QVERIFY(!equalEffect(before, after));
}

void TestDifference::serverListedByOneOnly()
{
    const RelayPolicy before{.flags = 4, .local = listOf({"192.168.1.2", "192.168.1.3"})};
    const RelayPolicy after{.flags = 4, .local = listOf({"192.168.1.3", "192.168.1.4"})};
    QStringList seen;
    for (const ClassDifference &one : differencesOf(before, after)) {
        if (one.client.authenticated)
            continue;
        seen.append(QString::number(static_cast<int>(one.group)) + u' '
                    + (one.client.server ? QString::fromStdString(toText(*one.client.server)) : QStringLiteral("-"))
                    + u" gained " + QString::fromStdString(text(one.difference.gained)) + u" lost "
                    + QString::fromStdString(text(one.difference.lost)));
    }
    QCOMPARE(seen.join(u'\n'),
             QStringLiteral("0 - gained  lost \n"
                            "1 192.168.1.2 gained  lost 0.0.0.0/0 ::/0\n"
                            "2 192.168.1.4 gained 0.0.0.0/0 ::/0 lost \n"
                            "3 192.168.1.3 gained  lost "));
}

void TestDifference::onlyUnknownServerLeft()
{
    // Every server address is listed, before and after; a server that is not known still is not.
    const RelayPolicy before{.flags = 6, .allow = listOf({"10.0.0.1"}), .local = listOf({"0.0.0.0;0.0.0.0", "::;::"})};
    RelayPolicy after = before;
    after.allow = listOf({"10.0.0.2"});
    const auto differences = differencesOf(before, after);
    QCOMPARE(differences.front().group, ServerGroup::Unlisted);
    QVERIFY(differences.front().servers.isEmpty());
    QCOMPARE(text(differences.front().difference.gained), std::string("10.0.0.2/32"));
    QVERIFY(!equalEffect(before, after));
}

void TestDifference::readingsDiffer()
{
    const RelayPolicy nothing{};
    const RelayPolicy closed{.flags = 2};
    QVERIFY(equalEffect(nothing, closed, Reading::Literal));
    QVERIFY(!equalEffect(nothing, closed, Reading::Observed));
    QVERIFY(equalEffect(nothing, RelayPolicy{.flags = 1}, Reading::Observed));
}

void TestDifference::agreesWithDecideEverywhere()
{
    std::mt19937 random(3);
    const std::vector<Address> addresses = ToySpace::everyAddress();
    int equal = 0;
    for (int round = 0; round < 400; ++round) {
        const RelayPolicy before = ToySpace::policy(random, 2);
        RelayPolicy after = before;
        switch (random() % 5) {
        case 0: after = ToySpace::policy(random, 2); break;
        case 1: after.flags = static_cast<std::uint32_t>(random() % 16); break;
        case 2: after.allow = ToySpace::list(random, 2); break;
        case 3: after.local = ToySpace::list(random, 2); break;
        default: after.deny = ToySpace::list(random, 2); break;
        }
        const Reading reading = random() % 2 == 0 ? Reading::Observed : Reading::Literal;
        const auto differences = differencesOf(before, after, reading);

        std::vector<std::optional<Address>> servers{std::nullopt};
        for (int i = 0; i < 12; ++i)
            servers.push_back(addresses[random() % addresses.size()]);
        for (const ClassDifference &one : differences)
            if (one.client.server)
                servers.push_back(one.client.server);
        bool anyChange = false;
        for (const auto &server : servers) {
            for (const bool authenticated : {false, true}) {
                const auto found = std::ranges::find_if(differences, [&](const ClassDifference &one) {
                    return one.client.authenticated == authenticated
                        && (server ? one.servers.contains(*server) : one.group == ServerGroup::Unlisted);
                });
                QVERIFY(found != differences.end());
                QVERIFY(found->difference == differenceOf(before, after, {server, authenticated}, reading));
                for (const Address &address : addresses) {
                    const Client client{address, server, authenticated};
                    const bool was = isAllowed(before, client, reading);
                    const bool is = isAllowed(after, client, reading);
                    QCOMPARE(found->difference.gained.contains(address), is && !was);
                    QCOMPARE(found->difference.lost.contains(address), was && !is);
                    anyChange = anyChange || was != is;
                }
            }
        }
        QCOMPARE(equalEffect(before, after, reading), !anyChange);
        equal += anyChange ? 0 : 1;
    }
    QVERIFY(equal > 40 && equal < 360); // both answers were seen
}

void TestDifference::mirrored()
{
    std::mt19937 random(4);
    for (int round = 0; round < 200; ++round) {
        const RelayPolicy a = ToySpace::policy(random, 3);
        const RelayPolicy b = ToySpace::policy(random, 3);
        const ClientClass client{random() % 2 == 0 ? std::optional(ToySpace::address(5)) : std::nullopt,
                                 random() % 2 == 0};
        const Difference there = differenceOf(a, b, client);
        const Difference back = differenceOf(b, a, client);
        QVERIFY(there.gained == back.lost && there.lost == back.gained);
        QVERIFY(!there.gained.overlaps(there.lost));
        QVERIFY(equalEffect(a, a));
        QCOMPARE(equalEffect(a, b), equalEffect(b, a));
    }
}

void TestDifference::coveredRowChangesNothing()
{
    RelayPolicy policy{.flags = 7,
                       .deny = listOf({"10.0.0.5;255.255.255.5"}),
                       .allow = listOf({"10.0.0.0;255.255.255.128", "10.0.0.128;255.255.255.128"}),
                       .local = listOf({"10.0.0.0;255.0.0.0"})};
    RelayPolicy more = policy;
    more.deny.append(RuleRow{parseRegistryEntry("10.0.0.7;255.255.255.7")});
    more.allow.append(RuleRow{parseRegistryEntry("10.0.0.0;255.255.255.0")});
    more.local.append(RuleRow{parseRegistryEntry("10.1.2.3")});
    QVERIFY(equalEffect(policy, more));
    more.allow.append(RuleRow{parseRegistryEntry("10.0.1.0")});
    QVERIFY(!equalEffect(policy, more));
}

} // namespace relaytab

QTEST_APPLESS_MAIN(relaytab::TestDifference)
#include "tst_difference.moc"
