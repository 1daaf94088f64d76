#include "ui/review/review_flow.h"

#include <QFileInfo>

#include "model/analysis/minimize.h"
#include "model/editing/repairs.h"
#include "model/wording/difference_wording.h"
#include "ui/files/background.h"
#include "ui/grid/rule_lists.h"
#include "ui/window/file_notices.h"
#include "ui/window/save_flow.h"

namespace relaytab {

/// A policy that is proposed, what it changes, and the rows that make it.
struct ReviewFlow::Proposal {
    std::shared_ptr<const ChangeReport> report; ///< null when there is nothing to propose, or nobody waits any more
    std::vector<RowEdit> edits = {};
    RuleList merged = {};
};

namespace {

std::shared_ptr<const ChangeReport> reportOf(const RelayPolicy &before, const RelayPolicy &after, Reading reading,
                                             ReviewJob &job)
{
    auto report = changeReport(before, after, reading, [&job](double done) {
        job.percent = static_cast<int>(done * 100);
        return job.cancelled ? ProgressStep::Cancel : ProgressStep::Continue;
    });
    return report ? std::make_shared<const ChangeReport>(std::move(*report)) : nullptr;
}

} // namespace

ReviewFlow::ReviewFlow(QThreadPool &jobs, PolicyDocument &document, PolicyFile &file, SaveFlow &saveFlow,
                       RuleLists &lists, FileNotices &notices, QWidget *window)
    : QObject(window),
      m_jobs(jobs),
      m_document(document),
      m_file(file),
      m_saveFlow(saveFlow),
      m_lists(lists),
      m_notices(notices),
      m_window(window)
{ }

bool ReviewFlow::begin(const char *objectName, const Words &title, const Words &action)
{
    if (m_sheet != nullptr || m_file.isBusy())
        return false;
    m_lists.currentGrid()->commitEdit();
    m_job = std::make_shared<ReviewJob>();
    m_sheet = new ReviewSheet(title, action, m_window);
    m_sheet->setObjectName(QString::fromLatin1(objectName));
    m_sheet->start(m_job);
    connect(m_sheet, &QDialog::finished, this, [this] { m_sheet = nullptr; });
    return true;
}

/// Runs `work(snapshot, job)` in a worker, again when the policy changed meanwhile, and hands the result to `done`.
template <typename Work, typename Done>
void ReviewFlow::work(Work &&work, Done &&done)
{
    runInBackground(
        m_jobs, this, [work, job = m_job, policy = m_document.policy()] { return work(policy, *job); },
        [this, work, done, job = m_job, revision = m_document.revision()](const auto &result) {
            if (job->cancelled || m_sheet == nullptr)
                return;
            if (revision != m_document.revision())
                return this->work(work, done);
            done(result);
        });
}

void ReviewFlow::giveUp(const Words &remark)
{
    m_job->cancelled = true;
    m_sheet->deleteLater();
    m_sheet->close();
    m_sheet = nullptr;
    if (remark)
        m_notices.showRemark(remark);
}

void ReviewFlow::reviewSave()
{
    const bool hasFile = !m_file.path().isEmpty() && m_file.format() != nullptr;
    const auto title = [name = hasFile ? QFileInfo(m_file.path()).fileName() : QString()] {
        //: %1 is the name of a file
        return tr("Review the changes to %1").arg(name.isEmpty() ? tr("Untitled") : name);
    };
    if (!begin("reviewSheet", title, [hasFile] { return hasFile ? tr("&Save") : tr("&Save as…"); }))
        return;
    connect(m_sheet, &QDialog::accepted, &m_saveFlow, [this] { m_saveFlow.save(); });
    if (!hasFile)
        return compareForSave(std::nullopt);
    connect(m_sheet, &QDialog::rejected, &m_file, &PolicyFile::cancel);
    m_file.preview([this, job = m_job](const Expected<FilePreview, FileFault> &preview) {
        if (job->cancelled || m_sheet == nullptr)
            return;
        if (preview)
            return compareForSave(*preview);
        giveUp({});
        m_notices.showFault(preview.error());
    });
}

void ReviewFlow::compareForSave(const std::optional<FilePreview> &preview)
{
    struct Result {
        std::shared_ptr<const ChangeReport> report = {};
        TextDifference text = {};
    };
    work(
        [preview, stored = m_file.stored(), reading = m_reading](const RelayPolicy &policy, ReviewJob &job) {
            Result result{.report = reportOf(stored, policy, reading, job)};
            if (preview && !job.cancelled)
                result.text = textDifference(preview->onDisk, preview->written);
            return result;
        },
        [this, preview](const Result &result) {
            m_sheet->setHeading([report = result.report] { return DifferenceWording().summary(*report); });
            if (preview && !preview->isOurs)
                m_sheet->setWarning([name = QFileInfo(m_file.path()).fileName()] {
                    //: %1 is the name of a file
                    return tr("Another program changed %1 since it was read. Saving will ask what to do; below, its "
                              "lines are compared with what is on disk now.")
                        .arg(name);
                });
            m_sheet->setReport(result.report, [isSaved = m_file.savedAt().isValid(), isOpened = preview.has_value()] {
                return isSaved ? tr("Since it was saved last")
                    : isOpened ? tr("Since it was opened")
                               : tr("Since it was begun");
            });
            if (preview)
                m_sheet->setText(result.text);
            m_sheet->showResult(!preview || preview->onDisk != preview->written);
        });
}

void ReviewFlow::propose(const Proposal &proposal, const Words &heading, const Words &detail,
                         const std::function<void()> &accept)
{
    m_sheet->setHeading(heading);
    m_sheet->setDetail(detail);
    m_sheet->setReport(proposal.report, [] { return tr("What would change"); });
    connect(m_sheet, &QDialog::accepted, this, accept);
    m_sheet->showResult(true);
}

void ReviewFlow::repairAll()
{
    reviewRepairs([] { return tr("Repair all masks"); }, maskRepairs, &DifferenceWording::repaired);
}

void ReviewFlow::repairAllOfKind(FindingCode code)
{
    reviewRepairs([] { return tr("Repair all of this kind"); },
                  [code](const RelayPolicy &policy) { return repairsOfKind(policy, code); },
                  &DifferenceWording::repairedRows);
}

void ReviewFlow::reviewRepairs(const Words &title, const Repairs &repairs, CountInWords heading)
{
    if (!begin("repairSheet", title, [] { return tr("&Repair"); }))
        return;
    work(
        [repairs, reading = m_reading](const RelayPolicy &policy, ReviewJob &job) {
            Proposal proposal{.report = {}, .edits = repairs(policy)};
            if (!proposal.edits.empty())
                proposal.report = reportOf(policy, withEdits(policy, proposal.edits), reading, job);
            return proposal;
        },
        [this, heading](const Proposal &proposal) {
            if (proposal.edits.empty())
                return giveUp([] { return DifferenceWording::nothingToRepair(); });
            propose(
                proposal, [heading, rows = proposal.edits.size()] { return (DifferenceWording().*heading)(rows); },
                [report = proposal.report] { return DifferenceWording().summary(*report); },
                [this, edits = proposal.edits] { m_document.setRows(edits); });
        });
}

ListKind ReviewFlow::currentList() const
{
    switch (m_lists.scope()) {
    case RuleTableModel::Scope::Deny: return ListKind::Deny;
    case RuleTableModel::Scope::Allow: return ListKind::Allow;
    case RuleTableModel::Scope::Local: return ListKind::Local;
    case RuleTableModel::Scope::All: break;
    }
    const RuleGrid *grid = m_lists.currentGrid();
    const auto place = grid->rules().placeOf(grid->currentIndex());
    return place ? place->list : ListKind::Allow;
}

void ReviewFlow::merge()
{
    const auto title = [] {
        //: Several rules become fewer that match the same
        return tr("Merge the rules of a list");
    };
    if (begin("mergeSheet", title, [] { return tr("&Merge"); }))
        mergeList(currentList());
}

void ReviewFlow::mergeList(ListKind list)
{
    work(
        [list, reading = m_reading](const RelayPolicy &policy, ReviewJob &job) {
            Proposal proposal;
            auto minimized = minimizedList(policy.list(list), [&job](double) {
                return job.cancelled ? ProgressStep::Cancel : ProgressStep::Continue;
            });
            if (!minimized)
                return proposal;
            proposal.merged = std::move(minimized->rows);
            if (proposal.merged.size() < policy.list(list).size()) {
                RelayPolicy merged = policy;
                merged.list(list) = proposal.merged;
                proposal.report = reportOf(policy, merged, reading, job);
            }
            return proposal;
        },
        [this, list](const Proposal &proposal) {
            const std::size_t rows = m_document.policy().list(list).size();
            if (proposal.report == nullptr)
                return giveUp([list] { return DifferenceWording::nothingToMerge(list); });
            propose(
                proposal,
                [list, rows, fewer = proposal.merged.size()] { return DifferenceWording().merged(list, rows, fewer); },
                [] { return DifferenceWording::mergeProof(); },
                [this, list, rows, merged = proposal.merged] {
                    m_document.replaceRows(list, {0, rows}, merged, EditCause::Merged);
                });
        });
}

} // namespace relaytab
