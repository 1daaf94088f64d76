#include <QTest>

#include "model/analysis/diagram.h"
#include "tests/support/cell_map.h"

namespace relaytab {

using test::CellMap;
using test::Gaps;
using Node = Diagram::Node;

namespace {

Node unionOf(DiagramBuilder &builder, const RuleList &list)
{
    std::vector<Node> nodes;
    for (const RuleList::RowView row : list)
        if (const auto rule = row.activeRule())
            nodes.push_back(builder.ofRule(*rule));
    return builder.united(std::move(nodes));
}

/// Painted cells as intervals of addresses.
template <AddressWord Word>
IntervalSet<Word> intervalsOf(const CellMap &map, const CellMap::Space &space)
{
    IntervalSet<Word> intervals;
    const Bits below = (Bits{1} << space.shift) - 1;
    for (std::size_t cell = 0; cell < CellMap::cells; ++cell)
        if (map.bits().test(cell))
            intervals.append(
                {static_cast<Word>(space.address(cell).bits), static_cast<Word>(space.address(cell, below).bits)});
    return intervals;
}

Node adopted(DiagramBuilder &builder, const CellMap &map, const CellMap::Space &space)
{
    return space.family == Family::IPv4 ? builder.adopted(intervalsOf<std::uint32_t>(map, space))
                                        : builder.adopted(intervalsOf<Bits>(map, space));
}

std::size_t intervalCount(const CellMap &map, const CellMap::Space &space)
{
    return space.family == Family::IPv4 ? intervalsOf<std::uint32_t>(map, space).size()
                                        : intervalsOf<Bits>(map, space).size();
}

bool agree(const Diagram &diagram, const CellMap &map, const CellMap::Space &space)
{
    for (std::size_t cell = 0; cell < CellMap::cells; ++cell)
        if (diagram.contains(space.address(cell).bits) != map.bits().test(cell))
            return false;
    std::vector<Prefix> prefixes;
    diagram.visitPrefixes([&](Bits first, int length) {
        prefixes.push_back({{first, space.family}, length});
        return true;
    });
    std::size_t intervals = 0;
    Bits covered = 0;
    diagram.visitIntervals([&](Bits first, Bits last) {
        ++intervals;
        covered += last - first + 1;
        return true;
    });
    const auto firstCell = map.bits()._Find_first();
    return diagram.count() == map.count() && prefixes == map.prefixes() && diagram.prefixCount() == prefixes.size()
        && diagram.intervalCount() == intervalCount(map, space) && intervals == diagram.intervalCount()
        && covered == map.count().low
        && (firstCell == CellMap::cells || diagram.first() == space.address(firstCell).bits);
}

} // namespace

class TestDiagram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperation_data();
    void everyOperation();
    void oneFormWhateverTheOrder();
    void terminals();
    void freeBitsAbove();
    void stopsWhenTold();
};

void TestDiagram::everyOperation_data()
{
    QTest::addColumn<int>("space");
    for (int i = 0; i < static_cast<int>(test::cellSpaces().size()); ++i)
        QTest::newRow(test::cellSpaces()[static_cast<std::size_t>(i)].first) << i;
}

void TestDiagram::everyOperation()
{
    QFETCH(int, space);
    const CellMap::Space &cells = test::cellSpaces()[static_cast<std::size_t>(space)].second;
    std::mt19937 random(static_cast<unsigned>(80 + space));
    DiagramBuilder builder(cells.family); // one for all, so that what it remembers is put to use
    for (int round = 0; round < 8; ++round) {
        const RuleList listA = test::randomList(random, cells, 1 + random() % 40, Gaps::Many);
        const RuleList listB = test::randomList(random, cells, 1 + random() % 40, Gaps::Some);
        CellMap mapA(cells);
        CellMap mapB(cells);
        mapA.paint(listA);
        mapB.paint(listB);
        const Node a = unionOf(builder, listA);
        const Node b = unionOf(builder, listB);
        QVERIFY(agree(builder.diagram(a), mapA, cells));
        QCOMPARE(adopted(builder, mapA, cells), a); // one node, whatever made it

        CellMap united(mapA);
        united.bits() |= mapB.bits();
        QVERIFY(agree(builder.diagram(builder.united(a, b)), united, cells));
        CellMap common(mapA);
        common.bits() &= mapB.bits();
        QVERIFY(agree(builder.diagram(builder.intersected(a, b)), common, cells));
        CellMap rest(mapA);
        rest.bits() &= ~mapB.bits();
        QVERIFY(agree(builder.diagram(builder.without(a, b)), rest, cells));

        DiagramBuilder other(cells.family);
        QCOMPARE(other.adopted(builder.diagram(a)), unionOf(other, listA));
    }
}

void TestDiagram::oneFormWhateverTheOrder()
{
    const CellMap::Space &cells = test::cellSpaces().front().second;
    std::mt19937 random(90);
    for (int round = 0; round < 30; ++round) {
        const RuleList list = test::randomList(random, cells, 30, Gaps::Many);
        RuleList turned;
        for (std::size_t row = list.size(); row > 0; --row)
            turned.append(list.row(row - 1));
        DiagramBuilder forward(cells.family);
        DiagramBuilder backward(cells.family);
        const Diagram a = forward.diagram(unionOf(forward, list));
        const Diagram b = backward.diagram(unionOf(backward, turned));
        QVERIFY(a == b);

        // One cell more or less, and it is another set.
        const Node cell = forward.ofRule(cells.rule(random() % CellMap::cells, CellMap::cells - 1));
        const Node whole = forward.adopted(a);
        const bool inside = forward.without(cell, whole) == Diagram::empty;
        const Diagram c = forward.diagram(inside ? forward.without(whole, cell) : forward.united(whole, cell));
        QVERIFY(!(a == c) && !(c == b));
    }
}

void TestDiagram::terminals()
{
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        DiagramBuilder builder(family);
        const Diagram none = builder.diagram(Diagram::empty);
        const Diagram all = builder.diagram(Diagram::full);
        QVERIFY(none.count().isZero() && none.prefixCount() == 0 && none.intervalCount() == 0);
        QVERIFY(all.count() == Count::power(width(family)) && all.prefixCount() == 1 && all.intervalCount() == 1);
        QVERIFY(!(none == all) && none == builder.diagram(Diagram::empty));
        QVERIFY(all.contains(allOnes(family)) && !none.contains(0));
        QVERIFY(builder.ofRule({{1, family}, {0, family}}) == Diagram::empty); // matches nothing
        QVERIFY(builder.ofRule({{0, family}, {0, family}}) == Diagram::full);
        QVERIFY(builder.united({}) == Diagram::empty);
    }
}

void TestDiagram::freeBitsAbove()
{
    // The last bit alone: every second address, and every second bit above doubles what is below.
    DiagramBuilder v6(Family::IPv6);
    const Diagram odd = v6.diagram(v6.ofRule({{1, Family::IPv6}, {1, Family::IPv6}}));
    QCOMPARE(odd.branches().size(), std::size_t{1});
    QVERIFY(odd.count() == Count::power(127) && odd.prefixCount() == Bits{1} << 127
            && odd.intervalCount() == Bits{1} << 127);
    // All but ..11: each block of four has three in a row, and runs into none.
    DiagramBuilder v4(Family::IPv4);
    const Node three = v4.ofRule({{3, Family::IPv4}, Mask::v4(3)});
    const Diagram others = v4.diagram(v4.without(Diagram::full, three));
    QVERIFY(others.intervalCount() == Bits{1} << 30 && others.prefixCount() == Bits{1} << 31);
    // ..11 and ..00 meet at the seams.
    const Diagram ends = v4.diagram(v4.united(three, v4.ofRule({{0, Family::IPv4}, Mask::v4(3)})));
    QVERIFY(ends.intervalCount() == (Bits{1} << 30) + 1 && ends.prefixCount() == Bits{1} << 31);
}

void TestDiagram::stopsWhenTold()
{
    DiagramBuilder builder(Family::IPv6);
    const Diagram odd = builder.diagram(builder.ofRule({{1, Family::IPv6}, {1, Family::IPv6}}));
    int visited = 0;
    QVERIFY(!odd.visitPrefixes([&](Bits, int) { return ++visited < 5; }));
    QCOMPARE(visited, 5);
    QVERIFY(!odd.visitIntervals([&](Bits first, Bits last) { return first == last && ++visited < 10; }));
    QCOMPARE(visited, 10);
}

} // namespace relaytab

QTEST_APPLESS_MAIN(relaytab::TestDiagram)
#include "tst_diagram.moc"
