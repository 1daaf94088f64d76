#include "model/editing/policy_comparison.h"

#include "model/editing/policy_document.h"

namespace relaytab {

PolicyComparison::PolicyComparison(const PolicyDocument &document, QObject *parent)
    : QObject(parent), m_document(document), m_base(document.policy())
{
    connect(&document, &PolicyDocument::changed, this, &PolicyComparison::takeChange);
}

void PolicyComparison::setBase(const RelayPolicy &base)
{
    m_base = base;
    takeChange();
}

void PolicyComparison::setReading(Reading reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    takeChange();
}

void PolicyComparison::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (wanted && !m_answered && !m_worker.isRunning())
        compare();
}

void PolicyComparison::takeChange()
{
    m_worker.drop();
    m_answered = false;
    if (m_wanted)
        compare();
}

void PolicyComparison::compare()
{
    m_worker.start([this, before = m_base, after = m_document.policy(), reading = m_reading](const auto &job) {
        auto report =
            changeReport(before, after, reading, job.percent(100, [this](int done) { Q_EMIT progressChanged(done); }));
        if (report)
            job.post([this, answer = std::make_shared<const ChangeReport>(std::move(*report))] {
                m_worker.finish();
                m_report = answer;
                m_answered = true;
                Q_EMIT finished();
            });
    });
    Q_EMIT started();
}

void PolicyComparison::cancel()
{
    if (!m_worker.isRunning())
        return;
    m_worker.drop();
    Q_EMIT cancelled();
}

} // namespace relaytab
