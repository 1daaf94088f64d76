#pragma once

#include <random>

#include "model/policy/relay_policy.h"

/// Lists of rules by the dice, for tests that hold something fast against something plain. Seeded by the caller.
namespace relaytab::dice {

using Random = std::mt19937_64;

/// 0 to below - 1.
inline std::uint64_t roll(Random &random, std::uint64_t below)
{
    return random() % below;
}

inline Bits anyBits(Random &random, Family family)
{
    return ((Bits{random()} << 64) | random()) & allOnes(family);
}

/// Which addresses the nets come from. Few, so that rules meet each other.
struct Space {
    Family family = Family::IPv4;
    Bits base = 0; ///< the bits that do not vary
    Bits varying = 0xFFFFFFFFU; ///< the bits that do
};

/// 10.9.8.0 to 10.9.8.15: small enough to ask about each address.
inline constexpr Space toyIPv4{Family::IPv4, 0x0A090800U, 0xF};
/// The same in the middle of an IPv6 address, where the halves meet.
inline constexpr Space toyIPv6{Family::IPv6, Bits{0x20010DB8U} << 96, Bits{0xF} << 62};

struct Share {
    unsigned gaps = 25; ///< of a hundred masks, how many have any bits
    unsigned neverMatching = 5; ///< of a hundred nets, how many keep bits outside the mask
    unsigned disabled = 10;
    unsigned text = 3;
};

/// Bits that vary come together or apart, so that masks of all kinds arise.
inline Bits maskBits(Random &random, const Space &space, bool gaps)
{
    const Bits fixed = allOnes(space.family) & ~space.varying;
    if (gaps)
        return fixed | (anyBits(random, space.family) & space.varying);
    // A prefix that ends within the varying bits, or at either end of them; now and then any.
    const auto all = static_cast<std::uint64_t>(width(space.family));
    if (roll(random, 20) == 0)
        return Mask::prefix(space.family, static_cast<int>(roll(random, all + 1))).bits;
    std::uint64_t shortest = 0;
    while (shortest < all && ((space.varying >> (all - 1 - shortest)) & 1) == 0)
        ++shortest;
    std::uint64_t longest = all;
    while (longest > shortest && ((space.varying >> (all - longest)) & 1) == 0)
        --longest;
    return Mask::prefix(space.family, static_cast<int>(shortest + roll(random, longest - shortest + 1))).bits;
}

inline RuleRow row(Random &random, const Space &space, const Share &share = {})
{
    RuleRow result;
    result.enabled = roll(random, 100) >= share.disabled;
    if (roll(random, 100) < share.text) {
        result.entry = RuleText{"10.0.0.300", "255.0.0.0", MaskForm::Written};
        return result;
    }
    const Bits mask = maskBits(random, space, roll(random, 100) < share.gaps);
    Bits net = space.base | (anyBits(random, space.family) & space.varying);
    if (roll(random, 100) >= share.neverMatching)
        net &= mask;
    const bool host = mask == allOnes(space.family) && roll(random, 2) == 0;
    result.entry = Rule{{net, space.family}, {mask, space.family}, host ? MaskForm::LeftOut : MaskForm::Written};
    return result;
}

inline RuleList list(Random &random, const Space &space, std::size_t rows, const Share &share = {})
{
    RuleList result;
    for (std::size_t i = 0; i < rows; ++i)
        result.append(row(random, space, share));
    return result;
}

/// The addresses where an answer about these lists may change, and their neighbours: first and last of every rule's
/// reach.
inline std::vector<Address> corners(const RuleList &list)
{
    std::vector<Address> result;
    for (const RuleList::RowView view : list) {
        const auto rule = view.rule();
        if (!rule)
            continue;
        const Bits ones = allOnes(rule->net.family);
        const Bits last = rule->net.bits | (~rule->mask.bits & ones);
        for (const Bits bits : {rule->net.bits - 1, rule->net.bits, rule->net.bits + 1, last - 1, last, last + 1})
            result.push_back({bits & ones, rule->net.family});
    }
    return result;
}

} // namespace relaytab::dice
