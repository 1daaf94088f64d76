#include "model/analysis/row_faults.h"

#include "model/analysis/mask_fault.h"
#include "model/analysis/nearest_mask.h"
#include "model/analysis/public_space.h"

namespace relaytab {

namespace {

/// A prefix shorter than this takes in more than one organisation has: it is not offered on the first key.
constexpr int widestOffered(Family family)
{
    return family == Family::IPv4 ? 8 : 16;
}

Fix replaceBy(const RuleEntry &entry)
{
    return {.kind = FixKind::ReplaceRow, .entry = entry};
}

Rule withMask(const Rule &rule, const Mask &mask)
{
    return {{rule.net.bits & mask.bits, rule.net.family}, mask, MaskForm::Written};
}

Rule onlyHost(const Rule &rule)
{
    return withMask(rule, Mask::prefix(rule.net.family, width(rule.net.family)));
}

int leadingOnes(const Mask &mask)
{
    int ones = 0;
    while (ones < width(mask.family) && ((mask.bits >> (width(mask.family) - 1 - ones)) & 1) != 0)
        ++ones;
    return ones;
}

FindingCode codeOf(AddressErrorCode code)
{
    switch (code) {
    case AddressErrorCode::Empty: return FindingCode::EmptyNet;
    case AddressErrorCode::OctetTooLarge: return FindingCode::OctetTooLarge;
    case AddressErrorCode::LeadingZero: return FindingCode::LeadingZero;
    default: return FindingCode::NotAnAddress;
    }
}

/// The rules a text may have been meant as; the first is the best guess.
std::vector<Rule> guesses(const RuleText &text, const RuleError &why)
{
    const auto with = [&](std::string_view net, std::string_view mask) -> std::vector<Rule> {
        const auto rule = parseRule(net, mask, text.form);
        return rule ? std::vector{*rule} : std::vector<Rule>{};
    };
    if (const auto *net = std::get_if<AddressError>(&why.why)) {
        if (!net->suggestion.empty())
            return with(net->suggestion, text.mask);
        // Blanks around it, or a whole entry in the net's place: 10.0.0.0/8.
        const auto entry = parseEntry(registryText(text));
        return entry && entry->rules.size() == 1 && entry->comment.empty() ? entry->rules : std::vector<Rule>{};
    }
    const auto &mask = std::get<MaskError>(why.why);
    const auto net = parseAddress(text.net);
    if (!net)
        return {};
    if (!mask.suggestion.empty())
        return with(text.net, mask.suggestion);
    if (mask.code == MaskErrorCode::Empty || mask.code == MaskErrorCode::PrefixTooLong)
        return {Rule::host(*net)};
    // What a reader kept as text though it is a mask elsewhere: `;24` in the registry.
    if (const auto rule = parseRule(text.net, text.mask, text.form))
        return {*rule};
    std::vector<Rule> rules;
    for (const Mask &near : nearestMasks(text.mask, net->family))
        rules.push_back({*net, near, MaskForm::Written});
    return rules;
}

Finding textFinding(const RuleText &text, RowPlace place)
{
    const RuleError why = whyNoRule(text);
    Finding finding{.row = place, .list = place.list};
    if (const auto *net = std::get_if<AddressError>(&why.why)) {
        finding.code = codeOf(net->code);
        finding.text = finding.code == FindingCode::NotAnAddress ? text.net : net->part;
        finding.error = EntryError{.code = EntryErrorCode::Net, .position = net->position, .rule = why};
    } else {
        const auto &mask = std::get<MaskError>(why.why);
        const bool zero = mask.code == MaskErrorCode::LeadingZero;
        finding.code = zero ? FindingCode::LeadingZero : FindingCode::NotAMask;
        finding.text = zero ? mask.part : text.mask;
        finding.error =
            EntryError{.code = EntryErrorCode::Mask, .position = text.net.size() + 1 + mask.position, .rule = why};
    }
    for (const Rule &rule : guesses(text, why))
        finding.fixes.push_back(replaceBy(rule));
    return finding;
}

std::vector<Fix> maskFixes(FindingCode code, const Rule &rule)
{
    const Family family = rule.net.family;
    switch (code) {
    case FindingCode::Swapped:
        return {replaceBy(Rule{{rule.mask.bits, family}, {rule.net.bits, family}, MaskForm::Written})};
    case FindingCode::WildcardMask: return {replaceBy(withMask(rule, {~rule.mask.bits & allOnes(family), family}))};
    case FindingCode::KbMaskRecipe: return {replaceBy(onlyHost(rule)), {.kind = FixKind::Explain}};
    case FindingCode::NeverMatches: {
        const Fix network = replaceBy(withMask(rule, rule.mask));
        const Fix host = replaceBy(onlyHost(rule));
        if (rule.mask.bits == 0) // its network is everyone
            return {host};
        return leadingOnes(rule.mask) >= widestOffered(family) ? std::vector{network, host}
                                                               : std::vector{host, network};
    }
    default: {
        std::vector<Fix> fixes{{.kind = FixKind::Explain}, replaceBy(onlyHost(rule))};
        if (const int ones = leadingOnes(rule.mask); ones >= widestOffered(family))
            fixes.push_back(replaceBy(withMask(rule, Mask::prefix(family, ones))));
        return fixes;
    }
    }
}

/// V16 or V17: what an Allow row opens to the Internet.
std::optional<FindingCode> widthFault(const Rule &rule)
{
    if (!canMatch(rule))
        return std::nullopt;
    const int free = freeBits(rule.mask);
    if (free == width(rule.net.family))
        return FindingCode::EveryoneAllowed;
    // One /24, or one site's /48, is what a single owner has.
    const int owned = rule.net.family == Family::IPv4 ? 8 : 80;
    if (free > owned && Count::power(owned) < publicCount(rule))
        return FindingCode::WidePublicNet;
    return std::nullopt;
}

std::vector<Fix> everyoneFixes(Family family)
{
    Fix limit{.kind = FixKind::ReplaceRow};
    for (const Rule &net : privateNets(family))
        limit.entry ? limit.further.emplace_back(net) : limit.entry.emplace(net);
    return {{.kind = FixKind::RemoveRow}, limit};
}

/// A small range that begins at .0: people write .1 to .6 and get .0 as well (KB Q193922, Q196626).
bool coversNetworkAddress(const Rule &rule)
{
    if (rule.net.family != Family::IPv4 || !canMatch(rule) || (rule.net.bits & 0xFFU) != 0)
        return false;
    const auto length = prefixLength(rule.mask);
    return length && *length > 24 && *length < 31;
}

} // namespace

RowFaults ruleFaults(const Rule &rule, ListKind list, ListEffect effect)
{
    RowFaults faults;
    const auto add = [&](FindingCode code) { faults.codes[faults.count++] = code; };
    if (const auto code = maskFault(rule))
        add(*code);
    if (effect == ListEffect::InForce && list == ListKind::Allow)
        if (const auto code = widthFault(rule))
            add(*code);
    if (effect == ListEffect::InForce && list == ListKind::Local && rule.mask.bits == 0 && canMatch(rule))
        add(FindingCode::LocalAny);
    if (coversNetworkAddress(rule))
        add(FindingCode::CoversNetworkAddress);
    return faults;
}

Finding ruleFinding(FindingCode code, const Rule &rule, RowPlace place)
{
    Finding finding{.code = code, .row = place, .list = place.list, .count = matchCount(rule)};
    finding.family = rule.net.family;
    switch (code) {
    case FindingCode::EveryoneAllowed: finding.fixes = everyoneFixes(rule.net.family); break;
    case FindingCode::WidePublicNet:
        finding.count = publicCount(rule);
        finding.fixes = {{.kind = FixKind::Explain}};
        break;
    case FindingCode::LocalAny: finding.fixes = {{.kind = FixKind::Explain}}; break;
    case FindingCode::CoversNetworkAddress: break;
    default:
        finding.text = code == FindingCode::NeverMatches ? toText(rule.net) : toText(rule.mask);
        finding.fixes = maskFixes(code, rule);
    }
    return finding;
}

std::vector<Finding> rowFindings(const RuleRow &row, RowPlace place, ListEffect effect)
{
    if (const auto *text = std::get_if<RuleText>(&row.entry))
        return {textFinding(*text, place)};
    if (!row.enabled)
        return {};
    const Rule &rule = std::get<Rule>(row.entry);
    const RowFaults faults = ruleFaults(rule, place.list, effect);
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < faults.count; ++i)
        findings.push_back(ruleFinding(faults.codes[i], rule, place));
    return findings;
}

} // namespace relaytab
