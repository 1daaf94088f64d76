#pragma once

#include "model/analysis/policy_counts.h"

namespace relaytab {

/// How open the policy is to an anonymous client at a server address that no Local row lists.
enum class ExposureLevel : std::uint8_t { Closed, Restricted, Wide, Open };

enum class ExposureReason : std::uint8_t {
    Nobody, ///< Closed
    AllowList, ///< Restricted or Wide by what the Allow list holds
    HugeAllowList, ///< Open: more than half of the public IPv4 space or of 2000::/3
    NoRestriction, ///< Open: flags 0 or absent, observed reading
    OnlyDeny, ///< Open: flags are only 1
    LocalAny, ///< Open: a Local row in force matches every address
};

/// Exact answers about who may relay.
struct Exposure {
    ExposureLevel level = ExposureLevel::Closed;
    ExposureReason reason = ExposureReason::Nobody;
    Count ipv4 = {}; ///< IPv4 addresses that may relay anonymously
    Count ipv6 = {};
    Count publicIpv4 = {}; ///< of them, in public IPv4 space
    Count publicIpv6 = {}; ///< of them, in 2000::/3
    Count deniedIpv4 = {}; ///< addresses that Deny refuses while in force
    Count deniedIpv6 = {};
    bool authenticated = false; ///< clients that authenticate may relay (unless denied)
    bool local = false; ///< clients of some server address may relay (unless denied)

    friend bool operator==(const Exposure &, const Exposure &) = default;
};

[[nodiscard]] Exposure exposureOf(const RelayPolicy &policy, Reading reading = Reading::Observed);
/// The same from what is known already: RelayFlags as in the policy, and counts or sets.
[[nodiscard]] Exposure exposureOf(std::optional<std::uint32_t> flags, const PolicyCounts &counts, Reading reading);
[[nodiscard]] Exposure exposureOf(const PolicySets &sets, Reading reading);

/// Whether exposureOf(policy) is Open, mostly known without the sets: all rows of Allow together match too little.
[[nodiscard]] bool isOpen(const RelayPolicy &policy);

} // namespace relaytab
