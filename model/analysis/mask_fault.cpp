#include "model/analysis/mask_fault.h"

namespace relaytab {

namespace {

/// The leading octet of an IPv4 address, the leading group of an IPv6 address: all ones begin a mask, not a client.
constexpr Bits leadingPart(Bits bits, Family family)
{
    return family == Family::IPv4 ? bits >> 24 : bits >> 112;
}

bool isSwapped(const Rule &rule)
{
    const Family family = rule.net.family;
    const Bits ones = leadingPart(allOnes(family), family);
    const Bits asAddress = leadingPart(rule.mask.bits, family);
    return leadingPart(rule.net.bits, family) == ones && !hasGaps({rule.net.bits, family}) && asAddress != ones
        && asAddress != 0;
}

/// Ones only at the end, as routers write the bits that do not count.
bool isWildcard(const Rule &rule)
{
    const Bits bits = rule.mask.bits;
    return bits != 0 && bits != allOnes(rule.mask.family) && (bits & (bits + 1)) == 0;
}

} // namespace

bool isKbRecipe(const Rule &rule)
{
    if (rule.net.family != Family::IPv4 || rule.form == MaskForm::LeftOut || !hasGaps(rule.mask))
        return false;
    constexpr Bits head = 0xFFFFFF00U;
    return rule.mask.bits == rule.net.bits
        || ((rule.mask.bits & head) == head && (rule.mask.bits & 0xFFU) == (rule.net.bits & 0xFFU));
}

std::optional<FindingCode> maskFault(const Rule &rule)
{
    if (canMatch(rule)) {
        if (!hasGaps(rule.mask))
            return std::nullopt;
        return isKbRecipe(rule) ? FindingCode::KbMaskRecipe : FindingCode::MaskWithGaps;
    }
    // A recipe row always matches, so the precedence needs no order between KbMaskRecipe and what follows here.
    if (isSwapped(rule))
        return FindingCode::Swapped;
    return isWildcard(rule) ? FindingCode::WildcardMask : FindingCode::NeverMatches;
}

} // namespace relaytab
