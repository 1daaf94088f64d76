#pragma once

#include "model/analysis/counted_diagram.h"

namespace relaytab {

enum class Share : std::uint8_t { None, Some, All };

/// The rules of one family in a list, arranged to say what covers what: exactly, for any mask. Rules that match the
/// same addresses count as one, and their first row speaks for them. Does not change once made; any number of threads
/// may ask.
template <AddressWord Word>
class ListCover
{
public:
    using Forest = PrefixForest<Word>;

    ListCover() = default;
    /// `gaps` may hold rules of the other family; they are passed over.
    ListCover(SortedPrefixes<Word> &&prefixes, std::span<const GapRow> gaps);

    [[nodiscard]] bool isEmpty() const { return m_forest.isEmpty() && m_gaps.empty(); }
    [[nodiscard]] const Forest &forest() const { return m_forest; }

    // The rules asked about are of this family and can match. They may be in the list or not.

    /// The first row that matches the same addresses.
    [[nodiscard]] std::optional<RowNumber> same(const Rule &rule) const;
    /// The row that matches the most of those that match all of the rule's addresses and others; the first of equals.
    [[nodiscard]] std::optional<RowNumber> around(const Rule &rule) const;
    /// True when the rules that are not the same match all of its addresses together.
    [[nodiscard]] bool coveredByOthers(const Rule &rule) const;
    /// How many of its addresses any rule matches; far cheaper, whether none, some or all.
    [[nodiscard]] Share shareOf(const Rule &rule) const;
    [[nodiscard]] Count covered(const Rule &rule) const;

    /// Rows that match, together, all that others match of the rule, of which none can be left out: for prefixes alone
    /// the fewest there are. By row; no more than `limit` rows are looked at, in address order.
    [[nodiscard]] std::vector<RowNumber> coveringOthers(const Rule &rule, std::size_t limit = noLimit) const;
    /// The same, where a row that matches the same addresses counts as well.
    [[nodiscard]] std::vector<RowNumber> covering(const Rule &rule, std::size_t limit = noLimit) const;

    static constexpr std::size_t noLimit = ~std::size_t{0};

private:
    using Node = typename Forest::Node;

    using Nodes = std::vector<Node>;
    struct Parts {
        Measure<Word> prefixes;
        Measure<Word> gaps;
    };

    [[nodiscard]] Nodes nodesOf(const Rule &rule) const;
    [[nodiscard]] Parts partsOf(const Rule &rule, const Nodes &gone, const CountedDiagram<Word> &gaps) const;
    [[nodiscard]] Measure<Word> inBoth(const Rule &rule, const Nodes &gone, const CountedDiagram<Word> &gaps) const;
    [[nodiscard]] bool matchesAll(const Rule &rule, const Nodes &gone, const CountedDiagram<Word> &gaps) const;
    [[nodiscard]] std::vector<GapRow> gapsMeeting(const Rule &rule) const;
    [[nodiscard]] bool missesSome(const Rule &rule, const std::vector<GapRow> &gaps) const;
    [[nodiscard]] bool gapMatchedBy(const Rule &rule, const std::vector<GapRow> &others) const;
    template <typename Visit>
    bool visitPrefixes(const Rule &rule, const Nodes &gone, Visit visit) const;
    [[nodiscard]] std::vector<RowNumber> covering(const Rule &rule, const Nodes &gone, bool sameToo,
                                                  std::size_t limit) const;

    Forest m_forest;
    IntervalSet<Word> m_intervals; ///< what the prefixes match
    std::vector<GapRow> m_gaps; ///< the first row of each rule, by mask and net
    CountedDiagram<Word> m_gapUnion; ///< what they match
};

extern template class ListCover<std::uint32_t>;
extern template class ListCover<Bits>;

} // namespace relaytab
