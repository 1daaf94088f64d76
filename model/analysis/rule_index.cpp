#include "model/analysis/rule_index.h"

namespace relaytab {

RuleIndex::RuleIndex(const RuleList &list) : RuleIndex(flatten(list)) { }

RuleIndex::RuleIndex(const FlatList &list)
    : m_ipv4(list.ipv4), m_ipv6(list.ipv6), m_gaps4(list.gaps), m_gaps6(list.gaps)
{ }

RowNumber RuleIndex::findIPv4(std::uint32_t address) const
{
    const RowNumber row = m_ipv4.find(address);
    return m_gaps4.isEmpty() ? row : m_gaps4.find(address, row);
}

RowNumber RuleIndex::find(const Address &address) const
{
    if (address.family == Family::IPv4)
        return findIPv4(static_cast<std::uint32_t>(address.bits));
    const RowNumber row = m_ipv6.find(address.bits);
    return m_gaps6.isEmpty() ? row : m_gaps6.find(address.bits, row);
}

void RuleIndex::findIPv4(std::span<const std::uint32_t> addresses, std::span<RowNumber> rows) const
{
    m_ipv4.find(addresses, rows);
    if (!m_gaps4.isEmpty())
        for (std::size_t i = 0; i < addresses.size(); ++i)
            rows[i] = m_gaps4.find(addresses[i], rows[i]);
}

void RuleIndex::findIPv6(std::span<const Bits> addresses, std::span<RowNumber> rows) const
{
    m_ipv6.find(addresses, rows);
    if (!m_gaps6.isEmpty())
        for (std::size_t i = 0; i < addresses.size(); ++i)
            rows[i] = m_gaps6.find(addresses[i], rows[i]);
}

std::size_t RuleIndex::bytes() const
{
    return m_ipv4.bytes() + m_ipv6.bytes() + m_gaps4.bytes() + m_gaps6.bytes();
}

PolicyIndex::PolicyIndex(const RelayPolicy &policy)
    : m_lists{RuleIndex(policy.deny), RuleIndex(policy.allow), RuleIndex(policy.local)}
{ }

std::optional<std::size_t> PolicyIndex::firstMatch(ListKind list, const Address &address) const
{
    const RowNumber row = this->list(list).find(address);
    return row == noRow ? std::nullopt : std::optional<std::size_t>{row};
}

} // namespace relaytab
