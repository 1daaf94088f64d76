#pragma once

#include <variant>

#include "model/policy/mask.h"

namespace relaytab {

/// Whether the mask stands in the text; left out means all ones: one host (KB Q193922).
enum class MaskForm : std::uint8_t { Written, LeftOut };

/// `net[;mask]`. Net and mask are of one family. A net with bits outside its mask is legal and matches nothing.
struct Rule {
    Address net;
    Mask mask;
    MaskForm form = MaskForm::Written;

    static constexpr Rule host(const Address &address)
    {
        return {address, Mask::prefix(address.family, width(address.family)), MaskForm::LeftOut};
    }

    friend constexpr bool operator==(const Rule &, const Rule &) = default;
};

/// The law of KB Q193922: (address AND mask) = net. An address never matches a rule of the other family.
[[nodiscard]] constexpr bool matches(const Rule &rule, const Address &address)
{
    return rule.net.family == address.family && (address.bits & rule.mask.bits) == rule.net.bits;
}

/// False for a rule whose net has bits outside its mask.
[[nodiscard]] constexpr bool canMatch(const Rule &rule)
{
    return (rule.net.bits & ~rule.mask.bits) == 0;
}

/// True when some address matches both.
[[nodiscard]] constexpr bool overlap(const Rule &a, const Rule &b)
{
    return a.net.family == b.net.family && canMatch(a) && canMatch(b)
        && ((a.net.bits ^ b.net.bits) & a.mask.bits & b.mask.bits) == 0;
}

/// Equal in what they match: a mask left out is the mask of all ones, and all rules that match nothing are equal.
[[nodiscard]] constexpr bool sameMatches(const Rule &a, const Rule &b)
{
    if (!canMatch(a) || !canMatch(b))
        return canMatch(a) == canMatch(b);
    return a.net == b.net && a.mask == b.mask;
}

/// A row whose text is no rule, word for word. It matches nothing and is never lost.
struct RuleText {
    std::string net;
    std::string mask = {};
    MaskForm form = MaskForm::Written; ///< LeftOut: there was no separator and `mask` is empty

    friend bool operator==(const RuleText &, const RuleText &) = default;
};

using RuleEntry = std::variant<Rule, RuleText>;

/// Why net and mask are no rule: which of the two, and what is wrong with it.
struct RuleError {
    std::variant<AddressError, MaskError> why; ///< an AddressError speaks of the net, a MaskError of the mask

    friend bool operator==(const RuleError &, const RuleError &) = default;
};

/// The one place where two texts become a rule. With MaskForm::LeftOut `mask` is not looked at.
[[nodiscard]] Expected<Rule, RuleError> parseRule(std::string_view net, std::string_view mask, MaskForm form);

/// The rule if the texts are one, else the texts as they are.
[[nodiscard]] RuleEntry entryOf(std::string_view net, std::string_view mask, MaskForm form);

/// Why a kept text is no rule. Parses it again: texts are few, and what is not stored cannot disagree. Text that is a
/// rule elsewhere, such as `10.0.0.0;24` of a registry, has a mask that is none where it stands.
[[nodiscard]] RuleError whyNoRule(const RuleText &text);

/// The entry's two columns as the editor shows them; the mask is empty when it was left out.
[[nodiscard]] std::string netText(const RuleEntry &entry);
[[nodiscard]] std::string maskText(const RuleEntry &entry);

/// One row of a list.
struct RuleRow {
    RuleEntry entry;
    bool enabled = true;
    std::string comment = {};

    friend bool operator==(const RuleRow &, const RuleRow &) = default;
};

} // namespace relaytab
