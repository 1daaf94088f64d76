#pragma once

#include <cstdint>
#include <string>

namespace relaytab {

/// Appends four octets as a dotted quad. Writers of large files spend their time here.
inline void appendQuad(std::string &out, std::uint32_t bits)
{
    char text[16];
    char *at = text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        const std::uint32_t octet = (bits >> shift) & 0xFFU;
        if (octet >= 100)
            *at++ = static_cast<char>('0' + octet / 100);
        if (octet >= 10)
            *at++ = static_cast<char>('0' + octet / 10 % 10);
        *at++ = static_cast<char>('0' + octet % 10);
        *at++ = '.';
    }
    out.append(text, static_cast<std::size_t>(at - text) - 1);
}

} // namespace relaytab
