#pragma once

#include <bit>
#include <concepts>
#include <type_traits>

#include "model/policy/address.h"

namespace relaytab {

/// The number that holds an address of one family: std::uint32_t for IPv4, Bits for IPv6.
template <typename T>
concept AddressWord = std::same_as<T, std::uint32_t> || std::same_as<T, Bits>;

template <AddressWord Word>
inline constexpr Family familyOf = std::same_as<Word, std::uint32_t> ? Family::IPv4 : Family::IPv6;

template <AddressWord Word>
inline constexpr int wordBits = std::same_as<Word, std::uint32_t> ? 32 : 128;

template <AddressWord Word>
inline constexpr Word maxWord = ~Word{0};

/// A number that the one behind the last address fits in; of IPv6 it is 0.
template <AddressWord Word>
using BehindWord = std::conditional_t<std::same_as<Word, std::uint32_t>, std::uint64_t, Bits>;

/// How many bits are set.
template <typename Number>
[[nodiscard]] constexpr int bitCount(Number word)
{
    if constexpr (sizeof(Number) <= sizeof(std::uint64_t))
        return std::popcount(static_cast<std::uint64_t>(word));
    else
        return std::popcount(static_cast<std::uint64_t>(word >> 64)) + std::popcount(static_cast<std::uint64_t>(word));
}

/// How many zeros stand below the lowest one; 128 for 0.
[[nodiscard]] constexpr int trailingZeros(Bits word)
{
    const auto low = static_cast<std::uint64_t>(word);
    return low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(static_cast<std::uint64_t>(word >> 64));
}

/// How many bits are needed to write the number: 0 for 0, 128 for 2^127 and above.
template <typename Number>
[[nodiscard]] constexpr int bitWidth(Number word)
{
    if constexpr (sizeof(Number) <= sizeof(std::uint64_t)) {
        return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(word)));
    } else {
        const auto high = static_cast<std::uint64_t>(word >> 64);
        return high != 0 ? 64 + bitWidth(high) : bitWidth(static_cast<std::uint64_t>(word));
    }
}

/// 2^exponent - 1 for 0 <= exponent <= wordBits.
template <AddressWord Word>
[[nodiscard]] constexpr Word lowOnes(int exponent)
{
    return exponent == 0 ? Word{0} : maxWord<Word> >> (wordBits<Word> - exponent);
}

} // namespace relaytab
