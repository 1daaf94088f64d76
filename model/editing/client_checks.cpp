#include "model/editing/client_checks.h"

#include "model/editing/policy_document.h"

namespace relaytab {

namespace {

/// The part of a long answer from `begin` to `end`.
Progress partOf(const Progress &whole, double begin, double end)
{
    return [whole, begin, end](double done) { return whole(begin + (end - begin) * done); };
}

} // namespace

ClientChecks::ClientChecks(const PolicyDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &PolicyDocument::changed, this, &ClientChecks::takeChange);
}

void ClientChecks::setText(const QString &text)
{
    m_text = text;
    m_list.reset();
    takeChange();
}

void ClientChecks::setClient(const BulkClient &client)
{
    if (client == m_client)
        return;
    m_client = client;
    takeChange();
}

void ClientChecks::setReading(Reading reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    takeChange();
}

void ClientChecks::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (wanted && !m_answered && !m_worker.isRunning() && hasText())
        check();
}

void ClientChecks::takeChange()
{
    m_worker.drop();
    m_answered = false;
    if (m_wanted && hasText())
        check();
}

void ClientChecks::check()
{
    m_worker.start([this, text = m_text, known = m_list, policy = m_document.policy(), client = m_client,
                    reading = m_reading](const auto &job) {
        const Progress tell = job.percent(100, [this](int done) { Q_EMIT progressChanged(done); });
        const double read = known ? 0 : 0.5;
        std::shared_ptr<const ClientList> list = known;
        if (!list) {
            auto fresh = clientListOf(text, partOf(tell, 0, read));
            if (!fresh)
                return;
            list = std::make_shared<const ClientList>(std::move(*fresh));
        }
        auto answers = answersOf(list->questions, policy, client, reading, partOf(tell, read, 1));
        if (answers)
            job.post([this,
                      report = std::make_shared<const ClientReport>(
                          ClientReport{list, std::move(*answers), policy, client})] { deliver(report); });
    });
    Q_EMIT started();
}

void ClientChecks::deliver(const std::shared_ptr<const ClientReport> &report)
{
    m_worker.finish();
    m_list = report->list;
    m_report = report;
    m_answered = true;
    Q_EMIT finished();
}

void ClientChecks::cancel()
{
    if (!m_worker.isRunning())
        return;
    m_worker.drop();
    Q_EMIT cancelled();
}

} // namespace relaytab
