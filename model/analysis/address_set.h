#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "model/analysis/count.h"
#include "model/analysis/word.h"
#include "model/policy/rule_list.h"

namespace relaytab {

/// first..last of one family, both included; first <= last.
struct AddressRange {
    Address first;
    Address last;

    friend constexpr bool operator==(const AddressRange &, const AddressRange &) = default;
};

/// A block net/length; the net has no bits behind `length`.
struct Prefix {
    Address net;
    int length = 0;

    friend constexpr bool operator==(const Prefix &, const Prefix &) = default;
};

/// "192.168.1.0/24".
[[nodiscard]] std::string toText(const Prefix &prefix);

struct FlatList;
template <AddressWord Word>
class FamilySet;

/// An exact set of addresses of both families, for any mask. A value; equal sets are equal whatever made them.
/// docs/address-sets.md says how it is stored and why. Threads: as a value.
class AddressSet
{
public:
    AddressSet();

    /// The union of what the enabled rules match.
    [[nodiscard]] static AddressSet ofRules(const RuleList &list);
    /// The same from rows that are sorted already.
    [[nodiscard]] static AddressSet ofRules(const FlatList &list);
    [[nodiscard]] static AddressSet ofRule(const Rule &rule);
    [[nodiscard]] static AddressSet ofRange(const AddressRange &range);
    [[nodiscard]] static AddressSet everything(Family family);

    [[nodiscard]] AddressSet unitedWith(const AddressSet &other) const;
    [[nodiscard]] AddressSet intersectedWith(const AddressSet &other) const;
    [[nodiscard]] AddressSet without(const AddressSet &other) const;

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool contains(const Address &address) const;
    [[nodiscard]] bool containsAll(const AddressSet &other) const;
    [[nodiscard]] bool overlaps(const AddressSet &other) const;
    [[nodiscard]] Count count(Family family) const;
    /// The lowest address, IPv4 before IPv6: a witness of whatever the set stands for.
    [[nodiscard]] std::optional<Address> first() const;

    /// The fewest prefixes that make the set, in address order, IPv4 first. Stops when `visit` returns false. Lazy: a
    /// set of 2^31 prefixes answers its first ones at once.
    void visitPrefixes(const std::function<bool(const Prefix &)> &visit) const;
    /// The first prefixes, at most `limit`.
    [[nodiscard]] std::vector<Prefix> prefixes(std::size_t limit) const;
    /// How many prefixes there are in all, exact.
    [[nodiscard]] Count prefixCount() const;

    /// What is in it of one family, in the form it is kept in; lives as long as the set.
    [[nodiscard]] const FamilySet<std::uint32_t> &ipv4() const;
    [[nodiscard]] const FamilySet<Bits> &ipv6() const;

    friend bool operator==(const AddressSet &a, const AddressSet &b);

private:
    struct Data;
    explicit AddressSet(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

} // namespace relaytab
