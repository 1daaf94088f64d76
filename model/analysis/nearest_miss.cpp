#include "model/analysis/nearest_miss.h"

#include <tuple>

namespace relaytab {

namespace {

constexpr int partBits(Family family)
{
    return family == Family::IPv4 ? 8 : 16;
}

constexpr int partCount(Family family)
{
    return width(family) / partBits(family);
}

constexpr std::uint32_t partAt(Bits bits, int part, Family family)
{
    const Bits shifted = bits >> (width(family) - (part + 1) * partBits(family));
    return static_cast<std::uint32_t>(shifted) & ((1U << partBits(family)) - 1);
}

/// Smaller is nearer; nothing is nearer than 1, 1, 1.
auto rank(const Miss &miss, const Address &address)
{
    const std::uint32_t compared = miss.given & miss.mask;
    const std::uint32_t away = compared > miss.wanted ? compared - miss.wanted : miss.wanted - compared;
    return std::tuple{miss.parts, partCount(address.family) - miss.part, away};
}

/// How many octets of an IPv4 difference are not 0, without a branch or an instruction that older processors lack.
constexpr int octetsIn(std::uint32_t difference)
{
    constexpr std::uint32_t low = 0x7F7F7F7FU;
    const std::uint32_t ones = ((((difference & low) + low) | difference) & ~low) >> 7; // one in each such octet
    const std::uint32_t pairs = ones + (ones >> 16);
    return static_cast<int>((pairs + (pairs >> 8)) & 7);
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
    for (int part = partCount(family) - 1; part >= 0; --part) {
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
    const auto bits = static_cast<std::uint32_t>(address.bits);
    const auto promises = [&](std::span<const RuleList::IPv4Words> rows) {
        if (address.family != Family::IPv4)
            return true;
        const int most = nearest ? nearest->miss.parts : 4;
        bool any = false;
        for (const RuleList::IPv4Words &row : rows) {
            const int octets = octetsIn((bits & row.mask) ^ row.net);
            any |= octets > 0 && octets <= most;
        }
        return any;
    };
    list.visitPromising(promises, [&](std::size_t index, const RuleList::RowView &row) {
        const auto rule = row.activeRule();
        const auto miss = rule ? missOf(*rule, address) : std::nullopt;
        if (miss && (!nearest || rank(*miss, address) < rank(nearest->miss, address)))
            nearest = NearestMiss{index, *miss};
        return !nearest || rank(nearest->miss, address) != std::tuple{1, 1, 1U};
    });
    return nearest;
}

bool isNearer(const NearestMiss &a, const NearestMiss &b, const Address &address)
{
    return std::pair(rank(a.miss, address), a.row) < std::pair(rank(b.miss, address), b.row);
}

} // namespace relaytab
