#include "model/analysis/policy_sets.h"

namespace relaytab {

namespace {

AddressSet everyone()
{
    return AddressSet::everything(Family::IPv4).unitedWith(AddressSet::everything(Family::IPv6));
}

} // namespace

PolicySets policySetsOf(const RelayPolicy &policy)
{
    return {policy.flags, AddressSet::ofRules(policy.deny), AddressSet::ofRules(policy.allow),
            AddressSet::ofRules(policy.local)};
}

bool everyoneAllowed(const PolicySets &sets, const ClientClass &client, Reading reading)
{
    const std::uint32_t flags = sets.knownFlags();
    if (flags == 0)
        return reading == Reading::Observed;
    return flags == flag::deny || ((flags & flag::authenticated) != 0 && client.authenticated)
        || (sets.inForce(ListKind::Local) && client.server && sets.local.contains(*client.server));
}

AddressSet allowedSet(const PolicySets &sets, const ClientClass &client, Reading reading)
{
    const AddressSet asked = everyoneAllowed(sets, client, reading) ? everyone()
        : sets.inForce(ListKind::Allow)                             ? sets.allow
                                                                    : AddressSet();
    return sets.inForce(ListKind::Deny) ? asked.without(sets.deny) : asked;
}

AddressSet allowedSet(const RelayPolicy &policy, const ClientClass &client, Reading reading)
{
    return allowedSet(policySetsOf(policy), client, reading);
}

} // namespace relaytab
