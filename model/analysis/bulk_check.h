#pragma once

#include "model/analysis/rule_index.h"

namespace relaytab {

/// A decision without its trace.
struct BriefDecision {
    Verdict verdict = Verdict::Refused;
    Reason reason = Reason::NothingApplied;
    std::optional<RowPlace> row = {}; ///< the deciding row

    friend constexpr bool operator==(const BriefDecision &, const BriefDecision &) = default;
};

/// What the clients of one bulk check have in common.
struct BulkClient {
    std::optional<Address> server = {}; ///< nothing when it is not known
    bool authenticated = false;

    friend constexpr bool operator==(const BulkClient &, const BulkClient &) = default;
};

/// decide() for many addresses that differ in nothing else. Indexes the lists that can decide about them, once; then
/// any number of threads may ask at a time.
class BulkCheck
{
public:
    BulkCheck(const RelayPolicy &policy, const BulkClient &client, Reading reading);

    [[nodiscard]] BriefDecision decide(const Address &address) const;
    /// In the order of the addresses; decisions.size() == addresses.size().
    void decide(std::span<const Address> addresses, std::span<BriefDecision> decisions) const;

    /// Only the rows, for a caller that makes its own of them: where `deny` has one it decides, else where `allow` has
    /// one, else rest(). All three of one size.
    void findIPv4(std::span<const std::uint32_t> addresses, std::span<RowNumber> deny,
                  std::span<RowNumber> allow) const;
    /// What happens to an address that neither list decides about.
    [[nodiscard]] const BriefDecision &rest() const { return m_rest; }

private:
    [[nodiscard]] BriefDecision decisionOf(RowNumber deny, RowNumber allow) const;

    RuleIndex m_deny; ///< empty when not in force
    RuleIndex m_allow;
    BriefDecision m_rest; ///< for an address that neither lists
};

} // namespace relaytab
