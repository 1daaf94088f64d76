#pragma once

#include <QObject>

#include "model/analysis/exposure.h"
#include "model/editing/finding_store.h"
#include "model/editing/latest_job.h"

namespace relaytab {

/// What there is to say about a policy under edit, kept right while it is edited. Small policies are answered before
/// changed() of the document returns; large ones by a worker, and answers for an older revision are dropped. At any
/// size and for any masks, the exposure after a small edit is right at once, and so is what other rows do to a single
/// edited row, unless very many rows share addresses with what was edited.
class DocumentAnalysis : public QObject
{
    Q_OBJECT

public:
    /// The document outlives the analysis.
    explicit DocumentAnalysis(const PolicyDocument &document, QObject *parent = nullptr);

    [[nodiscard]] Reading reading() const { return m_reading; }
    void setReading(Reading reading);
    /// What the file is going to be, and what surrounds the server.
    void setOptions(const FindingOptions &options);

    /// The last answer; knowsExposure() tells whether it is about the policy as it is.
    [[nodiscard]] const Exposure &exposure() const { return m_exposure; }
    [[nodiscard]] bool knowsExposure() const { return m_countsKnown; }
    /// What each list matches; with the flags, all there is to know about verdicts. Of a large policy a worker makes
    /// them, after every edit; nothing until then.
    [[nodiscard]] const std::optional<PolicySets> &sets() const { return m_sets; }

    /// The last answer; isComplete() tells whether it is about the policy as it is.
    [[nodiscard]] const FindingStore &findings() const { return m_findings; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

    /// Waits until all is known; for those who must not go on without, as saving does.
    void wait();

Q_SIGNALS:
    /// The exposure or the sets are new.
    void exposureChanged();
    /// Some findings are new, or follow their rows.
    void findingsChanged();
    /// A worker is at it: per cent from 0; 100 when all is known.
    void progressChanged(int percent);

private:
    void takePolicy();
    void takeListChange(const ListChange &change);
    void takeChange();
    [[nodiscard]] bool answersAtOnce() const;
    void start();
    void followCounts(const ListEdit &edit, const std::vector<Rule> &touched, const std::optional<Excerpts> &near);
    void deliver(const PolicySets &sets, const PolicyCounts &counts);
    void deliver(FindingStore &&findings);

    const PolicyDocument &m_document;
    RelayPolicy m_policy; ///< as the answers know it, so that a change can be told as what went and what came
    Reading m_reading = Reading::Observed;
    FindingOptions m_options;
    std::size_t m_gaps = 0; ///< rules whose mask has gaps
    std::optional<PolicySets> m_sets;
    PolicyCounts m_counts;
    bool m_countsKnown = false;
    std::size_t m_changes = 0; ///< told since the document last was done with a step
    Exposure m_exposure;
    FindingStore m_findings;
    bool m_complete = false;
    LatestJob m_worker{*this};
};

} // namespace relaytab
