#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// Whether the policy lets every address in, so that a count would only be in the way.
bool everyone(const Exposure &exposure)
{
    return exposure.ipv4 == Count::power(32);
}

} // namespace

QString Wording::exposureLevel(ExposureLevel level)
{
    switch (level) {
    case ExposureLevel::Closed:
        //: How open the relay is, the first of four: nobody may relay anonymously
        return tr("Closed");
    case ExposureLevel::Restricted:
        //: How open the relay is, the second of four: some addresses may relay
        return tr("Restricted");
    case ExposureLevel::Wide:
        //: How open the relay is, the third of four: many Internet addresses may relay
        return tr("Wide");
    case ExposureLevel::Open:
        //: How open the relay is, the last of four: everyone may relay. A warning, hence the capitals
        return tr("OPEN RELAY");
    }
    return {};
}

QString Wording::exposureBadge(const Exposure &exposure) const
{
    switch (exposure.level) {
    case ExposureLevel::Closed: return exposureLevel(exposure.level);
    case ExposureLevel::Restricted:
        //: Badge; %1 is for example "377 addresses"
        return tr("Restricted · %1").arg(addresses(exposure.ipv4, exposure.ipv6));
    case ExposureLevel::Wide:
        //: Badge; %1 is for example "65,536 addresses"
        return tr("Wide · %1").arg(addresses(exposure.ipv4, exposure.ipv6));
    case ExposureLevel::Open: break;
    }
    switch (exposure.reason) {
    case ExposureReason::OnlyDeny:
        //: Badge
        return tr("OPEN RELAY – Deny is the only restriction");
    case ExposureReason::LocalAny:
        //: Badge; Local is the name of the list
        return tr("OPEN RELAY – Local matches every server address");
    case ExposureReason::HugeAllowList:
    case ExposureReason::AllowList:
        return everyone(exposure)
            //: Badge
            ? tr("OPEN RELAY – everyone is allowed")
            //: Badge
            : tr("OPEN RELAY – more than half of the Internet is allowed");
    case ExposureReason::NoRestriction:
    case ExposureReason::Nobody: break;
    }
    //: Badge
    return tr("OPEN RELAY – no restriction is active");
}

QString Wording::exposureReason(const Exposure &exposure) const
{
    switch (exposure.reason) {
    case ExposureReason::NoRestriction:
        return tr("Anyone on the Internet can send through this server: no restriction is active.");
    case ExposureReason::OnlyDeny:
        return tr("Anyone on the Internet whom Deny does not list can send through this server: Deny is the only "
                  "restriction.");
    case ExposureReason::LocalAny:
        return tr("Anyone on the Internet can send through this server: a Local row matches every server address.");
    case ExposureReason::HugeAllowList:
        return everyone(exposure)
            ? tr("Anyone on the Internet can send through this server: Allow matches every address.")
            : tr("More than half of the Internet can send through this server: Allow is that wide.");
    case ExposureReason::AllowList:
        if (exposure.level == ExposureLevel::Wide)
            //: %1 is for example "65,536 addresses"
            return tr("%1 on the Internet can send through this server without authenticating.", nullptr,
                      pluralOf(exposure.publicIpv4 + exposure.publicIpv6))
                .arg(addresses(exposure.publicIpv4, exposure.publicIpv6));
        //: %1 is for example "377 addresses"
        return tr("%1 can send through this server without authenticating.", nullptr,
                  pluralOf(exposure.ipv4 + exposure.ipv6))
            .arg(addresses(exposure.ipv4, exposure.ipv6));
    case ExposureReason::Nobody: break;
    }
    if (exposure.local)
        return tr("Only clients that connect to a Local address can send through this server without authenticating.");
    return tr("Nobody can send through this server without authenticating.");
}

QString Wording::policyInWords(const RelayPolicy &policy, const Exposure &exposure) const
{
    const Count anonymous = exposure.ipv4 + exposure.ipv6;
    const int plural = pluralOf(anonymous);
    const QString who = addresses(exposure.ipv4, exposure.ipv6);
    if (exposure.level == ExposureLevel::Open) {
        switch (exposure.reason) {
        case ExposureReason::NoRestriction: return tr("Everyone may relay: no restriction is active.");
        case ExposureReason::OnlyDeny: {
            const Count denied = exposure.deniedIpv4 + exposure.deniedIpv6;
            if (denied.isZero())
                return tr("Everyone may relay: Deny is the only restriction, and it matches nobody.");
            //: %1 is for example "8 addresses"
            return tr("Everyone may relay except %1 in Deny.", nullptr, pluralOf(denied))
                .arg(addresses(exposure.deniedIpv4, exposure.deniedIpv6));
        }
        case ExposureReason::LocalAny: return tr("Everyone may relay: Local matches every server address.");
        default: break;
        }
        if (everyone(exposure))
            return tr("Everyone may relay: Allow matches every address.");
        //: %1 is for example "3,000,000,000 addresses"
        return tr("%1 may relay, more than half of the Internet.", nullptr, plural).arg(who);
    }
    const bool local = exposure.local && policy.inForce(ListKind::Local);
    if (anonymous.isZero()) {
        if (exposure.authenticated && local)
            return tr("Only authenticated clients and clients that connect to a Local address may relay.");
        if (exposure.authenticated)
            return tr("Only authenticated clients may relay.");
        if (local)
            return tr("Only clients that connect to a Local address may relay.");
        return tr("Nobody may relay.");
    }
    if (exposure.authenticated && local)
        //: %1 is for example "377 addresses"
        return tr("Only %1, authenticated clients and clients that connect to a Local address may relay.", nullptr,
                  plural)
            .arg(who);
    if (exposure.authenticated)
        //: %1 is for example "377 addresses"
        return tr("Only %1 and authenticated clients may relay.", nullptr, plural).arg(who);
    if (local)
        //: %1 is for example "377 addresses"
        return tr("Only %1 and clients that connect to a Local address may relay.", nullptr, plural).arg(who);
    //: %1 is for example "377 addresses"
    return tr("Only %1 may relay.", nullptr, plural).arg(who);
}

QString Wording::policyDetails(const RelayPolicy &policy, const Exposure &exposure) const
{
    QStringList sentences;
    const Count anonymous = exposure.ipv4 + exposure.ipv6;
    const Count onInternet = exposure.publicIpv4 + exposure.publicIpv6;
    if (exposure.level != ExposureLevel::Open && !anonymous.isZero()) {
        if (onInternet.isZero())
            //: "They" are the addresses that may relay
            sentences.append(tr("They are all in private networks."));
        else if (onInternet == anonymous)
            //: "They" are the addresses that may relay
            sentences.append(tr("They are all on the Internet."));
        else
            //: %1 is a number
            sentences.append(
                tr("%1 of them is/are on the Internet.", nullptr, pluralOf(onInternet)).arg(count(onInternet)));
    }
    const Count denied = exposure.deniedIpv4 + exposure.deniedIpv6;
    const bool isSaid = exposure.level == ExposureLevel::Open && exposure.reason == ExposureReason::OnlyDeny;
    if (policy.inForce(ListKind::Deny) && !denied.isZero() && !isSaid)
        //: %1 is for example "8 addresses"
        sentences.append(tr("%1 is/are always refused.", nullptr, pluralOf(denied))
                             .arg(addresses(exposure.deniedIpv4, exposure.deniedIpv6)));
    return sentences.join(u' ');
}

} // namespace relaytab
