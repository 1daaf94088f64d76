#include "model/wording/client_list_wording.h"

#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

QString ClientListWording::verdict(ClientVerdict verdict)
{
    switch (verdict) {
    case ClientVerdict::Allowed: return Wording::verdict(Verdict::Allowed);
    case ClientVerdict::Refused: return Wording::verdict(Verdict::Refused);
    case ClientVerdict::Mixed:
        //: Verdict about a net: some of its addresses may relay, others may not
        return tr("Mixed");
    case ClientVerdict::Depends: return Wording::depends();
    case ClientVerdict::Neither: break;
    }
    //: In place of a verdict: the line is neither an address nor a net
    return tr("Not an address");
}

QString ClientListWording::reason(const ClientAnswer &answer, const NetShare *share) const
{
    if (answer.verdict == ClientVerdict::Neither)
        return {};
    const BriefDecision &brief = answer.decision;
    const QString why = Wording::reason({.verdict = brief.verdict, .reason = brief.reason, .row = brief.row});
    const bool depends = answer.verdict == ClientVerdict::Depends;
    if (share == nullptr)
        //: Why it depends
        return depends ? tr("on the server address: Local is on") : why;
    const Wording wording(m_locale);
    const QString all = wording.addresses(share->of);
    if (depends)
        //: Why it depends; %1 is for example "256 addresses"
        return tr("on the server address, for %1: Local is on").arg(all);
    const QString example = text(toText(share->example));
    if (answer.verdict != ClientVerdict::Mixed)
        //: What happens to a net; %1 is for example "256 addresses", %2 one of them, %3 for example "by Allow, row 2"
        return tr("all %1; %2 %3").arg(all, example, why);
    //: What happens to a net; %1 is a number, %2 for example "256 addresses", %3 one of them, %4 for example "by Deny,
    //: row 2"
    return tr("%1 of %2 may relay; %3 is refused %4").arg(wording.count(share->allowed), all, example, why);
}

QString ClientListWording::summary(const ClientAnswers &answers) const
{
    const auto count = [&answers](ClientVerdict verdict) {
        return static_cast<int>(answers.tally[static_cast<std::size_t>(verdict)]);
    };
    QStringList parts;
    const auto add = [&](ClientVerdict verdict, auto phrase) {
        if (const int many = count(verdict); many > 0)
            parts.append(phrase(many).arg(m_locale.toString(many)));
    };
    //: How many clients of a list; %1 is the number
    add(ClientVerdict::Allowed, [](int many) { return tr("%1 allowed", nullptr, many); });
    //: How many clients of a list; %1 is the number
    add(ClientVerdict::Refused, [](int many) { return tr("%1 refused", nullptr, many); });
    //: How many nets of a list, of which some addresses may relay; %1 is the number
    add(ClientVerdict::Mixed, [](int many) { return tr("%1 mixed", nullptr, many); });
    //: How many clients of a list whose verdict depends on the server address; %1 is the number
    add(ClientVerdict::Depends, [](int many) { return tr("%1 depending on the server", nullptr, many); });
    //: How many lines of a list; %1 is the number
    add(ClientVerdict::Neither, [](int many) { return tr("%1 not an address", nullptr, many); });
    const auto lines = static_cast<int>(answers.answers.size());
    //: %1 is how many lines a list has, %2 for example "3 allowed, 1 refused and 1 not an address"
    return tr("%1 line(s): %2.", nullptr, lines).arg(m_locale.toString(lines), m_locale.createSeparatedList(parts));
}

QString ClientListWording::assumed(const BulkClient &client)
{
    if (!client.server)
        //: What is assumed of all clients of a list
        return client.authenticated ? tr("All authenticated.") : QString();
    const QString server = text(toText(*client.server));
    return client.authenticated
        //: What is assumed of all clients of a list; %1 is the address of a server
        ? tr("All authenticated, at server %1.").arg(server)
        //: What is assumed of all clients of a list; %1 is the address of a server
        : tr("All at server %1.").arg(server);
}

} // namespace relaytab
