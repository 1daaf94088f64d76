#include "model/analysis/bulk_check.h"

#include <algorithm>

namespace relaytab {

namespace {

/// Finds only Local rows: what decides about a client that is on neither of the other lists.
class LocalOnly final : public RowFinder
{
public:
    explicit LocalOnly(const RuleList &local) : m_local(local) { }

    std::optional<std::size_t> firstMatch(ListKind list, const Address &address) const override
    {
        return list == ListKind::Local ? relaytab::firstMatch(m_local, address) : std::nullopt;
    }

private:
    const RuleList &m_local;
};

BriefDecision restOf(const RelayPolicy &policy, const BulkClient &client, Reading reading)
{
    const Client nobody{.address = {}, .server = client.server, .authenticated = client.authenticated};
    const Decision decision = decide(policy.flags, LocalOnly{policy.local}, nobody, reading);
    return {decision.verdict, decision.reason, decision.row};
}

} // namespace

BulkCheck::BulkCheck(const RelayPolicy &policy, const BulkClient &client, Reading reading)
    : m_deny(policy.inForce(ListKind::Deny) ? RuleIndex(policy.deny) : RuleIndex()),
      m_allow(policy.inForce(ListKind::Allow) ? RuleIndex(policy.allow) : RuleIndex()),
      m_rest(restOf(policy, client, reading))
{ }

BriefDecision BulkCheck::decisionOf(RowNumber deny, RowNumber allow) const
{
    if (deny != noRow)
        return {Verdict::Refused, Reason::DenyList, RowPlace{ListKind::Deny, deny}};
    if (allow != noRow)
        return {Verdict::Allowed, Reason::AllowList, RowPlace{ListKind::Allow, allow}};
    return m_rest;
}

BriefDecision BulkCheck::decide(const Address &address) const
{
    return decisionOf(m_deny.find(address), m_allow.find(address));
}

void BulkCheck::decide(std::span<const Address> addresses, std::span<BriefDecision> decisions) const
{
    constexpr std::size_t block = 256;
    std::array<std::uint32_t, block> ipv4;
    std::array<Bits, block> ipv6;
    std::array<std::size_t, block> places;
    std::array<RowNumber, block> deny;
    std::array<RowNumber, block> allow;
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        std::size_t next = 0;
        while (next < addresses.size()) {
            std::size_t count = 0;
            for (; next < addresses.size() && count < block; ++next) {
                if (addresses[next].family != family)
                    continue;
                places[count] = next;
                ipv4[count] = static_cast<std::uint32_t>(addresses[next].bits);
                ipv6[count] = addresses[next].bits;
                ++count;
            }
            const auto find = [&](const RuleIndex &index, std::array<RowNumber, block> &rows) {
                if (family == Family::IPv4)
                    index.findIPv4({ipv4.data(), count}, {rows.data(), count});
                else
                    index.findIPv6({ipv6.data(), count}, {rows.data(), count});
            };
            find(m_deny, deny);
            find(m_allow, allow);
            for (std::size_t i = 0; i < count; ++i)
                decisions[places[i]] = decisionOf(deny[i], allow[i]);
        }
    }
}

void BulkCheck::findIPv4(std::span<const std::uint32_t> addresses, std::span<RowNumber> deny,
                         std::span<RowNumber> allow) const
{
    m_deny.findIPv4(addresses, deny);
    m_allow.findIPv4(addresses, allow);
}

} // namespace relaytab
