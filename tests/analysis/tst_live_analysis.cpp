#include <QtTest>

#include "model/analysis/live_analysis.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

class TestLiveAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsTheWholeAnalysis_data();
    void sameAsTheWholeAnalysis();
    void givesUpWhereTheAnswerIsNotLocal();
};

void TestLiveAnalysis::sameAsTheWholeAnalysis_data()
{
    QTest::addColumn<unsigned>("gaps");
    QTest::newRow("prefixes") << 0U;
    QTest::newRow("with gaps") << 40U;
}

void TestLiveAnalysis::sameAsTheWholeAnalysis()
{
    QFETCH(unsigned, gaps);
    dice::Random random(77);
    const FindingOptions options{.registryTarget = true, .gateways = {Address::v4(0x0A090803U)}};
    std::size_t compared = 0;
    for (int i = 0; i < 150; ++i) {
        RelayPolicy policy;
        policy.flags = static_cast<std::uint32_t>(dice::roll(random, 16));
        for (const ListKind list : allLists)
            for (std::uint64_t rows = dice::roll(random, 8); rows > 0; --rows)
                policy.list(list).append(
                    dice::row(random, dice::roll(random, 4) == 0 ? dice::toyIPv6 : dice::toyIPv4, {.gaps = gaps}));
        const PolicyFindings all = policyFindings(policy, options).value();
        for (const ListKind list : allLists)
            for (std::size_t row = 0; row < policy.list(list).size(); ++row) {
                const auto alone = findingsOfRow(policy, {list, row}, options);
                QVERIFY(alone);
                std::vector<Finding> expected;
                const auto [first, last] = all.ofRow({list, row});
                for (std::size_t at = first; at < last; ++at)
                    expected.push_back(all[at]);
                if (*alone != expected)
                    QFAIL(qPrintable(QStringLiteral("policy %1 list %2 row %3").arg(i).arg(int(list)).arg(row)));
                compared += expected.size();
            }
    }
    QVERIFY(compared > 500);
}

void TestLiveAnalysis::givesUpWhereTheAnswerIsNotLocal()
{
    RelayPolicy policy{.flags = flag::allow};
    policy.allow.append(Rule{Address::v4(0x0A000000U), Mask::prefix(Family::IPv4, 8)});
    for (std::uint32_t i = 0; i < 10; ++i)
        policy.allow.append(Rule::host(Address::v4(0x0A000000U + i)));
    QVERIFY(!findingsOfRow(policy, {ListKind::Allow, 0}, {}, 10));
    QVERIFY(findingsOfRow(policy, {ListKind::Allow, 0}, {}, 11));
    QVERIFY(findingsOfRow(policy, {ListKind::Allow, 5}, {}, 10));
}

QTEST_APPLESS_MAIN(TestLiveAnalysis)
#include "tst_live_analysis.moc"
