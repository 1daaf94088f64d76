#include "model/wording/expectation_wording.h"

#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

QString ExpectationWording::state(ExpectationState state)
{
    switch (state) {
    case ExpectationState::Holds:
        //: State of an expectation
        return tr("Holds");
    case ExpectationState::Broken:
        //: State of an expectation
        return tr("Broken");
    case ExpectationState::NoRule:
        //: State of an expectation: its client is no address
        return tr("Not an address");
    case ExpectationState::NoAddress:
        //: State of an expectation: its net can never match
        return tr("Matches nothing");
    }
    return {};
}

QString ExpectationWording::expected(const Expectation &expectation)
{
    const QString client = Wording::entry(expectation.client);
    const bool allowed = expectation.verdict == Verdict::Allowed;
    if (!expectation.server) {
        if (expectation.authenticated)
            //: What is expected; %1 is an address or a net
            return allowed ? tr("%1, authenticated, may relay").arg(client)
                           : tr("%1, authenticated, is refused").arg(client);
        //: What is expected; %1 is an address or a net
        return allowed ? tr("%1 may relay").arg(client) : tr("%1 is refused").arg(client);
    }
    const QString server = text(toText(*expectation.server));
    if (expectation.authenticated)
        //: What is expected; %1 is an address or a net, %2 the address of a server
        return allowed ? tr("%1, authenticated, may relay at server %2").arg(client, server)
                       : tr("%1, authenticated, is refused at server %2").arg(client, server);
    //: What is expected; %1 is an address or a net, %2 the address of a server
    return allowed ? tr("%1 may relay at server %2").arg(client, server)
                   : tr("%1 is refused at server %2").arg(client, server);
}

QString ExpectationWording::outcome(const ExpectationCheck &check, const std::optional<Decision> &decision)
{
    if (check.state != ExpectationState::Broken || !check.witness || !decision)
        return state(check.state);
    const QString reason = Wording::reason(*decision);
    return decision->verdict == Verdict::Allowed
        //: How an expectation came out; %1 is an address, %2 for example "by Allow, row 4"
        ? tr("Broken: %1 is allowed %2").arg(text(toText(*check.witness)), reason)
        //: How an expectation came out; %1 is an address, %2 for example "by Deny, row 1"
        : tr("Broken: %1 is refused %2").arg(text(toText(*check.witness)), reason);
}

QString ExpectationWording::summary(std::size_t holding, std::size_t of) const
{
    const QString count = m_locale.toString(static_cast<qulonglong>(of));
    const int plural = Wording::pluralOf(Count::of(of));
    if (holding == of)
        //: %1 is a number
        return tr("All %1 expectations hold.", nullptr, plural).arg(count);
    //: Both are numbers
    return tr("%1 of %2 expectations hold.", nullptr, plural)
        .arg(m_locale.toString(static_cast<qulonglong>(holding)), count);
}

QString ExpectationWording::result(std::size_t number, const Expectation &expectation,
                                   const ExpectationCheck &check) const
{
    const QString counted = m_locale.toString(static_cast<qulonglong>(number + 1));
    const QString what = expected(expectation);
    switch (check.state) {
    case ExpectationState::Holds:
        //: %1 counts expectations, %2 is for example "10.0.0.1 may relay"
        return tr("Expectation %1 holds: %2.").arg(counted, what);
    case ExpectationState::Broken: break;
    case ExpectationState::NoRule:
        //: %1 counts expectations, %2 is what was written
        return tr("Expectation %1 cannot be checked: “%2” is neither an address nor a net.")
            .arg(counted, Wording::entry(expectation.client));
    case ExpectationState::NoAddress:
        //: %1 counts expectations, %2 is a net
        return tr("Expectation %1 cannot be checked: %2 can never match an address.")
            .arg(counted, Wording::entry(expectation.client));
    }
    const QString witness = check.witness ? text(toText(*check.witness)) : QString();
    const Wording wording(m_locale);
    if (check.broken == check.of && check.of == Count::of(1))
        //: %1 counts expectations, %2 is for example "10.0.0.1 may relay"
        return tr("Expectation %1 is broken: “%2” does not hold.").arg(counted, what);
    return expectation.verdict == Verdict::Refused
        //: %1 counts expectations, %2 is for example "203.0.113.0/24 is refused", %3 an address, %4 and %5
        //: are how many addresses
        ? tr("Expectation %1 is broken: “%2” does not hold, for %3 may relay (%4 of %5).", nullptr,
             Wording::pluralOf(check.broken))
              .arg(counted, what, witness, wording.count(check.broken), wording.count(check.of))
        //: %1 counts expectations, %2 is for example "10.0.0.0/8 may relay", %3 an address, %4 and %5 are how
        //: many addresses
        : tr("Expectation %1 is broken: “%2” does not hold, for %3 is refused (%4 of %5).", nullptr,
             Wording::pluralOf(check.broken))
              .arg(counted, what, witness, wording.count(check.broken), wording.count(check.of));
}

} // namespace relaytab
