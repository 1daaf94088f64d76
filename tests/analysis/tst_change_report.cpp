#include <QTest>

#include "model/analysis/change_report.h"
#include "model/policy/entry_text.h"
#include "tests/support/article_oracle.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

namespace {

RuleList listOf(std::initializer_list<std::string_view> entries)
{
    RuleList list;
    for (const std::string_view entry : entries)
        list.append(RuleRow{.entry = parseRegistryEntry(entry)});
    return list;
}

Verdict verdictOf(const RelayPolicy &policy, const Client &client)
{
    return oracle::ask(oracle::articleOf(policy), oracle::callerOf(client), Reading::Observed).mayRelay
        ? Verdict::Allowed
        : Verdict::Refused;
}

ChangeReport reportOf(const RelayPolicy &before, const RelayPolicy &after)
{
    return *changeReport(before, after, Reading::Observed);
}

} // namespace

class TestChangeReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void narrowedNet()
    {
        const ChangeReport report =
            reportOf({.flags = 2, .allow = listOf({"192.168.0.0;255.255.0.0"})},
                     {.flags = 2, .allow = listOf({"192.168.1.0;255.255.255.0", "192.168.2.0;255.255.254.0"})});
        QCOMPARE(report.classes.size(), std::size_t{1});
        const ClassChange &change = report.classes.front();
        QCOMPARE(change.authentication, Authentication::Either);
        QCOMPARE(change.before.ipv4, Count::of(65536));
        QCOMPARE(change.after.ipv4, Count::of(768));
        QCOMPARE(change.lost.addresses.ipv4, Count::of(64768));
        QVERIFY(change.gained.addresses.isZero());
        QVERIFY(!change.gained.witness);
        QCOMPARE(change.lost.witness, Address::v4(0xC0A80000U));
        QVERIFY(!report.isEqualEffect());
        QVERIFY(!report.isWrittenAlike());
    }
    void authenticationTellsClassesApart()
    {
        const ChangeReport report =
            reportOf({.flags = 2, .allow = listOf({"10.0.0.1"})}, {.flags = 10, .allow = listOf({"10.0.0.1"})});
        QCOMPARE(report.classes.size(), std::size_t{2});
        QCOMPARE(report.classes[0].authentication, Authentication::Without);
        QVERIFY(report.classes[0].isEmpty());
        QCOMPARE(report.classes[1].authentication, Authentication::With);
        QCOMPARE(report.classes[1].gained.addresses.ipv4, Count::of((Bits{1} << 32) - 1));
        QCOMPARE(report.classes[1].gained.addresses.ipv6, Count::power(128));
    }
    void equalEffectIsNoEqualText()
    {
        const ChangeReport report = reportOf({.flags = 2, .allow = listOf({"10.0.0.0", "10.0.0.1"})},
                                             {.flags = 2, .allow = listOf({"10.0.0.0;255.255.255.254"})});
        QVERIFY(report.isEqualEffect());
        QVERIFY(!report.isWrittenAlike());
    }
    void digestsAreCutAndCounted()
    {
        const auto report =
            changeReport({.flags = 2}, {.flags = 2, .allow = listOf({"0.0.0.1;0.0.0.1"})}, Reading::Observed, {}, 3);
        const SetDigest &gained = report->classes.front().gained;
        QCOMPARE(gained.nets.size(), std::size_t{3});
        QCOMPARE(gained.netCount, Count::power(31));
        QCOMPARE(gained.addresses.ipv4, Count::power(31));
    }
    void cancelled_data()
    {
        QTest::addColumn<int>("steps");
        for (const int steps : {0, 1, 2, 3, 4, 5, 6})
            QTest::addRow("after step %d", steps) << steps;
    }
    void cancelled()
    {
        QFETCH(int, steps);
        double last = -1;
        int told = 0;
        const auto report = changeReport({.flags = 2}, {.flags = 2, .allow = listOf({"10.0.0.1"})}, Reading::Observed,
                                         [&](double done) {
                                             last = done;
                                             return told++ < steps ? ProgressStep::Continue : ProgressStep::Cancel;
                                         });
        QVERIFY(!report);
        QCOMPARE(told, steps + 1);
        QVERIFY(last >= 0 && last < 1);
    }
    /// The first class of the two policies and the witnesses of every class, against the article's prose.
    void agreesWithTheArticle();
};

void TestChangeReport::agreesWithTheArticle()
{
    dice::Random random(20260101);
    for (int round = 0; round < 400; ++round) {
        const auto policy = [&] {
            RelayPolicy made{.flags = static_cast<std::uint32_t>(dice::roll(random, 16))};
            for (const ListKind list : allLists)
                made.list(list) = dice::list(random, dice::toyIPv4, dice::roll(random, 4));
            return made;
        };
        const RelayPolicy before = policy();
        const RelayPolicy after = policy();
        const ChangeReport report = reportOf(before, after);
        bool equal = true;
        for (std::uint32_t server = 0; server <= 16; ++server) {
            for (std::uint32_t host = 0; host < 16; ++host) {
                for (const bool authenticated : {false, true}) {
                    const Client client{.address = Address::v4(0x0A090800U + host),
                                        .server = server == 16 ? std::nullopt
                                                               : std::optional(Address::v4(0x0A090800U + server)),
                                        .authenticated = authenticated};
                    equal = equal && verdictOf(before, client) == verdictOf(after, client);
                }
            }
        }
        if (report.isEqualEffect())
            QVERIFY(equal);
        for (const ClassChange &change : report.classes) {
            const std::optional<Address> server =
                change.group == ServerGroup::Unlisted ? std::nullopt : change.servers.first();
            for (const bool authenticated : {false, true}) {
                if ((authenticated && change.authentication == Authentication::Without)
                    || (!authenticated && change.authentication == Authentication::With))
                    continue;
                for (const auto &[digest, verdict] :
                     {std::pair{change.lost, Verdict::Refused}, std::pair{change.gained, Verdict::Allowed}}) {
                    QCOMPARE(digest.witness.has_value(), !digest.addresses.isZero());
                    if (!digest.witness)
                        continue;
                    const Client client{.address = *digest.witness, .server = server, .authenticated = authenticated};
                    QCOMPARE(verdictOf(after, client), verdict);
                    QVERIFY(verdictOf(before, client) != verdict);
                }
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestChangeReport)
#include "tst_change_report.moc"
