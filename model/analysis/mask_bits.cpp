#include "model/analysis/mask_bits.h"

#include <algorithm>

#include "model/analysis/mask_fault.h"

namespace relaytab {

namespace {

/// `number`'s bits, lowest first, put where `places` has ones.
Bits deposit(Bits number, Bits places)
{
    Bits result = 0;
    for (Bits bit = 1; number != 0 && places != 0; bit <<= 1) {
        if ((places & bit) == 0)
            continue;
        if ((number & 1) != 0)
            result |= bit;
        number >>= 1;
        places &= ~bit;
    }
    return result;
}

} // namespace

MaskBits maskBits(const Rule &rule, std::size_t limit)
{
    const Family family = rule.net.family;
    const Bits free = ~rule.mask.bits & allOnes(family);
    MaskBits result;
    for (int i = width(family) - 1; i >= 0; --i) {
        const bool one = ((rule.net.bits >> i) & 1) != 0;
        const bool compared = ((rule.mask.bits >> i) & 1) != 0;
        if (compared)
            result.bits.push_back(one ? BitUse::One : BitUse::Zero);
        else
            result.bits.push_back(one ? BitUse::Conflict : BitUse::Free);
    }
    result.kbRecipe = isKbRecipe(rule);
    if (hasGaps(rule.mask) || !canMatch(rule))
        result.repair = Rule{rule.net, Mask::prefix(family, width(family)), MaskForm::Written};
    if (!canMatch(rule))
        return result;

    // The free bits at the end make a run; the free bits above them say which.
    const Bits inRun = free & ~(free + 1);
    const Bits choosing = free & ~inRun;
    result.count = Count::power(freeBits(rule.mask));
    result.runCount = Count::power(freeBits({~choosing & allOnes(family), family}));
    const auto run = [&](Bits number) {
        const Bits first = rule.net.bits | deposit(number, choosing);
        return AddressRange{{first, family}, {first | inRun, family}};
    };
    const Bits runs = result.runCount.low; // 2^128 runs would need 128 free bits, and those make one run
    for (Bits i = 0; i < std::min<Bits>(limit, runs); ++i)
        result.firstRuns.push_back(run(i));
    for (Bits i = runs - std::min<Bits>(limit, runs - result.firstRuns.size()); i < runs; ++i)
        result.lastRuns.push_back(run(i));
    return result;
}

} // namespace relaytab
