#pragma once

#include <string>

#include "model/policy/address.h"

namespace relaytab {

/// How many addresses: exact from 0 to 2^128, both included.
struct Count {
    Bits low = 0; ///< the number modulo 2^128
    bool full = false; ///< true: 2^128, and low is 0

    static constexpr Count of(Bits number) { return {number, false}; }
    /// 2^exponent; 0 <= exponent <= 128.
    static constexpr Count power(int exponent)
    {
        return exponent == 128 ? Count{0, true} : Count{Bits{1} << exponent, false};
    }

    [[nodiscard]] constexpr bool isZero() const { return low == 0 && !full; }

    friend constexpr bool operator==(const Count &, const Count &) = default;
    friend constexpr bool operator<(const Count &a, const Count &b)
    {
        return a.full != b.full ? b.full : a.low < b.low;
    }
};

/// The sum; at most 2^128 by the caller's care.
[[nodiscard]] constexpr Count operator+(const Count &a, const Count &b)
{
    const Bits low = a.low + b.low;
    return {low, a.full || b.full || low < a.low};
}

/// The difference; b is at most a.
[[nodiscard]] constexpr Count operator-(const Count &a, const Count &b)
{
    return {a.low - b.low, a.full && b.isZero()};
}

/// Decimal digits without grouping.
[[nodiscard]] std::string toText(const Count &count);

} // namespace relaytab
