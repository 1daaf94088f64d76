#include "model/analysis/huge_pages.h"

#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace relaytab {

namespace {

constexpr std::size_t hugePage = std::size_t{2} << 20;

} // namespace

#ifdef __linux__

void *allocateHuge(std::size_t bytes)
{
    if (bytes < hugePage)
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
    if (bytes < hugePage)
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

} // namespace relaytab
