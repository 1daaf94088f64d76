#include "app/commands/words.h"

#include <QList>
#include <QString>

namespace relaytab {

std::string_view wordOf(ListKind list)
{
    return listWords[static_cast<std::size_t>(list)];
}

std::string_view wordOf(Verdict verdict)
{
    return verdict == Verdict::Allowed ? "allowed" : "refused";
}

std::string_view wordOf(Reason reason)
{
    switch (reason) {
    case Reason::DenyList: return "deny-list";
    case Reason::AllowList: return "allow-list";
    case Reason::LocalList: return "local-list";
    case Reason::Authenticated: return "authenticated";
    case Reason::OnlyDeny: return "only-deny";
    case Reason::NoRestriction: return "no-restriction";
    case Reason::NothingApplied: return "nothing-applied";
    }
    return {};
}

std::string_view wordOf(AddressErrorCode code)
{
    switch (code) {
    case AddressErrorCode::Empty: return "empty";
    case AddressErrorCode::UnexpectedCharacter: return "unexpected-character";
    case AddressErrorCode::NotFourParts: return "not-four-parts";
    case AddressErrorCode::EmptyPart: return "empty-part";
    case AddressErrorCode::OctetTooLarge: return "octet-too-large";
    case AddressErrorCode::LeadingZero: return "leading-zero";
    case AddressErrorCode::NotAGroup: return "not-a-group";
    case AddressErrorCode::WrongGroupCount: return "wrong-group-count";
    case AddressErrorCode::TwoGaps: return "two-gaps";
    case AddressErrorCode::MappedIPv4: return "mapped-ipv4";
    case AddressErrorCode::Zone: return "zone";
    }
    return {};
}

std::string_view wordOf(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Applied: return "applied";
    case StepOutcome::Off: return "off";
    case StepOutcome::NoRowMatches: return "no-row-matches";
    case StepOutcome::ServerUnknown: return "server-unknown";
    case StepOutcome::NotAuthenticated: return "not-authenticated";
    case StepOutcome::OtherFlagsSet: return "other-flags-set";
    case StepOutcome::NotReached: return "not-reached";
    }
    return {};
}

std::string rowWord(RowPlace place)
{
    return std::string{wordOf(place.list)} + ':' + std::to_string(place.row + 1);
}

std::optional<ListKind> listOf(QStringView word)
{
    for (const ListKind list : allLists)
        if (word == latin1(wordOf(list)))
            return list;
    return std::nullopt;
}

std::optional<std::uint32_t> flagsOf(QStringView text)
{
    bool isNumber = false;
    const bool hex = text.startsWith(u"0x", Qt::CaseInsensitive);
    const uint number = (hex ? text.mid(2) : text).toUInt(&isNumber, hex ? 16 : 10);
    if (isNumber)
        return number;
    std::uint32_t flags = 0;
    for (const QStringView word : text.split(u',')) {
        if (word == u"authenticated")
            flags |= flag::authenticated;
        else if (const auto list = listOf(word))
            flags |= flagOf(*list);
        else
            return std::nullopt;
    }
    return flags;
}

} // namespace relaytab
