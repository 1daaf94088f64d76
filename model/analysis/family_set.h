#pragma once

#include <variant>

#include "model/analysis/diagram.h"

namespace relaytab {

/// What a rule matches whose mask is a prefix and that can match.
template <AddressWord Word>
[[nodiscard]] constexpr Interval<Word> intervalOf(const Rule &rule)
{
    const auto net = static_cast<Word>(rule.net.bits);
    return {net, net | static_cast<Word>(~rule.mask.bits)};
}

enum class SetOperation : std::uint8_t { Unite, Intersect, Subtract };

/// A set of addresses of one family in whichever form suits it: intervals, or a diagram when masks with gaps would make
/// too many of them (docs/address-sets.md). A value.
template <AddressWord Word>
class FamilySet
{
public:
    FamilySet() = default;
    explicit FamilySet(IntervalSet<Word> intervals) : m_form(std::move(intervals)) { }
    /// Intervals where they are few.
    explicit FamilySet(Diagram diagram);
    /// The union of intervals and of rules whose masks have gaps.
    FamilySet(IntervalSet<Word> intervals, const std::vector<Rule> &gapRules);

    [[nodiscard]] FamilySet combinedWith(const FamilySet &other, SetOperation operation) const;

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool contains(Word address) const;
    [[nodiscard]] bool containsAll(const FamilySet &other) const;
    [[nodiscard]] bool overlaps(const FamilySet &other) const;
    [[nodiscard]] Count count() const;
    /// The lowest address; the set is not empty.
    [[nodiscard]] Word first() const;
    [[nodiscard]] Bits prefixCount() const;
    /// The fewest prefixes in ascending order. Stops when `visit` returns false, and returns false then.
    bool visitPrefixes(const std::function<bool(Bits first, int length)> &visit) const;

    /// The intervals, or nothing when the set is a diagram.
    [[nodiscard]] const IntervalSet<Word> *intervals() const { return std::get_if<IntervalSet<Word>>(&m_form); }
    /// The set as a node of the builder, which is of this family.
    [[nodiscard]] Diagram::Node addTo(DiagramBuilder &builder) const;

    [[nodiscard]] bool equals(const FamilySet &other) const;

private:
    std::variant<IntervalSet<Word>, Diagram> m_form;
};

extern template class FamilySet<std::uint32_t>;
extern template class FamilySet<Bits>;

} // namespace relaytab
