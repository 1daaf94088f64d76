#include "app/commands/address_answer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "app/commands/json.h"
#include "app/commands/words.h"
#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

constexpr std::array<std::string_view, stepCount> stepWords{"deny",          "allow",     "local",
                                                            "authenticated", "only-deny", "otherwise"};

std::optional<std::string> rowOf(const std::optional<RowPlace> &place)
{
    return place ? std::optional{rowWord(*place)} : std::nullopt;
}

void appendObject(std::string &out, const QJsonObject &object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    out.append(json.constData(), static_cast<std::size_t>(json.size()));
    out += '\n';
}

/// The trace as an array: one object a step.
QJsonArray traceOf(const Decision &decision)
{
    QJsonArray steps;
    for (std::size_t i = 0; i < stepCount; ++i) {
        const Step &step = decision.trace[i];
        const auto row =
            step.row && i < allLists.size() ? std::optional{rowWord({allLists[i], *step.row})} : std::nullopt;
        steps.append(QJsonObject{{QStringLiteral("step"), latin1(stepWords[i])},
                                 {QStringLiteral("outcome"), latin1(wordOf(step.outcome))},
                                 {QStringLiteral("row"), jsonOrNull(row)}});
    }
    return steps;
}

} // namespace

AddressAnswer::AddressAnswer(const RelayPolicy &policy, const BulkClient &client, Reading reading, AnswerStyle style,
                             AnswerDepth depth, const QLocale &locale)
    : m_policy(policy),
      m_client(client),
      m_reading(reading),
      m_style(style),
      m_depth(depth),
      m_locale(locale),
      m_check(policy, client, reading)
{ }

std::string_view AddressAnswer::to(std::string_view word)
{
    m_text.clear();
    const auto address = parseAddress(word);
    if (!address) {
        invalid(word, address.error().code);
        return m_text;
    }
    const BriefDecision decision = m_check.decide(*address);
    if (decision.verdict == Verdict::Refused)
        ++m_tally.refused;
    if (m_style == AnswerStyle::Json) {
        object(word, decision, *address);
        return m_text;
    }
    line(word, decision);
    if (m_depth == AnswerDepth::Explained)
        explanation(*address);
    return m_text;
}

void AddressAnswer::invalid(std::string_view word, AddressErrorCode code)
{
    ++m_tally.invalid;
    if (m_style == AnswerStyle::Json)
        return appendObject(m_text,
                            {{QStringLiteral("address"), text(word)},
                             {QStringLiteral("verdict"), QStringLiteral("invalid")},
                             {QStringLiteral("reason"), latin1(wordOf(code))},
                             {QStringLiteral("row"), QJsonValue::Null}});
    m_text.append(word).append("\tinvalid\t").append(wordOf(code)).append("\t-\n");
}

void AddressAnswer::line(std::string_view word, const BriefDecision &decision)
{
    m_text.append(word).append(1, '\t').append(wordOf(decision.verdict)).append(1, '\t');
    m_text.append(wordOf(decision.reason)).append(1, '\t').append(rowOf(decision.row).value_or("-")).append(1, '\n');
}

void AddressAnswer::object(std::string_view word, const BriefDecision &decision, const Address &address)
{
    QJsonObject object{{QStringLiteral("address"), text(word)},
                       {QStringLiteral("verdict"), latin1(wordOf(decision.verdict))},
                       {QStringLiteral("reason"), latin1(wordOf(decision.reason))},
                       {QStringLiteral("row"), jsonOrNull(rowOf(decision.row))}};
    if (m_depth == AnswerDepth::Explained) {
        const Client client{.address = address, .server = m_client.server, .authenticated = m_client.authenticated};
        const bool differ =
            fullDecision(address, Reading::Observed).verdict != fullDecision(address, Reading::Literal).verdict;
        object.insert(QStringLiteral("trace"), traceOf(fullDecision(address, m_reading)));
        object.insert(QStringLiteral("depends_on_server"), dependsOnServer(m_policy, client, m_reading));
        object.insert(QStringLiteral("readings_differ"), differ);
    }
    appendObject(m_text, object);
}

void AddressAnswer::explanation(const Address &address)
{
    const Wording wording(m_locale);
    const auto say = [this](const QString &sentence) {
        if (!sentence.isEmpty())
            m_text.append(1, '\t').append(sentence.toStdString()).append(1, '\n');
    };
    const Decision decision = fullDecision(address, m_reading);
    for (std::size_t step = 0; step < stepCount; ++step) {
        say(Wording::step(decision, step));
        const bool missed = step < allLists.size() && allLists[step] == ListKind::Allow
            && decision.reason == Reason::NothingApplied && decision.trace[step].outcome == StepOutcome::NoRowMatches;
        if (!missed)
            continue;
        if (const auto nearest = nearestMiss(m_policy.allow, address))
            if (const auto rule = m_policy.allow.view(nearest->row).rule())
                say(wording.nearestMiss(*rule, *nearest));
    }
    const Client client{.address = address, .server = m_client.server, .authenticated = m_client.authenticated};
    if (dependsOnServer(m_policy, client, m_reading))
        say(Wording::dependsReason());
    if (fullDecision(address, Reading::Observed).verdict != fullDecision(address, Reading::Literal).verdict)
        say(Wording::readingsDiffer());
}

Decision AddressAnswer::fullDecision(const Address &address, Reading reading)
{
    if (!m_index)
        m_index.emplace(m_policy);
    return decide(m_policy.flags, *m_index,
                  {.address = address, .server = m_client.server, .authenticated = m_client.authenticated}, reading);
}

} // namespace relaytab
