#include "model/policy/decision.h"

namespace relaytab {

namespace {

class Scan final : public RowFinder
{
public:
    explicit Scan(const RelayPolicy &policy) : m_policy(policy) { }

    std::optional<std::size_t> firstMatch(ListKind list, const Address &address) const override
    {
        return relaytab::firstMatch(m_policy.list(list), address);
    }

private:
    const RelayPolicy &m_policy;
};

/// A step that looks an address up in a list.
Step listStep(ListKind list, std::uint32_t flags, const RowFinder &rows, const std::optional<Address> &address)
{
    const bool off = (flags & flagOf(list)) == 0;
    if (!address)
        return {off ? StepOutcome::Off : StepOutcome::ServerUnknown};
    const auto row = rows.firstMatch(list, *address);
    if (off)
        return {StepOutcome::Off, row};
    return row ? Step{StepOutcome::Applied, row} : Step{StepOutcome::NoRowMatches};
}

struct Outcome {
    Verdict verdict;
    Reason reason;
    std::optional<ListKind> list = {};
};

constexpr std::array<Outcome, stepCount> outcomes{{
    {Verdict::Refused, Reason::DenyList, ListKind::Deny},
    {Verdict::Allowed, Reason::AllowList, ListKind::Allow},
    {Verdict::Allowed, Reason::LocalList, ListKind::Local},
    {Verdict::Allowed, Reason::Authenticated},
    {Verdict::Allowed, Reason::OnlyDeny},
    {Verdict::Refused, Reason::NothingApplied},
}};

} // namespace

Decision decide(std::optional<std::uint32_t> value, const RowFinder &rows, const Client &client, Reading reading)
{
    const std::uint32_t flags = value.value_or(0) & flag::known;
    Decision decision;
    decision.trace = {
        listStep(ListKind::Deny, flags, rows, client.address),
        listStep(ListKind::Allow, flags, rows, client.address),
        listStep(ListKind::Local, flags, rows, client.server),
        Step{(flags & flag::authenticated) == 0 ? StepOutcome::Off
                 : client.authenticated         ? StepOutcome::Applied
                                                : StepOutcome::NotAuthenticated},
        Step{flags == flag::deny             ? StepOutcome::Applied
                 : (flags & flag::deny) == 0 ? StepOutcome::Off
                                             : StepOutcome::OtherFlagsSet},
        Step{StepOutcome::Applied},
    };

    std::size_t deciding = 0;
    while (decision.trace[deciding].outcome != StepOutcome::Applied)
        ++deciding;
    for (std::size_t i = deciding + 1; i < stepCount; ++i)
        if (decision.trace[i].outcome != StepOutcome::Off)
            decision.trace[i].outcome = StepOutcome::NotReached;

    const Outcome &outcome = outcomes[deciding];
    decision.verdict = outcome.verdict;
    decision.reason = outcome.reason;
    if (outcome.list)
        decision.row = RowPlace{*outcome.list, *decision.trace[deciding].row};
    if (flags == 0 && reading == Reading::Observed) {
        decision.verdict = Verdict::Allowed;
        decision.reason = Reason::NoRestriction;
    }
    return decision;
}

Decision decide(const RelayPolicy &policy, const Client &client, Reading reading)
{
    return decide(policy.flags, Scan{policy}, client, reading);
}

bool dependsOnServer(const RelayPolicy &policy, const Client &client, Reading reading)
{
    return dependsOnServer(policy, client, decide(policy, client, reading));
}

bool dependsOnServer(const RelayPolicy &policy, const Client &client, const Decision &decision)
{
    if (client.server || !policy.inForce(ListKind::Local) || decision.verdict == Verdict::Allowed
        || decision.reason == Reason::DenyList)
        return false;
    for (const RuleList::RowView row : policy.local)
        if (const auto rule = row.activeRule(); rule && canMatch(*rule))
            return true;
    return false;
}

std::optional<std::size_t> firstMatch(const RuleList &list, const Address &address)
{
    std::optional<std::size_t> first;
    list.visitMeeting(Rule::host(address), [&first](std::size_t row, const Rule &) {
        first = row;
        return false;
    });
    return first;
}

} // namespace relaytab
