#include "model/analysis/exposure.h"

#include "model/analysis/public_space.h"

namespace relaytab {

namespace {

constexpr Count manyIPv4 = Count::of(256);
constexpr Count manyIPv6 = Count::power(80); ///< one /48

AddressSet specialIPv4()
{
    RuleList nets;
    for (const Rule &net : specialNetsIPv4())
        nets.append(net);
    return AddressSet::ofRules(nets);
}

Count minus(const Count &a, const Count &b)
{
    return Count::of(a.low - b.low); // right for 2^128 too, unless b is 0
}

/// More than half of the public IPv4 space, or of 2000::/3.
bool exceedsHalf(const Count &publicIpv4, const Count &publicIpv6)
{
    const Bits allIPv4 = (Bits{1} << 32) - specialIPv4().count(Family::IPv4).low;
    return publicIpv4.low * 2 > allIPv4 || publicIpv6.low * 2 > (Bits{1} << 125);
}

/// Some server address of this family is listed, and none is not.
bool listsAll(const AddressSet &local)
{
    return local.count(Family::IPv4) == Count::power(32) || local.count(Family::IPv6) == Count::power(128);
}

} // namespace

Exposure exposureOf(const PolicySets &sets, Reading reading)
{
    const std::uint32_t flags = sets.knownFlags();
    const bool localInForce = sets.inForce(ListKind::Local);
    const bool localAny = localInForce && listsAll(sets.local);
    // Where every server address is listed, the client at a listed one is the one to ask about.
    const ClientClass anonymous{localAny ? sets.local.first() : std::nullopt};
    const AddressSet allowed = allowedSet(sets, anonymous, reading);

    Exposure exposure;
    exposure.ipv4 = allowed.count(Family::IPv4);
    exposure.ipv6 = allowed.count(Family::IPv6);
    exposure.publicIpv4 = minus(exposure.ipv4, allowed.intersectedWith(specialIPv4()).count(Family::IPv4));
    exposure.publicIpv6 = allowed.intersectedWith(AddressSet::ofRule(globalUnicastIPv6())).count(Family::IPv6);
    if (sets.inForce(ListKind::Deny)) {
        exposure.deniedIpv4 = sets.deny.count(Family::IPv4);
        exposure.deniedIpv6 = sets.deny.count(Family::IPv6);
    }
    const bool allDenied = exposure.deniedIpv4 == Count::power(32) && exposure.deniedIpv6 == Count::power(128);
    exposure.authenticated = (flags & flag::authenticated) != 0 && !allDenied;
    exposure.local = localInForce && !sets.local.isEmpty() && !allDenied;

    const auto is = [&](ExposureLevel level, ExposureReason reason) {
        exposure.level = level;
        exposure.reason = reason;
        return exposure;
    };
    if (allowed.isEmpty())
        return is(ExposureLevel::Closed, ExposureReason::Nobody);
    if (flags == 0)
        return is(ExposureLevel::Open, ExposureReason::NoRestriction);
    if (flags == flag::deny)
        return is(ExposureLevel::Open, ExposureReason::OnlyDeny);
    if (localAny)
        return is(ExposureLevel::Open, ExposureReason::LocalAny);
    if (exceedsHalf(exposure.publicIpv4, exposure.publicIpv6))
        return is(ExposureLevel::Open, ExposureReason::HugeAllowList);
    const bool wide = manyIPv4 < exposure.publicIpv4 || manyIPv6 < exposure.publicIpv6;
    return is(wide ? ExposureLevel::Wide : ExposureLevel::Restricted, ExposureReason::AllowList);
}

Exposure exposureOf(const RelayPolicy &policy, Reading reading)
{
    return exposureOf(policySetsOf(policy), reading);
}

} // namespace relaytab
