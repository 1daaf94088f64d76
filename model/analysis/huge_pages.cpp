#include "model/analysis/huge_pages.h"

#include <cstdint>
#include <cstdlib>

#ifdef __linux__
#include <sys/mman.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#include <unistd.h>
#endif

namespace relaytab {

namespace {

constexpr std::size_t hugePage = std::size_t{2} << 20;

/// Whether the heap is made of huge pages. What it gives and takes back it gives again, while a mapping of its own is
/// fresh memory each time.
bool heapIsHuge = false;
constexpr std::size_t mostFromHeap = std::size_t{32} << 20; // the C library itself maps what is larger

bool fromHeap(std::size_t bytes)
{
    return bytes < hugePage || (heapIsHuge && bytes < mostFromHeap);
}

} // namespace

#ifdef __linux__

void *allocateHuge(std::size_t bytes)
{
    if (fromHeap(bytes))
        return ::operator new(bytes);
    // A mapping is aligned to small pages only: map more, and give back what stands before and behind.
    const std::size_t size = (bytes + hugePage - 1) / hugePage * hugePage;
    void *const mapped = ::mmap(nullptr, size + hugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    char *const begin = static_cast<char *>(mapped);
    const std::size_t past = reinterpret_cast<std::uintptr_t>(mapped) % hugePage;
    const std::size_t before = past == 0 ? 0 : hugePage - past;
    if (before > 0)
        ::munmap(begin, before);
    ::munmap(begin + before + size, hugePage - before);
    ::madvise(begin + before, size, MADV_HUGEPAGE); // a wish: small pages do as well
    return begin + before;
}

void releaseHuge(void *memory, std::size_t bytes) noexcept
{
    if (fromHeap(bytes))
        ::operator delete(memory);
    else
        ::munmap(memory, (bytes + hugePage - 1) / hugePage * hugePage);
}

#else

void *allocateHuge(std::size_t bytes)
{
    return ::operator new(bytes);
}

void releaseHuge(void *memory, std::size_t) noexcept
{
    ::operator delete(memory);
}

#endif

#if defined(__linux__) && defined(__GLIBC__)

void useHugePagesForHeap()
{
    // The heap grows once, by all of it, so that one piece of advice covers it; large pieces come from it as well.
    constexpr int heapBytes = 256 << 20;
    ::mallopt(M_TOP_PAD, heapBytes);
    ::mallopt(M_TRIM_THRESHOLD, 2 * heapBytes);
    ::mallopt(M_MMAP_THRESHOLD, mostFromHeap); // the most that is allowed
    const auto endOfHeap = [] { return reinterpret_cast<std::uintptr_t>(::sbrk(0)); };
    const std::uintptr_t before = endOfHeap();
    void *const grown = std::malloc(std::size_t{1} << 20); // more than is left of the first, small heap
    if (grown != nullptr)
        *static_cast<volatile char *>(grown) = 0; // else the compiler leaves the pair of calls out
    const std::uintptr_t after = endOfHeap();
    std::free(grown);
    const std::uintptr_t first = (before + hugePage - 1) / hugePage * hugePage;
    if (first < after)
        ::madvise(reinterpret_cast<void *>(first), after - first, MADV_HUGEPAGE); // a wish, as above
    heapIsHuge = true;
}

#else

void useHugePagesForHeap() { }

#endif

} // namespace relaytab
