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
    return {AddressSet::ofRules(policy.deny), AddressSet::ofRules(policy.allow), AddressSet::ofRules(policy.local)};
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

AddressSet allowedSet(std::optional<std::uint32_t> value, const PolicySets &sets, const ClientClass &client,
                      Reading reading)
{
    const std::uint32_t flags = value.value_or(0) & flag::known;
    if (flags == 0)
        return reading == Reading::Observed ? everyone() : AddressSet();
    const bool listedServer = (flags & flag::local) != 0 && client.server && sets.local.contains(*client.server);
    const bool authenticated = (flags & flag::authenticated) != 0 && client.authenticated;
    const AddressSet asked = listedServer || authenticated || flags == flag::deny ? everyone()
        : (flags & flag::allow) != 0                                              ? sets.allow
                                                                                  : AddressSet();
    return (flags & flag::deny) != 0 ? asked.without(sets.deny) : asked;
}

AddressSet allowedSet(const RelayPolicy &policy, const ClientClass &client, Reading reading)
{
    return allowedSet(policy.flags, policySetsOf(policy), client, reading);
}

} // namespace relaytab
