#include "backend/format/list.h"

#include <algorithm>
#include <cstring>

#include "backend/format/line_weave.h"
#include "backend/format/list_line.h"
#include "backend/format/quad_scan.h"
#include "backend/format/utf8_text.h"

namespace relaytab {

namespace {

/// `a.b.c.d/n` or `a.b.c.d` and the line end: nearly every line of nearly every list. Moves `at` behind the line end.
std::optional<Rule> scanPlainLine(const char *&at, const char *end)
{
    std::string_view text{at, static_cast<std::size_t>(end - at)};
    std::uint32_t net = 0;
    if (!scanQuad(text, net))
        return std::nullopt;
    Rule rule = Rule::host(Address::v4(net));
    if (text.starts_with('/')) {
        std::size_t digits = 1;
        std::uint32_t length = 0;
        while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9')
            length = length * 10 + static_cast<std::uint32_t>(text[digits++] - '0');
        if (digits == 1 || length > 32 || (digits > 2 && text[1] == '0'))
            return std::nullopt;
        rule.mask = Mask::prefix(Family::IPv4, static_cast<int>(length));
        rule.form = MaskForm::Written;
        text.remove_prefix(digits);
    }
    if (text.starts_with('\r'))
        text.remove_prefix(1);
    if (!text.starts_with('\n'))
        return std::nullopt;
    at = text.data() + 1;
    return rule;
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
        const char *at = lines.data();
        const char *const end = at + lines.size();
        while (at != end) {
            if (const auto rule = scanPlainLine(at, end)) {
                ++m_line;
                m_list->append(*rule, nextOrigin());
                continue;
            }
            const std::string_view line = lineAt({at, static_cast<std::size_t>(end - at)}, 0);
            ++m_line;
            if (auto read = readLine(withoutLineEnd(line)); !read)
                return read;
            at += line.size();
        }
        return {};
    }

    ParsedPolicy take() { return std::move(m_parsed); }

private:
    RuleList::Origin nextOrigin() const { return static_cast<RuleList::Origin>(m_list->size() + 1); }

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
};

std::vector<LineSpan> spansOf(std::string_view text, ListKind list)
{
    std::vector<LineSpan> spans;
    // For a million lines growing step by step costs more than counting them.
    spans.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    RuleList::Origin origin = 1;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = lineAt(text, at);
        LineSpan span{.begin = at, .end = at + line.size(), .list = list, .firstOrigin = origin};
        const char *plain = line.data();
        span.rows = scanPlainLine(plain, line.data() + line.size())
            ? 1
            : static_cast<std::uint32_t>(rowsOfLine(withoutLineEnd(line)).size());
        origin += span.rows;
        at = span.end;
        spans.push_back(span);
    }
    return spans;
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
    std::string rest; // the line that goes on in the next piece
    bool started = false;
    const auto start = [&]() -> Expected<void, FormatError> {
        started = true;
        auto good = refuseUtf16(rest);
        rest.erase(0, rest.size() - withoutMark(rest).size());
        return good;
    };
    for (std::span<const char> span = source(); !span.empty(); span = source()) {
        std::string_view piece{span.data(), span.size()};
        if (!started || !rest.empty()) {
            // Join up to the first line end, so that whole lines can be read where they lie.
            const std::string_view line = lineAt(piece, 0);
            rest += line;
            piece.remove_prefix(line.size());
            if (!rest.ends_with('\n'))
                continue;
            if (!started)
                if (auto good = start(); !good)
                    return Unexpected<FormatError>{good.error()};
            if (auto read = reader.readLines(rest); !read)
                return Unexpected<FormatError>{read.error()};
            rest.clear();
        }
        const std::size_t whole = piece.rfind('\n') + 1; // npos + 1 is 0
        if (auto read = reader.readLines(piece.substr(0, whole)); !read)
            return Unexpected<FormatError>{read.error()};
        rest = piece.substr(whole);
    }
    if (!started)
        if (auto good = start(); !good)
            return Unexpected<FormatError>{good.error()};
    if (auto read = reader.readLines(rest); !read)
        return Unexpected<FormatError>{read.error()};
    return reader.take();
}

Expected<RenderedPolicy, FormatError> renderList(const RelayPolicy &policy, std::string_view original,
                                                 const ParseOptions &options)
{
    const auto before = parseList(original, options);
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

    std::array<WovenRows, allLists.size()> rows;
    WovenRows &kept = rows[static_cast<std::size_t>(options.list)];
    const std::vector<PairedRow> pairs = pairRows(now, old);
    std::size_t index = 0;
    for (const RuleList::RowView view : now) {
        const RowPlace place{options.list, index};
        const PairedRow pair = pairs[index++];
        const RuleRow row = view.row();
        if (!row.enabled) {
            result.losses.push_back({LossCode::DisabledRow, place, entryTextOf(row.entry)});
            continue;
        }
        if ((pair.origin == 0 || pair.changed) && !lineOfRow(row)) {
            if (!lineOfRow({row.entry})) {
                result.losses.push_back({LossCode::InvalidRow, place, entryTextOf(row.entry)});
                continue;
            }
            result.losses.push_back({LossCode::Comment, place, row.comment});
        }
        kept.rows.push_back(place.row);
        kept.pairs.push_back(pair);
    }
    const std::string_view text = withoutMark(original);
    const std::string lines =
        weaveLines(text, spansOf(text, options.list), rows, [&](std::string &out, RowPlace place) {
            const RuleRow row = now.row(place.row);
            out += lineOfRow(row).value_or(entryTextOf(row.entry)); // the comment was named as lost
        });
    // A first row whose text begins like the mark would lose it to the reader, were there no other before it.
    result.bytes = original.size() != text.size() || lines.starts_with(utf8Mark) ? utf8Mark : "";
    result.bytes += lines;
    return result;
}

} // namespace relaytab
