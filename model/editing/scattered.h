#pragma once

#include <cstddef>

namespace relaytab {

/// Whether a change in so many places of a list of so many rows is better told as a reset. Place by place, each costs
/// the listeners, or an order of rows, a pass: 16 of them in a million rows are affordable, any number in a small list.
[[nodiscard]] constexpr bool isScattered(std::size_t places, std::size_t rows)
{
    constexpr std::size_t affordableRows = std::size_t{1} << 24; // passed over in all
    return places > 1 && places * rows > affordableRows;
}

} // namespace relaytab
