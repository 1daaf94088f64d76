#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// A rule for one host: the mask is all ones, written or not.
bool isHost(const Rule &rule)
{
    return rule.mask.bits == allOnes(rule.mask.family);
}

} // namespace

QString Wording::fix(const Finding &finding, const Fix &fix) const
{
    switch (fix.kind) {
    case FixKind::ReplaceRow: return replaceFix(finding, fix);
    case FixKind::RemoveRow:
        //: Button: take the row out of its list
        return tr("Remove row");
    case FixKind::DisableRow:
        //: Button: keep the row but switch it off
        return tr("Turn row off");
    case FixKind::SetFlags: return flagsFix(finding, fix);
    case FixKind::SaveProject:
        //: Button
        return tr("Save as YAML project…");
    case FixKind::ShowRow:
        //: Button: go to a row; %1 is for example "Deny, row 1"
        return tr("Show %1").arg(place(fix.place.value_or(RowPlace{})));
    case FixKind::Explain:
        //: Button: show what the mask does, bit by bit
        return tr("Explain");
    }
    return {};
}

QString Wording::replaceFix(const Finding &finding, const Fix &fix)
{
    if (!fix.further.empty())
        //: Button: replace a row that allows everyone by the private nets such as 10.0.0.0
        return tr("Limit to private nets");
    const RuleEntry entry = fix.entry.value_or(RuleEntry{});
    const auto *rule = std::get_if<Rule>(&entry);
    const QString whole = text(registryText(entry));
    if (rule == nullptr)
        //: Button; %1 is a rule
        return tr("Use %1").arg(whole);
    const QString net = text(toText(rule->net));
    const QString mask = text(toText(rule->mask));
    switch (finding.code) {
    case FindingCode::NeverMatches:
        return isHost(*rule)
            //: Button; %1 is an address
            ? tr("Use host %1").arg(net)
            //: Button; %1 is the address of a net
            : tr("Use network %1").arg(net);
    case FindingCode::WildcardMask:
    case FindingCode::KbMaskRecipe:
    case FindingCode::NotAMask:
        //: Button; %1 is a mask
        return tr("Use mask %1").arg(mask);
    case FindingCode::Swapped:
        //: Button: exchange the two columns of a row
        return tr("Exchange address and mask");
    case FindingCode::MaskWithGaps:
        return isHost(*rule)
            //: Button: narrow a row down to one address
            ? tr("Host only")
            //: Button: keep the leading ones of a mask with gaps; %1 is a mask
            : tr("Unbroken part: mask %1").arg(mask);
    default: break;
    }
    //: Button; %1 is a rule
    return tr("Use %1").arg(whole);
}

QString Wording::flagsFix(const Finding &finding, const Fix &fix)
{
    const std::uint32_t flags = fix.flags.value_or(0);
    switch (finding.code) {
    case FindingCode::ListOff:
        //: Button: switch a list on
        return tr("Turn on");
    case FindingCode::UnknownFlagBits:
        //: Button: clear bits that have no documented meaning
        return tr("Clear these bits");
    case FindingCode::NotRerouting:
        //: Button
        return tr("Clear flags and lists");
    case FindingCode::NoRestriction:
    case FindingCode::OnlyDeny:
        if ((flags & (flag::allow | flag::authenticated)) == flag::allow)
            //: Button; Allow is the name of a list
            return tr("Turn on Allow list");
        if ((flags & (flag::allow | flag::authenticated)) == flag::authenticated)
            //: Button: let clients that authenticate relay
            return tr("Turn on authentication");
        break;
    default: break;
    }
    //: Button; RelayFlags is the name of a registry value, %1 a number
    return tr("Set RelayFlags to %1").arg(QString::number(flags));
}

} // namespace relaytab
