#pragma once

#include <QObject>

#include <memory>

#include "model/editing/client_list.h"
#include "model/editing/latest_job.h"

namespace relaytab {

class PolicyDocument;

/// A list of clients and what happens to each.
struct ClientReport {
    std::shared_ptr<const ClientList> list = {};
    ClientAnswers answers = {};
    RelayPolicy policy = {}; ///< that was asked
    BulkClient client = {};
};

/// Many clients asked at once, and asked again when the rules change while somebody looks. A worker answers; an answer
/// for an older list, revision or reading is dropped. GUI thread only.
class ClientChecks : public QObject
{
    Q_OBJECT

public:
    /// The document outlives the checks.
    explicit ClientChecks(const PolicyDocument &document, QObject *parent = nullptr);

    /// The list, one client a line.
    void setText(const QString &text);
    /// What the clients have in common.
    void setClient(const BulkClient &client);
    void setReading(Reading reading);
    /// Nothing is worked out while nobody looks.
    void setWanted(bool wanted);

    [[nodiscard]] bool hasText() const { return !m_text.isEmpty(); }
    /// The last answer, null before the first; isCurrent() tells whether it is about the list and the policy as they
    /// are.
    [[nodiscard]] const std::shared_ptr<const ClientReport> &report() const { return m_report; }
    [[nodiscard]] bool isCurrent() const { return m_answered; }

    /// Gives up until the next change or check().
    void cancel();
    void check();

Q_SIGNALS:
    void started();
    /// A worker is at it: per cent.
    void progressChanged(int percent);
    /// The report is new.
    void finished();
    void cancelled();

private:
    void takeChange();
    void deliver(const std::shared_ptr<const ClientReport> &report);

    const PolicyDocument &m_document;
    QString m_text;
    BulkClient m_client;
    Reading m_reading = Reading::Observed;
    bool m_wanted = false;
    bool m_answered = false;
    std::shared_ptr<const ClientList> m_list; ///< of m_text; null until a worker has read it
    std::shared_ptr<const ClientReport> m_report;
    LatestJob m_worker{*this};
};

} // namespace relaytab
