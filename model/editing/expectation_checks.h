#pragma once

#include <QObject>

#include "model/analysis/expectation_check.h"
#include "model/editing/latest_job.h"
#include "model/policy/decision.h"

namespace relaytab {

class PolicyDocument;

/// How an expectation came out.
struct ExpectationResult {
    ExpectationCheck check;
    std::optional<Decision> decision = {}; ///< what happens to the witness, when there is one

    friend bool operator==(const ExpectationResult &, const ExpectationResult &) = default;
};

/// Whether the expectations of a policy under edit hold, kept right by a worker. An answer for an older revision or
/// reading is dropped. GUI thread only.
class ExpectationChecks : public QObject
{
    Q_OBJECT

public:
    /// The document outlives the checks.
    explicit ExpectationChecks(const PolicyDocument &document, QObject *parent = nullptr);

    void setReading(Reading reading);
    [[nodiscard]] Reading reading() const { return m_reading; }

    /// The last answer about the expectation at `index`, which may be about the rules before the last edit; null while
    /// it was never checked as it is now.
    [[nodiscard]] const ExpectationResult *resultAt(std::size_t index) const;
    /// True when the answers are about the policy as it is.
    [[nodiscard]] bool isCurrent() const { return m_current; }
    /// How many of the last answer hold.
    [[nodiscard]] std::size_t holding() const { return m_holding; }
    /// How many the last answer is about.
    [[nodiscard]] std::size_t checkedCount() const { return m_results.size(); }

Q_SIGNALS:
    /// The answers are new.
    void checked();

private:
    void start();
    void deliver(std::vector<Expectation> expectations, std::vector<ExpectationResult> results);

    const PolicyDocument &m_document;
    Reading m_reading = Reading::Observed;
    bool m_current = true;
    std::size_t m_holding = 0;
    std::vector<Expectation> m_expectations; ///< what m_results speaks of
    std::vector<ExpectationResult> m_results;
    LatestJob m_worker{*this};
};

} // namespace relaytab
