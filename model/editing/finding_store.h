#pragma once

#include "model/analysis/finding.h"
#include "model/editing/policy_document.h"

namespace relaytab {

/// True for what rowFindings() can say: it is known at once, whatever else is still being worked out.
[[nodiscard]] bool isAboutOneRow(FindingCode code);

/// Findings in the order of their rows, and those about lists and flags. Follows edits: findings of rows that go are
/// dropped, the others move with their rows, so that they stay right enough until a new answer comes.
class FindingStore
{
public:
    void clear();
    /// Takes the place of all that was held.
    void assign(std::vector<Finding> findings);
    /// The rows changed; `added` are findings of the rows that came.
    void apply(const ListChange &change, std::vector<Finding> added);

    [[nodiscard]] std::size_t size() const;
    /// How many findings of this severity rows of the list have.
    [[nodiscard]] std::size_t count(ListKind list, Severity severity) const
    {
        return m_counts[static_cast<std::size_t>(list)][static_cast<std::size_t>(severity)];
    }
    [[nodiscard]] std::vector<Finding> of(RowPlace place) const;
    [[nodiscard]] std::vector<Finding> ofCode(FindingCode code) const;
    /// The worst first, of equally bad ones those about lists and flags, then by row; at most `limit`.
    [[nodiscard]] std::vector<Finding> worst(std::size_t limit) const;
    /// The nearest row of the list after (before) `row` that has findings.
    [[nodiscard]] std::optional<std::size_t> rowAfter(ListKind list, std::optional<std::size_t> row) const;
    [[nodiscard]] std::optional<std::size_t> rowBefore(ListKind list, std::optional<std::size_t> row) const;

private:
    struct Entry {
        std::uint32_t row = 0;
        std::uint32_t finding = 0; ///< index into m_findings
        Severity severity = Severity::Note;
    };

    [[nodiscard]] Finding at(ListKind list, const Entry &entry) const;
    [[nodiscard]] Entry keep(Finding finding);
    [[nodiscard]] std::size_t &counter(ListKind list, Severity severity)
    {
        return m_counts[static_cast<std::size_t>(list)][static_cast<std::size_t>(severity)];
    }

    std::vector<Finding> m_findings; ///< their rows are as they were found; the entries know better
    std::array<std::vector<Entry>, allLists.size()> m_rows; ///< by row
    std::vector<Entry> m_general;
    std::array<std::array<std::size_t, 4>, allLists.size()> m_counts{};
};

} // namespace relaytab
