#pragma once

#include "model/analysis/address_set.h"
#include "model/policy/relay_policy.h"

namespace relaytab {

/// All there is to know about what a policy does: its flags, and what the enabled rows of each list match, whether the
/// list is in force or not.
struct PolicySets {
    std::optional<std::uint32_t> flags = {}; ///< RelayFlags, all 32 bits; nothing when the value is absent
    AddressSet deny = {};
    AddressSet allow = {};
    AddressSet local = {};

    [[nodiscard]] AddressSet &list(ListKind kind)
    {
        return kind == ListKind::Deny ? deny : kind == ListKind::Allow ? allow : local;
    }
    [[nodiscard]] const AddressSet &list(ListKind kind) const
    {
        return kind == ListKind::Deny ? deny : kind == ListKind::Allow ? allow : local;
    }
    /// The four bits that have a meaning; an absent value reads as 0.
    [[nodiscard]] std::uint32_t knownFlags() const { return flags.value_or(0) & flag::known; }
    [[nodiscard]] bool inForce(ListKind kind) const { return (knownFlags() & flagOf(kind)) != 0; }

    friend bool operator==(const PolicySets &, const PolicySets &) = default;
};

[[nodiscard]] PolicySets policySetsOf(const RelayPolicy &policy);

/// All clients that differ in nothing but their address: a Client without it.
struct ClientClass {
    std::optional<Address> server = {}; ///< nothing when it is not known
    bool authenticated = false;

    friend constexpr bool operator==(const ClientClass &, const ClientClass &) = default;
};

/// True when every client of this class may relay whom Deny, while it is in force, does not refuse; false when the
/// Allow list decides, or when nobody may.
[[nodiscard]] bool everyoneAllowed(const PolicySets &sets, const ClientClass &client, Reading reading);

/// The addresses whose clients of this class may relay: exactly those that decide() allows.
[[nodiscard]] AddressSet allowedSet(const PolicySets &sets, const ClientClass &client, Reading reading);
[[nodiscard]] AddressSet allowedSet(const RelayPolicy &policy, const ClientClass &client,
                                    Reading reading = Reading::Observed);

} // namespace relaytab
