#include "model/analysis/finding.h"

namespace relaytab {

namespace {

struct CodeFacts {
    FindingCode code;
    Severity severity;
    std::string_view word;
};

constexpr std::array facts{
    CodeFacts{FindingCode::EmptyNet, Severity::Error, "empty-net"},
    CodeFacts{FindingCode::NotAnAddress, Severity::Error, "not-an-address"},
    CodeFacts{FindingCode::OctetTooLarge, Severity::Error, "octet-too-large"},
    CodeFacts{FindingCode::LeadingZero, Severity::Error, "leading-zero"},
    CodeFacts{FindingCode::IPv6InRegistry, Severity::Warning, "ipv6-in-registry"},
    CodeFacts{FindingCode::NotAMask, Severity::Error, "not-a-mask"},
    CodeFacts{FindingCode::NeverMatches, Severity::Error, "never-matches"},
    CodeFacts{FindingCode::WildcardMask, Severity::Error, "wildcard-mask"},
    CodeFacts{FindingCode::Swapped, Severity::Error, "swapped"},
    CodeFacts{FindingCode::MaskWithGaps, Severity::Warning, "mask-with-gaps"},
    CodeFacts{FindingCode::KbMaskRecipe, Severity::Warning, "kb-mask-recipe"},
    CodeFacts{FindingCode::Duplicate, Severity::Warning, "duplicate"},
    CodeFacts{FindingCode::Covered, Severity::Note, "covered"},
    CodeFacts{FindingCode::OverriddenByDeny, Severity::Warning, "overridden-by-deny"},
    CodeFacts{FindingCode::PartlyDenied, Severity::Note, "partly-denied"},
    CodeFacts{FindingCode::EveryoneAllowed, Severity::Danger, "everyone-allowed"},
    CodeFacts{FindingCode::WidePublicNet, Severity::Warning, "wide-public-net"},
    CodeFacts{FindingCode::ListOff, Severity::Note, "list-off"},
    CodeFacts{FindingCode::EmptyListOn, Severity::Note, "empty-list-on"},
    CodeFacts{FindingCode::NoRestriction, Severity::Danger, "no-restriction"},
    CodeFacts{FindingCode::OnlyDeny, Severity::Danger, "only-deny"},
    CodeFacts{FindingCode::UnknownFlagBits, Severity::Warning, "unknown-flag-bits"},
    CodeFacts{FindingCode::NotRerouting, Severity::Warning, "not-rerouting"},
    CodeFacts{FindingCode::LocalAny, Severity::Danger, "local-any"},
    CodeFacts{FindingCode::GatewayAllowed, Severity::Warning, "gateway-allowed"},
    CodeFacts{FindingCode::BeforeSp1, Severity::Note, "before-sp1"},
    CodeFacts{FindingCode::Expired, Severity::Warning, "expired"},
    CodeFacts{FindingCode::NotStorable, Severity::Warning, "not-storable"},
    CodeFacts{FindingCode::CoversNetworkAddress, Severity::Note, "covers-network-address"},
};

/// The table is read by position, so it must stand in the order of the enumeration.
constexpr bool inOrder()
{
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (static_cast<std::size_t>(facts[i].code) != i)
            return false;
    return true;
}
static_assert(inOrder() && facts.back().code == FindingCode::CoversNetworkAddress);

} // namespace

Severity severityOf(FindingCode code)
{
    return facts[static_cast<std::size_t>(code)].severity;
}

std::string_view wordOf(FindingCode code)
{
    return facts[static_cast<std::size_t>(code)].word;
}

std::string_view wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
    case Severity::Danger: return "danger";
    }
    return {};
}

} // namespace relaytab
