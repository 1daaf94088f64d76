#include "model/analysis/client_answers.h"

#include <algorithm>

#include "model/analysis/policy_sets.h"

namespace relaytab {

namespace {

/// Addresses are looked up by so many.
constexpr std::size_t block = 4096;

ClientVerdict verdictOf(const BriefDecision &decision)
{
    return decision.verdict == Verdict::Allowed ? ClientVerdict::Allowed : ClientVerdict::Refused;
}

/// Answers nets with the sets of the policy, which are made once.
class NetCheck
{
public:
    NetCheck(const RelayPolicy &policy, const BulkClient &client, Reading reading)
    {
        const PolicySets sets = policySetsOf(policy);
        m_allowed = allowedSet(sets, {client.server, client.authenticated}, reading);
        if (!client.server && sets.inForce(ListKind::Local) && !sets.local.isEmpty())
            m_allowedAtLocal = allowedSet(sets, {sets.local.first(), client.authenticated}, reading);
    }

    ClientAnswer answer(const std::vector<Rule> &nets, const BulkCheck &check, NetShare &share) const
    {
        RuleList list;
        for (const Rule &net : nets)
            list.append(net);
        const AddressSet asked = AddressSet::ofRules(list);
        const AddressSet allowed = asked.intersectedWith(m_allowed);
        const AddressSet refused = asked.without(m_allowed);
        const Family family = nets.front().net.family;
        share = {.allowed = allowed.count(family),
                 .of = asked.count(family),
                 .example = refused.isEmpty() ? asked.first().value() : refused.first().value()};
        ClientAnswer answer{.decision = check.decide(share.example)};
        answer.verdict = refused.isEmpty()                          ? ClientVerdict::Allowed
            : !allowed.isEmpty()                                    ? ClientVerdict::Mixed
            : m_allowedAtLocal && m_allowedAtLocal->overlaps(asked) ? ClientVerdict::Depends
                                                                    : ClientVerdict::Refused;
        return answer;
    }

private:
    AddressSet m_allowed;
    std::optional<AddressSet> m_allowedAtLocal; ///< when the server is not known, and it matters which it is
};

/// Whether an address that neither Deny nor Allow lists is refused only because nobody knows the server.
bool restDependsOnServer(const RelayPolicy &policy, const BulkClient &client, const BriefDecision &rest)
{
    return dependsOnServer(policy, {.address = {}, .server = client.server, .authenticated = client.authenticated},
                           Decision{.verdict = rest.verdict, .reason = rest.reason});
}

/// Answers one block after the other.
class Answering
{
public:
    Answering(std::span<const ClientQuestion> questions, const BulkCheck &check, bool restDepends,
              const std::optional<NetCheck> &nets)
        : m_questions(questions), m_check(check), m_restDepends(restDepends), m_nets(nets)
    {
        m_answers.answers.reserve(questions.size());
    }

    void answerBlock(std::size_t first, std::size_t count)
    {
        m_addresses.clear();
        for (const ClientQuestion &question : m_questions.subspan(first, count)) {
            const auto *address = std::get_if<Address>(&question);
            m_addresses.push_back(address != nullptr ? *address : Address{}); // not looked at
        }
        m_decisions.resize(count);
        m_check.decide(m_addresses, m_decisions);
        for (std::size_t i = 0; i < count; ++i) {
            const ClientAnswer answer = answerTo(m_questions[first + i], m_decisions[i]);
            ++m_answers.tally[static_cast<std::size_t>(answer.verdict)];
            m_answers.answers.push_back(answer);
        }
    }
    [[nodiscard]] ClientAnswers take() { return std::move(m_answers); }

private:
    ClientAnswer answerTo(const ClientQuestion &question, const BriefDecision &decision)
    {
        if (std::holds_alternative<Address>(question)) {
            const bool depends = m_restDepends && decision.reason == Reason::NothingApplied;
            return {.verdict = depends ? ClientVerdict::Depends : verdictOf(decision), .decision = decision};
        }
        const auto *net = std::get_if<std::vector<Rule>>(&question);
        if (net == nullptr)
            return {};
        NetShare share;
        ClientAnswer answer = m_nets->answer(*net, m_check, share);
        answer.net = static_cast<std::uint32_t>(m_answers.nets.size());
        m_answers.nets.push_back(share);
        return answer;
    }

    std::span<const ClientQuestion> m_questions;
    const BulkCheck &m_check;
    bool m_restDepends;
    const std::optional<NetCheck> &m_nets; ///< there when a question is a net
    ClientAnswers m_answers;
    std::vector<Address> m_addresses;
    std::vector<BriefDecision> m_decisions;
};

} // namespace

std::optional<ClientAnswers> answersOf(std::span<const ClientQuestion> questions, const RelayPolicy &policy,
                                       const BulkClient &client, Reading reading, const Progress &progress)
{
    ProgressMeter meter(progress);
    if (!meter.startStretch(0.1))
        return std::nullopt;
    const BulkCheck check(policy, client, reading);
    const bool hasNets = std::ranges::any_of(
        questions, [](const ClientQuestion &question) { return std::holds_alternative<std::vector<Rule>>(question); });
    std::optional<NetCheck> nets;
    if (hasNets) {
        if (!meter.startStretch(0.3))
            return std::nullopt;
        nets.emplace(policy, client, reading);
    }
    Answering answering(questions, check, restDependsOnServer(policy, client, check.rest()), nets);
    for (std::size_t first = 0; first < questions.size(); first += block) {
        const std::size_t count = std::min(block, questions.size() - first);
        const double done = static_cast<double>(first + count) / static_cast<double>(questions.size());
        if (!meter.startStretch(hasNets ? 0.3 + 0.7 * done : 0.1 + 0.9 * done))
            return std::nullopt;
        answering.answerBlock(first, count);
    }
    return answering.take();
}

} // namespace relaytab
