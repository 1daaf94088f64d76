#pragma once

#include "model/analysis/policy_findings.h"
#include "model/editing/policy_document.h"

namespace relaytab {

/// True for what rowFindings() can say: it is known at once, whatever else is still being worked out.
[[nodiscard]] bool isAboutOneRow(FindingCode code);

/// A finding without its facts; FindingFacts of the same answer has them.
struct FindingRef {
    FindingCode code = FindingCode::EmptyNet;
    std::optional<RowPlace> row = {};
    std::uint32_t number = 0; ///< in the answer, and behind it those that edits added

    /// The same thing said of the same row; the facts may differ.
    friend bool operator==(const FindingRef &a, const FindingRef &b) { return a.code == b.code && a.row == b.row; }
};

/// What refs stand for. A value that is cheap to copy; it outlives the store.
class FindingFacts
{
public:
    /// Works the facts out.
    [[nodiscard]] Finding at(const FindingRef &ref) const;

    /// Whether both are of one answer: then refs of the same number stand for the same facts.
    [[nodiscard]] bool areOfSameAnswer(const FindingFacts &other) const { return m_added == other.m_added; }

private:
    friend class FindingStore;
    PolicyFindings m_found; ///< their rows are as they were found; the refs know better
    std::shared_ptr<std::vector<Finding>> m_added = std::make_shared<std::vector<Finding>>(); ///< it only grows
};

/// The findings of a policy while it is edited: findings of rows that go are dropped, the others move with their rows,
/// so that they stay right enough until a new answer comes. Rows that a finding names beside its own stay as they were
/// found.
class FindingStore
{
public:
    FindingStore() = default;
    explicit FindingStore(PolicyFindings findings);

    /// The rows changed; `added` are findings of the rows that came, in their order.
    void apply(const ListChange &change, std::vector<Finding> added);

    [[nodiscard]] std::size_t size() const;
    /// How many findings of this severity the rows of the list have.
    [[nodiscard]] std::size_t count(ListKind list, Severity severity) const
    {
        return m_counts[static_cast<std::size_t>(list)][static_cast<std::size_t>(severity)];
    }
    [[nodiscard]] const FindingFacts &facts() const { return m_facts; }

    [[nodiscard]] std::vector<FindingRef> of(RowPlace place) const;
    class Codes;
    /// About rows; in their order.
    [[nodiscard]] std::vector<FindingRef> ofCode(FindingCode code) const;
    /// The worst first, of equally bad ones those about lists and flags, then by row; at most `limit`.
    [[nodiscard]] std::vector<FindingRef> worst(std::size_t limit) const;
    /// The nearest row of the list after (before) `row` that has findings; without a row the first (last).
    [[nodiscard]] std::optional<std::size_t> rowAfter(ListKind list, std::optional<std::size_t> row) const;
    [[nodiscard]] std::optional<std::size_t> rowBefore(ListKind list, std::optional<std::size_t> row) const;

private:
    struct Entry {
        std::uint32_t row = 0;
        std::uint32_t number = 0; ///< as in FindingRef
        FindingCode code = FindingCode::EmptyNet;
    };
    using Entries = std::vector<Entry>;

    [[nodiscard]] const Entries &entries(ListKind list) const { return m_rows[static_cast<std::size_t>(list)]; }
    [[nodiscard]] std::size_t &counter(ListKind list, FindingCode code)
    {
        return m_counts[static_cast<std::size_t>(list)][static_cast<std::size_t>(severityOf(code))];
    }

    FindingFacts m_facts;
    std::array<Entries, allLists.size()> m_rows; ///< by row
    Entries m_general;
    std::array<std::array<std::size_t, 4>, allLists.size()> m_counts{};
};

/// The codes of one row after the other, for passes over all rows. Means nothing once the store changes.
class FindingStore::Codes
{
public:
    Codes(const FindingStore &store, ListKind list)
        : m_next(store.entries(list).begin()), m_end(store.entries(list).end())
    { }

    /// Rows are asked for in ascending order.
    template <typename Take>
    void visit(std::size_t row, Take take)
    {
        while (m_next != m_end && m_next->row < row)
            ++m_next;
        for (auto entry = m_next; entry != m_end && entry->row == row; ++entry)
            take(entry->code);
    }

private:
    Entries::const_iterator m_next;
    Entries::const_iterator m_end;
};

} // namespace relaytab
