#pragma once

#include <QObject>
#include <QPointer>

#include "model/analysis/finding.h"
#include "model/editing/policy_document.h"
#include "model/wording/difference_wording.h"
#include "ui/files/policy_file.h"
#include "ui/review/review_sheet.h"

class QThreadPool;

namespace relaytab {

class FileNotices;
class RuleLists;
class SaveFlow;

/// Changes that are shown before they are made: a save, all repairs at once, a list merged to the fewest rows. One
/// sheet at a time; what it shows is worked out by a worker, and worked out again when the policy changed meanwhile.
class ReviewFlow : public QObject
{
    Q_OBJECT

public:
    ReviewFlow(QThreadPool &jobs, PolicyDocument &document, PolicyFile &file, SaveFlow &saveFlow, RuleLists &lists,
               FileNotices &notices, QWidget *window);

    void setReading(Reading reading) { m_reading = reading; }
    void reviewSave();
    void repairAll();
    /// Every row that has the problem, by its first fix.
    void repairAllOfKind(FindingCode code);
    /// Merges the list that is shown; in All, that of the current row.
    void merge();

private:
    struct Proposal;

    template <typename Work, typename Done>
    void work(Work &&work, Done &&done);
    using Words = ReviewSheet::Words;
    [[nodiscard]] bool begin(const char *objectName, const Words &title, const Words &action);
    using Repairs = std::function<std::vector<RowEdit>(const RelayPolicy &)>;
    using CountInWords = QString (DifferenceWording::*)(std::size_t rows) const;
    void reviewRepairs(const Words &title, const Repairs &repairs, CountInWords heading);
    void compareForSave(const std::optional<FilePreview> &preview);
    void propose(const Proposal &proposal, const Words &heading, const Words &detail,
                 const std::function<void()> &accept);
    void giveUp(const Words &remark);
    void mergeList(ListKind list);
    [[nodiscard]] ListKind currentList() const;

    QThreadPool &m_jobs;
    PolicyDocument &m_document;
    PolicyFile &m_file;
    SaveFlow &m_saveFlow;
    RuleLists &m_lists;
    FileNotices &m_notices;
    QWidget *m_window;
    Reading m_reading = Reading::Observed;
    QPointer<ReviewSheet> m_sheet;
    std::shared_ptr<ReviewJob> m_job;
};

} // namespace relaytab
