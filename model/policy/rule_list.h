#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

#include "model/policy/rule.h"

namespace relaytab {

/// The rows of one list, in file order, as a value: a copy costs a pointer per thousand rows and shares them, so that a
/// worker can hold a snapshot and an undo step what it removed. Rows are read as RuleRow; inside, an IPv4 rule takes 9
/// bytes (fresh memory is what a large list costs most), text, comments and a changed order only what they need.
///
/// Rows are counted from 0. A row also has an origin, which says where it came from in the file that was read: the
/// row's number there counted from 1, or 0 for a row made since. It moves with the row and is no part of its value.
///
/// Threads: distinct copies may be used in distinct threads; one object only in one at a time.
class RuleList
{
public:
    using Origin = std::uint32_t;
    struct IPv4Words {
        std::uint32_t net = 0;
        std::uint32_t mask = 0;
    };

    class RowView;
    class const_iterator;

    RuleList() = default;
    RuleList(std::initializer_list<RuleRow> rows);

    [[nodiscard]] std::size_t size() const { return m_ends.empty() ? 0 : m_ends.back(); }
    [[nodiscard]] bool isEmpty() const { return m_ends.empty(); }

    /// The row; index < size().
    [[nodiscard]] RuleRow row(std::size_t index) const;
    [[nodiscard]] RowView view(std::size_t index) const;
    [[nodiscard]] Origin origin(std::size_t index) const;

    void append(const RuleRow &row, Origin origin = 0);
    /// Rule only, enabled, no comment: the fast way for readers.
    void append(const Rule &rule, Origin origin = 0);
    /// Many of IPv4, whose origins count up from `first`, which is not 0. As many forms as rows.
    void appendIPv4(std::span<const IPv4Words> rows, std::span<const MaskForm> forms, Origin first);
    /// A row of another list, with its origin: the fast way to copy a list without some of its rows.
    void append(const RowView &row);
    void append(const RuleList &rows);

    /// Replaces the row and keeps its origin; index < size().
    void set(std::size_t index, const RuleRow &row);

    /// Rows [first, first + count), sharing what they hold.
    [[nodiscard]] RuleList slice(std::size_t first, std::size_t count) const;

    /// Replaces rows [first, first + count) by `rows` and returns what was there. first + count <= size().
    RuleList splice(std::size_t first, std::size_t count, const RuleList &rows);

    [[nodiscard]] const_iterator begin() const;
    [[nodiscard]] const_iterator end() const;

    /// Visits in order the rows that take part in verdicts and match some address that `rule` matches, until
    /// `visit(index, rule of the row)` returns false. `rule` can match. Less than a nanosecond a row that does not.
    template <typename Visit>
    void visitMeeting(const Rule &rule, Visit visit) const;

    /// Visits in order the rows of those pieces of the list that `promises(words of some rows)` is true of, until
    /// `visit(index, row)` returns false: a question that can be asked of many rows at once, four of them in a step of
    /// the processor when it has no branches, leaves few to look at in full.
    template <typename Promises, typename Visit>
    void visitPromising(Promises promises, Visit visit) const;

    /// The same rows in the same order; origins do not count.
    friend bool operator==(const RuleList &a, const RuleList &b);

    struct Chunk;

private:
    struct Place {
        std::size_t chunk;
        std::size_t index;
    };
    [[nodiscard]] Place placeOf(std::size_t index) const;
    Chunk &openTail();
    void pushChunk(std::shared_ptr<Chunk> chunk);

    std::vector<std::shared_ptr<Chunk>> m_chunks; ///< none is empty; one is changed only while this list alone holds it
    std::vector<std::size_t> m_ends; ///< rows up to and with chunk i
};

struct RuleList::Chunk {
    enum Kind : std::uint8_t { ipv4, ipv4Host, wideEntry, kindBits = 3, off = 4 };

    std::vector<IPv4Words> rows; ///< of another row, an index into `wide`, and 0
    std::vector<std::uint8_t> kinds; ///< by row: a Kind, and `off` when it is disabled
    std::vector<RuleEntry> wide;
    std::vector<std::string> comments;
    std::vector<std::uint32_t>
        commentOf; ///< by row, an index into `comments` counted from 1; empty while there is none
    std::vector<Origin> origins; ///< by row; empty while they count up from firstOrigin or, where that is 0, are all 0
    Origin firstOrigin = 0;

    [[nodiscard]] Origin countedOrigin(std::size_t row) const
    {
        return firstOrigin == 0 ? 0 : firstOrigin + static_cast<Origin>(row);
    }
    [[nodiscard]] Origin origin(std::size_t row) const { return origins.empty() ? countedOrigin(row) : origins[row]; }
    [[nodiscard]] std::string_view comment(std::size_t row) const
    {
        return commentOf.empty() || commentOf[row] == 0 ? std::string_view{} : comments[commentOf[row] - 1];
    }

    void reserve(std::size_t count);
    void append(const IPv4Words &words, std::uint8_t kind, Origin origin);
    void append(std::span<const IPv4Words> words, std::span<const MaskForm> forms, Origin first);
    void append(const RuleRow &row, Origin origin);
    void append(const Chunk &other, std::size_t first, std::size_t count);

private:
    void setComment(std::string_view comment); ///< of the last row
    void listOrigins(Origin last);
};

/// A row without copying its texts; lives as long as its list is not changed.
class RuleList::RowView
{
public:
    RowView(const Chunk &chunk, std::size_t row) : m_chunk(&chunk), m_row(static_cast<std::uint32_t>(row)) { }

    [[nodiscard]] bool enabled() const { return (m_chunk->kinds[m_row] & Chunk::off) == 0; }
    [[nodiscard]] std::string_view comment() const { return m_chunk->comment(m_row); }
    [[nodiscard]] Origin origin() const { return m_chunk->origin(m_row); }

    /// Net and mask when the row is an IPv4 rule, else null: the fast way through a large list.
    [[nodiscard]] const IPv4Words *ipv4() const { return kind() == Chunk::wideEntry ? nullptr : &m_chunk->rows[m_row]; }
    /// Of an IPv4 rule.
    [[nodiscard]] MaskForm maskForm() const
    {
        return kind() == Chunk::ipv4Host ? MaskForm::LeftOut : MaskForm::Written;
    }
    /// The rule, or nothing when the row is text.
    [[nodiscard]] std::optional<Rule> rule() const
    {
        if (const IPv4Words *const words = ipv4())
            return Rule{Address::v4(words->net), Mask::v4(words->mask), maskForm()};
        const auto *rule = std::get_if<Rule>(&m_chunk->wide[m_chunk->rows[m_row].net]);
        return rule != nullptr ? std::optional{*rule} : std::nullopt;
    }
    /// The rule when the row takes part in verdicts: enabled, and no text.
    [[nodiscard]] std::optional<Rule> activeRule() const { return enabled() ? rule() : std::nullopt; }
    [[nodiscard]] RuleEntry entry() const;
    [[nodiscard]] RuleRow row() const { return {entry(), enabled(), std::string{comment()}}; }
    /// The same row, wherever it came from.
    [[nodiscard]] bool saysTheSameAs(const RowView &other) const;

private:
    friend class RuleList;
    [[nodiscard]] std::uint8_t kind() const { return m_chunk->kinds[m_row] & Chunk::kindBits; }

    const Chunk *m_chunk;
    std::uint32_t m_row;
};

class RuleList::const_iterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = RowView;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = RowView;

    const_iterator() = default;
    const_iterator(const RuleList &list, std::size_t chunk) : m_list(&list), m_chunk(chunk) { }

    RowView operator*() const { return {*m_list->m_chunks[m_chunk], m_row}; }
    const_iterator &operator++()
    {
        if (++m_row == m_list->m_chunks[m_chunk]->rows.size()) {
            m_row = 0;
            ++m_chunk;
        }
        return *this;
    }
    const_iterator operator++(int)
    {
        const_iterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const const_iterator &, const const_iterator &) = default;

private:
    const RuleList *m_list = nullptr;
    std::size_t m_chunk = 0;
    std::size_t m_row = 0;
};

inline RuleList::const_iterator RuleList::begin() const
{
    return {*this, 0};
}
inline RuleList::const_iterator RuleList::end() const
{
    return {*this, m_chunks.size()};
}

template <typename Promises, typename Visit>
void RuleList::visitPromising(Promises promises, Visit visit) const
{
    constexpr std::size_t pieceRows = 64;
    std::size_t first = 0;
    for (const std::shared_ptr<Chunk> &chunk : m_chunks) {
        const std::span<const IPv4Words> words(chunk->rows);
        for (std::size_t begin = 0; begin < words.size(); begin += pieceRows) {
            const std::size_t end = std::min(begin + pieceRows, words.size());
            if (!promises(words.subspan(begin, end - begin)))
                continue;
            for (std::size_t i = begin; i < end; ++i)
                if (!visit(first + i, RowView(*chunk, i)))
                    return;
        }
        first += words.size();
    }
}

template <typename Visit>
void RuleList::visitMeeting(const Rule &rule, Visit visit) const
{
    // Most rows go by one comparison; what it lets through is looked at in full. A row that is no IPv4 rule has no mask
    // there, as have few others.
    const bool ipv4 = rule.net.family == Family::IPv4;
    const auto net = static_cast<std::uint32_t>(rule.net.bits);
    const std::uint32_t mask = ipv4 ? static_cast<std::uint32_t>(rule.mask.bits) : ~0U;
    const auto passes = [=](const IPv4Words &row) { return ((ipv4 ? row.net ^ net : ~0U) & row.mask & mask) == 0; };
    visitPromising(
        [&passes](std::span<const IPv4Words> rows) {
            bool any = false;
            for (const IPv4Words &row : rows)
                any |= passes(row);
            return any;
        },
        [&](std::size_t index, const RowView &row) {
            if (!passes(row.m_chunk->rows[row.m_row]))
                return true;
            const auto other = row.activeRule();
            return !other || !overlap(*other, rule) || visit(index, *other);
        });
}

} // namespace relaytab
