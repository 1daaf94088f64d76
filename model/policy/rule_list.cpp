#include "model/policy/rule_list.h"

#include <algorithm>
#include <iterator>

namespace relaytab {

namespace {

/// Rows in a full chunk. An edit copies one chunk (9 KB) and the list of chunks, whatever the size of the list.
constexpr std::size_t chunkRows = 1024;

constexpr std::uint8_t kindOf(MaskForm form)
{
    return form == MaskForm::Written ? RuleList::Chunk::ipv4 : RuleList::Chunk::ipv4Host;
}

} // namespace

void RuleList::Chunk::reserve(std::size_t count)
{
    rows.reserve(count);
    kinds.reserve(count);
}

void RuleList::Chunk::append(const IPv4Words &words, std::uint8_t kind, Origin origin)
{
    if (rows.empty())
        firstOrigin = origin;
    else if (!origins.empty() || origin != countedOrigin(rows.size()))
        listOrigins(origin);
    if (!commentOf.empty())
        commentOf.push_back(0);
    rows.push_back(words);
    kinds.push_back(kind);
}

void RuleList::Chunk::append(std::span<const IPv4Words> words, std::span<const MaskForm> forms, Origin first)
{
    const bool countUp = rows.empty() || (origins.empty() && first == countedOrigin(rows.size()));
    if (!countUp) {
        for (std::size_t i = 0; i < words.size(); ++i)
            append(words[i], kindOf(forms[i]), first + static_cast<Origin>(i));
        return;
    }
    if (rows.empty())
        firstOrigin = first;
    rows.insert(rows.end(), words.begin(), words.end());
    std::ranges::transform(forms, std::back_inserter(kinds), kindOf);
    if (!commentOf.empty())
        commentOf.resize(rows.size(), 0);
}

void RuleList::Chunk::listOrigins(Origin last)
{
    if (origins.empty()) {
        origins.reserve(std::max(rows.capacity(), rows.size() + 1));
        for (std::size_t i = 0; i < rows.size(); ++i)
            origins.push_back(countedOrigin(i));
    }
    origins.push_back(last);
}

void RuleList::Chunk::setComment(std::string_view comment)
{
    if (comment.empty())
        return;
    comments.emplace_back(comment);
    commentOf.resize(rows.size(), 0);
    commentOf.back() = static_cast<std::uint32_t>(comments.size());
}

void RuleList::Chunk::append(const RuleRow &row, Origin origin)
{
    IPv4Words words;
    std::uint8_t kind = wideEntry;
    const auto *rule = std::get_if<Rule>(&row.entry);
    if (rule != nullptr && rule->net.family == Family::IPv4) {
        words = {static_cast<std::uint32_t>(rule->net.bits), static_cast<std::uint32_t>(rule->mask.bits)};
        kind = kindOf(rule->form);
    } else {
        words.net = static_cast<std::uint32_t>(wide.size());
        wide.push_back(row.entry);
    }
    append(words, static_cast<std::uint8_t>(row.enabled ? kind : kind | off), origin);
    setComment(row.comment);
}

void RuleList::Chunk::append(const Chunk &other, std::size_t first, std::size_t count)
{
    for (std::size_t i = first; i < first + count; ++i) {
        IPv4Words words = other.rows[i];
        if ((other.kinds[i] & kindBits) == wideEntry) {
            wide.push_back(other.wide[words.net]);
            words.net = static_cast<std::uint32_t>(wide.size() - 1);
        }
        append(words, other.kinds[i], other.origin(i));
        setComment(other.comment(i));
    }
}

RuleEntry RuleList::RowView::entry() const
{
    if (kind() == Chunk::wideEntry)
        return m_chunk->wide[m_chunk->rows[m_row].net];
    const IPv4Words &words = m_chunk->rows[m_row];
    return Rule{Address::v4(words.net), Mask::v4(words.mask), maskForm()};
}

bool RuleList::RowView::saysTheSameAs(const RowView &other) const
{
    if (m_chunk->kinds[m_row] != other.m_chunk->kinds[other.m_row] || comment() != other.comment())
        return false;
    const IPv4Words &words = m_chunk->rows[m_row];
    const IPv4Words &others = other.m_chunk->rows[other.m_row];
    if (kind() == Chunk::wideEntry)
        return m_chunk->wide[words.net] == other.m_chunk->wide[others.net];
    return words.net == others.net && words.mask == others.mask;
}

RuleList::RuleList(std::initializer_list<RuleRow> rows)
{
    for (const RuleRow &row : rows)
        append(row);
}

RuleList::Place RuleList::placeOf(std::size_t index) const
{
    const auto end = std::upper_bound(m_ends.begin(), m_ends.end(), index);
    const auto chunk = static_cast<std::size_t>(end - m_ends.begin());
    return {chunk, index - (chunk == 0 ? 0 : m_ends[chunk - 1])};
}

RuleList::RowView RuleList::view(std::size_t index) const
{
    const auto [chunk, at] = placeOf(index);
    return {*m_chunks[chunk], at};
}

RuleRow RuleList::row(std::size_t index) const
{
    return view(index).row();
}

RuleList::Origin RuleList::origin(std::size_t index) const
{
    return view(index).origin();
}

void RuleList::pushChunk(std::shared_ptr<Chunk> chunk)
{
    if (chunk->rows.empty())
        return;
    m_ends.push_back(size() + chunk->rows.size());
    m_chunks.push_back(std::move(chunk));
}

/// The last chunk, ready to take one more row: its own copy when another list shares it.
RuleList::Chunk &RuleList::openTail()
{
    if (m_chunks.empty() || m_chunks.back()->rows.size() >= chunkRows) {
        auto chunk = std::make_shared<Chunk>();
        chunk->reserve(m_chunks.empty() ? 0 : chunkRows);
        m_ends.push_back(size());
        m_chunks.push_back(std::move(chunk));
    } else if (m_chunks.back().use_count() > 1) {
        m_chunks.back() = std::make_shared<Chunk>(*m_chunks.back());
    }
    ++m_ends.back();
    return *m_chunks.back();
}

void RuleList::append(const RuleRow &row, Origin origin)
{
    openTail().append(row, origin);
}

void RuleList::append(const Rule &rule, Origin origin)
{
    if (rule.net.family != Family::IPv4) {
        append(RuleRow{rule}, origin);
        return;
    }
    openTail().append({static_cast<std::uint32_t>(rule.net.bits), static_cast<std::uint32_t>(rule.mask.bits)},
                      kindOf(rule.form), origin);
}

void RuleList::appendIPv4(std::span<const IPv4Words> rows, std::span<const MaskForm> forms, Origin first)
{
    for (std::size_t done = 0; done < rows.size();) {
        Chunk &tail = openTail(); // and counts one row
        const std::size_t count = std::min(rows.size() - done, chunkRows - tail.rows.size());
        tail.append(rows.subspan(done, count), forms.subspan(done, count), first + static_cast<Origin>(done));
        m_ends.back() += count - 1;
        done += count;
    }
}

void RuleList::append(const RowView &row)
{
    const Chunk &from = *row.m_chunk;
    if (row.ipv4() != nullptr && from.commentOf.empty())
        openTail().append(from.rows[row.m_row], from.kinds[row.m_row], row.origin());
    else
        openTail().append(from, row.m_row, 1);
}

void RuleList::append(const RuleList &rows)
{
    splice(size(), 0, rows);
}

void RuleList::set(std::size_t index, const RuleRow &row)
{
    const auto [chunk, at] = placeOf(index);
    const Chunk &before = *m_chunks[chunk];
    auto after = std::make_shared<Chunk>();
    after->reserve(before.rows.size());
    after->append(before, 0, at);
    after->append(row, before.origin(at));
    after->append(before, at + 1, before.rows.size() - at - 1);
    m_chunks[chunk] = std::move(after);
}

RuleList RuleList::slice(std::size_t first, std::size_t count) const
{
    RuleList result;
    while (count > 0) {
        const auto [chunk, at] = placeOf(first);
        const std::size_t take = std::min(count, m_chunks[chunk]->rows.size() - at);
        if (take == m_chunks[chunk]->rows.size()) {
            result.pushChunk(m_chunks[chunk]);
        } else {
            auto part = std::make_shared<Chunk>();
            part->append(*m_chunks[chunk], at, take);
            result.pushChunk(std::move(part));
        }
        first += take;
        count -= take;
    }
    return result;
}

RuleList RuleList::splice(std::size_t first, std::size_t count, const RuleList &rows)
{
    RuleList removed = slice(first, count);
    const RuleList before = slice(0, first);
    const RuleList after = slice(first + count, size() - first - count);
    RuleList result;
    // Whole chunks are shared; where the seams leave small ones, neighbours grow together.
    const auto join = [&result](const RuleList &part) {
        for (const std::shared_ptr<Chunk> &chunk : part.m_chunks) {
            if (!result.m_chunks.empty() && result.m_chunks.back()->rows.size() + chunk->rows.size() <= chunkRows) {
                Chunk &tail = *result.m_chunks.back();
                if (result.m_chunks.back().use_count() > 1) {
                    result.m_chunks.back() = std::make_shared<Chunk>(tail);
                }
                result.m_chunks.back()->append(*chunk, 0, chunk->rows.size());
                result.m_ends.back() += chunk->rows.size();
            } else {
                result.pushChunk(chunk);
            }
        }
    };
    join(before);
    join(rows);
    join(after);
    *this = std::move(result);
    return removed;
}

bool operator==(const RuleList &a, const RuleList &b)
{
    if (a.size() != b.size())
        return false;
    auto other = b.begin();
    for (const RuleList::RowView row : a) {
        if (!row.saysTheSameAs(*other))
            return false;
        ++other;
    }
    return true;
}

} // namespace relaytab
