#include "model/editing/policy_comparison.h"

#include "model/editing/policy_document.h"

namespace relaytab {

PolicyComparison::PolicyComparison(const PolicyDocument &document, QObject *parent)
    : QObject(parent), m_document(document), m_base(document.policy())
{
    m_pool.setMaxThreadCount(1);
    connect(&document, &PolicyDocument::changed, this, &PolicyComparison::takeChange);
}

PolicyComparison::~PolicyComparison()
{
    drop();
    m_pool.waitForDone();
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
    if (wanted && !m_answered && !m_job)
        compare();
}

void PolicyComparison::takeChange()
{
    drop();
    m_answered = false;
    if (m_wanted)
        compare();
}

void PolicyComparison::compare()
{
    drop();
    m_job = std::make_shared<Job>();
    Q_EMIT started();
    m_pool.start([this, job = m_job, before = m_base, after = m_document.policy(), reading = m_reading] {
        // The destructor waits for the pool, so that `this` is there to post to.
        const auto post = [this, &job](auto action) {
            QMetaObject::invokeMethod(
                this,
                [this, job, action] {
                    if (job == m_job)
                        action();
                },
                Qt::QueuedConnection);
        };
        int told = 0;
        auto report = changeReport(before, after, reading, [&](double done) {
            const int percent = static_cast<int>(done * 100);
            if (percent > told)
                post([this, percent] { Q_EMIT progressChanged(percent); });
            told = std::max(told, percent);
            return job->cancelled ? ProgressStep::Cancel : ProgressStep::Continue;
        });
        if (report)
            post([this, answer = std::make_shared<const ChangeReport>(std::move(*report))] {
                m_job.reset();
                m_report = answer;
                m_answered = true;
                Q_EMIT finished();
            });
    });
}

void PolicyComparison::cancel()
{
    if (!m_job)
        return;
    drop();
    Q_EMIT cancelled();
}

void PolicyComparison::drop()
{
    if (m_job)
        m_job->cancelled = true;
    m_job.reset();
}

} // namespace relaytab
