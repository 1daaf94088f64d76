#pragma once

#include "model/analysis/policy_sets.h"

namespace relaytab {

enum class ExpectationState : std::uint8_t {
    Holds, ///< proven for every address of the client net
    Broken,
    NoRule, ///< the client is neither an address nor a net
    NoAddress, ///< the client net matches no address: there is nothing to hold
};

/// Whether an expectation is true of a policy.
struct ExpectationCheck {
    ExpectationState state = ExpectationState::Holds;
    std::optional<Address> witness = {}; ///< Broken: the lowest client address that gets the other verdict
    Count broken = {}; ///< Broken: how many addresses do
    Count of = {}; ///< how many addresses the expectation speaks of

    friend bool operator==(const ExpectationCheck &, const ExpectationCheck &) = default;
};

/// By proof for the whole net. A server that is absent is unknown, as in decide().
[[nodiscard]] ExpectationCheck checkExpectation(const Expectation &expectation, const PolicySets &sets,
                                                Reading reading = Reading::Observed);

/// All expectations of the policy, in their order.
[[nodiscard]] std::vector<ExpectationCheck> checkExpectations(const RelayPolicy &policy,
                                                              Reading reading = Reading::Observed);

} // namespace relaytab
