#include "model/editing/expectation_checks.h"

#include <algorithm>

#include "model/editing/policy_document.h"

namespace relaytab {

namespace {

std::vector<ExpectationResult> resultsOf(const RelayPolicy &policy, Reading reading)
{
    std::vector<ExpectationResult> results;
    results.reserve(policy.expectations.size());
    const std::vector<ExpectationCheck> checks = checkExpectations(policy, reading);
    for (std::size_t i = 0; i < checks.size(); ++i) {
        ExpectationResult result{.check = checks[i]};
        const Expectation &expectation = policy.expectations[i];
        if (result.check.witness)
            result.decision =
                decide(policy, {*result.check.witness, expectation.server, expectation.authenticated}, reading);
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace

ExpectationChecks::ExpectationChecks(const PolicyDocument &document, QObject *parent)
    : QObject(parent), m_document(document)
{
    connect(&document, &PolicyDocument::changed, this, &ExpectationChecks::start);
    start();
}

void ExpectationChecks::setReading(Reading reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    start();
}

const ExpectationResult *ExpectationChecks::resultAt(std::size_t index) const
{
    const std::vector<Expectation> &now = m_document.policy().expectations;
    if (index < m_results.size() && index < now.size() && m_expectations[index] == now[index])
        return &m_results[index];
    return nullptr;
}

void ExpectationChecks::start()
{
    if (m_document.policy().expectations.empty()) {
        m_worker.drop();
        deliver({}, {});
        return;
    }
    m_current = false;
    m_worker.start([this, policy = m_document.policy(), reading = m_reading](const auto &job) {
        job.post([this, expectations = policy.expectations, results = resultsOf(policy, reading)] {
            deliver(expectations, results);
        });
    });
}

void ExpectationChecks::deliver(std::vector<Expectation> expectations, std::vector<ExpectationResult> results)
{
    m_worker.finish();
    m_current = true;
    m_expectations = std::move(expectations);
    m_results = std::move(results);
    m_holding = static_cast<std::size_t>(std::ranges::count_if(
        m_results, [](const ExpectationResult &result) { return result.check.state == ExpectationState::Holds; }));
    Q_EMIT checked();
}

} // namespace relaytab
