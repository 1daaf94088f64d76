#pragma once

#include <QObject>
#include <QUndoStack>

#include "model/policy/relay_policy.h"

namespace relaytab {

/// One change of a list: rows [first, first + removed) were replaced by `inserted` rows.
struct ListChange {
    ListKind list = ListKind::Deny;
    std::size_t first = 0;
    std::size_t removed = 0;
    std::size_t inserted = 0;

    friend constexpr bool operator==(const ListChange &, const ListChange &) = default;
};

/// A contiguous run of rows, [first, first + count).
struct RowRun {
    std::size_t first = 0;
    std::size_t count = 0;

    friend constexpr bool operator==(const RowRun &, const RowRun &) = default;
};

/// A policy under edit. It knows no file. Every verb below is one undo step; nothing else changes the policy. A verb
/// that changes nothing leaves no step. GUI thread only; snapshots of policy() may go to workers.
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
    [[nodiscard]] bool isModified() const { return !m_undoStack.isClean(); }

    /// Starts anew with another policy: history is cleared, the document is clean.
    void reset(const RelayPolicy &policy);

    void setFlags(std::optional<std::uint32_t> flags);
    void setFlag(std::uint32_t bit, bool on);
    void setRow(RowPlace place, const RuleRow &row);
    /// Inserts before row `at` (at <= size).
    void insertRows(ListKind list, std::size_t at, const RuleList &rows);
    void removeRows(ListKind list, const QList<RowRun> &runs);
    void setEnabled(ListKind list, const QList<RowRun> &runs, bool enabled);
    /// Moves a run so that it begins where row `to` was, counted without the run.
    void moveRows(ListKind list, RowRun run, std::size_t to);
    void setExpectations(const std::vector<Expectation> &expectations);

Q_SIGNALS:
    /// After the policy changed; one for each contiguous change, in order.
    void listChanged(const relaytab::ListChange &change);
    void flagsChanged();
    void expectationsChanged();
    /// After reset(), and after a change too scattered to tell row by row.
    void policyReset();
    /// Once after every step, after the signals above.
    void changed();

private:
    class Step;

    RelayPolicy m_policy;
    QUndoStack m_undoStack;
    quint64 m_revision = 0;
};

} // namespace relaytab
