#include "model/editing/document_analysis.h"

#include <atomic>

#include "model/analysis/live_analysis.h"
#include "model/analysis/mask_fault.h"

namespace relaytab {

namespace {

/// Policies of this size are answered on the spot: it takes milliseconds.
constexpr std::size_t smallPolicy = 2000;
/// More masks with gaps than this, and their sets take longer than a frame has to spare.
constexpr std::size_t fewGaps = 100;
/// Edits up to this many rows are taken into the sets and the rows' own findings on the spot.
constexpr std::size_t smallEdit = 64;

/// A single row is told of the others too when no more than this many match some of its addresses.
constexpr std::size_t fewNeighbours = 2000;

std::vector<Finding> rowFindingsIn(const RelayPolicy &policy, ListKind list, std::size_t first, std::size_t count)
{
    const ListEffect effect = policy.inForce(list) ? ListEffect::InForce : ListEffect::Off;
    std::vector<Finding> findings;
    RowPlace place{list, first};
    for (const RuleList::RowView row : policy.list(list).slice(first, count)) {
        for (Finding &finding : rowFindings(row.row(), place, effect))
            findings.push_back(std::move(finding));
        ++place.row;
    }
    return findings;
}

std::size_t gapsIn(const RuleList &list)
{
    std::size_t gaps = 0;
    for (const RuleList::RowView row : list)
        if (const auto rule = row.activeRule(); rule && hasGaps(rule->mask))
            ++gaps;
    return gaps;
}

} // namespace

/// A question to the worker: a snapshot, and whether the answer is still wanted.
struct DocumentAnalysis::Job {
    RelayPolicy policy;
    Reading reading = Reading::Observed;
    FindingOptions options = {};
    std::optional<PolicySets> sets = {}; ///< when they are known already
    std::atomic<bool> cancelled = false;
};

DocumentAnalysis::DocumentAnalysis(const PolicyDocument &document, QObject *parent)
    : QObject(parent), m_document(document)
{
    m_pool.setMaxThreadCount(1);
    connect(&document, &PolicyDocument::policyReset, this, &DocumentAnalysis::takePolicy);
    connect(&document, &PolicyDocument::listChanged, this, &DocumentAnalysis::takeListChange);
    connect(&document, &PolicyDocument::changed, this, &DocumentAnalysis::takeChange);
    takePolicy();
    takeChange();
}

DocumentAnalysis::~DocumentAnalysis()
{
    cancel();
    m_pool.waitForDone();
}

void DocumentAnalysis::setReading(Reading reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    takeChange();
}

void DocumentAnalysis::setOptions(const FindingOptions &options)
{
    if (options == m_options)
        return;
    m_options = options;
    takeChange();
}

bool DocumentAnalysis::answersAtOnce() const
{
    return m_policy.deny.size() + m_policy.allow.size() + m_policy.local.size() <= smallPolicy && m_gaps <= fewGaps;
}

void DocumentAnalysis::takePolicy()
{
    m_policy = m_document.policy();
    m_gaps = 0;
    for (const ListKind list : allLists)
        m_gaps += gapsIn(m_policy.list(list));
    m_setsKnown = false;
    m_findings = {};
}

void DocumentAnalysis::takeListChange(const ListChange &change)
{
    const RuleList added = m_document.policy().list(change.list).slice(change.first, change.inserted);
    RuleList &list = m_policy.list(change.list);
    const RuleList removed = list.splice(change.first, change.removed, added);
    m_gaps = m_gaps - gapsIn(removed) + gapsIn(added);
    const bool small = change.removed + change.inserted <= smallEdit;
    if (answersAtOnce()) {
        m_setsKnown = false; // takeChange() works everything out anew
        return;
    }
    if (change.rotated == 0 && m_setsKnown) {
        if (small && m_gaps <= fewGaps)
            m_sets.list(change.list) = setAfterEdit(m_sets.list(change.list), removed, added, list);
        else
            m_setsKnown = false;
    }
    if (change.inserted == 1 && m_gaps <= fewGaps)
        if (auto findings = findingsOfRow(m_policy, {change.list, change.first}, m_options, fewNeighbours)) {
            m_findings.apply(change, std::move(*findings));
            return;
        }
    m_findings.apply(
        change, small ? rowFindingsIn(m_policy, change.list, change.first, change.inserted) : std::vector<Finding>{});
}

/// The document changed, after all it had to tell.
void DocumentAnalysis::takeChange()
{
    m_policy = m_document.policy(); // the same rows, shared with the document again
    m_sets.flags = m_policy.flags;
    m_complete = false;
    cancel();
    if (answersAtOnce()) {
        wait();
        return;
    }
    const bool exposureKnown = m_setsKnown && m_gaps <= fewGaps;
    if (exposureKnown) {
        m_exposure = exposureOf(m_sets, m_reading);
        Q_EMIT exposureChanged();
    }
    Q_EMIT findingsChanged();
    start(exposureKnown ? Wanted::Findings : Wanted::All);
}

void DocumentAnalysis::start(Wanted wanted)
{
    m_job = std::make_shared<Job>();
    m_job->policy = m_policy;
    m_job->reading = m_reading;
    m_job->options = m_options;
    if (m_setsKnown)
        m_job->sets = m_sets;
    m_pool.start([this, wanted, job = m_job] {
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
        if (job->cancelled)
            return;
        post([this] { Q_EMIT progressChanged(0); });
        if (wanted == Wanted::All) {
            const PolicySets sets = job->sets ? *job->sets : policySetsOf(job->policy);
            post([this, sets, exposure = exposureOf(sets, job->reading)] { deliver(sets, exposure); });
        }
        int told = 0;
        const auto findings = policyFindings(job->policy, job->options, [&](double done) {
            const int percent = std::min(static_cast<int>(done * 100), 99);
            if (percent > told)
                post([this, percent] { Q_EMIT progressChanged(percent); });
            told = std::max(told, percent);
            return job->cancelled ? ProgressStep::Cancel : ProgressStep::Continue;
        });
        if (findings)
            post([this, store = std::make_shared<FindingStore>(*findings)] {
                deliver(std::move(*store));
                Q_EMIT progressChanged(100);
            });
    });
}

void DocumentAnalysis::deliver(const PolicySets &sets, const Exposure &exposure)
{
    m_sets = sets;
    m_setsKnown = true;
    m_exposure = exposure;
    Q_EMIT exposureChanged();
}

void DocumentAnalysis::deliver(FindingStore &&findings)
{
    m_job.reset();
    m_findings = std::move(findings);
    m_complete = true;
    Q_EMIT findingsChanged();
}

void DocumentAnalysis::cancel()
{
    if (m_job)
        m_job->cancelled = true;
    m_job.reset();
}

void DocumentAnalysis::wait()
{
    if (m_complete)
        return;
    cancel();
    if (!m_setsKnown)
        m_sets = policySetsOf(m_policy);
    deliver(m_sets, exposureOf(m_sets, m_reading));
    deliver(FindingStore(*policyFindings(m_policy, m_options)));
}

} // namespace relaytab
