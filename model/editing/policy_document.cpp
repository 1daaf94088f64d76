#include "model/editing/policy_document.h"

#include <QUndoCommand>

#include <algorithm>
#include <span>

#include "model/editing/scattered.h"
#include "model/editing/step_text.h"

namespace relaytab {

namespace {

/// Steps larger than this are not compared with the one before: who takes back that much uses Undo.
constexpr std::size_t comparableRows = 4096;

enum MergeId { Unmergeable = -1, RowsMergeId = 1, FlagsMergeId, ExpectationsMergeId };

/// Ascending, not overlapping, not empty, inside [0, size).
std::vector<RowRun> normalized(const QList<RowRun> &runs, std::size_t size)
{
    std::vector<RowRun> sorted(runs.begin(), runs.end());
    std::sort(sorted.begin(), sorted.end(), [](const RowRun &a, const RowRun &b) { return a.first < b.first; });
    std::vector<RowRun> result;
    for (const RowRun &run : sorted) {
        const std::size_t first = std::min(run.first, size);
        const std::size_t last = first + std::min(run.count, size - first);
        if (!result.empty() && first <= result.back().first + result.back().count) {
            RowRun &tail = result.back();
            tail.count = std::max(tail.first + tail.count, last) - tail.first;
        } else if (first < last) {
            result.push_back({first, last - first});
        }
    }
    return result;
}

std::size_t rowCount(std::span<const RowRun> runs)
{
    std::size_t count = 0;
    for (const RowRun &run : runs)
        count += run.count;
    return count;
}

/// Visits each row with whether it lies in a run; `runs` as normalized() makes them.
template <typename Visit>
void visitRows(const RuleList &list, std::span<const RowRun> runs, Visit visit)
{
    std::size_t index = 0;
    auto run = runs.begin();
    for (const RuleList::RowView row : list) {
        while (run != runs.end() && index >= run->first + run->count)
            ++run;
        visit(row, run != runs.end() && index >= run->first);
        ++index;
    }
}

} // namespace

/// `count` rows from `first` give way to `rows`; swapping puts them back. Ascending within a list, and `first` counts
/// rows as they are after the splices before: so it holds for undo as well as for redo.
struct PolicyDocument::Splice {
    ListKind list = ListKind::Deny;
    std::size_t first = 0;
    std::size_t count = 0;
    RuleList rows = {};
    std::size_t rotated = 0; ///< as in ListChange
    enum class Telling : std::uint8_t { Change, Reset } telling = Telling::Change;
};

/// The one undo command: what is not now, ready to change places with what is.
class PolicyDocument::Step final : public QUndoCommand
{
public:
    Step(PolicyDocument &document, const QString &text, int mergeId)
        : QUndoCommand(text), m_document(document), m_mergeId(mergeId)
    { }

    std::vector<Splice> splices;
    std::optional<std::optional<std::uint32_t>> flags;
    std::optional<std::vector<Expectation>> expectations;

    void undo() override { swap(); }
    void redo() override { swap(); }
    int id() const override { return m_mergeId; }

    /// Keeps steps apart, but drops both when the later one took back the earlier.
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &later = static_cast<const Step &>(*other);
        const RelayPolicy &policy = m_document.m_policy;
        if (flags && *flags != policy.flags)
            return false;
        if (expectations && *expectations != policy.expectations)
            return false;
        if (splices.size() != later.splices.size())
            return false;
        for (std::size_t i = 0; i < splices.size(); ++i) {
            const Splice &mine = splices[i];
            const Splice &its = later.splices[i];
            if (mine.list != its.list || mine.first != its.first || mine.count != its.rows.size()
                || mine.rows.size() != its.count || its.count > comparableRows
                || !(mine.rows == policy.list(its.list).slice(its.first, its.count)))
                return false;
        }
        setObsolete(true);
        return true;
    }

private:
    void swap()
    {
        RelayPolicy &policy = m_document.m_policy;
        std::vector<ListChange> changes;
        bool told = true;
        std::array<std::ptrdiff_t, allLists.size()> shift{};
        for (Splice &splice : splices) {
            RuleList removed = policy.list(splice.list).splice(splice.first, splice.count, splice.rows);
            const std::size_t inserted = splice.rows.size();
            changes.push_back({splice.list, splice.first, splice.count, inserted, splice.rotated});
            told = told && splice.telling == Splice::Telling::Change;

            std::ptrdiff_t &before = shift[static_cast<std::size_t>(splice.list)];
            splice.first = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(splice.first) - before);
            before += static_cast<std::ptrdiff_t>(inserted) - static_cast<std::ptrdiff_t>(splice.count);
            splice.count = inserted;
            splice.rows = std::move(removed);
            if (splice.rotated != 0)
                splice.rotated = splice.count - splice.rotated;
        }
        if (flags)
            std::swap(*flags, policy.flags);
        if (expectations)
            std::swap(*expectations, policy.expectations);
        ++m_document.m_revision;

        if (told) {
            for (const ListChange &change : changes)
                Q_EMIT m_document.listChanged(change);
        } else {
            Q_EMIT m_document.policyReset();
        }
        if (flags)
            Q_EMIT m_document.flagsChanged();
        if (expectations)
            Q_EMIT m_document.expectationsChanged();
        Q_EMIT m_document.changed();
    }

    PolicyDocument &m_document;
    int m_mergeId;
};

PolicyDocument::PolicyDocument(QObject *parent) : QObject(parent) { }

PolicyDocument::~PolicyDocument() = default;

void PolicyDocument::reset(const RelayPolicy &policy)
{
    m_policy = policy;
    ++m_revision;
    m_undoStack.clear();
    Q_EMIT policyReset();
    Q_EMIT changed();
}

void PolicyDocument::push(const QString &text, std::vector<Splice> splices, int mergeId)
{
    auto step = std::make_unique<Step>(*this, text, mergeId);
    step->splices = std::move(splices);
    m_undoStack.push(step.release());
}

void PolicyDocument::setFlags(std::optional<std::uint32_t> flags)
{
    if (flags == m_policy.flags)
        return;
    auto step = std::make_unique<Step>(*this, step_text::flags(m_policy.flags, flags), FlagsMergeId);
    step->flags = flags;
    m_undoStack.push(step.release());
}

void PolicyDocument::setFlag(std::uint32_t bit, bool on)
{
    const std::uint32_t before = m_policy.flags.value_or(0);
    const std::uint32_t after = on ? before | bit : before & ~bit;
    if (after != before)
        setFlags(after);
}

void PolicyDocument::setRow(RowPlace place, const RuleRow &row, EditCause cause)
{
    const RuleRow before = m_policy.list(place.list).row(place.row);
    if (row == before)
        return;
    RuleList rows;
    rows.append(row, m_policy.list(place.list).origin(place.row));
    // A repair that happens to lead back to where typing began stays a step: Undo must take back the repair alone.
    push(step_text::row(place, before, row, cause),
         {{.list = place.list, .first = place.row, .count = 1, .rows = rows}},
         cause == EditCause::Typed ? RowsMergeId : Unmergeable);
}

void PolicyDocument::setRows(std::vector<RowEdit> edits)
{
    std::erase_if(
        edits, [this](const RowEdit &edit) { return m_policy.list(edit.place.list).row(edit.place.row) == edit.row; });
    if (edits.empty())
        return;
    std::sort(edits.begin(), edits.end(), [](const RowEdit &a, const RowEdit &b) {
        return a.place.list != b.place.list ? a.place.list < b.place.list : a.place.row < b.place.row;
    });
    // One splice a list, from its first to its last edited row: rows in between are shared or copied cheaply.
    std::vector<Splice> splices;
    for (auto edit = edits.begin(); edit != edits.end();) {
        const ListKind kind = edit->place.list;
        const RuleList &list = m_policy.list(kind);
        const auto end = std::find_if(edit, edits.end(), [kind](const RowEdit &e) { return e.place.list != kind; });
        const std::size_t first = edit->place.row;
        Splice splice{.list = kind, .first = first, .count = std::prev(end)->place.row + 1 - first};
        std::size_t index = first;
        for (const RuleList::RowView row : list.slice(first, splice.count)) {
            if (edit != end && edit->place.row == index) {
                splice.rows.append(edit->row, row.origin());
                ++edit;
            } else {
                splice.rows.append(row);
            }
            ++index;
        }
        splices.push_back(std::move(splice));
    }
    push(step_text::repair(edits.size()), std::move(splices), Unmergeable);
}

void PolicyDocument::insertRows(ListKind list, std::size_t at, const RuleList &rows, RowSource source)
{
    if (rows.isEmpty())
        return;
    push(step_text::insert(list, rows.size(), source), {{.list = list, .first = at, .rows = rows}}, Unmergeable);
}

void PolicyDocument::replaceRows(ListKind list, RowRun run, const RuleList &rows, EditCause cause)
{
    if (rows == m_policy.list(list).slice(run.first, run.count))
        return;
    push(cause == EditCause::Merged ? step_text::merge(list, run.count) : step_text::replace(list, run.count),
         {{.list = list, .first = run.first, .count = run.count, .rows = rows}}, Unmergeable);
}

void PolicyDocument::removeRows(ListKind list, const QList<RowRun> &runs)
{
    const RuleList &rows = m_policy.list(list);
    const std::vector<RowRun> wanted = normalized(runs, rows.size());
    if (wanted.empty())
        return;
    std::vector<Splice> splices;
    if (isScattered(wanted.size(), rows.size())) {
        Splice whole{.list = list, .count = rows.size(), .telling = Splice::Telling::Reset};
        visitRows(rows, wanted, [&](const RuleList::RowView &row, bool in) {
            if (!in)
                whole.rows.append(row);
        });
        splices.push_back(std::move(whole));
    } else {
        std::size_t gone = 0;
        for (const RowRun &run : wanted) {
            splices.push_back({.list = list, .first = run.first - gone, .count = run.count});
            gone += run.count;
        }
    }
    push(step_text::remove(list, rowCount(wanted)), std::move(splices), Unmergeable);
}

void PolicyDocument::setEnabled(ListKind list, const QList<RowRun> &runs, bool enabled)
{
    const std::vector<RowRun> wanted = normalized(runs, m_policy.list(list).size());
    if (wanted.empty())
        return;
    const std::size_t first = wanted.front().first;
    const std::size_t last = wanted.back().first + wanted.back().count;
    std::vector<RowRun> relative = wanted;
    for (RowRun &run : relative)
        run.first -= first;
    Splice splice{.list = list, .first = first, .count = last - first};
    std::size_t changes = 0;
    visitRows(m_policy.list(list).slice(first, last - first), relative, [&](const RuleList::RowView &row, bool in) {
        if (!in || row.enabled() == enabled) {
            splice.rows.append(row);
            return;
        }
        RuleRow other = row.row();
        other.enabled = enabled;
        splice.rows.append(other, row.origin());
        ++changes;
    });
    if (changes > 0)
        push(step_text::enable(list, changes, enabled), {std::move(splice)}, RowsMergeId);
}

void PolicyDocument::duplicateRows(ListKind list, const QList<RowRun> &runs)
{
    const RuleList &rows = m_policy.list(list);
    const std::vector<RowRun> wanted = normalized(runs, rows.size());
    if (wanted.empty())
        return;
    const auto copyOf = [&rows](const RowRun &run) {
        RuleList copy;
        for (const RuleList::RowView row : rows.slice(run.first, run.count))
            copy.append(row.row());
        return copy;
    };
    std::vector<Splice> splices;
    if (isScattered(wanted.size(), rows.size())) {
        Splice whole{.list = list, .count = rows.size(), .telling = Splice::Telling::Reset};
        RuleList pending;
        visitRows(rows, wanted, [&](const RuleList::RowView &row, bool in) {
            if (!in && !pending.isEmpty()) {
                for (const RuleList::RowView copy : pending)
                    whole.rows.append(copy);
                pending = {};
            }
            whole.rows.append(row);
            if (in)
                pending.append(row.row());
        });
        whole.rows.append(pending);
        splices.push_back(std::move(whole));
    } else {
        std::size_t added = 0;
        for (const RowRun &run : wanted) {
            splices.push_back({.list = list, .first = run.first + run.count + added, .rows = copyOf(run)});
            added += run.count;
        }
    }
    push(step_text::insert(list, rowCount(wanted), RowSource::Duplicated), std::move(splices), Unmergeable);
}

void PolicyDocument::moveRows(ListKind list, RowRun run, std::size_t to)
{
    if (run.count == 0 || to == run.first)
        return;
    const RuleList &rows = m_policy.list(list);
    const std::size_t first = std::min(run.first, to);
    const std::size_t count = std::max(run.first, to) + run.count - first;
    // The rows between the run and its place go to the other side: a rotation of all of them.
    const std::size_t rotated = to > run.first ? run.count : run.first - to;
    RuleList moved = rows.slice(first + rotated, count - rotated);
    moved.append(rows.slice(first, rotated));
    push(step_text::move(list, run.count),
         {{.list = list, .first = first, .count = count, .rows = std::move(moved), .rotated = rotated}}, RowsMergeId);
}

void PolicyDocument::push(const QString &text, std::vector<Expectation> expectations, int mergeId)
{
    auto step = std::make_unique<Step>(*this, text, mergeId);
    step->expectations = std::move(expectations);
    m_undoStack.push(step.release());
}

void PolicyDocument::insertExpectations(std::size_t at, const std::vector<Expectation> &expectations)
{
    if (expectations.empty())
        return;
    std::vector<Expectation> all = m_policy.expectations;
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(at), expectations.begin(), expectations.end());
    push(step_text::addExpectations(expectations), std::move(all), Unmergeable);
}

void PolicyDocument::replaceExpectation(std::size_t at, const std::vector<Expectation> &expectations)
{
    if (expectations == std::vector{m_policy.expectations[at]})
        return;
    std::vector<Expectation> all = m_policy.expectations;
    const auto place = all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
    all.insert(place, expectations.begin(), expectations.end());
    push(step_text::changeExpectation(at), std::move(all), ExpectationsMergeId);
}

void PolicyDocument::removeExpectations(const QList<RowRun> &runs)
{
    const std::vector<RowRun> wanted = normalized(runs, m_policy.expectations.size());
    if (wanted.empty())
        return;
    std::vector<Expectation> rest = m_policy.expectations;
    for (auto run = wanted.rbegin(); run != wanted.rend(); ++run) {
        const auto first = rest.begin() + static_cast<std::ptrdiff_t>(run->first);
        rest.erase(first, first + static_cast<std::ptrdiff_t>(run->count));
    }
    push(step_text::removeExpectations(rowCount(wanted)), std::move(rest), Unmergeable);
}

} // namespace relaytab
