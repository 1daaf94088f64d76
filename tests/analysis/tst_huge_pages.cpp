#include <QtTest>

#include "model/analysis/huge_pages.h"

using namespace relaytab;

class TestHugePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bigMemoryIsAlignedAndWhole();
    void vectorsGrowAcrossTheThreshold();
};

void TestHugePages::bigMemoryIsAlignedAndWhole()
{
    constexpr std::size_t huge = std::size_t{2} << 20;
    for (const std::size_t bytes : {huge, huge + 1, 3 * huge - 1}) {
        auto *const memory = static_cast<unsigned char *>(allocateHuge(bytes));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(memory) % huge, std::uintptr_t{0});
        memory[0] = 1;
        memory[bytes - 1] = 2; // a mapping cut too short would fault here
        QCOMPARE(int{memory[0]}, 1);
        releaseHuge(memory, bytes);
    }
}

void TestHugePages::vectorsGrowAcrossTheThreshold()
{
    HugeVector<std::uint64_t> numbers;
    for (std::uint64_t i = 0; i < 600'000; ++i)
        numbers.push_back(i);
    bool kept = true;
    for (std::uint64_t i = 0; i < numbers.size(); ++i)
        kept = kept && numbers[i] == i;
    QVERIFY(kept);
}

QTEST_APPLESS_MAIN(TestHugePages)
#include "tst_huge_pages.moc"
