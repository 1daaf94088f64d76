#pragma once

#include <array>

namespace relaytab {

/// The value of each hexadecimal digit; 0xFF for every other byte.
inline constexpr std::array<unsigned char, 256> hexDigits = [] {
    std::array<unsigned char, 256> values{};
    values.fill(0xFF);
    for (unsigned i = 0; i < 10; ++i)
        values['0' + i] = static_cast<unsigned char>(i);
    for (unsigned i = 0; i < 6; ++i)
        values['a' + i] = values['A' + i] = static_cast<unsigned char>(10 + i);
    return values;
}();

/// The value of a character of a .reg text as a hexadecimal digit, or something above 15.
constexpr unsigned hexDigit(int character)
{
    return character >= 0 && character < 256 ? hexDigits[static_cast<unsigned>(character)] : 0xFFU;
}

} // namespace relaytab
