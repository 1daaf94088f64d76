#include <QtTest>

#include "model/analysis/bulk_check.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

class TestBulkCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithDecide_data();
    void agreesWithDecide();
};

void TestBulkCheck::agreesWithDecide_data()
{
    QTest::addColumn<Reading>("reading");
    QTest::newRow("observed") << Reading::Observed;
    QTest::newRow("literal") << Reading::Literal;
}

void TestBulkCheck::agreesWithDecide()
{
    QFETCH(Reading, reading);
    dice::Random random(9);
    for (int i = 0; i < 40; ++i) {
        RelayPolicy policy;
        for (const ListKind list : allLists)
            for (std::uint64_t rows = dice::roll(random, 5); rows > 0; --rows)
                policy.list(list).append(dice::row(random, rows % 2 == 0 ? dice::toyIPv4 : dice::toyIPv6));
        std::vector<Address> addresses; // more than one block, families mixed
        for (int j = 0; j < 700; ++j) {
            const dice::Space &space = dice::roll(random, 3) != 0 ? dice::toyIPv4 : dice::toyIPv6;
            addresses.push_back({space.base | (dice::anyBits(random, space.family) & space.varying), space.family});
        }
        for (std::uint32_t flags = 0; flags <= 16; ++flags) {
            policy.flags = flags == 16 ? std::optional<std::uint32_t>{} : flags;
            BulkClient client{.authenticated = dice::roll(random, 2) == 0};
            if (dice::roll(random, 2) == 0)
                client.server = addresses[0];
            const BulkCheck check(policy, client, reading);
            std::vector<BriefDecision> decisions(addresses.size());
            check.decide(addresses, decisions);
            bool same = true;
            for (std::size_t j = 0; j < addresses.size(); ++j) {
                const Decision whole = decide(policy, {addresses[j], client.server, client.authenticated}, reading);
                const BriefDecision brief{whole.verdict, whole.reason, whole.row};
                same = same && decisions[j] == brief && check.decide(addresses[j]) == brief;
            }
            QVERIFY2(same, qPrintable(QString::number(flags)));
        }
    }
}

QTEST_APPLESS_MAIN(TestBulkCheck)
#include "tst_bulk_check.moc"
