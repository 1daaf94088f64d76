#include <QtTest>

#include <map>

#include "model/analysis/prefix_forest.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

namespace {

using Forest = PrefixForest<std::uint32_t>;
using Block = Interval<std::uint32_t>;

constexpr std::uint32_t base = 0xC0A80000U;

Block blockOf(std::uint32_t net, int length)
{
    return {net, net | lowOnes<std::uint32_t>(32 - length)};
}

} // namespace

class TestPrefixForest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyForest();
    void againstEnumeration();
};

void TestPrefixForest::emptyForest()
{
    const Forest forest;
    QVERIFY(forest.isEmpty());
    QVERIFY(!forest.find({0, 0}));
    QVERIFY(!forest.widestAround({0, 0}));
    QVERIFY(!forest.outermostFrom(0));
    QCOMPARE(forest.covered({0, 0xFFFFFFFFU}), 0U);
    QVERIFY(forest.intervals().isEmpty());
    QVERIFY(forest.visitNodes([](auto, auto, auto) { return false; }));
}

void TestPrefixForest::againstEnumeration()
{
    // Prefixes of one /24, some of them rows twice, and every question with every third node gone.
    dice::Random random(12);
    for (int round = 0; round < 300; ++round) {
        SortedPrefixes<std::uint32_t> prefixes;
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<RowNumber>> rows; // by block
        for (RowNumber row = 0; row < 1 + dice::roll(random, 30); ++row) {
            const int length = 24 + static_cast<int>(dice::roll(random, 9));
            const std::uint32_t net =
                base | (static_cast<std::uint32_t>(dice::roll(random, 256)) & ~lowOnes<std::uint32_t>(32 - length));
            prefixes.add(net, length, row);
            const Block block = blockOf(net, length);
            rows[{block.first, block.last}].push_back(row);
        }
        prefixes.sort();
        const Forest forest(std::move(prefixes));

        std::vector<Forest::Node> nodes;
        std::vector<Block> blocks;
        QVERIFY(forest.visitNodes([&](Forest::Node node, std::size_t begin, std::size_t end) {
            std::vector<RowNumber> own;
            for (std::size_t i = begin; i < end; ++i)
                own.push_back(forest.prefixes().row(i));
            const Block block = forest.block(node);
            nodes.push_back(node);
            blocks.push_back(block);
            const bool right = own == rows[{block.first, block.last}] && forest.row(node) == own.front()
                && forest.place(node) == begin && forest.find(block) == node;
            return right;
        }));
        QCOMPARE(nodes.size(), rows.size());

        std::vector<Forest::Node> gone;
        std::vector<Block> left;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (i % 3 == 0)
                gone.push_back(nodes[i]);
            else
                left.push_back(blocks[i]);
        }
        std::sort(gone.begin(), gone.end());
        for (int question = 0; question < 20; ++question) {
            const int length = 22 + static_cast<int>(dice::roll(random, 11));
            const Block asked = blockOf((base | static_cast<std::uint32_t>(dice::roll(random, 256)))
                                            & ~lowOnes<std::uint32_t>(32 - length),
                                        length);
            std::uint64_t covered = 0;
            for (std::uint32_t address = base; address < base + 256; ++address)
                if (address >= asked.first && address <= asked.last
                    && std::any_of(left.begin(), left.end(),
                                   [&](const Block &block) { return block.first <= address && address <= block.last; }))
                    ++covered;
            QCOMPARE(forest.covered(asked, gone), covered);

            std::vector<Block> widest;
            QVERIFY(forest.visitWidest(asked, gone, [&](Forest::Node node) {
                widest.push_back(forest.block(node));
                return true;
            }));
            std::vector<Block> expected; // those that meet what is asked and that no other left contains
            for (const Block &block : left) {
                const bool meets = block.first <= asked.last && asked.first <= block.last;
                const bool inner = std::any_of(left.begin(), left.end(), [&](const Block &other) {
                    return other != block && other.first <= block.first && block.last <= other.last;
                });
                if (meets && !inner)
                    expected.push_back(block);
            }
            std::sort(expected.begin(), expected.end(),
                      [](const Block &a, const Block &b) { return a.first < b.first; });
            QVERIFY(widest == expected);

            const auto around = forest.widestAround(asked, gone);
            const bool contained =
                !expected.empty() && expected[0].first <= asked.first && asked.last <= expected[0].last;
            QCOMPARE(around.has_value(), contained);
            if (contained)
                QVERIFY(forest.block(*around) == expected[0]);
        }
    }
}

QTEST_APPLESS_MAIN(TestPrefixForest)
#include "tst_prefix_forest.moc"
