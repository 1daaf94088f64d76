#include "backend/format/text_patches.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace relaytab {

namespace {

constexpr bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::size_t indentOf(std::string_view line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

/// The smallest indent of a block scalar's lines with text; none when it has no such line or names its indent itself.
std::optional<std::size_t> contentIndent(std::string_view scalar)
{
    const std::size_t header = std::min(scalar.find_first_of("\r\n"), scalar.size());
    if (std::any_of(scalar.begin(), scalar.begin() + static_cast<std::ptrdiff_t>(header),
                    [](char c) { return c >= '1' && c <= '9'; }))
        return std::nullopt;
    std::optional<std::size_t> indent;
    for (std::size_t i = header; i < scalar.size();) {
        const std::size_t end = std::min(scalar.find_first_of("\r\n", i), scalar.size());
        const std::string_view line = scalar.substr(i, end - i);
        if (const std::size_t own = indentOf(line); own < line.size())
            indent = std::min(indent.value_or(own), own);
        i = end + 1;
    }
    return indent;
}

/// Whether a block scalar would take the lines that follow it for its own.
bool wouldSwallow(std::string_view scalar, bool keep, std::string_view next)
{
    while (!next.empty()) {
        const std::size_t end = std::min(next.find_first_of("\r\n"), next.size());
        const std::string_view line = next.substr(0, end);
        const std::size_t indent = indentOf(line);
        if (indent == line.size()) {
            if (keep || indent > 0)
                return true;
        } else if (line[indent] == '#') {
            return indent > 0 && indent >= contentIndent(scalar).value_or(1);
        } else {
            return isBlank(line[indent]); // a tab: blanks of some kind
        }
        next.remove_prefix(std::min(end + 1, next.size()));
    }
    return false;
}

} // namespace

/// Text as it grows, and whether its last line is one of a block scalar.
struct TextPatches::Output {
    std::string text;
    const BlockScalar *open = nullptr;
    bool atSeam = false; ///< what comes next did not follow in the original
};

void TextPatches::replace(TextSpan span, std::string text)
{
    if (span.begin == span.end && text.empty())
        return;
    // Removed lines that adjoin are one patch, so that clearing a large list is cheap.
    if (text.empty() && !m_patches.empty() && m_patches.back().text.empty() && !m_patches.back().lines
        && m_patches.back().span.end == span.begin) {
        m_patches.back().span.end = span.end;
        return;
    }
    m_patches.push_back({span, std::move(text)});
}

void TextPatches::insertLines(std::uint32_t at, std::string lines)
{
    if (const auto *open = unterminated(); open != nullptr && at == m_text.size())
        seal(*open);
    m_patches.push_back({{at, at}, std::move(lines), true});
}

void TextPatches::insertMoved(std::uint32_t at, TextSpan lines, const TextPatches &inner)
{
    TextPatches own{inner};
    if (const auto *open = unterminated(); open != nullptr && lines.end == m_text.size())
        own.seal(*open);
    Output moved = own.build(lines);
    own.endLine(moved.text, lineBreakBefore(m_text, lines.end));
    insertLines(at, std::move(moved.text));
    m_patches.back().endsIn = moved.open;
}

/// The block scalar whose last line is the one that ends at `end`.
const BlockScalar *TextPatches::scalarEndingAt(std::uint32_t end) const
{
    const auto after = std::upper_bound(m_scalars.begin(), m_scalars.end(), end,
                                        [](std::uint32_t at, const auto &scalar) { return at < scalar.span.end; });
    if (after == m_scalars.begin())
        return nullptr;
    const BlockScalar &last = *std::prev(after);
    return lineEnd(m_text, last.span.end) == end ? &last : nullptr;
}

/// The block scalar that ends with the file but without a line end. Followed by anything, its text would grow by one.
const BlockScalar *TextPatches::unterminated() const
{
    if (m_scalars.empty() || m_text.empty() || isBreak(m_text.back()))
        return nullptr;
    const BlockScalar &last = m_scalars.back();
    return last.span.end == m_text.size() ? &last : nullptr;
}

/// Makes the header say `-`: the text ends without a line end whatever follows.
void TextPatches::seal(const BlockScalar &scalar)
{
    if (std::exchange(m_sealed, true))
        return;
    std::uint32_t at = scalar.span.begin + 1;
    while (at < scalar.span.end && ((m_text[at] >= '1' && m_text[at] <= '9') || m_text[at] == '+' || m_text[at] == '-'))
        ++at;
    const std::string_view header = m_text.substr(scalar.span.begin + 1, at - scalar.span.begin - 1);
    if (header.find('-') != std::string_view::npos)
        return;
    if (const std::size_t plus = header.find('+'); plus != std::string_view::npos) {
        const auto sign = static_cast<std::uint32_t>(scalar.span.begin + 1 + plus);
        m_patches.push_back({{sign, sign + 1}, "-"});
    } else {
        m_patches.push_back({{at, at}, "-"});
    }
}

/// A comment line without text between a block scalar and what it would swallow.
void TextPatches::separate(Output &out, std::string_view next) const
{
    const auto *open = std::exchange(out.open, nullptr);
    if (open == nullptr || next.empty())
        return;
    const std::string_view scalar = m_text.substr(open->span.begin, open->span.end - open->span.begin);
    if (wouldSwallow(scalar, open->keep, next))
        out.text.append("#").append(lineBreakBefore(m_text, open->span.end));
}

void TextPatches::copy(Output &out, TextSpan span) const
{
    if (span.begin == span.end)
        return;
    if (out.atSeam)
        separate(out, m_text.substr(span.begin, span.end - span.begin));
    out.text.append(m_text, span.begin, span.end - span.begin);
    out.open = scalarEndingAt(span.end);
    out.atSeam = true;
}

/// Ends the last line; one of blanks alone is taken away instead, so that no empty line comes to be.
void TextPatches::endLine(std::string &text, std::string_view lineBreak) const
{
    if (text.empty() || isBreak(text.back()))
        return;
    const std::size_t last = text.find_last_not_of(" \t");
    if (!m_sealed && last != std::string::npos && isBreak(text[last]))
        text.resize(last + 1);
    else
        text += lineBreak;
}

TextPatches::Output TextPatches::build(TextSpan range) const
{
    std::vector<const Patch *> order;
    order.reserve(m_patches.size());
    for (const Patch &patch : m_patches)
        order.push_back(&patch);
    std::stable_sort(order.begin(), order.end(), [](const Patch *a, const Patch *b) {
        const auto isInsertion = [](const Patch *patch) { return patch->span.begin == patch->span.end; };
        return a->span.begin != b->span.begin ? a->span.begin < b->span.begin : isInsertion(a) && !isInsertion(b);
    });
    Output out;
    std::size_t size = range.end - range.begin;
    for (const Patch *patch : order)
        size += patch->text.size();
    out.text.reserve(size + 2);
    std::uint32_t done = range.begin;
    for (const Patch *patch : order) {
        if (patch->span.begin < done) // the seal of a scalar that is gone
            continue;
        copy(out, {done, patch->span.begin});
        done = patch->span.end;
        if (patch->text.empty())
            continue;
        if (patch->lines) {
            endLine(out.text, lineBreakBefore(m_text, patch->span.begin));
            separate(out, patch->text);
            out.text += patch->text;
            out.open = patch->endsIn;
            out.atSeam = true;
        } else {
            out.text += patch->text;
            out.open = nullptr;
            out.atSeam = false;
        }
    }
    copy(out, {done, range.end});
    return out;
}

std::string TextPatches::apply() const
{
    Output out = build({0, static_cast<std::uint32_t>(m_text.size())});
    const bool ended = m_text.empty() || isBreak(m_text.back());
    if (!ended && out.open == nullptr) { // the file did not end with a line end, so it still does not
        if (out.text.ends_with('\n'))
            out.text.pop_back();
        if (out.text.ends_with('\r'))
            out.text.pop_back();
    }
    return std::move(out.text);
}

} // namespace relaytab
