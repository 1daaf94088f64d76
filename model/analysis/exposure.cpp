#include "model/analysis/exposure.h"

#include <bit>

#include "model/analysis/public_space.h"

namespace relaytab {

namespace {

constexpr Count manyIPv4 = Count::of(256);
constexpr Count manyIPv6 = Count::power(80); ///< one /48

SetCounts everyone()
{
    Bits publicIPv4 = Bits{1} << 32;
    for (const Rule &net : specialNetsIPv4())
        publicIPv4 -= matchCount(net).low;
    return {.ipv4 = Count::power(32),
            .ipv6 = Count::power(128),
            .publicIpv4 = Count::of(publicIPv4),
            .publicIpv6 = matchCount(globalUnicastIPv6())};
}

SetCounts without(const SetCounts &all, const SetCounts &some)
{
    return {all.ipv4 - some.ipv4, all.ipv6 - some.ipv6, all.publicIpv4 - some.publicIpv4,
            all.publicIpv6 - some.publicIpv6};
}

bool exceedsHalf(const Count &some, const Count &all)
{
    return all.low - some.low < some.low;
}

/// Whether the list can match no more than half of the public space of either family, by its rows' own sizes; their
/// sums may be more than there is.
bool matchesHalfAtMost(const RuleList &list)
{
    const Bits half4 = everyone().publicIpv4.low / 2;
    const Bits half6 = everyone().publicIpv6.low / 2;
    Bits ipv4 = 0;
    Bits ipv6 = 0;
    for (const RuleList::RowView row : list) {
        if (const auto *const words = row.ipv4()) {
            ipv4 += row.enabled() ? std::uint64_t{1} << std::popcount(~words->mask) : 0;
        } else if (const auto rule = row.activeRule()) {
            ipv6 += matchCount(*rule).low;
            if (matchCount(*rule).full || ipv6 > half6)
                return false; // before the sum runs over
        }
    }
    return ipv4 <= half4;
}

} // namespace

Exposure exposureOf(std::optional<std::uint32_t> value, const PolicyCounts &counts, Reading reading)
{
    const std::uint32_t flags = value.value_or(0) & flag::known;
    const auto inForce = [flags](ListKind list) { return (flags & flagOf(list)) != 0; };
    const SetCounts all = everyone();
    const SetCounts denied = inForce(ListKind::Deny) ? counts.deny : SetCounts{};
    // Where every server address is listed, the client at a listed one is the one to ask about.
    const bool localAny = inForce(ListKind::Local) && (counts.local.ipv4 == all.ipv4 || counts.local.ipv6 == all.ipv6);
    SetCounts allowed;
    if (localAny || flags == flag::deny || (flags == 0 && reading == Reading::Observed))
        allowed = without(all, denied);
    else if (inForce(ListKind::Allow))
        allowed = inForce(ListKind::Deny) ? counts.allowNotDenied : counts.allow;

    Exposure exposure;
    exposure.ipv4 = allowed.ipv4;
    exposure.ipv6 = allowed.ipv6;
    exposure.publicIpv4 = allowed.publicIpv4;
    exposure.publicIpv6 = allowed.publicIpv6;
    exposure.deniedIpv4 = denied.ipv4;
    exposure.deniedIpv6 = denied.ipv6;
    const bool allDenied = denied.ipv4 == all.ipv4 && denied.ipv6 == all.ipv6;
    const bool localEmpty = counts.local.ipv4.isZero() && counts.local.ipv6.isZero();
    exposure.authenticated = (flags & flag::authenticated) != 0 && !allDenied;
    exposure.local = inForce(ListKind::Local) && !localEmpty && !allDenied;

    const auto is = [&](ExposureLevel level, ExposureReason reason) {
        exposure.level = level;
        exposure.reason = reason;
        return exposure;
    };
    if (allowed.ipv4.isZero() && allowed.ipv6.isZero())
        return is(ExposureLevel::Closed, ExposureReason::Nobody);
    if (flags == 0)
        return is(ExposureLevel::Open, ExposureReason::NoRestriction);
    if (flags == flag::deny)
        return is(ExposureLevel::Open, ExposureReason::OnlyDeny);
    if (localAny)
        return is(ExposureLevel::Open, ExposureReason::LocalAny);
    if (exceedsHalf(allowed.publicIpv4, all.publicIpv4) || exceedsHalf(allowed.publicIpv6, all.publicIpv6))
        return is(ExposureLevel::Open, ExposureReason::HugeAllowList);
    const bool wide = manyIPv4 < exposure.publicIpv4 || manyIPv6 < exposure.publicIpv6;
    return is(wide ? ExposureLevel::Wide : ExposureLevel::Restricted, ExposureReason::AllowList);
}

Exposure exposureOf(const PolicySets &sets, Reading reading)
{
    return exposureOf(sets.flags, countsOf(sets), reading);
}

Exposure exposureOf(const RelayPolicy &policy, Reading reading)
{
    return exposureOf(policySetsOf(policy), reading);
}

bool isOpen(const RelayPolicy &policy)
{
    const bool onlyAllow = policy.inForce(ListKind::Allow) && !policy.inForce(ListKind::Local);
    if (onlyAllow && matchesHalfAtMost(policy.allow))
        return false;
    return exposureOf(policy).level == ExposureLevel::Open;
}

} // namespace relaytab
