#include "backend/format/yaml_writer.h"

#include <algorithm>

#include "backend/format/quad_text.h"
#include "backend/format/yaml_list_edit.h"
#include "backend/format/yaml_quote.h"
#include "backend/format/yaml_row.h"
#include "backend/format/yaml_wish.h"
#include "backend/format/yaml_words.h"

namespace relaytab {

namespace {

using Failure = Unexpected<FormatError>;
using Result = Expected<void, FormatError>;

constexpr std::string_view nameOf(YamlKey key)
{
    return yaml_words::top[static_cast<std::size_t>(key)];
}

constexpr YamlKey keyOf(ListKind kind)
{
    return static_cast<YamlKey>(static_cast<std::size_t>(YamlKey::Deny) + static_cast<std::size_t>(kind));
}

/// A row as a new file has it, without the detour over a wish: a large file is made of these.
void appendRow(std::string &out, const RuleList::RowView &row)
{
    const auto rule = row.rule();
    out += "  - net: \"";
    if (rule && rule->net.family == Family::IPv4) {
        appendQuad(out, static_cast<std::uint32_t>(rule->net.bits));
        if (rule->form == MaskForm::Written)
            appendQuad(out += "\"\n    mask: \"", static_cast<std::uint32_t>(rule->mask.bits));
        out += '"';
    } else {
        out.pop_back(); // the quote, which comes with the text
        const RuleEntry entry = row.entry();
        appendYamlQuoted(out, netText(entry));
        if ((rule ? rule->form : std::get<RuleText>(entry).form) == MaskForm::Written) {
            out += "\n    mask: ";
            appendYamlQuoted(out, maskText(entry));
        }
    }
    if (!row.enabled())
        out += "\n    enabled: false";
    if (!row.comment().empty()) {
        out += "\n    comment: ";
        appendYamlQuoted(out, row.comment());
    }
    out += '\n';
}

/// The change of a file.
class Editor
{
public:
    Editor(const RelayPolicy &policy, std::string_view text, const YamlFile &file)
        : m_policy(policy),
          m_text(text),
          m_old(file.parsed.policy),
          m_layout(file.layout),
          m_patches(text, m_layout.blockScalars)
    { }

    Expected<std::string, FormatError> run();

private:
    [[nodiscard]] const YamlEntry *entry(YamlKey key) const;
    [[nodiscard]] YamlListEdit editOf(ListKind kind) const;
    [[nodiscard]] YamlListEdit editOfExpectations() const;

    void editFlags();
    void editFlowFlags(const YamlEntry &flags, std::uint32_t words);
    void editBlockFlags(const YamlEntry &flags, std::uint32_t words);
    Result editList(YamlKey key, const YamlListEdit &edit);
    void addEntry(YamlKey key, std::string_view value, std::string_view below);
    void removeEntry(YamlKey key);
    Expected<std::string, FormatError> blockOfFlowRoot() const;

    const RelayPolicy &m_policy;
    std::string_view m_text;
    const RelayPolicy &m_old;
    const YamlLayout &m_layout;
    TextPatches m_patches;
};

const YamlEntry *Editor::entry(YamlKey key) const
{
    const auto found = std::find_if(m_layout.entries.begin(), m_layout.entries.end(),
                                    [key](const YamlEntry &candidate) { return candidate.key == key; });
    return found == m_layout.entries.end() ? nullptr : &*found;
}

/// libyaml takes an empty line with a tab behind a plain word, and nowhere else: such lines stay with their word.
std::uint32_t behindTabbedLines(std::string_view text, std::uint32_t at)
{
    std::uint32_t behind = at;
    for (std::uint32_t line = at; line < text.size();) {
        const std::uint32_t next = lineEnd(text, line);
        const std::string_view content = text.substr(line, next - line);
        if (content.find_first_not_of(" \t\r\n") != std::string_view::npos)
            break;
        if (content.find('\t') != std::string_view::npos)
            behind = next;
        line = next;
    }
    return behind;
}

/// Adds a key below those that are written before it.
void Editor::addEntry(YamlKey key, std::string_view value, std::string_view below)
{
    const YamlEntry *place = nullptr;
    for (const YamlEntry &candidate : m_layout.entries)
        if (candidate.key < key && (place == nullptr || candidate.key > place->key))
            place = &candidate;
    if (place == nullptr) // `relaytab` is always there
        return;
    const std::uint32_t at = behindTabbedLines(m_text, lineEnd(m_text, place->value.end));
    const std::uint32_t line = lineBegin(m_text, place->name.begin);
    std::string lines{m_text.substr(line, place->name.begin - line)};
    lines.append(nameOf(key)).append(":").append(value.empty() ? "" : " ").append(value);
    lines.append(lineBreakBefore(m_text, at)).append(below);
    m_patches.insertLines(at, std::move(lines));
}

void Editor::removeEntry(YamlKey key)
{
    if (const YamlEntry *gone = entry(key))
        m_patches.removeLines({lineBegin(m_text, gone->name.begin), lineEnd(m_text, gone->value.end)});
}

void Editor::editFlags()
{
    if (m_policy.flags == m_old.flags)
        return;
    if (!m_policy.flags) {
        removeEntry(YamlKey::Flags);
        removeEntry(YamlKey::UnknownFlags);
        return;
    }
    const std::uint32_t words = m_policy.knownFlags();
    const YamlEntry *flags = entry(YamlKey::Flags);
    if (flags == nullptr)
        addEntry(YamlKey::Flags, yamlFlagsText(words), {});
    else if (words != m_old.knownFlags() && m_layout.flags.shape == YamlShape::Block)
        editBlockFlags(*flags, words);
    else if (words != m_old.knownFlags())
        editFlowFlags(*flags, words);

    const std::uint32_t unknown = m_policy.unknownFlags();
    const YamlEntry *unknownFlags = entry(YamlKey::UnknownFlags);
    if (unknown == m_old.unknownFlags())
        return;
    if (unknown == 0)
        removeEntry(YamlKey::UnknownFlags);
    else if (unknownFlags != nullptr)
        m_patches.replace(unknownFlags->value, std::to_string(unknown));
    else
        addEntry(YamlKey::UnknownFlags, std::to_string(unknown), {});
}

/// Written anew on its line; comments between its words go to lines below.
void Editor::editFlowFlags(const YamlEntry &flags, std::uint32_t words)
{
    m_patches.replace(flags.value, yamlFlagsText(words));
    const YamlIndent indent = indentBelow(m_text, flags);
    std::string lines;
    for (const std::string_view comment : commentsIn(m_text, flags.value))
        lines.append(indent.beforeDash).append(comment).append(indent.lineBreak);
    if (!lines.empty())
        m_patches.insertLines(lineEnd(m_text, flags.value.end), std::move(lines));
}

/// A word a line: lines go and come.
void Editor::editBlockFlags(const YamlEntry &flags, std::uint32_t words)
{
    const std::vector<TextSpan> &items = m_layout.flags.items;
    for (std::size_t i = 0; i < items.size(); ++i)
        if ((words & m_layout.flagBits[i]) == 0)
            m_patches.removeLines({lineBegin(m_text, items[i].begin), lineEnd(m_text, items[i].end)});
    if (words == 0) {
        const std::uint32_t colon = findOutsideComments(m_text, flags.name.end, items.front().begin, ':');
        m_patches.replace({colon + 1, colon + 1}, " []");
        return;
    }
    const std::uint32_t begin = lineBegin(m_text, items.back().begin);
    const std::uint32_t at = lineEnd(m_text, items.back().end);
    std::string lines;
    for (std::size_t bit = 0; bit < yaml_words::flags.size(); ++bit)
        if ((words & ~m_old.knownFlags() & (1U << bit)) != 0)
            lines.append(m_text, begin, items.back().begin - begin)
                .append("- ")
                .append(yaml_words::flags[bit])
                .append(lineBreakBefore(m_text, at));
    if (!lines.empty())
        m_patches.insertLines(at, std::move(lines));
}

YamlListEdit Editor::editOf(ListKind kind) const
{
    static constexpr YamlEntry absent;
    const YamlEntry *found = entry(keyOf(kind));
    return {.list = m_layout.list(kind),
            .entry = found != nullptr ? *found : absent,
            .slots = pairRows(m_policy.list(kind), m_old.list(kind)),
            .wish = [this, kind](std::size_t slot,
                                 const YamlItem *item) { return wishOf(m_policy.list(kind).row(slot), item); },
            .known = std::span{yaml_words::row}.first(yaml_words::rowKeysRead)};
}

YamlListEdit Editor::editOfExpectations() const
{
    static constexpr YamlEntry absent;
    const YamlEntry *found = entry(YamlKey::Expect);
    return {
        .list = m_layout.expect,
        .entry = found != nullptr ? *found : absent,
        .slots = pairExpectations(m_policy.expectations, m_old.expectations),
        .wish = [this](std::size_t slot, const YamlItem *item) { return wishOf(m_policy.expectations[slot], item); },
        .known = yaml_words::expectation};
}

Result Editor::editList(YamlKey key, const YamlListEdit &edit)
{
    if (edit.list.shape != YamlShape::Absent)
        return patchYamlList(m_text, edit, m_patches);
    YamlIndent indent = indentBelow(m_text, *entry(YamlKey::Version));
    addEntry(key, {}, newYamlItems(edit, indent));
    return {};
}

Expected<std::string, FormatError> Editor::run()
{
    if (m_policy == m_old)
        return std::string{m_text};
    if (m_layout.rootShape == YamlShape::Flow)
        return blockOfFlowRoot();
    editFlags();
    for (const ListKind kind : allLists)
        if (m_policy.list(kind) != m_old.list(kind))
            if (auto edited = editList(keyOf(kind), editOf(kind)); !edited)
                return Failure{edited.error()};
    if (m_policy.expectations != m_old.expectations)
        if (auto edited = editList(YamlKey::Expect, editOfExpectations()); !edited)
            return Failure{edited.error()};
    return m_patches.apply();
}

/// A file that is one pair of braces becomes lines, with all of its comments and the keys it does not know.
Expected<std::string, FormatError> Editor::blockOfFlowRoot() const
{
    const std::string lineBreak{lineBreakBefore(m_text, m_layout.root.begin)};
    const YamlIndent indent{.lineBreak = lineBreak};
    std::string out{m_text.substr(0, m_layout.root.begin)};
    if (const std::uint32_t line = lineBegin(m_text, m_layout.root.begin);
        m_text.substr(line, m_layout.root.begin - line).find_first_not_of(" \t") != std::string_view::npos)
        out += lineBreak;
    else
        out.resize(line);
    std::uint32_t done = m_layout.root.begin;
    const auto takeComments = [&](std::uint32_t end) {
        for (const std::string_view comment : commentsIn(m_text, {done, std::max(done, end)}))
            out.append(comment).append(lineBreak);
    };
    for (const YamlEntry &each : m_layout.entries) {
        takeComments(each.name.begin);
        done = each.name.end;
        takeComments(each.key == YamlKey::Flags ? each.value.end : each.value.begin);
        done = std::max(done, each.value.end);
    }
    takeComments(m_layout.root.end);

    out.append(nameOf(YamlKey::Version)).append(": ").append(yaml_words::version).append(lineBreak);
    if (m_policy.flags)
        out.append(nameOf(YamlKey::Flags)).append(": ").append(yamlFlagsText(m_policy.knownFlags())).append(lineBreak);
    if (m_policy.unknownFlags() != 0)
        out.append(nameOf(YamlKey::UnknownFlags))
            .append(": ")
            .append(std::to_string(m_policy.unknownFlags()))
            .append(lineBreak);
    const auto appendList = [&](YamlKey key, const YamlListEdit &edit) -> Result {
        if (edit.slots.empty() && edit.list.shape == YamlShape::Absent)
            return {};
        const auto lines = edit.list.shape == YamlShape::Flow
            ? blockOfFlowList(m_text, edit, indent)
            : Expected<std::string, FormatError>{newYamlItems(edit, indent)};
        if (!lines)
            return Failure{lines.error()};
        out.append(nameOf(key)).append(edit.slots.empty() ? ": []" : ":").append(lineBreak).append(*lines);
        return {};
    };
    for (const ListKind kind : allLists)
        if (auto appended = appendList(keyOf(kind), editOf(kind)); !appended)
            return Failure{appended.error()};
    if (auto appended = appendList(YamlKey::Expect, editOfExpectations()); !appended)
        return Failure{appended.error()};
    for (const YamlEntry &each : m_layout.entries)
        if (each.key == YamlKey::Own)
            out.append(m_text, each.name.begin, each.name.end - each.name.begin)
                .append(": ")
                .append(indentedYaml(m_text.substr(each.value.begin, each.value.end - each.value.begin), "  "))
                .append(lineBreak);

    // What stood behind the closing brace: the rest of its line, then the lines below.
    std::string_view rest = m_text.substr(m_layout.root.end);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.starts_with('#'))
        return out.append(rest);
    if (rest.empty()) // the file did not end with a line end, so it still does not
        out.resize(out.size() - lineBreak.size());
    rest.remove_prefix(lineEnd(rest, 0));
    return out.append(rest);
}

} // namespace

std::string writeYaml(const RelayPolicy &policy)
{
    std::string out;
    std::size_t rows = 0;
    for (const ListKind kind : allLists)
        rows += policy.list(kind).size();
    constexpr std::size_t usualRow = 56; // bytes
    out.reserve(256 + rows * usualRow);
    out.append(nameOf(YamlKey::Version)).append(": ").append(yaml_words::version).append("\n");
    if (policy.flags)
        out.append(nameOf(YamlKey::Flags)).append(": ").append(yamlFlagsText(policy.knownFlags())).append("\n");
    if (policy.unknownFlags() != 0)
        out.append(nameOf(YamlKey::UnknownFlags)).append(": ").append(std::to_string(policy.unknownFlags())) += '\n';
    for (const ListKind kind : allLists) {
        out.append(nameOf(keyOf(kind))).append(policy.list(kind).isEmpty() ? ": []\n" : ":\n");
        for (const RuleList::RowView row : policy.list(kind))
            appendRow(out, row);
    }
    if (policy.expectations.empty())
        return out;
    out.append(nameOf(YamlKey::Expect)).append(":\n");
    for (const Expectation &expectation : policy.expectations)
        out += newYamlItem(wishOf(expectation, nullptr), {});
    return out;
}

Expected<std::string, FormatError> editYaml(const RelayPolicy &policy, std::string_view text, const YamlFile &file)
{
    return Editor{policy, text, file}.run();
}

} // namespace relaytab
