#pragma once

#include "model/analysis/gap_rows.h"
#include "model/analysis/ipv4_segments.h"
#include "model/analysis/ipv6_segments.h"
#include "model/policy/decision.h"

namespace relaytab {

/// Address to the first enabled row that matches, for one list, in a time that hardly grows with the list:
/// docs/rule-index.md says how and why. Does not change once made; any number of threads may ask at a time.
class RuleIndex
{
public:
    RuleIndex() = default;
    explicit RuleIndex(const RuleList &list);
    explicit RuleIndex(const FlatList &list);

    /// The row from 0, or noRow.
    [[nodiscard]] RowNumber find(const Address &address) const;
    [[nodiscard]] RowNumber findIPv4(std::uint32_t address) const;
    /// Many addresses of one family, faster than one by one; rows.size() == addresses.size().
    void findIPv4(std::span<const std::uint32_t> addresses, std::span<RowNumber> rows) const;
    void findIPv6(std::span<const Bits> addresses, std::span<RowNumber> rows) const;

    /// What it holds in memory.
    [[nodiscard]] std::size_t bytes() const;

private:
    IPv4Segments m_ipv4;
    IPv6Segments m_ipv6;
    GapRows<std::uint32_t> m_gaps4;
    GapRows<Bits> m_gaps6;
};

/// The three lists of a policy; stands in for the scan of decide(). The answers are the same.
class PolicyIndex final : public RowFinder
{
public:
    explicit PolicyIndex(const RelayPolicy &policy);

    [[nodiscard]] const RuleIndex &list(ListKind kind) const { return m_lists[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::optional<std::size_t> firstMatch(ListKind list, const Address &address) const override;

private:
    std::array<RuleIndex, allLists.size()> m_lists;
};

} // namespace relaytab
