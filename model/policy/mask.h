#pragma once

#include <bit>
#include <optional>
#include <string>
#include <string_view>

#include "model/policy/address.h"

namespace relaytab {

/// Which bits of an address are compared: any bits, with or without gaps (KB Q193922 sets no limit).
struct Mask {
    Bits bits = 0;
    Family family = Family::IPv4;

    static constexpr Mask v4(std::uint32_t bits) { return {bits, Family::IPv4}; }
    /// The first `length` bits are ones; 0 <= length <= width(family).
    static constexpr Mask prefix(Family family, int length)
    {
        const int host = width(family) - length;
        return {host >= 128 ? Bits{0} : (allOnes(family) >> host) << host, family};
    }

    friend constexpr bool operator==(const Mask &, const Mask &) = default;
};

/// How many bits are not compared: a rule with this mask matches 2^n addresses.
[[nodiscard]] constexpr int freeBits(const Mask &mask)
{
    const Bits host = ~mask.bits & allOnes(mask.family);
    return std::popcount(static_cast<std::uint64_t>(host)) + std::popcount(static_cast<std::uint64_t>(host >> 64));
}

/// The number of leading ones when no one follows a zero, else nothing (a mask with gaps).
[[nodiscard]] constexpr std::optional<int> prefixLength(const Mask &mask)
{
    const Bits host = ~mask.bits & allOnes(mask.family);
    if ((host & (host + 1)) != 0)
        return std::nullopt;
    const auto high = static_cast<std::uint64_t>(host >> 64);
    const auto low = static_cast<std::uint64_t>(host);
    return width(mask.family) - static_cast<int>(high != 0 ? 64 + std::bit_width(high) : std::bit_width(low));
}

enum class MaskErrorCode : std::uint8_t {
    Empty,
    NotAMask, ///< neither dotted quad, nor IPv6 mask, nor /n; `suggestion` is the IPv4 mask of ::ffff:255.255.0.0
    PrefixTooLong, ///< /33, or /129; `part` is the number
    LeadingZero, ///< /08, 255.255.255.00; `suggestion` is the text without it
    OtherFamily, ///< an IPv4 mask beside an IPv6 net, or the reverse
};

struct MaskError {
    MaskErrorCode code = MaskErrorCode::Empty;
    std::size_t position = 0; ///< byte offset into the text, from 0
    std::string part;
    std::string suggestion = {};

    friend bool operator==(const MaskError &, const MaskError &) = default;
};

/// A dotted quad, an IPv6 mask in any spelling of its bits but ::ffff:1.2.3.4, or a prefix length as `/24` or `24`;
/// `family` is that of the net it stands beside.
[[nodiscard]] Expected<Mask, MaskError> parseMask(std::string_view text, Family family);

/// The dotted quad or the IPv6 text; never a prefix length.
[[nodiscard]] std::string toText(const Mask &mask);

} // namespace relaytab
