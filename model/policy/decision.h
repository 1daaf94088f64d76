#pragma once

#include "model/policy/relay_policy.h"

namespace relaytab {

/// Who connects.
struct Client {
    Address address;
    std::optional<Address> server = {}; ///< the server-side address of the connection; nothing when it is not known
    bool authenticated = false;

    friend constexpr bool operator==(const Client &, const Client &) = default;
};

enum class StepOutcome : std::uint8_t {
    Applied, ///< this step decided
    Off, ///< its flag is not set
    NoRowMatches, ///< its list is in force, and no row matches
    ServerUnknown, ///< Local is in force, and the server address is not known
    NotAuthenticated, ///< flag 8 is set, and the client did not authenticate
    OtherFlagsSet, ///< step 5: flags are not only 1
    NotReached, ///< an earlier step decided
};

/// One line of the decision table, tried for one client.
struct Step {
    StepOutcome outcome = StepOutcome::NotReached;
    /// The first row that matches, where the step has a list. For Applied the deciding row; for NotReached and Off the
    /// row that would have matched.
    std::optional<std::size_t> row = {};

    friend constexpr bool operator==(const Step &, const Step &) = default;
};

/// The steps in the article's order: Deny, Allow, Local, authenticated, only Deny, nothing applied.
inline constexpr std::size_t stepCount = 6;

struct Decision {
    Verdict verdict = Verdict::Refused;
    Reason reason = Reason::NothingApplied;
    std::optional<RowPlace> row = {}; ///< the deciding row: the first match in file order
    std::array<Step, stepCount> trace = {};

    friend constexpr bool operator==(const Decision &, const Decision &) = default;
};

/// Where the first match of a list is looked up. Lets an index stand in for the scan; the answer must be the same.
class RowFinder
{
public:
    virtual ~RowFinder() = default;
    /// The first enabled row, counted from 0, whose rule matches.
    [[nodiscard]] virtual std::optional<std::size_t> firstMatch(ListKind list, const Address &address) const = 0;

protected:
    RowFinder() = default;
    RowFinder(const RowFinder &) = default;
    RowFinder &operator=(const RowFinder &) = default;
};

/// What happens to a client: KB Q193922, first step that applies wins. Total: every policy and client has an answer.
/// Time: one pass over each list.
[[nodiscard]] Decision decide(const RelayPolicy &policy, const Client &client, Reading reading = Reading::Observed);

/// The same with another way to find rows; of the policy only RelayFlags is read.
[[nodiscard]] Decision decide(std::optional<std::uint32_t> flags, const RowFinder &rows, const Client &client,
                              Reading reading);

/// True when the server address is not known and some server address would change the verdict.
[[nodiscard]] bool dependsOnServer(const RelayPolicy &policy, const Client &client, Reading reading);
/// The same from what decide() said of the policy and the client.
[[nodiscard]] bool dependsOnServer(const RelayPolicy &policy, const Client &client, const Decision &decision);

/// The first enabled row whose rule matches: the scan behind decide().
[[nodiscard]] std::optional<std::size_t> firstMatch(const RuleList &list, const Address &address);

} // namespace relaytab
