#pragma once

#include "model/analysis/address_set.h"

namespace relaytab {

/// What a rule asks of one bit of an address.
enum class BitUse : std::uint8_t {
    Zero, ///< must be 0
    One, ///< must be 1
    Free, ///< is not compared
    Conflict, ///< is not compared, but the net has a 1: no address matches
};

/// A rule taken apart, for people who wonder what its mask does. Works for every mask; it is worth it for one with
/// gaps.
struct MaskBits {
    std::vector<BitUse> bits; ///< 32 or 128, the first bit of the address first
    Count count = {}; ///< addresses that match
    Count runCount = {}; ///< unbroken runs of addresses they form, all of one length
    std::vector<AddressRange> firstRuns = {}; ///< the lowest runs
    std::vector<AddressRange> lastRuns = {}; ///< the highest runs, in address order; none that is in firstRuns
    bool kbRecipe = false; ///< the mask looks like the advice of KB Q258140
    std::optional<Rule> repair = {}; ///< the one host, when the mask has gaps or the rule matches nothing

    friend bool operator==(const MaskBits &, const MaskBits &) = default;
};

/// Lists at most `limit` runs from either end.
[[nodiscard]] MaskBits maskBits(const Rule &rule, std::size_t limit = 4);

} // namespace relaytab
