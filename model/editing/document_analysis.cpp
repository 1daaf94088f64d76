#include "model/editing/document_analysis.h"

#include "model/analysis/live_analysis.h"
#include "model/analysis/mask_fault.h"

namespace relaytab {

namespace {

/// Policies of this size are answered on the spot: it takes milliseconds.
constexpr std::size_t smallPolicy = 2000;
/// More masks with gaps than this, and their sets take longer than a frame has to spare.
constexpr std::size_t fewGaps = 100;
/// Edits up to this many rows are taken into the rows' own findings on the spot.
constexpr std::size_t smallEdit = 64;
/// For so many rules that an edit touched, the rows that they meet are looked up on the spot: a pass over the lists.
constexpr std::size_t fewRules = 16;
/// And for so many changes of a step.
constexpr std::size_t fewChanges = 2;
/// No more than this many rows are taken together on the spot.
constexpr std::size_t fewNeighbours = 4000;

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

/// The rows that say what an edit of such rules in the list changes, unless they are very many.
std::optional<Excerpts> rowsNear(const RelayPolicy &policy, ListKind list, const std::vector<Rule> &rules)
{
    const std::span<const ListKind> lists(allLists);
    return rowsMeeting(policy, list == ListKind::Local ? lists.last(1) : lists.first(2), rules, fewNeighbours);
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

DocumentAnalysis::DocumentAnalysis(const PolicyDocument &document, QObject *parent)
    : QObject(parent), m_document(document)
{
    connect(&document, &PolicyDocument::policyReset, this, &DocumentAnalysis::takePolicy);
    connect(&document, &PolicyDocument::listChanged, this, &DocumentAnalysis::takeListChange);
    connect(&document, &PolicyDocument::changed, this, &DocumentAnalysis::takeChange);
    takePolicy();
    takeChange();
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
    m_sets.reset();
    m_countsKnown = false;
    m_findings = {};
}

void DocumentAnalysis::takeListChange(const ListChange &change)
{
    const RuleList added = m_document.policy().list(change.list).slice(change.first, change.inserted);
    RuleList &list = m_policy.list(change.list);
    const ListEdit edit{.list = change.list,
                        .first = change.first,
                        .removed = list.splice(change.first, change.removed, added),
                        .added = change.inserted};
    m_gaps = m_gaps - gapsIn(edit.removed) + gapsIn(added);
    ++m_changes;
    if (answersAtOnce()) {
        m_sets.reset(); // takeChange() works everything out anew
        return;
    }
    const bool small = change.removed + change.inserted <= smallEdit;
    std::optional<Excerpts> near;
    if (change.rotated == 0) {
        const std::vector<Rule> touched = small ? rulesTouched(m_policy, edit) : std::vector<Rule>{};
        if (small && touched.size() <= fewRules && m_changes <= fewChanges) {
            near = rowsNear(m_policy, change.list, touched);
            followCounts(edit, touched, near);
        } else {
            m_countsKnown = false;
        }
        m_sets.reset();
    }
    if (change.inserted == 1 && near) {
        m_findings.apply(change, findingsOfRow(m_policy, {change.list, change.first}, *near, m_options));
        return;
    }
    m_findings.apply(
        change, small ? rowFindingsIn(m_policy, change.list, change.first, change.inserted) : std::vector<Finding>{});
}

/// Before the sets are forgotten, which are those before the edit.
void DocumentAnalysis::followCounts(const ListEdit &edit, const std::vector<Rule> &touched,
                                    const std::optional<Excerpts> &near)
{
    if (!m_countsKnown)
        return;
    std::optional<PolicyCounts> counts;
    if (near)
        counts = countsAfterEdit(m_counts, edit, touched, *near);
    else if (m_sets)
        counts = countsAfterEdit(m_counts, *m_sets, m_policy, edit, touched, fewNeighbours);
    m_countsKnown = counts.has_value();
    m_counts = counts.value_or(m_counts);
}

/// The document changed, after all it had to tell.
void DocumentAnalysis::takeChange()
{
    m_policy = m_document.policy(); // the same rows, shared with the document again
    if (m_sets)
        m_sets->flags = m_policy.flags;
    m_changes = 0;
    m_complete = false;
    m_worker.drop();
    if (answersAtOnce()) {
        wait();
        return;
    }
    if (m_countsKnown) {
        m_exposure = exposureOf(m_policy.flags, m_counts, m_reading);
        Q_EMIT exposureChanged();
    }
    Q_EMIT findingsChanged();
    start();
}

void DocumentAnalysis::start()
{
    const bool knowsSets = m_sets.has_value(); // then the counts, too
    m_worker.start([this, policy = m_policy, options = m_options, knowsSets](const auto &job) {
        job.post([this] { Q_EMIT progressChanged(0); });
        if (!knowsSets) {
            const PolicySets sets = policySetsOf(policy);
            job.post([this, sets, counts = countsOf(sets)] { deliver(sets, counts); });
        }
        const auto findings =
            policyFindings(policy, options, job.percent(99, [this](int done) { Q_EMIT progressChanged(done); }));
        if (findings)
            job.post([this, store = std::make_shared<FindingStore>(*findings)] {
                deliver(std::move(*store));
                Q_EMIT progressChanged(100);
            });
    });
}

void DocumentAnalysis::deliver(const PolicySets &sets, const PolicyCounts &counts)
{
    m_sets = sets;
    m_counts = counts;
    m_countsKnown = true;
    m_exposure = exposureOf(sets.flags, counts, m_reading);
    Q_EMIT exposureChanged();
}

void DocumentAnalysis::deliver(FindingStore &&findings)
{
    m_worker.finish();
    m_findings = std::move(findings);
    m_complete = true;
    Q_EMIT findingsChanged();
}

void DocumentAnalysis::wait()
{
    if (m_complete)
        return;
    m_worker.drop();
    const PolicySets sets = m_sets ? *m_sets : policySetsOf(m_policy);
    deliver(sets, countsOf(sets));
    deliver(FindingStore(*policyFindings(m_policy, m_options)));
}

} // namespace relaytab
