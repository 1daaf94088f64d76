#pragma once

#include <QObject>

#include <memory>

#include "model/analysis/change_report.h"
#include "model/editing/latest_job.h"

namespace relaytab {

class PolicyDocument;

/// What a policy under edit changes against another version of it, kept right while somebody wants to know. A worker
/// answers; an answer for an older revision, base or reading is dropped. GUI thread only.
class PolicyComparison : public QObject
{
    Q_OBJECT

public:
    /// The document outlives the comparison.
    explicit PolicyComparison(const PolicyDocument &document, QObject *parent = nullptr);

    void setBase(const RelayPolicy &base);
    void setReading(Reading reading);
    /// Nothing is worked out while nobody looks.
    void setWanted(bool wanted);

    /// The last answer, null before the first; isCurrent() tells whether it is about the policy as it is.
    [[nodiscard]] const std::shared_ptr<const ChangeReport> &report() const { return m_report; }
    [[nodiscard]] bool isCurrent() const { return m_answered; }

    /// Gives up until the next change or compare().
    void cancel();
    void compare();

Q_SIGNALS:
    void started();
    /// A worker is at it: per cent.
    void progressChanged(int percent);
    /// The report is new.
    void finished();
    void cancelled();

private:
    void takeChange();

    const PolicyDocument &m_document;
    RelayPolicy m_base;
    Reading m_reading = Reading::Observed;
    bool m_wanted = false;
    bool m_answered = false;
    std::shared_ptr<const ChangeReport> m_report;
    LatestJob m_worker{*this};
};

} // namespace relaytab
