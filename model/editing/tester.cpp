#include "model/editing/tester.h"

#include <algorithm>

#include "model/analysis/policy_counts.h"
#include "model/editing/typed_text.h"
#include "model/policy/entry_text.h"
#include "model/wording/expectation_wording.h"
#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

using Kind = TesterAnswer::Kind;

Kind kindOf(Verdict verdict)
{
    return verdict == Verdict::Allowed ? Kind::Allowed : Kind::Refused;
}

/// The server address; nothing when it is not known.
Expected<std::optional<Address>, AddressError> serverOf(const TesterQuery &query)
{
    const QString typed = cleanEntry(query.server);
    if (typed.isEmpty() || typed.compare(u"any", Qt::CaseInsensitive) == 0)
        return std::optional<Address>();
    const auto address = parseAddress(typed.toStdString());
    if (!address)
        return Unexpected<AddressError>(address.error());
    return std::optional(*address);
}

/// A net that meets more rows than this is asked with the sets of the whole policy.
constexpr std::size_t fewRows = 20'000;

/// The first row of the list that matches anything, as a set.
AddressSet someOf(const RuleList &list)
{
    for (const RuleList::RowView row : list)
        if (const auto rule = row.activeRule(); rule && canMatch(*rule))
            return AddressSet::ofRule(*rule);
    return {};
}

/// What the policy does to clients of the nets, at the server address if it is known, and at a listed one. Nothing when
/// it takes very many rows to tell.
std::optional<PolicySets> setsWithin(const RelayPolicy &policy, const std::vector<Rule> &nets,
                                     const std::optional<Address> &server)
{
    static constexpr std::array lists{ListKind::Deny, ListKind::Allow};
    const auto near = rowsMeeting(policy, lists, nets, fewRows);
    if (!near)
        return std::nullopt;
    PolicySets sets{.flags = policy.flags};
    for (const ListKind list : lists)
        sets.list(list) = AddressSet::ofRules((*near)[static_cast<std::size_t>(list)].rows);
    sets.local = someOf(policy.local);
    if (server)
        if (const auto row = firstMatch(policy.local, *server))
            sets.local = sets.local.unitedWith(AddressSet::ofRule(*policy.local.view(*row).rule()));
    return sets;
}

/// The nearest row of the lists that could have decided, Allow before Deny: why not this client?
std::optional<std::pair<RowPlace, NearestMiss>> nearestOf(const RelayPolicy &policy, const KeptLookups &lookups,
                                                          const Client &client)
{
    if (policy.inForce(ListKind::Allow))
        if (const auto miss = lookups.nearestMiss(ListKind::Allow, client.address))
            return std::pair{RowPlace{ListKind::Allow, miss->row}, *miss};
    if (policy.inForce(ListKind::Local) && client.server)
        if (const auto miss = lookups.nearestMiss(ListKind::Local, *client.server))
            return std::pair{RowPlace{ListKind::Local, miss->row}, *miss};
    return std::nullopt;
}

} // namespace

Tester::Tester(PolicyDocument &document, const DocumentAnalysis &analysis, QObject *parent)
    : QObject(parent), m_document(document), m_analysis(analysis), m_lookups(document)
{
    connect(&document, &PolicyDocument::listChanged, this,
            [this](const ListChange &change) { m_lookups.follow(change); });
    connect(&document, &PolicyDocument::policyReset, this, [this] { m_lookups.forget(); });
    connect(&document, &PolicyDocument::changed, this, &Tester::ask);
    // Nets are asked with its sets; addresses only care for the reading.
    connect(&analysis, &DocumentAnalysis::exposureChanged, this, [this] {
        if (!m_host || m_askedReading != m_analysis.reading())
            ask();
    });
}

void Tester::setQuery(const TesterQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_lookups.forget();
    Q_EMIT queryChanged();
    ask();
}

std::optional<BulkClient> Tester::bulkClient() const
{
    const auto server = serverOf(m_query);
    if (!server)
        return std::nullopt;
    return BulkClient{.server = *server, .authenticated = m_query.authenticated};
}

void Tester::setLocale(const QLocale &locale)
{
    m_locale = locale;
    ask();
}

void Tester::ask()
{
    m_askedReading = m_analysis.reading();
    m_host.reset();
    if (const auto address = parseAddress(cleanEntry(m_query.client).toStdString()))
        m_host = *address;
    TesterAnswer answer = work();
    answer.canPin = answer.kind == Kind::Allowed || answer.kind == Kind::Refused;
    if (answer == m_answer)
        return;
    m_answer = std::move(answer);
    Q_EMIT answerChanged();
}

TesterAnswer Tester::work() const
{
    TesterAnswer answer;
    const Wording wording(m_locale);
    const auto server = serverOf(m_query);
    if (!server) {
        answer.serverError = wording.addressError(server.error());
        return answer;
    }
    if (m_host) {
        answerAddress(answer, {*m_host, *server, m_query.authenticated});
        return answer;
    }
    const std::string client = cleanEntry(m_query.client).toStdString();
    if (client.empty())
        return answer;
    const auto entry = parseEntry(client);
    if (!entry)
        answer.clientError = wording.entryError(entry.error());
    else
        answerNet(answer, entry->rules, *server);
    return answer;
}

QString Tester::ruleAt(RowPlace place) const
{
    const RuleEntry entry = m_document.policy().list(place.list).view(place.row).entry();
    const auto *rule = std::get_if<Rule>(&entry);
    return rule == nullptr ? QString() : text(toText(rule->net)) + u" / " + text(toText(rule->mask));
}

void Tester::answerAddress(TesterAnswer &answer, const Client &client) const
{
    const Wording wording(m_locale);
    const RelayPolicy &policy = m_document.policy();
    const Reading reading = m_analysis.reading();
    const Decision decision = decide(policy.flags, m_lookups, client, reading);
    answer.kind = kindOf(decision.verdict);
    answer.verdict = Wording::verdict(decision.verdict);
    answer.reason = Wording::reason(decision);
    for (std::size_t step = 0; step < stepCount; ++step) {
        answer.steps.append(Wording::step(decision, step));
        if (decision.trace[step].outcome == StepOutcome::Applied && answer.decidingStep < 0)
            answer.decidingStep = static_cast<int>(step);
    }
    if (decision.row) {
        answer.row = decision.row;
        answer.rule = ruleAt(*decision.row);
    }
    if (decision.reason == Reason::NothingApplied) {
        answer.canAllowHost = policy.inForce(ListKind::Allow);
        if (const auto nearest = nearestOf(policy, m_lookups, client)) {
            answer.nearestRow = nearest->first;
            if (const auto rule = policy.list(nearest->first.list).view(nearest->first.row).rule())
                answer.nearestMiss = wording.nearestMiss(*rule, nearest->second);
        }
    }
    if (dependsOnServer(policy, client, decision)) {
        answer.kind = Kind::Depends;
        answer.verdict = Wording::depends();
        answer.reason.clear();
        answer.note = Wording::dependsReason();
        return;
    }
    const Reading other = reading == Reading::Observed ? Reading::Literal : Reading::Observed;
    if (decide(policy.flags, m_lookups, client, other).verdict != decision.verdict)
        answer.note = Wording::readingsDiffer();
    if (decision.verdict == Verdict::Refused)
        answer.reply = Wording::refusalReply();
}

TesterAnswer::Example Tester::exampleOf(const Client &client) const
{
    const Decision decision = decide(m_document.policy(), client, m_analysis.reading());
    //: What happens to one address; %1 is the address, %2 is "Allowed" or "Refused", %3 is for example "by Deny, row 1"
    return {kindOf(decision.verdict),
            tr("%1: %2 %3")
                .arg(text(toText(client.address)), Wording::verdict(decision.verdict), Wording::reason(decision)),
            decision.row};
}

void Tester::answerNet(TesterAnswer &answer, const std::vector<Rule> &rules, const std::optional<Address> &server) const
{
    // The addresses meant by what is typed: 10.0.0.5/24 means the net that the host is in.
    std::vector<Rule> nets = rules;
    RuleList netList;
    for (Rule &net : nets) {
        net.net.bits &= net.mask.bits;
        netList.append(net);
    }
    auto known = m_analysis.sets();
    if (!known)
        known = setsWithin(m_document.policy(), nets, server);
    if (!known) {
        answer.kind = Kind::Pending;
        return;
    }
    const AddressSet asked = AddressSet::ofRules(netList);
    // Only what has to do with the net: sets of a million rules take longer to combine than a frame has.
    const PolicySets sets{.flags = known->flags,
                          .deny = known->deny.intersectedWith(asked),
                          .allow = known->allow.intersectedWith(asked),
                          .local = known->local};
    const Reading reading = m_analysis.reading();
    const auto allowedAt = [&](const std::optional<Address> &at, Reading as) {
        return asked.intersectedWith(allowedSet(sets, {.server = at, .authenticated = m_query.authenticated}, as));
    };
    const AddressSet allowed = allowedAt(server, reading);
    const AddressSet refused = asked.without(allowed);
    const Family family = rules.front().net.family;
    const QString of = Wording(m_locale).addresses(asked.count(family));
    if (refused.isEmpty()) {
        answer.kind = Kind::Allowed;
        //: %1 is for example "256 addresses"
        answer.counts = tr("All %1 may relay.").arg(of);
    } else if (allowed.isEmpty()) {
        answer.kind = Kind::Refused;
        //: %1 is for example "256 addresses"
        answer.counts = tr("None of %1 may relay.").arg(of);
    } else {
        answer.kind = Kind::Mixed;
        //: %1 is a number, %2 is for example "256 addresses"
        answer.counts = tr("%1 of %2 may relay.").arg(Wording(m_locale).count(allowed.count(family)), of);
    }
    //: Verdict about a net: some of its addresses may relay, others may not
    answer.verdict = answer.kind == Kind::Mixed
        ? tr("Mixed")
        : Wording::verdict(allowed.isEmpty() ? Verdict::Refused : Verdict::Allowed);
    for (const AddressSet *set : {&allowed, &refused})
        if (const auto address = set->first())
            answer.examples.push_back(exampleOf({*address, server, m_query.authenticated}));
    if (!server && sets.inForce(ListKind::Local) && !sets.local.isEmpty()
        && !(allowedAt(sets.local.first(), reading) == allowed)) {
        answer.kind = allowed.isEmpty() ? Kind::Depends : answer.kind;
        answer.verdict = answer.kind == Kind::Depends ? Wording::depends() : answer.verdict;
        answer.note = Wording::dependsReason();
        return;
    }
    const Reading other = reading == Reading::Observed ? Reading::Literal : Reading::Observed;
    if (!(allowedAt(server, other) == allowed))
        answer.note = Wording::readingsDiffer();
    if (answer.kind == Kind::Refused)
        answer.reply = Wording::refusalReply();
}

QString Tester::asText() const
{
    QStringList lines;
    const auto add = [&lines](const QString &line) {
        if (!line.isEmpty())
            lines.append(line);
    };
    //: %1 is an address or a net
    add(tr("Client IP: %1").arg(cleanEntry(m_query.client)));
    if (!cleanEntry(m_query.server).isEmpty())
        //: %1 is an address
        add(tr("Server IP: %1").arg(cleanEntry(m_query.server)));
    if (m_query.authenticated)
        add(tr("The client authenticated."));
    add(m_answer.clientError);
    add(m_answer.serverError);
    add(m_answer.reason.isEmpty() ? m_answer.verdict
                                  //: %1 is "Allowed" or "Refused", %2 is for example "by Deny, row 1"
                                  : tr("%1 %2").arg(m_answer.verdict, m_answer.reason));
    add(m_answer.rule);
    add(m_answer.counts);
    for (const TesterAnswer::Example &example : m_answer.examples)
        add(example.text);
    for (qsizetype step = 0; step < m_answer.steps.size(); ++step)
        add(QStringLiteral("%1. ").arg(step + 1) + m_answer.steps[step]);
    add(m_answer.nearestMiss);
    add(m_answer.note);
    add(m_answer.reply);
    return lines.join(u'\n') + u'\n';
}

std::vector<Expectation> Tester::asExpectations() const
{
    Expectation expectation;
    expectation.authenticated = m_query.authenticated;
    expectation.verdict = m_answer.kind == Kind::Allowed ? Verdict::Allowed : Verdict::Refused;
    if (const auto server = parseAddress(cleanEntry(m_query.server).toStdString()))
        expectation.server = *server;
    std::vector<Rule> clients;
    if (m_host)
        clients = {Rule::host(*m_host)};
    else if (const auto entry = parseEntry(cleanEntry(m_query.client).toStdString()))
        clients = entry->rules;
    std::vector<Expectation> expectations;
    for (Rule &client : clients) {
        client.net.bits &= client.mask.bits;
        expectation.client = client;
        expectations.push_back(expectation);
    }
    return expectations;
}

QString Tester::pin()
{
    if (!m_answer.canPin)
        return {};
    const std::vector<Expectation> &known = m_document.policy().expectations;
    std::vector<Expectation> wanted = asExpectations();
    QStringList words;
    for (const Expectation &expectation : wanted)
        words.append(ExpectationWording::expected(expectation));
    std::erase_if(wanted, [&known](const Expectation &expectation) {
        return std::ranges::any_of(known, [&expectation](const Expectation &other) {
            const auto *client = std::get_if<Rule>(&other.client);
            return client != nullptr && sameMatches(*client, std::get<Rule>(expectation.client))
                && other.server == expectation.server && other.authenticated == expectation.authenticated
                && other.verdict == expectation.verdict;
        });
    });
    const bool isKnown = wanted.empty();
    m_document.insertExpectations(known.size(), wanted);
    const QString what = words.join(QStringLiteral("; "));
    //: %1 is what is expected, for example "10.0.0.1 may relay"
    return isKnown ? tr("Expected already: %1.").arg(what)
                   //: %1 is what is expected, for example "10.0.0.1 may relay"
                   : tr("Pinned as expectation: %1.").arg(what);
}

std::optional<RowPlace> Tester::allowOnlyThisHost()
{
    if (!m_answer.canAllowHost || !m_host)
        return std::nullopt;
    const RowPlace place{ListKind::Allow, m_document.policy().allow.size()};
    m_document.insertRows(place.list, place.row, {RuleRow{Rule::host(*m_host)}});
    return place;
}

} // namespace relaytab
