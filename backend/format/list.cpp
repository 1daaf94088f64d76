#include "backend/format/list.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "backend/format/line_weave.h"
#include "backend/format/list_line.h"
#include "backend/format/prefix_lines.h"
#include "backend/format/quad_text.h"
#include "backend/format/utf8_text.h"

namespace relaytab {

namespace {

/// What scanPrefixLines() reads back as this row, when there is such a line.
bool appendPrefixLine(std::string &out, const RuleList::RowView &row)
{
    const auto *const words = row.enabled() && row.comment().empty() ? row.ipv4() : nullptr;
    if (words == nullptr)
        return false;
    const std::uint32_t host = ~words->mask;
    if ((host & (host + 1)) != 0)
        return false;
    appendQuad(out, words->net);
    if (row.maskForm() == MaskForm::Written) {
        const auto length = 32 - static_cast<unsigned>(std::bit_width(host));
        out += '/';
        if (length >= 10)
            out += static_cast<char>('0' + length / 10);
        out += static_cast<char>('0' + length % 10);
    }
    out += '\n';
    return true;
}

std::uint32_t pointsIn(std::string_view text)
{
    std::uint32_t points = 0;
    for (const char c : text)
        points += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return points;
}

/// The line that begins at `at`, with its end.
std::string_view lineAt(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find('\n', at);
    return text.substr(at, end == std::string_view::npos ? end : end + 1 - at);
}

std::string_view withoutLineEnd(std::string_view line)
{
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

class ListReader
{
public:
    explicit ListReader(const ParseOptions &options) : m_options(options), m_list(&m_parsed.policy.list(options.list))
    {
        m_parsed.policy.flags = options.flags.value_or(flagOf(options.list));
        m_parsed.notes.push_back(
            {.code = FormatNoteCode::ListHasOwnFlags, .fact = std::to_string(*m_parsed.policy.flags)});
    }

    /// Whole lines; only the last piece may lack its line end.
    Expected<void, FormatError> readLines(std::string_view lines)
    {
        return readLines(lines, [](std::size_t, std::size_t) {});
    }

    /// Calls behindLine(its end in `lines`, how many rows it has) for every line.
    template <typename BehindLine>
    Expected<void, FormatError> readLines(std::string_view lines, const BehindLine &behindLine)
    {
        const char *at = lines.data();
        const char *const end = at + lines.size();
        while (at != end) {
            if (readPrefixLines(at, end)) {
                for (std::size_t i = 0; i < m_lines.count; ++i)
                    behindLine(static_cast<std::size_t>(m_lines.ends[i] - lines.data()), 1);
                continue;
            }
            const std::string_view line = lineAt({at, static_cast<std::size_t>(end - at)}, 0);
            const std::size_t before = m_list->size();
            ++m_line;
            if (auto read = readLine(withoutLineEnd(line)); !read)
                return read;
            at += line.size();
            behindLine(static_cast<std::size_t>(at - lines.data()), m_list->size() - before);
        }
        return {};
    }

    /// False at the first line that renderList() would not write so in a new file.
    bool readCanonicalLines(std::string_view lines)
    {
        const char *at = lines.data();
        const char *const end = at + lines.size();
        while (at != end)
            if (!readPrefixLines(at, end) || m_lines.anyWithCr)
                return false;
        return true;
    }

    ParsedPolicy take() { return std::move(m_parsed); }

private:
    RuleList::Origin nextOrigin() const { return static_cast<RuleList::Origin>(m_list->size() + 1); }
    /// False when the next line is no prefix.
    bool readPrefixLines(const char *&at, const char *end)
    {
        scanPrefixLines(at, end, m_lines);
        const std::size_t count = m_lines.count;
        m_list->appendIPv4(std::span(m_lines.rows).first(count), std::span(m_lines.forms).first(count), nextOrigin());
        m_line += static_cast<std::uint32_t>(count);
        return count > 0;
    }

    Expected<void, FormatError> readLine(std::string_view line)
    {
        const std::vector<RuleRow> rows = rowsOfLine(line);
        if (rows.empty())
            return {};
        if (const auto bad = firstInvalidUtf8(line))
            return Unexpected<FormatError>{
                {.code = FormatErrorCode::NotUtf8, .place = {m_line, pointsIn(line.substr(0, *bad)) + 1}}};
        for (const RuleRow &row : rows) {
            if (const auto *text = std::get_if<RuleText>(&row.entry)) {
                const std::size_t first = line.find_first_not_of(" \t\r\f\v");
                m_parsed.notes.push_back({.code = FormatNoteCode::InvalidRow,
                                          .place = {m_line, static_cast<std::uint32_t>(first) + 1},
                                          .fact = entryTextOf(*text),
                                          .row = RowPlace{m_options.list, m_list->size()}});
            }
            m_list->append(row, nextOrigin());
        }
        return {};
    }

    ParseOptions m_options;
    ParsedPolicy m_parsed;
    RuleList *m_list;
    std::uint32_t m_line = 0;
    PrefixLines m_lines;
};

/// Calls take() with whole lines, however the source cuts them; the last piece may lack its line end. Stops when it
/// returns false, and returns false then.
template <typename Take>
bool inWholeLines(const ByteSource &source, const Take &take)
{
    std::string rest; // the line that goes on in the next piece
    for (std::span<const char> span = source(); !span.empty(); span = source()) {
        std::string_view piece{span.data(), span.size()};
        if (!rest.empty()) {
            // Join up to the first line end, so that whole lines can be read where they lie.
            const std::string_view line = lineAt(piece, 0);
            rest += line;
            piece.remove_prefix(line.size());
            if (!rest.ends_with('\n'))
                continue;
            if (!take(rest))
                return false;
            rest.clear();
        }
        const std::size_t whole = piece.rfind('\n') + 1; // npos + 1 is 0
        if (whole > 0 && !take(piece.substr(0, whole)))
            return false;
        rest = piece.substr(whole);
    }
    return rest.empty() || take(rest);
}

/// The policy of a text without its mark, and where its lines are.
Expected<ParsedPolicy, FormatError> parseWithSpans(std::string_view text, const ParseOptions &options,
                                                   std::vector<LineSpan> &spans)
{
    // For a million lines growing step by step costs more than counting them.
    spans.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    ListReader reader{options};
    LineSpan next{.list = options.list, .firstOrigin = 1};
    auto read = reader.readLines(text, [&](std::size_t end, std::size_t rowCount) {
        next.end = end;
        next.rows = static_cast<std::uint32_t>(rowCount);
        spans.push_back(next);
        next.begin = end;
        next.firstOrigin += next.rows;
    });
    if (!read)
        return Unexpected<FormatError>{read.error()};
    return reader.take();
}

/// Names what the row loses in a line of its own; false when there is none.
bool nameRowLosses(const RuleRow &row, RowPlace place, std::vector<Loss> &losses)
{
    if (!row.enabled) {
        losses.push_back({LossCode::DisabledRow, place, entryTextOf(row.entry)});
        return false;
    }
    if (lineOfRow(row))
        return true;
    if (!lineOfRow({row.entry})) {
        losses.push_back({LossCode::InvalidRow, place, entryTextOf(row.entry)});
        return false;
    }
    losses.push_back({LossCode::Comment, place, row.comment});
    return true;
}

/// The comment, where it cannot be written, was named as lost.
std::string writtenLine(const RuleRow &row)
{
    return lineOfRow(row).value_or(entryTextOf(row.entry));
}

std::string newLines(const RuleList &rows, ListKind list, std::vector<Loss> &losses)
{
    std::string lines;
    lines.reserve(rows.size() * 16); // most lines are shorter
    std::size_t index = 0;
    for (const RuleList::RowView view : rows) {
        const RowPlace place{list, index++};
        if (appendPrefixLine(lines, view))
            continue;
        const RuleRow row = view.row();
        if (nameRowLosses(row, place, losses))
            lines.append(writtenLine(row)).append(1, '\n');
    }
    return lines;
}

void nameWholeLosses(const RelayPolicy &policy, const ParseOptions &options, std::vector<Loss> &losses)
{
    if (policy.flags != options.flags.value_or(flagOf(options.list)))
        losses.push_back(
            {.code = LossCode::Flags, .fact = policy.flags ? std::to_string(*policy.flags) : std::string{}});
    for (const ListKind kind : allLists)
        if (kind != options.list && !policy.list(kind).isEmpty())
            losses.push_back({.code = LossCode::List, .row = RowPlace{kind, 0}});
    for (const Expectation &expectation : policy.expectations)
        losses.push_back({.code = LossCode::Expectation, .fact = entryTextOf(expectation.client)});
}

} // namespace

Expected<ParsedPolicy, FormatError> parseList(std::string_view bytes, const ParseOptions &options)
{
    if (auto good = refuseUtf16(bytes); !good)
        return Unexpected<FormatError>{good.error()};
    ListReader reader{options};
    if (auto read = reader.readLines(withoutMark(bytes)); !read)
        return Unexpected<FormatError>{read.error()};
    return reader.take();
}

Expected<ParsedPolicy, FormatError> parseListStream(const ByteSource &source, const ParseOptions &options)
{
    ListReader reader{options};
    Expected<void, FormatError> read;
    bool started = false;
    inWholeLines(source, [&](std::string_view lines) {
        if (!std::exchange(started, true)) {
            read = refuseUtf16(lines);
            lines = withoutMark(lines);
        }
        if (read)
            read = reader.readLines(lines);
        return read.has_value();
    });
    if (!read)
        return Unexpected<FormatError>{read.error()};
    return reader.take();
}

std::optional<ParsedPolicy> parseCanonicalList(const ByteSource &source, const ParseOptions &options)
{
    ListReader reader{options};
    if (!inWholeLines(source, [&](std::string_view lines) { return reader.readCanonicalLines(lines); }))
        return std::nullopt;
    return reader.take();
}

Expected<RenderedPolicy, FormatError> renderList(const RelayPolicy &policy, std::string_view original,
                                                 const ParseOptions &options)
{
    if (auto good = refuseUtf16(original); !good)
        return Unexpected<FormatError>{good.error()};
    const std::string_view text = withoutMark(original);
    std::vector<LineSpan> spans;
    const auto before = parseWithSpans(text, options, spans);
    if (!before)
        return Unexpected<FormatError>{before.error()};
    RenderedPolicy result;
    nameWholeLosses(policy, options, result.losses);
    const RuleList &old = before->policy.list(options.list);
    const RuleList &now = policy.list(options.list);
    if (!original.empty() && old == now) {
        result.bytes = original;
        return result;
    }

    std::string lines;
    if (text.empty()) {
        lines = newLines(now, options.list, result.losses);
    } else {
        std::array<WovenRows, allLists.size()> rows;
        WovenRows &kept = rows[static_cast<std::size_t>(options.list)];
        const std::vector<PairedRow> pairs = pairRows(now, old);
        std::size_t index = 0;
        for (const RuleList::RowView view : now) {
            const RowPlace place{options.list, index};
            const PairedRow pair = pairs[index++];
            const bool asItWas = view.enabled() && pair.origin != 0 && !pair.changed;
            if (!asItWas && !nameRowLosses(view.row(), place, result.losses))
                continue;
            kept.rows.push_back(place.row);
            kept.pairs.push_back(pair);
        }
        lines = weaveLines(text, spans, rows,
                           [&](std::string &out, RowPlace place) { out += writtenLine(now.row(place.row)); });
    }
    // A first row whose text begins like the mark would lose it to the reader, were there no other before it.
    result.bytes = original.size() != text.size() || lines.starts_with(utf8Mark) ? utf8Mark : "";
    result.bytes += lines;
    return result;
}

} // namespace relaytab
