#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

QString ofList(const Step &step, ListKind list)
{
    const QString name = Wording::listName(list);
    const QString row = step.row ? QString::number(*step.row + 1) : QString();
    switch (step.outcome) {
    case StepOutcome::Applied:
        //: %1 is the name of a list, %2 the number of a row in it
        return Wording::tr("%1 is on: row %2 matches.").arg(name, row);
    case StepOutcome::NoRowMatches:
        //: %1 is the name of a list
        return Wording::tr("%1 is on: no row matches.").arg(name);
    case StepOutcome::ServerUnknown:
        //: %1 is the name of the list Local
        return Wording::tr("%1 is on: no row matches, because the server address is not known.").arg(name);
    case StepOutcome::NotReached:
        return step.row
            //: %1 is the name of a list, %2 the number of a row in it
            ? Wording::tr("%1: not reached (row %2 would match).").arg(name, row)
            //: %1 is the name of a list
            : Wording::tr("%1: not reached.").arg(name);
    case StepOutcome::Off:
    case StepOutcome::NotAuthenticated:
    case StepOutcome::OtherFlagsSet: break;
    }
    return step.row
        //: %1 is the name of a list, %2 the number of a row in it
        ? Wording::tr("%1: off (row %2 would match).").arg(name, row)
        //: %1 is the name of a list that is switched off
        : Wording::tr("%1: off.").arg(name);
}

QString ofAuthentication(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Applied: return Wording::tr("Authentication is on: the client authenticated.");
    case StepOutcome::NotAuthenticated: return Wording::tr("Authentication is on: the client did not authenticate.");
    case StepOutcome::NotReached: return Wording::tr("Authentication: not reached.");
    default: return Wording::tr("Authentication: off.");
    }
}

QString ofOnlyDeny(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Applied: return Wording::tr("Deny is the only restriction: everyone else may relay.");
    case StepOutcome::OtherFlagsSet:
        return Wording::tr("Deny is not the only restriction: not being in it is not enough.");
    case StepOutcome::NotReached: return Wording::tr("Only Deny: not reached.");
    default: return Wording::tr("Only Deny: does not apply, Deny is off.");
    }
}

QString ofTheEnd(const Decision &decision)
{
    if (decision.reason == Reason::NoRestriction)
        return Wording::tr("No restriction is on: everyone may relay.");
    return decision.trace[stepCount - 1].outcome == StepOutcome::Applied
        ? Wording::tr("Nothing applied: the client is refused.")
        : Wording::tr("Refusal of everyone else: not reached.");
}

/// What would have matched instead of the octet, as a phrase: "3 instead of 2", "9 instead of 0–7".
QString insteadOf(const Miss &miss, Family family)
{
    const int base = family == Family::IPv4 ? 10 : 16;
    const std::uint32_t host = ~miss.mask & (family == Family::IPv4 ? 0xFFU : 0xFFFFU);
    const QString given = QString::number(miss.given, base);
    const QString wanted = QString::number(miss.wanted, base);
    if (host == 0)
        //: %1 and %2 are numbers: what the client's address has there, and what the rule asks for
        return Wording::tr("%1 instead of %2").arg(given, wanted);
    if ((host & (host + 1)) == 0)
        //: %1 to %3 are numbers: what the client's address has there, and the range the rule asks for
        return Wording::tr("%1 instead of %2–%3").arg(given, wanted, QString::number(miss.wanted | host, base));
    //: %1 to %3 are numbers: what the client's address has there, and what the rule asks for under the mask %3
    return Wording::tr("%1 instead of %2 under the mask %3").arg(given, wanted, QString::number(miss.mask, base));
}

QString onlyInOctet(int index, const QString &row, const QString &rule, const QString &insteadOf)
{
    switch (index) {
    case 0:
        //: %1 is the number of a row, %2 its rule, %3 is for example "3 instead of 2"
        return Wording::tr("Row %1 (%2) differs only in the first octet (%3).").arg(row, rule, insteadOf);
    case 1:
        //: %1 is the number of a row, %2 its rule, %3 is for example "3 instead of 2"
        return Wording::tr("Row %1 (%2) differs only in the second octet (%3).").arg(row, rule, insteadOf);
    case 2:
        //: %1 is the number of a row, %2 its rule, %3 is for example "3 instead of 2"
        return Wording::tr("Row %1 (%2) differs only in the third octet (%3).").arg(row, rule, insteadOf);
    default:
        //: %1 is the number of a row, %2 its rule, %3 is for example "3 instead of 2"
        return Wording::tr("Row %1 (%2) differs only in the fourth octet (%3).").arg(row, rule, insteadOf);
    }
}

} // namespace

QString Wording::verdict(Verdict verdict)
{
    return verdict == Verdict::Allowed
        //: The client may relay
        ? tr("Allowed")
        //: The client may not relay
        : tr("Refused");
}

QString Wording::depends()
{
    //: Verdict: another server address would change it
    return tr("Depends");
}

QString Wording::dependsReason()
{
    return tr("It depends on the server address the client connects to: Local is on and lists some.");
}

QString Wording::reason(const Decision &decision)
{
    switch (decision.reason) {
    case Reason::DenyList:
    case Reason::AllowList:
    case Reason::LocalList:
        //: Which row decided; %1 is for example "Deny, row 1"
        return tr("by %1").arg(place(decision.row.value_or(RowPlace{})));
    case Reason::Authenticated:
        //: Why the client is allowed
        return tr("because the client authenticated");
    case Reason::OnlyDeny:
        //: Why the client is allowed
        return tr("because Deny is the only restriction and does not list the client");
    case Reason::NoRestriction:
        //: Why the client is allowed
        return tr("because no restriction is on");
    case Reason::NothingApplied: break;
    }
    //: Why the client is refused
    return tr("because no rule applies");
}

QString Wording::step(const Decision &decision, std::size_t step)
{
    switch (step) {
    case 0: return ofList(decision.trace[0], ListKind::Deny);
    case 1: return ofList(decision.trace[1], ListKind::Allow);
    case 2: return ofList(decision.trace[2], ListKind::Local);
    case 3: return ofAuthentication(decision.trace[3].outcome);
    case 4: return ofOnlyDeny(decision.trace[4].outcome);
    default: return ofTheEnd(decision);
    }
}

QString Wording::nearestMiss(const Rule &rule, const NearestMiss &nearest) const
{
    const Miss &miss = nearest.miss;
    const QString row = QString::number(nearest.row + 1);
    const QString entry = text(registryText(RuleEntry{rule}));
    if (rule.net.family == Family::IPv4) {
        if (miss.parts == 1)
            return onlyInOctet(miss.part, row, entry, insteadOf(miss, Family::IPv4));
        //: %1 is the number of a row, %2 its rule, %3 how many of the four octets differ, two at least
        return tr("Row %1 (%2) comes nearest: it differs in %3 octet(s).", nullptr, miss.parts)
            .arg(row, entry, m_locale.toString(miss.parts));
    }
    if (miss.parts == 1)
        //: %1 is the number of a row, %2 its rule, %3 counts the groups of an IPv6 address from 1 to 8, %4 is for
        //: example "3 instead of 2"
        return tr("Row %1 (%2) differs only in group %3 (%4).")
            .arg(row, entry, m_locale.toString(miss.part + 1), insteadOf(miss, Family::IPv6));
    //: %1 is the number of a row, %2 its rule, %3 how many of the eight groups of an IPv6 address differ, two at least
    return tr("Row %1 (%2) comes nearest: it differs in %3 group(s).", nullptr, miss.parts)
        .arg(row, entry, m_locale.toString(miss.parts));
}

QString Wording::readingsDiffer()
{
    return tr("The readings differ here: with no restriction set, servers were seen to relay for everyone (Q206968, "
              "Q260562), while by the letter of Q193922 nothing applies and the client is refused.");
}

QString Wording::reading(Reading reading)
{
    return reading == Reading::Observed
        //: How flags 0 are read: as servers were seen to behave
        ? tr("observed reading")
        //: How flags 0 are read: by the letter of the article
        : tr("literal reading");
}

QString Wording::refusalReply()
{
    return QStringLiteral("550 relaying prohibited");
}

} // namespace relaytab
