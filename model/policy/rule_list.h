#pragma once

#include <memory>
#include <vector>

#include "model/policy/rule.h"

namespace relaytab {

/// The rows of one list, in file order, as a value: a copy costs a pointer per thousand rows and shares them, so that a
/// worker can hold a snapshot and an undo step what it removed. Rows are read as RuleRow; inside, an IPv4 rule takes 20
/// bytes, text and comments only what they need.
///
/// Rows are counted from 0. A row also has an origin, which says where it came from in the file that was read: the
/// row's number there counted from 1, or 0 for a row made since. It moves with the row and is no part of its value.
///
/// Threads: distinct copies may be used in distinct threads; one object only in one at a time.
class RuleList
{
public:
    using Origin = std::uint32_t;

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
    /// `visit(index, rule of the row)` returns false. `rule` can match. About a nanosecond a row that does not.
    template <typename Visit>
    void visitMeeting(const Rule &rule, Visit visit) const;

    /// The same rows in the same order; origins do not count.
    friend bool operator==(const RuleList &a, const RuleList &b);

    struct Packed;
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

/// One stored row. Means nothing outside its chunk.
struct RuleList::Packed {
    std::uint32_t net = 0; ///< IPv4 net; else an index into Chunk::wide
    std::uint32_t mask = 0; ///< IPv4 mask
    Origin origin = 0;
    std::uint32_t comment = 0; ///< an index into Chunk::comments, counted from 1; 0 is none
    enum class Kind : std::uint8_t { IPv4, IPv4Host, Wide } kind = Kind::IPv4;
    bool enabled = true;
};

struct RuleList::Chunk {
    std::vector<Packed> rows;
    std::vector<RuleEntry> wide;
    std::vector<std::string> comments;

    void append(const RuleRow &row, Origin origin);
    void append(const Chunk &other, const Packed &row);
    void append(const Chunk &other, std::size_t first, std::size_t count);
};

/// A row without copying its texts; lives as long as its list is not changed.
class RuleList::RowView
{
public:
    RowView(const Chunk &chunk, const Packed &row) : m_chunk(&chunk), m_row(&row) { }

    [[nodiscard]] bool enabled() const { return m_row->enabled; }
    [[nodiscard]] std::string_view comment() const
    {
        return m_row->comment == 0 ? std::string_view{} : std::string_view{m_chunk->comments[m_row->comment - 1]};
    }
    [[nodiscard]] Origin origin() const { return m_row->origin; }

    /// The rule, or nothing when the row is text.
    [[nodiscard]] std::optional<Rule> rule() const
    {
        switch (m_row->kind) {
        case Packed::Kind::IPv4: return Rule{Address::v4(m_row->net), Mask::v4(m_row->mask), MaskForm::Written};
        case Packed::Kind::IPv4Host: return Rule::host(Address::v4(m_row->net));
        case Packed::Kind::Wide: break;
        }
        const auto *rule = std::get_if<Rule>(&m_chunk->wide[m_row->net]);
        return rule != nullptr ? std::optional{*rule} : std::nullopt;
    }
    /// The rule when the row takes part in verdicts: enabled, and no text.
    [[nodiscard]] std::optional<Rule> activeRule() const { return enabled() ? rule() : std::nullopt; }
    [[nodiscard]] RuleEntry entry() const;
    [[nodiscard]] RuleRow row() const { return {entry(), enabled(), std::string{comment()}}; }

private:
    friend class RuleList;
    const Chunk *m_chunk;
    const Packed *m_row;
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

    RowView operator*() const { return {*m_list->m_chunks[m_chunk], m_list->m_chunks[m_chunk]->rows[m_row]}; }
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

template <typename Visit>
void RuleList::visitMeeting(const Rule &rule, Visit visit) const
{
    const bool ipv4 = rule.net.family == Family::IPv4;
    const auto net = static_cast<std::uint32_t>(rule.net.bits);
    const auto mask = static_cast<std::uint32_t>(rule.mask.bits);
    std::size_t first = 0;
    for (const std::shared_ptr<Chunk> &chunk : m_chunks) {
        const std::vector<Packed> &rows = chunk->rows;
        for (std::size_t i = 0; i < rows.size() && (ipv4 || !chunk->wide.empty()); ++i) {
            // Most rows go by the first comparison; what it lets through is looked at in full.
            const bool passes =
                ipv4 ? ((rows[i].net ^ net) & rows[i].mask & mask) == 0 : rows[i].kind == Packed::Kind::Wide;
            if (!passes)
                continue;
            if (const auto other = RowView(*chunk, rows[i]).activeRule(); other && overlap(*other, rule))
                if (!visit(first + i, *other))
                    return;
        }
        first += rows.size();
    }
}

} // namespace relaytab
