#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace relaytab {

/// Memory of at least two mebibytes comes in huge pages where the system has them: first touch of small pages costs
/// more than all the work done on a million rules (docs/performance.md). Throws std::bad_alloc.
[[nodiscard]] void *allocateHuge(std::size_t bytes);
void releaseHuge(void *memory, std::size_t bytes) noexcept;

/// Lets the heap itself ask for huge pages, for what is kept in many small pieces: the first 256 mebibytes that the
/// process comes to use. Of them only what is used is taken. allocateHuge() then takes from the heap, too, which gives
/// again what was released. Call once, early in main(), before other threads are there and before allocateHuge(); does
/// nothing where the C library or the system has no such means.
void useHugePagesForHeap();

/// For vectors of plain numbers. Elements are left as they are by resize(), not zeroed.
template <typename T>
class HugeAllocator
{
public:
    using value_type = T;

    HugeAllocator() = default;
    template <typename U>
    explicit HugeAllocator(const HugeAllocator<U> & /*other*/)
    { }

    [[nodiscard]] T *allocate(std::size_t count) { return static_cast<T *>(allocateHuge(count * sizeof(T))); }
    void deallocate(T *memory, std::size_t count) noexcept { releaseHuge(memory, count * sizeof(T)); }

    template <typename U, typename... Arguments>
    void construct(U *place, Arguments &&...arguments)
    {
        if constexpr (sizeof...(Arguments) == 0)
            ::new (static_cast<void *>(place)) U;
        else
            ::new (static_cast<void *>(place)) U(std::forward<Arguments>(arguments)...);
    }

    friend bool operator==(const HugeAllocator &, const HugeAllocator &) { return true; }
};

template <typename T>
using HugeVector = std::vector<T, HugeAllocator<T>>;

} // namespace relaytab
