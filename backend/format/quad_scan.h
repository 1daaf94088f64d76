#pragma once

#include <cstdint>
#include <string_view>

namespace relaytab {

/// Reads a strict dotted quad at the front of `text` and takes it away: four octets without leading zeros, none above
/// 255. False, with `text` anywhere, for everything else: the caller then asks parseAddress() what is wrong.
[[nodiscard]] constexpr bool scanQuad(std::string_view &text, std::uint32_t &bits)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    std::uint32_t quad = 0;
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && (at == end || *at++ != '.'))
            return false;
        if (at == end)
            return false;
        std::uint32_t octet = static_cast<std::uint32_t>(*at) - '0';
        if (octet > 9)
            return false;
        ++at;
        if (octet != 0 && at != end) {
            std::uint32_t digit = static_cast<std::uint32_t>(*at) - '0';
            if (digit <= 9) {
                octet = octet * 10 + digit;
                if (++at != end && (digit = static_cast<std::uint32_t>(*at) - '0') <= 9) {
                    octet = octet * 10 + digit;
                    ++at;
                }
            }
        }
        if (octet > 255)
            return false;
        quad = (quad << 8) | octet;
    }
    text.remove_prefix(static_cast<std::size_t>(at - text.data()));
    bits = quad;
    return true;
}

} // namespace relaytab
