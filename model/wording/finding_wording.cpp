#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// More rows than this are not named one by one.
constexpr std::size_t namedRows = 4;

QString emptyList(std::optional<ListKind> list)
{
    switch (list.value_or(ListKind::Allow)) {
    case ListKind::Deny: return Wording::tr("Deny is on but has no row that matches: it refuses nobody.");
    case ListKind::Local: return Wording::tr("Local is on but has no row that matches: it allows nobody.");
    case ListKind::Allow: break;
    }
    return Wording::tr("Allow is on but has no row that matches: it allows nobody. That is a valid way to close the "
                       "relay.");
}

} // namespace

QString Wording::shortFinding(const Finding &finding) const
{
    const int plural = pluralOf(finding.count);
    const QString number = count(finding.count);
    switch (finding.code) {
    //: These are notes of two or three words in a narrow column of the table of rules
    case FindingCode::EmptyNet: return tr("no address yet");
    case FindingCode::NotAnAddress: return tr("not an address");
    case FindingCode::OctetTooLarge: return tr("larger than 255");
    case FindingCode::LeadingZero: return tr("leading zero");
    case FindingCode::IPv6InRegistry: return tr("not in the registry");
    case FindingCode::NotAMask: return tr("not a mask");
    case FindingCode::NeverMatches: return tr("never matches");
    case FindingCode::WildcardMask: return tr("wildcard mask");
    case FindingCode::Swapped: return tr("exchanged?");
    case FindingCode::MaskWithGaps: return tr("mask has gaps");
    case FindingCode::KbMaskRecipe: return tr("mask repeats the host");
    case FindingCode::Duplicate:
        return finding.related.empty() ? tr("duplicate")
                                       //: Status of a row; %1 is the number of another row
                                       : tr("same as row %1").arg(QString::number(finding.related.front() + 1));
    case FindingCode::Covered:
        return finding.related.size() == 1
            //: Status of a row; %1 is the number of another row
            ? tr("covered by row %1").arg(QString::number(finding.related.front() + 1))
            : tr("covered by others");
    case FindingCode::OverriddenByDeny: return tr("Deny always wins");
    case FindingCode::PartlyDenied:
        //: Status of a row; %1 is how many of its addresses
        return tr("%1 of them is/are denied", nullptr, plural).arg(number);
    case FindingCode::EveryoneAllowed: return tr("everyone may relay");
    case FindingCode::WidePublicNet:
        //: Status of a row; %1 is how many
        return tr("%1 Internet address(es)", nullptr, plural).arg(number);
    case FindingCode::ListOff: return tr("list is off");
    case FindingCode::EmptyListOn: return tr("empty list");
    case FindingCode::NoRestriction: return tr("no restriction");
    case FindingCode::OnlyDeny: return tr("only Deny");
    case FindingCode::UnknownFlagBits: return tr("unknown bits");
    case FindingCode::NotRerouting: return tr("not rerouting");
    case FindingCode::LocalAny: return tr("may allow everyone");
    case FindingCode::GatewayAllowed: return tr("perhaps a gateway");
    case FindingCode::BeforeSp1: return tr("crash before SP1");
    case FindingCode::Expired: return tr("expired");
    case FindingCode::NotStorable: return tr("not kept");
    case FindingCode::CoversNetworkAddress: return tr("includes .0");
    }
    return {};
}

QString Wording::finding(const Finding &finding) const
{
    const int plural = pluralOf(finding.count);
    const QString number = count(finding.count);
    switch (finding.code) {
    case FindingCode::EmptyNet:
    case FindingCode::NotAnAddress:
    case FindingCode::OctetTooLarge:
    case FindingCode::LeadingZero:
    case FindingCode::NotAMask:
        if (finding.error)
            return entryError(*finding.error);
        return finding.code == FindingCode::NotAMask
            ? maskError({.code = MaskErrorCode::NotAMask, .part = finding.text})
            : addressError({.code = AddressErrorCode::NotFourParts, .part = {}});
    case FindingCode::IPv6InRegistry: return tr("The registry holds IPv4 only: this row is left out there.");
    case FindingCode::NeverMatches: return tr("This row can never match: address bits lie outside the mask.");
    case FindingCode::WildcardMask:
        return tr("This looks like a router's wildcard mask. Here the ones of a mask are compared, not its zeros.");
    case FindingCode::Swapped: return tr("Address and mask look exchanged.");
    case FindingCode::MaskWithGaps:
        //: %1 is how many
        return tr("The mask has gaps: it matches %1 scattered address(es).", nullptr, plural).arg(number);
    case FindingCode::KbMaskRecipe:
        //: %1 is how many addresses
        return tr("The mask repeats the host number. An old instruction advised this (Q258140); it lets in %1 "
                  "address(es).",
                  nullptr, plural)
            .arg(number);
    case FindingCode::Duplicate:
        return finding.related.empty()
            ? tr("Another row says the same: one of them is enough.")
            //: %1 is the number of another row
            : tr("Same as row %1: one of them is enough.").arg(QString::number(finding.related.front() + 1));
    case FindingCode::Covered: return covered(finding);
    case FindingCode::OverriddenByDeny: return denied(finding);
    case FindingCode::PartlyDenied:
        if (finding.related.size() == 1)
            //: %1 is how many addresses of a row, %2 the number of a row in the list Deny
            return tr("%1 of its addresses is/are refused by Deny row %2.", nullptr, plural)
                .arg(number, rowsOf(finding.related));
        //: %1 is how many addresses of a row
        return tr("%1 of its addresses is/are refused by Deny.", nullptr, plural).arg(number);
    case FindingCode::EveryoneAllowed:
        if (finding.row || finding.related.empty())
            return tr("Everyone may relay: this row matches every address.");
        return finding.related.size() > namedRows
            //: %1 is how many rows
            ? tr("Everyone may relay: %1 row(s) together match every address.", nullptr,
                 static_cast<int>(finding.related.size()))
                  .arg(m_locale.toString(static_cast<qulonglong>(finding.related.size())))
            //: %1 lists the numbers of several rows, such as "3, 5 and 8"
            : tr("Everyone may relay: rows %1 together match every address.").arg(rowsOf(finding.related));
    case FindingCode::WidePublicNet:
        //: %1 is how many
        return tr("%1 Internet address(es) may relay because of this row. Is it meant to be that wide?", nullptr,
                  plural)
            .arg(number);
    case FindingCode::ListOff:
        //: %1 is the name of a list, %2 how many rows it has
        return tr("%1 is switched off: its %2 row(s) have no effect.", nullptr, plural)
            .arg(listName(finding.list.value_or(ListKind::Allow)), number);
    case FindingCode::EmptyListOn: return emptyList(finding.list);
    case FindingCode::NoRestriction:
        return tr("No restriction is active: the server relays for anyone. Turn on Allow or authentication.");
    case FindingCode::OnlyDeny:
        return tr("Everyone whom Deny does not list may relay. Turn on Allow or authentication as well.");
    case FindingCode::UnknownFlagBits:
        //: %1 are bits of a number, such as 0x10
        return tr("The RelayFlags bits %1 have no documented meaning; they are kept as they are.")
            .arg(text(finding.text));
    case FindingCode::NotRerouting:
        return tr("Rerouting is off, but the old restrictions stay active (Q243045, Q256856). Clear flags and lists.");
    case FindingCode::LocalAny:
        return tr("On a server with one network card this allows everyone: every client connects to that address.");
    case FindingCode::GatewayAllowed:
        //: %1 is an address
        return tr("If a device translates addresses, every client may appear as %1.").arg(text(finding.text));
    case FindingCode::BeforeSp1: return tr("Several rows in Allow crash the service before Service Pack 1 (Q179289).");
    case FindingCode::Expired:
        //: %1 is a date
        return tr("Expired on %1, still active on the server.").arg(text(finding.text));
    case FindingCode::NotStorable:
        //: %1 is how many comments, rows and expectations together
        return tr("Comments, rows that are switched off, expectations: %1 of them is/are not kept in this kind of "
                  "file. "
                  "A YAML project keeps everything.",
                  nullptr, plural)
            .arg(number);
    case FindingCode::CoversNetworkAddress:
        return tr("The range begins at .0: the address of the network itself is included, too.");
    }
    return {};
}

QString Wording::covered(const Finding &finding) const
{
    const std::size_t rows = finding.related.size();
    if (rows == 0)
        return tr("Other rows already cover this one.");
    if (rows == 1)
        //: %1 is the number of another row
        return tr("Already covered by row %1.").arg(rowsOf(finding.related));
    if (rows <= namedRows)
        //: %1 lists the numbers of several rows, such as "3, 5 and 8"
        return tr("Already covered by rows %1 together.").arg(rowsOf(finding.related));
    //: %1 is how many other rows
    return tr("Already covered by %1 row(s) together.", nullptr, static_cast<int>(rows))
        .arg(m_locale.toString(static_cast<qulonglong>(rows)));
}

QString Wording::denied(const Finding &finding) const
{
    const std::size_t rows = finding.related.size();
    if (rows == 1)
        //: %1 is the number of a row in the list Deny
        return tr("Deny row %1 always wins: this row has no effect.").arg(rowsOf(finding.related));
    if (rows > 0 && rows <= namedRows)
        //: %1 lists the numbers of several rows in the list Deny, such as "3, 5 and 8"
        return tr("Deny rows %1 together always win: this row has no effect.").arg(rowsOf(finding.related));
    return tr("Deny always wins: this row has no effect.");
}

} // namespace relaytab
