#pragma once

#include "model/analysis/policy_sets.h"

namespace relaytab {

/// What a change of policy does to clients of one class.
struct Difference {
    AddressSet gained = {}; ///< refused before, allowed now
    AddressSet lost = {}; ///< allowed before, refused now

    [[nodiscard]] bool isEmpty() const { return gained.isEmpty() && lost.isEmpty(); }

    friend bool operator==(const Difference &, const Difference &) = default;
};

[[nodiscard]] Difference differenceOf(const PolicySets &before, const PolicySets &after, const ClientClass &client,
                                      Reading reading = Reading::Observed);
[[nodiscard]] Difference differenceOf(const RelayPolicy &before, const RelayPolicy &after, const ClientClass &client,
                                      Reading reading = Reading::Observed);

/// Which of two policies has a server address in a Local list in force. Policies look at it in no other way, so that
/// these four groups are all the servers there are.
enum class ServerGroup : std::uint8_t { Unlisted, BeforeOnly, AfterOnly, Both };

/// The difference for one of the finitely many classes of clients that two policies can tell apart.
struct ClassDifference {
    ServerGroup group = ServerGroup::Unlisted;
    AddressSet servers = {}; ///< of the group; the unknown server belongs to Unlisted
    ClientClass client = {}; ///< one of the class: its server is the lowest of `servers`, and not known for Unlisted
    Difference difference = {};

    friend bool operator==(const ClassDifference &, const ClassDifference &) = default;
};

/// One for each group that has servers, without and with authentication. The policies are equal for every client at
/// every server exactly when all of them are empty.
[[nodiscard]] std::vector<ClassDifference> differencesOf(const PolicySets &before, const PolicySets &after,
                                                         Reading reading = Reading::Observed);
[[nodiscard]] std::vector<ClassDifference> differencesOf(const RelayPolicy &before, const RelayPolicy &after,
                                                         Reading reading = Reading::Observed);

/// A proof: true when no client at all, whatever its address, server and authentication, gets another verdict.
[[nodiscard]] bool equalEffect(const PolicySets &before, const PolicySets &after, Reading reading = Reading::Observed);
[[nodiscard]] bool equalEffect(const RelayPolicy &before, const RelayPolicy &after,
                               Reading reading = Reading::Observed);

} // namespace relaytab
