#include "model/analysis/public_space.h"

#include <array>

namespace relaytab {

namespace {

constexpr Rule net4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d, int length)
{
    return {Address::v4((a << 24) | (b << 16) | (c << 8) | d), Mask::prefix(Family::IPv4, length)};
}

constexpr std::array special{
    net4(0, 0, 0, 0, 8),      net4(10, 0, 0, 0, 8),    net4(100, 64, 0, 0, 10),   net4(127, 0, 0, 0, 8),
    net4(169, 254, 0, 0, 16), net4(172, 16, 0, 0, 12), net4(192, 0, 0, 0, 24),    net4(192, 0, 2, 0, 24),
    net4(192, 168, 0, 0, 16), net4(198, 18, 0, 0, 15), net4(198, 51, 100, 0, 24), net4(203, 0, 113, 0, 24),
    net4(224, 0, 0, 0, 3),
};

constexpr std::array private4{net4(10, 0, 0, 0, 8), net4(172, 16, 0, 0, 12), net4(192, 168, 0, 0, 16)};
constexpr std::array private6{Rule{Address::v6(0xFC00ULL << 48, 0), Mask::prefix(Family::IPv6, 7)}};
constexpr Rule global6{Address::v6(0x2000ULL << 48, 0), Mask::prefix(Family::IPv6, 3)};

/// How many addresses two rules of one family both match.
Count commonCount(const Rule &a, const Rule &b)
{
    if (!canMatch(a) || !canMatch(b) || ((a.net.bits ^ b.net.bits) & a.mask.bits & b.mask.bits) != 0)
        return {};
    return Count::power(freeBits({a.mask.bits | b.mask.bits, a.mask.family}));
}

} // namespace

std::span<const Rule> specialNetsIPv4()
{
    return special;
}

Rule globalUnicastIPv6()
{
    return global6;
}

std::span<const Rule> privateNets(Family family)
{
    if (family == Family::IPv4)
        return private4;
    return private6;
}

Count matchCount(const Rule &rule)
{
    return canMatch(rule) ? Count::power(freeBits(rule.mask)) : Count{};
}

Count publicCount(const Rule &rule)
{
    if (rule.net.family == Family::IPv6)
        return commonCount(rule, global6);
    Bits count = matchCount(rule).low;
    for (const Rule &net : special)
        count -= commonCount(rule, net).low;
    return Count::of(count);
}

} // namespace relaytab
