#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/policy/expected.h"

namespace relaytab {

/// 128 bits as a number: the first octet of an address is the most significant.
__extension__ typedef unsigned __int128 Bits;

enum class Family : std::uint8_t { IPv4, IPv6 };

/// Bits in an address of the family: 32 or 128.
constexpr int width(Family family)
{
    return family == Family::IPv4 ? 32 : 128;
}

/// All ones in the family's width: 2^32 - 1 or 2^128 - 1.
constexpr Bits allOnes(Family family)
{
    return family == Family::IPv4 ? Bits{0xFFFFFFFFU} : ~Bits{0};
}

/// An IPv4 or IPv6 address. An IPv4 address uses the low 32 bits; the rest is zero.
struct Address {
    Bits bits = 0;
    Family family = Family::IPv4;

    /// 192.168.1.2 is v4(0xC0A80102).
    static constexpr Address v4(std::uint32_t bits) { return {bits, Family::IPv4}; }
    static constexpr Address v6(std::uint64_t high, std::uint64_t low)
    {
        return {(Bits{high} << 64) | low, Family::IPv6};
    }

    friend constexpr bool operator==(const Address &, const Address &) = default;
};

/// IPv4 before IPv6, then by number.
constexpr bool operator<(const Address &a, const Address &b)
{
    return a.family != b.family ? a.family < b.family : a.bits < b.bits;
}

enum class AddressErrorCode : std::uint8_t {
    Empty, ///< nothing was written
    UnexpectedCharacter, ///< a character no address holds; `codePoint` names it
    NotFourParts, ///< only digits and dots, but not four numbers
    EmptyPart, ///< two dots in a row, or a dot at an end
    OctetTooLarge, ///< a number above 255; `part` is the number
    LeadingZero, ///< 010 may be read as octal; `part` is the number, `suggestion` the text without it
    NotAGroup, ///< an IPv6 group of more than four digits, or an empty one
    WrongGroupCount, ///< an IPv6 address that has not eight groups
    TwoGaps, ///< "::" twice
    MappedIPv4, ///< ::ffff:10.0.0.1; `suggestion` is the IPv4 address
    Zone, ///< fe80::1%eth0; `suggestion` is the address without the zone
};

/// Why a text is no address, and where.
struct AddressError {
    AddressErrorCode code = AddressErrorCode::Empty;
    std::size_t position = 0; ///< byte offset into the text, from 0
    char32_t codePoint = 0; ///< UnexpectedCharacter only
    std::string part; ///< the number or group at fault, if there is one
    std::string suggestion = {}; ///< a text that would be accepted, or empty

    friend bool operator==(const AddressError &, const AddressError &) = default;
};

/// Strict: four decimal octets without leading zeros, sign or white space, or an RFC 4291 IPv6 address without zone and
/// without an IPv4-mapped prefix. Nothing else, because other readers disagree about everything else.
[[nodiscard]] Expected<Address, AddressError> parseAddress(std::string_view text);

/// The canonical text: dotted quad, or RFC 5952.
[[nodiscard]] std::string toText(const Address &address);

} // namespace relaytab
