#include "model/analysis/policy_sets.h"

namespace relaytab {

namespace {

/// Above this many rows taken away, looking for the rows that overlap them costs more than beginning anew.
constexpr std::size_t fewRows = 16;

bool overlap(const Rule &a, const Rule &b)
{
    return a.net.family == b.net.family && ((a.net.bits ^ b.net.bits) & a.mask.bits & b.mask.bits) == 0;
}

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

AddressSet setAfterEdit(const AddressSet &before, const RuleList &removed, const RuleList &added, const RuleList &now)
{
    if (removed.size() > fewRows || added.size() > now.size() / 2)
        return AddressSet::ofRules(now);
    AddressSet after = before;
    std::vector<Rule> gone;
    for (const RuleList::RowView row : removed)
        if (const auto rule = row.activeRule(); rule && canMatch(*rule))
            gone.push_back(*rule);
    if (!gone.empty()) {
        // Other rows may match what the row matched that is gone.
        RuleList stillThere;
        for (const RuleList::RowView row : now) {
            const auto rule = row.activeRule();
            if (!rule)
                continue;
            for (const Rule &other : gone) {
                if (overlap(*rule, other)) {
                    stillThere.append(*rule);
                    break;
                }
            }
        }
        after = after.without(AddressSet::ofRules(removed)).unitedWith(AddressSet::ofRules(stillThere));
    }
    return after.unitedWith(AddressSet::ofRules(added));
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
