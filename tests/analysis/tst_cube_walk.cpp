#include <QtTest>

#include "model/analysis/cube_walk.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

class TestCubeWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMaskOfAnOctet();
    void endsOfTheSpace();
    void ipv6_data();
    void ipv6();
};

void TestCubeWalk::everyMaskOfAnOctet()
{
    constexpr std::uint32_t base = 0x0A000000U;
    for (std::uint32_t mask = 0; mask < 256; ++mask) {
        const Rule rule{Address::v4(base | (mask & 0x5AU)), Mask::v4(0xFFFFFF00U | mask)};
        const CubeWalk<std::uint32_t> walk(rule);
        std::uint64_t matched = 0;
        IntervalSet<std::uint32_t> some; // every third address
        std::uint64_t matchedSome = 0;
        for (std::uint32_t low = 0; low < 256; ++low) {
            const std::uint32_t address = base | low;
            const bool match = matches(rule, Address::v4(address));
            matched += match ? 1 : 0;
            if (low % 3 == 0) {
                some.append({address, address});
                matchedSome += match ? 1 : 0;
            }
            if (walk.countUpTo(address) != matched)
                QFAIL(qPrintable(QStringLiteral("count up to %1 with mask %2").arg(low).arg(mask)));
            std::optional<std::uint32_t> next;
            for (std::uint32_t later = low; later < 256 && !next; ++later)
                if (matches(rule, Address::v4(base | later)))
                    next = base | later;
            if (walk.next(address) != next)
                QFAIL(qPrintable(QStringLiteral("next from %1 with mask %2").arg(low).arg(mask)));
        }
        QCOMPARE(walk.countIn(some), matchedSome);
        QCOMPARE(walk.countIn({}), 0U);
    }
}

void TestCubeWalk::endsOfTheSpace()
{
    // Odd addresses: 0.0.0.1 to 255.255.255.255.
    const CubeWalk<std::uint32_t> odd(Rule{Address::v4(1), Mask::v4(1)});
    QVERIFY(odd.next(0) == 1U);
    QVERIFY(odd.next(0xFFFFFFFEU) == 0xFFFFFFFFU);
    QCOMPARE(odd.countUpTo(0), 0U);
    QCOMPARE(odd.countUpTo(0xFFFFFFFFU), 0x80000000U);
    const CubeWalk<std::uint32_t> even(Rule{Address::v4(0), Mask::v4(1)});
    QVERIFY(even.next(0xFFFFFFFFU) == std::nullopt);
    QVERIFY(CubeWalk<std::uint32_t>(Rule{Address::v4(0), Mask::v4(0x80000000U)}).next(0x80000000U) == std::nullopt);
    QCOMPARE(even.countIn(IntervalSet<std::uint32_t>({0, 0xFFFFFFFFU})), 0x80000000U);
}

void TestCubeWalk::ipv6_data()
{
    QTest::addColumn<int>("shift");
    for (const int shift : {0, 30, 61, 64, 100, 119})
        QTest::addRow("octet at bit %d", shift) << shift;
}

void TestCubeWalk::ipv6()
{
    // The same octet anywhere in the address; bits below it are compared.
    QFETCH(int, shift);
    dice::Random random(static_cast<std::uint64_t>(shift));
    for (int i = 0; i < 200; ++i) {
        const Bits mask = ~(Bits{dice::roll(random, 256)} << shift);
        const Rule rule{{dice::anyBits(random, Family::IPv6) & mask, Family::IPv6}, {mask, Family::IPv6}};
        const CubeWalk<Bits> walk(rule);
        Bits expected = 0;
        Bits from = rule.net.bits;
        for (Bits choice = 0; choice < 256; ++choice) { // its addresses in ascending order
            const Bits address = rule.net.bits | (choice << shift);
            if (((choice << shift) & mask) != 0)
                continue;
            ++expected;
            QVERIFY(walk.next(from) == address);
            QVERIFY(walk.countUpTo(address) == expected);
            from = address + 1;
        }
    }
}

QTEST_APPLESS_MAIN(TestCubeWalk)
#include "tst_cube_walk.moc"
