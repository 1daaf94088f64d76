#pragma once

#include "model/analysis/finding.h"

namespace relaytab {

/// True for a mask that is no prefix.
[[nodiscard]] constexpr bool hasGaps(const Mask &mask)
{
    const Bits host = ~mask.bits & allOnes(mask.family);
    return (host & (host + 1)) != 0;
}

/// The mask that KB Q258140 advised for one host, and that lets in others: it repeats the net's last octet behind
/// 255.255.255, or all of the net. Only where that leaves gaps; 10.0.0.128;255.255.255.128 is a net like any other.
[[nodiscard]] bool isKbRecipe(const Rule &rule);

/// The one thing to say about a rule's mask, by the precedence Swapped, WildcardMask, KbMaskRecipe, NeverMatches,
/// MaskWithGaps; nothing for a rule in order.
[[nodiscard]] std::optional<FindingCode> maskFault(const Rule &rule);

} // namespace relaytab
