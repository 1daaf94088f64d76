#pragma once

#include <QLocale>
#include <QObject>

#include "model/analysis/bulk_check.h"
#include "model/editing/document_analysis.h"
#include "model/editing/kept_lookups.h"
#include "model/policy/decision.h"

namespace relaytab {

/// What is typed into the tester.
struct TesterQuery {
    QString client = {}; ///< an address; a net or range is answered as a whole
    QString server = {}; ///< an address; empty or "any": not known
    bool authenticated = false;

    friend bool operator==(const TesterQuery &, const TesterQuery &) = default;
};

/// What the tester shows; texts are in the user's language, empty ones are not shown.
struct TesterAnswer {
    enum class Kind : std::uint8_t {
        Nothing, ///< no client is typed, or it is no address: see the errors
        Pending, ///< a net, while the sets of a large policy are being worked out
        Allowed,
        Refused,
        Depends, ///< on the server address, which is not known
        Mixed, ///< a net: some of its addresses may relay
    };
    /// One address of a net, and what happens to it.
    struct Example {
        Kind kind = Kind::Allowed;
        QString text = {}; ///< "192.168.1.8: allowed by Allow, row 1"
        std::optional<RowPlace> row = {}; ///< the deciding row

        friend bool operator==(const Example &, const Example &) = default;
    };

    Kind kind = Kind::Nothing;
    QString clientError = {}; ///< why what is typed is no client
    QString serverError = {};
    QString verdict = {}; ///< "Refused"
    QString reason = {}; ///< "by Deny, row 1"
    std::optional<RowPlace> row = {}; ///< the deciding row
    QString rule = {}; ///< its rule: "192.168.1.0 / 255.255.255.248"
    QStringList steps = {}; ///< the decision table, a sentence a step; only for an address
    int decidingStep = -1; ///< index into steps
    QString nearestMiss = {}; ///< how the nearest row differs, when no row decided
    std::optional<RowPlace> nearestRow = {};
    QString note = {}; ///< where the readings differ, or what the answer depends on
    QString counts = {}; ///< a net: how many of its addresses may relay
    std::vector<Example> examples = {}; ///< a net: one address of each kind there is
    QString reply = {}; ///< what the server says to the client
    bool canAllowHost = false; ///< allowOnlyThisHost() would make it allowed
    bool canPin = false; ///< the answer is one verdict, so that pin() can keep it

    friend bool operator==(const TesterAnswer &, const TesterAnswer &) = default;
};

/// What happens to a client, live: answers anew when the query or the policy changes.
class Tester : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the tester.
    Tester(PolicyDocument &document, const DocumentAnalysis &analysis, QObject *parent = nullptr);

    [[nodiscard]] const TesterQuery &query() const { return m_query; }
    void setQuery(const TesterQuery &query);
    /// What else than the address the query says of the client; nothing when its server is no address.
    [[nodiscard]] std::optional<BulkClient> bulkClient() const;
    /// Numbers are grouped by this locale; the default is QLocale().
    void setLocale(const QLocale &locale);

    [[nodiscard]] const TesterAnswer &answer() const { return m_answer; }
    /// The query and the answer as lines of text.
    [[nodiscard]] QString asText() const;

    /// Adds the client's address to Allow as one undo step and tells where; nothing unless the answer says it can.
    std::optional<RowPlace> allowOnlyThisHost();

    /// Makes what is asked and answered an expectation of the document, as one undo step, and says so in a sentence.
    /// What is expected already stays as it is. Empty unless the answer says it can.
    QString pin();

Q_SIGNALS:
    void queryChanged();
    void answerChanged();

private:
    void ask();
    [[nodiscard]] std::vector<Expectation> asExpectations() const;
    [[nodiscard]] TesterAnswer work() const;
    void answerAddress(TesterAnswer &answer, const Client &client) const;
    void answerNet(TesterAnswer &answer, const std::vector<Rule> &rules, const std::optional<Address> &server) const;
    [[nodiscard]] TesterAnswer::Example exampleOf(const Client &client) const;
    [[nodiscard]] QString ruleAt(RowPlace place) const;

    PolicyDocument &m_document;
    const DocumentAnalysis &m_analysis;
    KeptLookups m_lookups; ///< of what the query asks
    QLocale m_locale;
    TesterQuery m_query;
    TesterAnswer m_answer;
    Reading m_askedReading = Reading::Observed;
    std::optional<Address> m_host; ///< the client, when it is one address
};

} // namespace relaytab
