#include "backend/format/yaml_list_edit.h"

#include <algorithm>

namespace relaytab {

namespace {

using Failure = Unexpected<FormatError>;
using Result = Expected<void, FormatError>;

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// A block list under change.
class BlockEdit
{
public:
    BlockEdit(std::string_view text, const YamlListEdit &edit, TextPatches &patches)
        : m_text(text), m_edit(edit), m_items(edit.list.items), m_patches(patches)
    { }

    Result run();

private:
    [[nodiscard]] std::uint32_t itemEnd(std::size_t item) const { return lineEnd(m_text, m_items[item].end); }
    [[nodiscard]] std::uint32_t itemBegin(std::size_t item) const;
    [[nodiscard]] TextSpan lines(std::size_t item) const { return {itemBegin(item), itemEnd(item)}; }
    [[nodiscard]] YamlIndent indentOf(std::size_t item) const;
    Result patchItem(std::size_t slot, TextPatches &patches) const;
    Result insert(std::size_t slot, std::uint32_t at, std::size_t neighbour);

    std::string_view m_text;
    const YamlListEdit &m_edit;
    const std::vector<TextSpan> &m_items;
    TextPatches &m_patches;
};

/// With the comment lines right above it.
std::uint32_t BlockEdit::itemBegin(std::size_t item) const
{
    const std::uint32_t limit = item == 0 ? lineEnd(m_text, m_edit.entry.name.end) : itemEnd(item - 1);
    std::uint32_t begin = lineBegin(m_text, m_items[item].begin);
    while (begin > limit) {
        const std::uint32_t above = lineAbove(m_text, begin);
        std::uint32_t first = above;
        while (first < begin && isBlank(m_text[first]))
            ++first;
        if (above < limit || m_text[first] != '#')
            break;
        begin = above;
    }
    return begin;
}

YamlIndent BlockEdit::indentOf(std::size_t item) const
{
    const std::uint32_t dash = m_items[item].begin;
    const std::uint32_t line = lineBegin(m_text, dash);
    std::size_t key = dash + 1;
    while (key < m_text.size() && m_text[key] == ' ')
        ++key;
    const bool onLine = key < m_text.size() && key > dash + 1 && m_text[key] != '\n' && m_text[key] != '\r'
        && m_text[key] != '#' && m_text[key] != '\t';
    const std::uint32_t end = itemEnd(item);
    return {.beforeDash = std::string{m_text.substr(line, dash - line)},
            .afterDash = std::string(onLine ? key - dash - 1 : 1, ' '),
            .lineBreak = std::string{lineBreakBefore(m_text, end)}};
}

Result BlockEdit::patchItem(std::size_t slot, TextPatches &patches) const
{
    const std::size_t index = m_edit.slots[slot].origin - 1;
    const auto item = readYamlItem(m_text, m_items[index], YamlShape::Block);
    if (!item)
        return Failure{item.error()};
    patchYamlItem(m_text, *item, m_edit.wish(slot, &*item), m_edit.known, patches);
    return {};
}

Result BlockEdit::insert(std::size_t slot, std::uint32_t at, std::size_t neighbour)
{
    const PairedRow &from = m_edit.slots[slot];
    if (from.origin == 0) {
        m_patches.insertLines(at, newYamlItem(m_edit.wish(slot, nullptr), indentOf(neighbour)));
        return {};
    }
    TextPatches inner = m_patches.emptyCopy();
    if (from.changed)
        if (auto patched = patchItem(slot, inner); !patched)
            return patched;
    m_patches.insertMoved(at, lines(from.origin - 1), inner);
    return {};
}

Result BlockEdit::run()
{
    const std::vector<PairedRow> &slots = m_edit.slots;
    const std::vector<bool> stays = stayingRows(slots);
    std::vector<bool> kept(m_items.size(), false);
    std::size_t firstStaying = m_items.size();
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        if (!stays[slot])
            continue;
        kept[slots[slot].origin - 1] = true;
        firstStaying = std::min<std::size_t>(firstStaying, slots[slot].origin - 1);
    }
    for (std::size_t item = 0; item < m_items.size(); ++item)
        if (!kept[item])
            m_patches.removeLines(lines(item));

    if (slots.empty()) {
        const std::uint32_t colon = findOutsideComments(m_text, m_edit.entry.name.end, m_items.front().begin, ':');
        m_patches.replace({colon + 1, colon + 1}, " []");
        return {};
    }
    std::uint32_t at = itemBegin(firstStaying == m_items.size() ? 0 : firstStaying);
    std::size_t neighbour = firstStaying == m_items.size() ? 0 : firstStaying;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        if (stays[slot]) {
            neighbour = slots[slot].origin - 1;
            at = itemEnd(neighbour);
        }
        if (!stays[slot] || slots[slot].changed)
            if (auto done = stays[slot] ? patchItem(slot, m_patches) : insert(slot, at, neighbour); !done)
                return done;
    }
    return {};
}

/// Comments between the items of a flow list: those on the line where an item ends are its own, the others belong to
/// the item below them. The last entry holds those below all items.
std::vector<std::vector<std::string_view>> flowComments(std::string_view text, const YamlListEdit &edit)
{
    const std::vector<TextSpan> &items = edit.list.items;
    std::vector<std::vector<std::string_view>> comments(items.size() + 1);
    std::uint32_t begin = edit.entry.value.begin;
    for (std::size_t i = 0; i <= items.size(); ++i) {
        const std::uint32_t end = i < items.size() ? items[i].begin : edit.entry.value.end;
        for (const std::string_view comment : commentsIn(text, {begin, end})) {
            const auto at = static_cast<std::uint32_t>(comment.data() - text.data());
            const bool sameLine = i > 0 && lineBegin(text, at) <= begin;
            comments[sameLine ? i - 1 : i].push_back(comment);
        }
        begin = i < items.size() ? items[i].end : begin;
    }
    return comments;
}

} // namespace

YamlIndent indentBelow(std::string_view text, const YamlEntry &entry)
{
    const std::uint32_t line = lineBegin(text, entry.name.begin);
    return {.beforeDash = std::string(entry.name.begin - line, ' ') + "  ",
            .lineBreak = std::string{lineBreakBefore(text, lineEnd(text, entry.value.end))}};
}

std::string newYamlItems(const YamlListEdit &edit, const YamlIndent &indent)
{
    std::string lines;
    for (std::size_t slot = 0; slot < edit.slots.size(); ++slot)
        lines += newYamlItem(edit.wish(slot, nullptr), indent);
    return lines;
}

Expected<std::string, FormatError> blockOfFlowList(std::string_view text, const YamlListEdit &edit,
                                                   const YamlIndent &indent)
{
    const auto comments = flowComments(text, edit);
    std::string lines;
    const auto write = [&](const std::vector<std::string_view> &list) {
        for (const std::string_view comment : list)
            lines.append(indent.beforeDash).append(comment).append(indent.lineBreak);
    };
    for (std::size_t slot = 0; slot < edit.slots.size(); ++slot) {
        if (edit.slots[slot].origin == 0) {
            lines += newYamlItem(edit.wish(slot, nullptr), indent);
            continue;
        }
        const std::size_t index = edit.slots[slot].origin - 1;
        const auto item = readYamlItem(text, edit.list.items[index], YamlShape::Flow);
        if (!item)
            return Failure{item.error()};
        write(comments[index]);
        lines += blockOfFlowItem(text, *item, edit.wish(slot, &*item), edit.known, indent);
    }
    write(comments.back());
    return lines;
}

Expected<void, FormatError> patchYamlList(std::string_view text, const YamlListEdit &edit, TextPatches &patches)
{
    if (edit.list.shape == YamlShape::Block && !edit.list.items.empty())
        return BlockEdit{text, edit, patches}.run();
    // A flow list, or `key:` with nothing: what stands there goes, the lines come below it.
    TextSpan value = edit.entry.value;
    if (edit.slots.empty()) {
        patches.replace(value, "[]");
        return {};
    }
    const YamlIndent indent = indentBelow(text, edit.entry);
    auto lines = edit.list.shape == YamlShape::Flow ? blockOfFlowList(text, edit, indent)
                                                    : Expected<std::string, FormatError>{newYamlItems(edit, indent)};
    if (!lines)
        return Failure{lines.error()};
    const std::uint32_t below = lineEnd(text, value.end);
    while (value.begin > edit.entry.name.end && value.end > value.begin && isBlank(text[value.begin - 1]))
        --value.begin;
    // libyaml takes `[]#` for a list and a comment; without the list the comment needs a blank before it.
    const bool commentFollows = value.end < text.size() && text[value.end] == '#';
    patches.replace(value, commentFollows ? " " : "");
    patches.insertLines(below, std::move(*lines));
    return {};
}

} // namespace relaytab
