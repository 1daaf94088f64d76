#include <QtTest>

#include "model/analysis/counted_diagram.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

class TestCountedDiagram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatEnumerationCounts();
    void everything();
};

void TestCountedDiagram::countsWhatEnumerationCounts()
{
    constexpr std::uint32_t base = 0x0A090800U;
    const dice::Space space{Family::IPv4, base, 0xFF};
    dice::Random random(3);
    for (int i = 0; i < 200; ++i) {
        DiagramBuilder builder(Family::IPv4);
        std::vector<Rule> rules;
        std::vector<Diagram::Node> nodes;
        for (std::uint64_t count = dice::roll(random, 5); rules.size() < count;) {
            const Bits mask = dice::maskBits(random, space, true);
            rules.push_back({{(base | dice::roll(random, 256)) & mask, Family::IPv4}, {mask, Family::IPv4}});
            nodes.push_back(builder.ofRule(rules.back()));
        }
        const CountedDiagram<std::uint32_t> diagram(builder.diagram(builder.united(nodes)));
        QCOMPARE(diagram.isEmpty(), rules.empty());

        const Bits mask = dice::maskBits(random, space, i % 2 == 0) | 0xFFFFFF00U;
        const Rule asked{{(base | dice::roll(random, 256)) & mask, Family::IPv4}, {mask, Family::IPv4}};
        IntervalSet<std::uint32_t> intervals;
        std::uint64_t matched = 0;
        std::uint64_t matchedWithin = 0;
        for (std::uint32_t address = base; address < base + 256; ++address) {
            const bool within = (address / 5) % 2 == 0;
            if (within)
                intervals.append({address, address});
            const Address as = Address::v4(address);
            const bool match = matches(asked, as)
                && std::any_of(rules.begin(), rules.end(), [&](const Rule &rule) { return matches(rule, as); });
            matched += match ? 1 : 0;
            matchedWithin += match && within ? 1 : 0;
        }
        QCOMPARE(diagram.countIn(asked), matched);
        QCOMPARE(diagram.countIn(asked, intervals), matchedWithin);
        if (prefixLength(asked.mask))
            QCOMPARE(diagram.meets(asked), matched > 0);
    }
}

void TestCountedDiagram::everything()
{
    const auto diagramOf = [](const Rule &rule) {
        DiagramBuilder builder(rule.net.family);
        return builder.diagram(builder.ofRule(rule));
    };
    const Rule all4{Address::v4(0), Mask::v4(0)};
    QCOMPARE(CountedDiagram<std::uint32_t>(diagramOf(all4)).countIn(all4), std::uint64_t{1} << 32);
    const Rule odd6{Address::v6(0, 1), {1, Family::IPv6}};
    const Rule all6{Address::v6(0, 0), {0, Family::IPv6}};
    QVERIFY(CountedDiagram<Bits>(diagramOf(odd6)).countIn(all6) == Bits{1} << 127);
    QVERIFY(CountedDiagram<Bits>(diagramOf(all6)).countIn(odd6) == Bits{1} << 127);
    QVERIFY(CountedDiagram<Bits>(diagramOf(all6)).countIn(odd6, IntervalSet<Bits>({2, 11})) == 5);
}

QTEST_APPLESS_MAIN(TestCountedDiagram)
#include "tst_counted_diagram.moc"
