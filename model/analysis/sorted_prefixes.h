#pragma once

#include "model/analysis/huge_pages.h"
#include "model/analysis/word.h"
#include "model/policy/rule_list.h"

namespace relaytab {

/// A row of a list as the engines count it, from 0.
using RowNumber = std::uint32_t;
inline constexpr RowNumber noRow = ~RowNumber{0};

/// The enabled rules of a list whose masks are prefixes of one family and that can match, by net, the shorter prefix
/// first, then by row: whoever covers stands before whom it covers.
template <AddressWord Word>
class SortedPrefixes;

template <>
class SortedPrefixes<std::uint32_t>
{
public:
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    [[nodiscard]] std::uint32_t net(std::size_t i) const { return static_cast<std::uint32_t>(m_keys[i] >> 32); }
    [[nodiscard]] RowNumber row(std::size_t i) const { return static_cast<RowNumber>(m_keys[i]); }
    [[nodiscard]] int length(std::size_t i) const { return m_lengths[i]; }

    void add(std::uint32_t net, int length, RowNumber row);
    void reserve(std::size_t rows);
    void sort();

private:
    HugeVector<std::uint64_t> m_keys; ///< the net in the high half, the row in the low one
    HugeVector<std::uint8_t> m_lengths; ///< by place; while rows are added, by row, where only those have one
};

template <>
class SortedPrefixes<Bits>
{
public:
    [[nodiscard]] std::size_t size() const { return m_order.size(); }
    [[nodiscard]] Bits net(std::size_t i) const { return m_prefixes[m_order[i].index].net; }
    [[nodiscard]] RowNumber row(std::size_t i) const { return m_prefixes[m_order[i].index].row; }
    [[nodiscard]] int length(std::size_t i) const { return m_prefixes[m_order[i].index].length; }

    void add(Bits net, int length, RowNumber row);
    void sort();

private:
    struct Prefix {
        Bits net;
        RowNumber row;
        std::uint8_t length;
    };
    struct Place {
        std::uint64_t high; ///< of the net
        std::uint32_t index; ///< of the prefix
    };
    HugeVector<Prefix> m_prefixes; ///< in the order of the rows
    HugeVector<Place> m_order;
};

/// Net and mask of a row that is an enabled IPv4 rule, whose mask is a prefix, and that can match: nearly all rows of
/// nearly all lists, looked at without making a Rule of them. Null for any other row.
[[nodiscard]] inline const RuleList::IPv4Words *plainPrefix(const RuleList::RowView &row)
{
    const auto *const words = row.enabled() ? row.ipv4() : nullptr;
    if (words == nullptr)
        return nullptr;
    const std::uint32_t host = ~words->mask;
    return (words->net & host) == 0 && (host & (host + 1)) == 0 ? words : nullptr;
}

/// A rule whose mask has gaps.
struct GapRow {
    Rule rule;
    RowNumber row = 0;
};

/// The enabled rules of a list that can match, in the form the engines work on.
struct FlatList {
    SortedPrefixes<std::uint32_t> ipv4 = {};
    SortedPrefixes<Bits> ipv6 = {};
    std::vector<GapRow> gaps = {}; ///< both families, by row
};

/// Lists of up to 2^32 - 2 rows.
[[nodiscard]] FlatList flatten(const RuleList &list);

} // namespace relaytab
