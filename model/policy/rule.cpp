#include "model/policy/rule.h"

namespace relaytab {

Expected<Rule, RuleError> parseRule(std::string_view net, std::string_view mask, MaskForm form)
{
    const auto address = parseAddress(net);
    if (!address)
        return Unexpected<RuleError>{RuleError{address.error()}};
    if (form == MaskForm::LeftOut)
        return Rule::host(*address);
    const auto bits = parseMask(mask, address->family);
    if (!bits)
        return Unexpected<RuleError>{RuleError{bits.error()}};
    return Rule{*address, *bits, MaskForm::Written};
}

RuleEntry entryOf(std::string_view net, std::string_view mask, MaskForm form)
{
    if (const auto rule = parseRule(net, mask, form))
        return *rule;
    return RuleText{std::string{net}, form == MaskForm::LeftOut ? std::string{} : std::string{mask}, form};
}

RuleError whyNoRule(const RuleText &text)
{
    const auto rule = parseRule(text.net, text.mask, text.form);
    return rule ? RuleError{MaskError{.code = MaskErrorCode::NotAMask, .part = text.mask}} : rule.error();
}

std::string netText(const RuleEntry &entry)
{
    const auto *rule = std::get_if<Rule>(&entry);
    return rule != nullptr ? toText(rule->net) : std::get<RuleText>(entry).net;
}

std::string maskText(const RuleEntry &entry)
{
    if (const auto *text = std::get_if<RuleText>(&entry))
        return text->mask;
    const Rule &rule = std::get<Rule>(entry);
    return rule.form == MaskForm::LeftOut ? std::string{} : toText(rule.mask);
}

} // namespace relaytab
