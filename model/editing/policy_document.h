#pragma once

#include <QObject>
#include <QUndoStack>

#include "model/policy/relay_policy.h"

namespace relaytab {

/// One change of a list: rows [first, first + removed) were replaced by `inserted` rows. `first` counts rows as they
/// are after the changes told before, so that the new rows are [first, first + inserted) of the policy as it is now.
struct ListChange {
    ListKind list = ListKind::Deny;
    std::size_t first = 0;
    std::size_t removed = 0;
    std::size_t inserted = 0;
    /// Not 0: the rows are the old ones, the first `rotated` of which went to the end (a run was moved).
    std::size_t rotated = 0;

    friend constexpr bool operator==(const ListChange &, const ListChange &) = default;
};

/// A contiguous run of rows, [first, first + count).
struct RowRun {
    std::size_t first = 0;
    std::size_t count = 0;

    friend constexpr bool operator==(const RowRun &, const RowRun &) = default;
};

/// A row to put in place of another.
struct RowEdit {
    RowPlace place;
    RuleRow row;
};

/// Where rows come from; names the undo step.
enum class RowSource : std::uint8_t { Typed, Pasted, Duplicated };

/// Why a row is set; names the undo step.
enum class EditCause : std::uint8_t { Typed, Repaired, Merged };

/// A policy under edit. It knows no file. Every verb below is one undo step; nothing else changes the policy. A verb
/// that changes nothing leaves no step, and an edit that takes back the one before it leaves neither. GUI thread only;
/// snapshots of policy() may go to workers. What listens to the signals must not call a verb from them.
class PolicyDocument : public QObject
{
    Q_OBJECT

public:
    explicit PolicyDocument(QObject *parent = nullptr);
    ~PolicyDocument() override;

    [[nodiscard]] const RelayPolicy &policy() const { return m_policy; }
    /// Grows with every change, also by undo and redo: an answer for an older revision is stale.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undoStack; }
    /// The undo stack's cleanChanged() tells when this changes; inside changed() it is still the answer before.
    [[nodiscard]] bool isModified() const { return !m_undoStack.isClean(); }

    /// Starts anew with another policy: history is cleared, the document is clean.
    void reset(const RelayPolicy &policy);

    void setFlags(std::optional<std::uint32_t> flags);
    /// Switches the bits of `bit` on or off. An absent value counts as 0.
    void setFlag(std::uint32_t bit, bool on);
    void setRow(RowPlace place, const RuleRow &row, EditCause cause = EditCause::Typed);
    /// Several rows in one step, as "Repair all" needs; at most one edit a row.
    void setRows(std::vector<RowEdit> edits);
    /// Inserts before row `at` (at <= size).
    void insertRows(ListKind list, std::size_t at, const RuleList &rows, RowSource source = RowSource::Typed);
    /// Puts `rows` in the place of a run.
    void replaceRows(ListKind list, RowRun run, const RuleList &rows, EditCause cause = EditCause::Typed);
    void removeRows(ListKind list, const QList<RowRun> &runs);
    void setEnabled(ListKind list, const QList<RowRun> &runs, bool enabled);
    /// Inserts a copy of each run below it.
    void duplicateRows(ListKind list, const QList<RowRun> &runs);
    /// Moves a run so that it begins where row `to` was, counted without the run.
    void moveRows(ListKind list, RowRun run, std::size_t to);
    /// Inserts before expectation `at` (at <= how many there are).
    void insertExpectations(std::size_t at, const std::vector<Expectation> &expectations);
    /// Puts others, one or more, in the place of an expectation.
    void replaceExpectation(std::size_t at, const std::vector<Expectation> &expectations);
    void removeExpectations(const QList<RowRun> &runs);

Q_SIGNALS:
    /// After the policy changed; one for each contiguous change, in ascending order.
    void listChanged(const relaytab::ListChange &change);
    void flagsChanged();
    void expectationsChanged();
    /// After reset(), and after a change too scattered to tell row by row.
    void policyReset();
    /// Once after every step, after the signals above.
    void changed();

private:
    class Step;
    struct Splice;

    void push(const QString &text, std::vector<Splice> splices, int mergeId);
    void push(const QString &text, std::vector<Expectation> expectations, int mergeId);

    RelayPolicy m_policy;
    QUndoStack m_undoStack;
    quint64 m_revision = 0;
};

} // namespace relaytab
