#include "model/editing/document_analysis.h"

#include <QElapsedTimer>

#include <atomic>

namespace relaytab {

namespace {

/// Policies of this size are answered on the spot, unless the last answer took longer than a frame has to spare.
constexpr std::size_t smallPolicy = 2000;
constexpr qint64 affordableMilliseconds = 10;
/// Edits up to this many rows are taken into the sets and the rows' own findings on the spot.
constexpr std::size_t smallEdit = 64;

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

} // namespace

/// A question to the worker: a snapshot, and whether the answer is still wanted.
struct DocumentAnalysis::Job {
    RelayPolicy policy;
    Reading reading = Reading::Observed;
    std::optional<PolicySets> sets = {}; ///< when they are known already
    std::atomic<bool> cancelled = false;
};

struct DocumentAnalysis::Answer {
    PolicySets sets;
    Exposure exposure;
    std::vector<Finding> findings;
    qint64 milliseconds = 0;

    static std::optional<Answer> to(const Job &job, const std::function<void(int)> &progress);
};

std::optional<DocumentAnalysis::Answer> DocumentAnalysis::Answer::to(const Job &job,
                                                                     const std::function<void(int)> &progress)
{
    QElapsedTimer timer;
    timer.start();
    Answer answer;
    progress(0);
    answer.sets = job.sets ? *job.sets : policySetsOf(job.policy);
    answer.exposure = exposureOf(answer.sets, job.reading);
    if (job.cancelled)
        return std::nullopt;
    progress(20);
    for (const ListKind list : allLists) {
        for (Finding &finding : rowFindingsIn(job.policy, list, 0, job.policy.list(list).size()))
            answer.findings.push_back(std::move(finding));
        if (job.cancelled)
            return std::nullopt;
    }
    answer.milliseconds = timer.elapsed();
    return answer;
}

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

std::size_t DocumentAnalysis::ruleCount() const
{
    return m_policy.deny.size() + m_policy.allow.size() + m_policy.local.size();
}

bool DocumentAnalysis::answersAtOnce() const
{
    return ruleCount() <= smallPolicy && m_lastCost <= affordableMilliseconds;
}

void DocumentAnalysis::takePolicy()
{
    m_policy = m_document.policy();
    m_setsKnown = false;
    m_lastCost = 0;
    m_findings.clear();
}

void DocumentAnalysis::takeListChange(const ListChange &change)
{
    const RuleList added = m_document.policy().list(change.list).slice(change.first, change.inserted);
    RuleList &list = m_policy.list(change.list);
    const RuleList removed = list.splice(change.first, change.removed, added);
    if (answersAtOnce()) { // takeChange() works everything out anew
        m_setsKnown = false;
        return;
    }
    const bool small = change.removed + change.inserted <= smallEdit;
    if (change.rotated == 0 && m_setsKnown) {
        if (small)
            m_sets.list(change.list) = setAfterEdit(m_sets.list(change.list), removed, added, list);
        else
            m_setsKnown = false;
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
    if (m_setsKnown)
        m_exposure = exposureOf(m_sets, m_reading);
    Q_EMIT exposureChanged();
    Q_EMIT findingsChanged();
    start();
}

std::unique_ptr<DocumentAnalysis::Job> DocumentAnalysis::question() const
{
    auto job = std::make_unique<Job>();
    job->policy = m_policy;
    job->reading = m_reading;
    if (m_setsKnown)
        job->sets = m_sets;
    return job;
}

void DocumentAnalysis::start()
{
    m_job = question();
    m_pool.start([this, job = m_job] {
        // The pool is waited for in the destructor, so that `this` is there to post to.
        const auto post = [this, job](auto action) {
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
        auto answer =
            Answer::to(*job, [&](int percent) { post([this, percent] { Q_EMIT progressChanged(percent); }); });
        if (answer)
            post([this, shared = std::make_shared<Answer>(std::move(*answer))] { deliver(*shared); });
    });
}

void DocumentAnalysis::deliver(Answer &answer)
{
    m_job.reset();
    m_sets = std::move(answer.sets);
    m_setsKnown = true;
    m_exposure = answer.exposure;
    m_findings.assign(std::move(answer.findings));
    m_lastCost = answer.milliseconds;
    m_complete = true;
    Q_EMIT exposureChanged();
    Q_EMIT findingsChanged();
    Q_EMIT progressChanged(100);
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
    if (auto answer = Answer::to(*question(), [](int) {}))
        deliver(*answer);
}

} // namespace relaytab
