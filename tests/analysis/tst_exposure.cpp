#include <QTest>

#include "model/analysis/exposure.h"
#include "model/analysis/public_space.h"
#include "model/policy/decision.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

RuleList listOf(const QByteArray &rules)
{
    RuleList list;
    for (const QByteArray &text : rules.split(' '))
        if (!text.isEmpty())
            list.append(RuleRow{parseRegistryEntry({text.constData(), static_cast<std::size_t>(text.size())})});
    return list;
}

QByteArray levelText(ExposureLevel level)
{
    switch (level) {
    case ExposureLevel::Closed: return "closed";
    case ExposureLevel::Restricted: return "restricted";
    case ExposureLevel::Wide: return "wide";
    case ExposureLevel::Open: return "open";
    }
    return {};
}

QByteArray reasonText(ExposureReason reason)
{
    switch (reason) {
    case ExposureReason::Nobody: return "nobody";
    case ExposureReason::AllowList: return "allow list";
    case ExposureReason::HugeAllowList: return "huge";
    case ExposureReason::NoRestriction: return "no restriction";
    case ExposureReason::OnlyDeny: return "only deny";
    case ExposureReason::LocalAny: return "local any";
    }
    return {};
}

constexpr const char *allIPv4 = "0.0.0.0;0.0.0.0";
constexpr const char *everyone = "0.0.0.0;0.0.0.0 ::;::";

} // namespace

class TestExposure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void level_data();
    void level();
    void literalReading();
    void counts();
    void halfOfThePublicSpace();
    void specialNetsAreDisjoint();
    void allowedSetIsWhatDecideAllows();
};

void TestExposure::level_data()
{
    QTest::addColumn<int>("flags"); // -1: absent
    QTest::addColumn<QByteArray>("deny");
    QTest::addColumn<QByteArray>("allow");
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QByteArray>("reason");

    const QByteArray none;
    QTest::newRow("absent") << -1 << none << none << none << QByteArray("open") << QByteArray("no restriction");
    QTest::newRow("0 with lists") << 0 << QByteArray(allIPv4) << none << none << QByteArray("open")
                                  << QByteArray("no restriction");
    QTest::newRow("unknown bits alone") << 256 << none << none << none << QByteArray("open")
                                        << QByteArray("no restriction");
    QTest::newRow("only deny") << 1 << QByteArray("10.0.0.0;255.0.0.0") << none << none << QByteArray("open")
                               << QByteArray("only deny");
    QTest::newRow("only deny, IPv4 all denied")
        << 1 << QByteArray(allIPv4) << none << none << QByteArray("open") << QByteArray("only deny");
    QTest::newRow("only deny, everyone denied")
        << 1 << QByteArray(everyone) << none << none << QByteArray("closed") << QByteArray("nobody");
    QTest::newRow("allow, empty list") << 2 << none << none << none << QByteArray("closed") << QByteArray("nobody");
    QTest::newRow("allow list not in force")
        << 8 << none << QByteArray(allIPv4) << none << QByteArray("closed") << QByteArray("nobody");
    QTest::newRow("private net") << 2 << none << QByteArray("10.0.0.0;255.0.0.0") << none << QByteArray("restricted")
                                 << QByteArray("allow list");
    QTest::newRow("256 public") << 2 << none << QByteArray("8.8.8.0;255.255.255.0") << none << QByteArray("restricted")
                                << QByteArray("allow list");
    QTest::newRow("257 public") << 2 << none << QByteArray("8.8.8.0;255.255.255.0 9.9.9.9") << none
                                << QByteArray("wide") << QByteArray("allow list");
    QTest::newRow("257 public, one denied") << 3 << QByteArray("8.8.8.9") << QByteArray("8.8.8.0;255.255.255.0 9.9.9.9")
                                            << none << QByteArray("restricted") << QByteArray("allow list");
    QTest::newRow("256 public by a mask with gaps") << 2 << none << QByteArray("8.0.8.8;255.0.255.255") << none
                                                    << QByteArray("restricted") << QByteArray("allow list");
    QTest::newRow("512 public by a mask with gaps")
        << 2 << none << QByteArray("8.0.8.8;254.0.255.255 9.0.9.9;255.0.255.255") << none << QByteArray("wide")
        << QByteArray("allow list");
    QTest::newRow("one /48") << 2 << none << QByteArray("2001:db8::;ffff:ffff:ffff::") << none
                             << QByteArray("restricted") << QByteArray("allow list");
    QTest::newRow("one /48 and a host") << 2 << none << QByteArray("2001:db8::;ffff:ffff:ffff:: 2001:db9::1") << none
                                        << QByteArray("wide") << QByteArray("allow list");
    QTest::newRow("unique local") << 2 << none << QByteArray("fc00::;fe00::") << none << QByteArray("restricted")
                                  << QByteArray("allow list");
    QTest::newRow("all IPv4") << 2 << none << QByteArray(allIPv4) << none << QByteArray("open") << QByteArray("huge");
    QTest::newRow("two halves") << 2 << none << QByteArray("0.0.0.0;128.0.0.0 128.0.0.0;128.0.0.0") << none
                                << QByteArray("open") << QByteArray("huge");
    QTest::newRow("all IPv4, all denied")
        << 3 << QByteArray(allIPv4) << QByteArray(allIPv4) << none << QByteArray("closed") << QByteArray("nobody");
    QTest::newRow("odd addresses") << 2 << none << QByteArray("0.0.0.1;0.0.0.1") << none << QByteArray("wide")
                                   << QByteArray("allow list");
    QTest::newRow("half of 2000::/3") << 2 << none << QByteArray("2000::;f000::") << none << QByteArray("wide")
                                      << QByteArray("allow list");
    QTest::newRow("half of 2000::/3 and a host")
        << 2 << none << QByteArray("2000::;f000:: 3000::1") << none << QByteArray("open") << QByteArray("huge");
    QTest::newRow("local any") << 4 << none << none << QByteArray(allIPv4) << QByteArray("open")
                               << QByteArray("local any");
    QTest::newRow("local any by halves") << 4 << none << none << QByteArray("0.0.0.0;128.0.0.0 128.0.0.0;128.0.0.0")
                                         << QByteArray("open") << QByteArray("local any");
    QTest::newRow("local any, everyone denied")
        << 5 << QByteArray(everyone) << none << QByteArray(allIPv4) << QByteArray("closed") << QByteArray("nobody");
    QTest::newRow("local any not in force")
        << 2 << none << none << QByteArray(allIPv4) << QByteArray("closed") << QByteArray("nobody");
    QTest::newRow("one local") << 4 << none << none << QByteArray("192.168.1.2") << QByteArray("closed")
                               << QByteArray("nobody");
}

void TestExposure::level()
{
    QFETCH(int, flags);
    QFETCH(QByteArray, deny);
    QFETCH(QByteArray, allow);
    QFETCH(QByteArray, local);
    QFETCH(QByteArray, level);
    QFETCH(QByteArray, reason);
    RelayPolicy policy{.deny = listOf(deny), .allow = listOf(allow), .local = listOf(local)};
    if (flags >= 0)
        policy.flags = static_cast<std::uint32_t>(flags);
    const Exposure exposure = exposureOf(policy);
    QCOMPARE(levelText(exposure.level), level);
    QCOMPARE(reasonText(exposure.reason), reason);
    QCOMPARE(isOpen(policy), exposure.level == ExposureLevel::Open);
}

void TestExposure::literalReading()
{
    const Exposure exposure = exposureOf(RelayPolicy{}, Reading::Literal);
    QCOMPARE(exposure.level, ExposureLevel::Closed);
    QCOMPARE(exposure.reason, ExposureReason::Nobody);
    QVERIFY(exposure.ipv4.isZero() && exposure.ipv6.isZero());
}

void TestExposure::counts()
{
    const RelayPolicy policy{.flags = 15,
                             .deny = listOf("192.168.1.0;255.255.255.248 2001:db8::1"),
                             .allow = listOf("192.168.1.0;255.255.255.0 8.8.8.8 2001:db8::;ffff:ffff::"),
                             .local = listOf("192.168.1.2")};
    const Exposure exposure = exposureOf(policy);
    QVERIFY(exposure.ipv4 == Count::of(249));
    QVERIFY(exposure.publicIpv4 == Count::of(1));
    QVERIFY(exposure.ipv6 == Count::of((Bits{1} << 96) - 1));
    QVERIFY(exposure.publicIpv6 == exposure.ipv6);
    QVERIFY(exposure.deniedIpv4 == Count::of(8));
    QVERIFY(exposure.deniedIpv6 == Count::of(1));
    QVERIFY(exposure.authenticated && exposure.local);

    const Exposure open = exposureOf(RelayPolicy{});
    QVERIFY(open.ipv4 == Count::power(32) && open.ipv6 == Count::power(128));
    QVERIFY(open.publicIpv6 == Count::power(125));
    QVERIFY(!open.authenticated && !open.local && open.deniedIpv4.isZero());

    RelayPolicy denied{.flags = 13, .deny = listOf(everyone), .local = listOf("192.168.1.2")};
    QVERIFY(!exposureOf(denied).authenticated && !exposureOf(denied).local);
}

void TestExposure::halfOfThePublicSpace()
{
    // 2^32 less the special nets; the half is found by allowing everything public below an address.
    Bits publicCount = Bits{1} << 32;
    for (const Rule &net : specialNetsIPv4())
        publicCount -= Bits{1} << freeBits(net.mask);
    std::uint32_t border = 0; // the lowest address that has half of the public space below it
    for (Bits left = publicCount / 2; left > 0;) {
        const auto inside =
            std::ranges::find_if(specialNetsIPv4(), [&](const Rule &net) { return matches(net, Address::v4(border)); });
        if (inside != specialNetsIPv4().end()) {
            border = (border | ~static_cast<std::uint32_t>(inside->mask.bits)) + 1;
            continue;
        }
        Bits step = left;
        for (const Rule &net : specialNetsIPv4())
            if (net.net.bits > border)
                step = std::min(step, net.net.bits - border);
        border += static_cast<std::uint32_t>(step);
        left -= step;
    }
    const auto allowedBelow = [](std::uint32_t end) {
        RelayPolicy policy{.flags = flag::allow};
        for (const Rule &rule : prefixesOfRange(Address::v4(0), Address::v4(end - 1)))
            policy.allow.append(rule);
        const Exposure exposure = exposureOf(policy);
        [&] { QCOMPARE(isOpen(policy), exposure.level == ExposureLevel::Open); }();
        return exposure;
    };
    QCOMPARE(allowedBelow(border).level, ExposureLevel::Wide);
    QVERIFY(allowedBelow(border).publicIpv4 == Count::of(publicCount / 2));
    QCOMPARE(allowedBelow(border + 1).level, ExposureLevel::Open);
}

void TestExposure::specialNetsAreDisjoint()
{
    AddressSet all;
    for (const Rule &net : specialNetsIPv4()) {
        const AddressSet set = AddressSet::ofRule(net);
        QVERIFY(!set.overlaps(all));
        all = all.unitedWith(set);
    }
}

void TestExposure::allowedSetIsWhatDecideAllows()
{
    const QList<QByteArray> lists{"", "10.0.0.0;255.255.255.240", "10.0.0.5;255.255.255.5 10.0.0.2", "0.0.0.0;0.0.0.0"};
    const std::optional<Address> servers[]{std::nullopt, Address::v4(0x0A000005U), Address::v4(0x0A000020U),
                                           Address::v6(0, 1)};
    for (std::uint32_t flags = 0; flags < 16; ++flags) {
        for (const QByteArray &deny : lists) {
            for (const QByteArray &allow : lists) {
                const RelayPolicy policy{.flags = flags,
                                         .deny = listOf(deny),
                                         .allow = listOf(allow),
                                         .local = listOf(lists[static_cast<int>(flags % 3)])};
                for (const auto &server : servers) {
                    for (const bool authenticated : {false, true}) {
                        for (const Reading reading : {Reading::Observed, Reading::Literal}) {
                            const AddressSet set = allowedSet(policy, {server, authenticated}, reading);
                            for (std::uint32_t low = 0; low < 18; ++low) {
                                const Client client{Address::v4(0x0A000000U | low), server, authenticated};
                                QCOMPARE(set.contains(client.address),
                                         decide(policy, client, reading).verdict == Verdict::Allowed);
                            }
                            const Client v6{Address::v6(0, 5), server, authenticated};
                            QCOMPARE(set.contains(v6.address), decide(policy, v6, reading).verdict == Verdict::Allowed);
                        }
                    }
                }
            }
        }
    }
}

} // namespace relaytab

QTEST_APPLESS_MAIN(relaytab::TestExposure)
#include "tst_exposure.moc"
