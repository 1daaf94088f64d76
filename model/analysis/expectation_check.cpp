#include "model/analysis/expectation_check.h"

namespace relaytab {

ExpectationCheck checkExpectation(const Expectation &expectation, const PolicySets &sets, Reading reading)
{
    const auto *rule = std::get_if<Rule>(&expectation.client);
    if (rule == nullptr)
        return {ExpectationState::NoRule};
    const AddressSet asked = AddressSet::ofRule(*rule);
    const auto first = asked.first();
    if (!first)
        return {ExpectationState::NoAddress};

    // Only the part of the lists that the client net meets is looked at, which is what makes this fast.
    const ClientClass client{expectation.server, expectation.authenticated};
    AddressSet allowed = everyoneAllowed(sets, client, reading) ? asked
        : sets.inForce(ListKind::Allow)                         ? asked.intersectedWith(sets.allow)
                                                                : AddressSet();
    if (sets.inForce(ListKind::Deny))
        allowed = allowed.without(sets.deny);

    const AddressSet broken = expectation.verdict == Verdict::Allowed ? asked.without(allowed) : allowed;
    const Count of = asked.count(first->family);
    if (broken.isEmpty())
        return {.state = ExpectationState::Holds, .of = of};
    return {ExpectationState::Broken, broken.first(), broken.count(first->family), of};
}

std::vector<ExpectationCheck> checkExpectations(const RelayPolicy &policy, Reading reading)
{
    const PolicySets sets = policySetsOf(policy);
    std::vector<ExpectationCheck> result;
    result.reserve(policy.expectations.size());
    for (const Expectation &expectation : policy.expectations)
        result.push_back(checkExpectation(expectation, sets, reading));
    return result;
}

} // namespace relaytab
