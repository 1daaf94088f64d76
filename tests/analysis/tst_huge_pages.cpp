#include <QtTest>

#include <string>
#include <unistd.h>
#include <vector>

#include "model/analysis/huge_pages.h"

using namespace relaytab;

class TestHugePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bigMemoryIsAlignedAndWhole();
    void vectorsGrowAcrossTheThreshold();
    void heapGrowsInOnePiece();
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

void TestHugePages::heapGrowsInOnePiece()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
    useHugePagesForHeap();
    const auto *const end = static_cast<char *>(::sbrk(0));
    // A hundred mebibytes in pieces of every size: all of them within the heap, and none over another.
    std::vector<std::string> pieces;
    std::size_t bytes = 0;
    for (std::size_t size = 100; bytes < (std::size_t{100} << 20); size = size * 3 % 4'000'037) {
        pieces.emplace_back(size, static_cast<char>('a' + pieces.size() % 26));
        bytes += size;
        QVERIFY(pieces.back().data() < end);
    }
    // So is big memory now, and what was given back is given again.
    void *const big = allocateHuge(std::size_t{8} << 20);
    QVERIFY(big < end);
    releaseHuge(big, std::size_t{8} << 20);
    QCOMPARE(allocateHuge(std::size_t{8} << 20), big);
    releaseHuge(big, std::size_t{8} << 20);
    QVERIFY(::sbrk(0) == end);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        QVERIFY(pieces[i].find_first_not_of(static_cast<char>('a' + i % 26)) == std::string::npos);
#else
    QSKIP("another heap");
#endif
}

QTEST_APPLESS_MAIN(TestHugePages)
#include "tst_huge_pages.moc"
