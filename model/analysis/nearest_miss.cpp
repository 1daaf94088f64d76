#include "model/analysis/nearest_miss.h"

#include <bit>
#include <tuple>

namespace relaytab {

namespace {

constexpr int partBits(Family family)
{
    return family == Family::IPv4 ? 8 : 16;
}

constexpr std::uint32_t partAt(Bits bits, int part, Family family)
{
    const Bits shifted = bits >> (width(family) - (part + 1) * partBits(family));
    return static_cast<std::uint32_t>(shifted) & ((1U << partBits(family)) - 1);
}

/// Smaller is nearer.
auto rank(const Miss &miss, const Address &address)
{
    const std::uint32_t compared = miss.given & miss.mask;
    const std::uint32_t away = compared > miss.wanted ? compared - miss.wanted : miss.wanted - compared;
    return std::tuple{miss.parts, width(address.family) - miss.part, away};
}

/// How many octets of an IPv4 difference are not 0: what rules out most rows of a long list without a closer look.
constexpr int octetsIn(std::uint32_t difference)
{
    constexpr std::uint32_t low = 0x7F7F7F7FU;
    return std::popcount((((difference & low) + low) | difference) & ~low);
}

} // namespace

std::optional<Miss> missOf(const Rule &rule, const Address &address)
{
    if (rule.net.family != address.family || !canMatch(rule))
        return std::nullopt;
    const Family family = address.family;
    const Bits differing = (address.bits & rule.mask.bits) ^ rule.net.bits;
    if (differing == 0)
        return std::nullopt;
    Miss miss;
    for (int part = width(family) / partBits(family) - 1; part >= 0; --part) {
        if (partAt(differing, part, family) == 0)
            continue;
        ++miss.parts;
        miss.part = part;
    }
    miss.wanted = partAt(rule.net.bits, miss.part, family);
    miss.mask = partAt(rule.mask.bits, miss.part, family);
    miss.given = partAt(address.bits, miss.part, family);
    return miss;
}

std::optional<NearestMiss> nearestMiss(const RuleList &list, const Address &address)
{
    std::optional<NearestMiss> nearest;
    const bool ipv4 = address.family == Family::IPv4;
    const auto bits = static_cast<std::uint32_t>(address.bits);
    std::size_t index = 0;
    for (const RuleList::RowView row : list) {
        const std::size_t at = index++;
        const auto rule = row.activeRule();
        if (!rule)
            continue;
        if (ipv4 && nearest) {
            const auto mask = static_cast<std::uint32_t>(rule->mask.bits);
            if (octetsIn((bits & mask) ^ static_cast<std::uint32_t>(rule->net.bits)) > nearest->miss.parts)
                continue;
        }
        if (const auto miss = missOf(*rule, address))
            if (!nearest || rank(*miss, address) < rank(nearest->miss, address))
                nearest = NearestMiss{at, *miss};
    }
    return nearest;
}

} // namespace relaytab
