#pragma once

#include <span>

#include "model/analysis/count.h"
#include "model/policy/rule.h"

namespace relaytab {

/// The IPv4 nets whose addresses no client on the Internet has: this network, private, shared, loopback, link-local,
/// documentation, benchmarking (RFC 6890), multicast and reserved. Disjoint, in address order. What is left is public.
[[nodiscard]] std::span<const Rule> specialNetsIPv4();

/// 2000::/3, the IPv6 space that is handed out (RFC 4291, 2.4): what counts as public of IPv6.
[[nodiscard]] Rule globalUnicastIPv6();

/// The three IPv4 nets of RFC 1918, or fc00::/7 (RFC 4193).
[[nodiscard]] std::span<const Rule> privateNets(Family family);

/// How many addresses the rule matches.
[[nodiscard]] Count matchCount(const Rule &rule);

/// How many public addresses the rule matches; for any mask, in constant time.
[[nodiscard]] Count publicCount(const Rule &rule);

} // namespace relaytab
