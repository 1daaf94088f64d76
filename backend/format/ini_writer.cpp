#include <algorithm>
#include <unordered_set>

#include "backend/format/ini_layout.h"
#include "backend/format/ini_text.h"
#include "backend/format/quad_text.h"
#include "backend/format/row_pairing.h"
#include "backend/format/text_patches.h"

namespace relaytab {

namespace {

constexpr std::array<std::string_view, allLists.size()> listNames{"deny", "allow", "local"};

constexpr std::string_view nameOf(ListKind kind)
{
    return listNames[static_cast<std::size_t>(kind)];
}

/// How lines are set: blanks before the key, what stands between key and value, the line end.
struct LineStyle {
    std::string before = {};
    std::string between = " = ";
    std::string lineBreak = "\n";
};

std::string attributeKey(std::uint32_t number, std::uint32_t what)
{
    std::string key = "rule" + std::to_string(number);
    if (what == iniEnabled)
        return key + "-enabled";
    return key + "-note" + (what > 1 ? std::to_string(what) : std::string{});
}

void appendLine(std::string &out, const LineStyle &style, std::string_view key, std::string_view value)
{
    out.append(style.before).append(key).append(style.between).append(value).append(style.lineBreak);
}

void appendRow(std::string &out, const LineStyle &style, std::uint32_t number, const RuleList::RowView &row)
{
    const auto rule = row.rule();
    out.append(style.before).append("rule").append(std::to_string(number)).append(style.between);
    if (rule && rule->net.family == Family::IPv4) {
        appendQuad(out, static_cast<std::uint32_t>(rule->net.bits));
        if (rule->form == MaskForm::Written)
            appendQuad(out += '/', static_cast<std::uint32_t>(rule->mask.bits));
    } else {
        out += iniEntryText(row.entry());
    }
    out += style.lineBreak;
    if (!row.enabled())
        appendLine(out, style, attributeKey(number, iniEnabled), "0");
    std::uint32_t what = iniEnabled;
    for (const std::string &value : iniNoteValues(row.comment()))
        appendLine(out, style, attributeKey(number, ++what), value);
}

/// Puts another value behind the `=` of the line.
void replaceValue(std::string_view text, std::uint32_t line, const std::string &value, TextPatches &patches)
{
    const auto pair = iniPairAt(text, line);
    if (!pair)
        return;
    const bool adjoins = pair->value.begin == pair->value.end && text[pair->value.begin - 1] == '=';
    patches.replace(pair->value, adjoins && !value.empty() ? ' ' + value : value);
}

/// A section of ours under change.
class SectionEdit
{
public:
    SectionEdit(std::string_view text, const IniSection &section, const RuleList &now, const RuleList &inFile,
                TextPatches &patches)
        : m_text(text), m_section(section), m_now(now), m_inFile(inFile), m_patches(patches)
    { }

    void run();

private:
    [[nodiscard]] TextSpan block(std::uint32_t row) const;
    [[nodiscard]] std::span<const IniAttribute> attributes(std::uint32_t row) const;
    [[nodiscard]] LineStyle styleAt(std::uint32_t row) const;
    [[nodiscard]] std::uint32_t newNumber();
    void removeRow(std::uint32_t row);
    void patchRow(std::size_t slot, std::uint32_t row, TextPatches &inBlock, TextSpan block);
    void patchNotes(const std::string &comment, std::uint32_t row, std::uint32_t below, TextPatches &inBlock,
                    TextSpan block);

    /// The patches of the block for what is inside it, else those of the file.
    [[nodiscard]] TextPatches &at(std::uint32_t offset, TextPatches &inBlock, TextSpan block) const
    {
        return offset >= block.begin && offset <= block.end ? inBlock : m_patches;
    }

    std::string_view m_text;
    const IniSection &m_section;
    const RuleList &m_now;
    const RuleList &m_inFile;
    TextPatches &m_patches;
    std::uint32_t m_largest = 0;
    std::unordered_set<std::uint32_t> m_taken; ///< only once the largest number there can be is in use
};

std::span<const IniAttribute> SectionEdit::attributes(std::uint32_t row) const
{
    const auto [begin, end] =
        std::equal_range(m_section.attributes.begin(), m_section.attributes.end(), IniAttribute{.row = row},
                         [](const IniAttribute &a, const IniAttribute &b) { return a.row < b.row; });
    return {begin, end};
}

/// The lines that move with a row: comments right above it, its own, and those about it that follow.
TextSpan SectionEdit::block(std::uint32_t row) const
{
    TextSpan lines{m_section.lines[row], lineEnd(m_text, m_section.lines[row])};
    const auto own = attributes(row);
    while (std::any_of(own.begin(), own.end(), [&](const IniAttribute &each) { return each.line == lines.end; }))
        lines.end = lineEnd(m_text, lines.end);
    while (lines.begin > 0) {
        const std::uint32_t above = lineAbove(m_text, lines.begin);
        const std::size_t first = m_text.find_first_not_of(" \t", above);
        if (m_text[first] != ';' && m_text[first] != '#')
            break;
        lines.begin = above;
    }
    return lines;
}

LineStyle SectionEdit::styleAt(std::uint32_t row) const
{
    const std::uint32_t line = m_section.lines[row];
    const auto pair = iniPairAt(m_text, line);
    LineStyle style{.lineBreak = std::string{lineBreakBefore(m_text, lineEnd(m_text, line))}};
    if (!pair)
        return style;
    style.before = m_text.substr(line, pair->key.begin - line);
    if (pair->value.begin != pair->value.end)
        style.between = m_text.substr(pair->key.end, pair->value.begin - pair->key.end);
    return style;
}

/// The largest plus one; the smallest that is free once there is none larger.
std::uint32_t SectionEdit::newNumber()
{
    if (m_largest < iniMaxNumber)
        return ++m_largest;
    if (m_taken.empty()) {
        m_taken.insert(m_section.numbers.begin(), m_section.numbers.end());
        m_taken.insert(iniMaxNumber);
    }
    std::uint32_t number = 1;
    while (!m_taken.insert(number).second)
        ++number;
    return number;
}

void SectionEdit::removeRow(std::uint32_t row)
{
    const TextSpan lines = block(row);
    m_patches.removeLines(lines);
    for (const IniAttribute &each : attributes(row))
        if (each.line < lines.begin || each.line >= lines.end)
            m_patches.removeLines({each.line, lineEnd(m_text, each.line)});
}

void SectionEdit::patchRow(std::size_t slot, std::uint32_t row, TextPatches &inBlock, TextSpan lines)
{
    const RuleRow wanted = m_now.row(slot);
    const RuleRow old = m_inFile.row(row);
    const std::uint32_t ruleLine = m_section.lines[row];
    if (wanted.entry != old.entry)
        replaceValue(m_text, ruleLine, iniEntryText(wanted.entry), inBlock);
    const auto own = attributes(row);
    const bool hasSwitch = !own.empty() && own.front().what == iniEnabled;
    const std::uint32_t below = lineEnd(m_text, ruleLine);
    if (wanted.enabled != old.enabled) {
        const std::string_view value = wanted.enabled ? "1" : "0";
        if (hasSwitch) {
            const std::uint32_t line = own.front().line;
            replaceValue(m_text, line, std::string{value}, at(line, inBlock, lines));
        } else {
            std::string added;
            appendLine(added, styleAt(row), attributeKey(m_section.numbers[row], iniEnabled), value);
            inBlock.insertLines(below, std::move(added));
        }
    }
    if (wanted.comment != old.comment)
        patchNotes(wanted.comment, row, hasSwitch ? lineEnd(m_text, own.front().line) : below, inBlock, lines);
}

void SectionEdit::patchNotes(const std::string &comment, std::uint32_t row, std::uint32_t below, TextPatches &inBlock,
                             TextSpan lines)
{
    const std::vector<std::string> values = iniNoteValues(comment);
    auto value = values.begin();
    std::uint32_t last = iniEnabled;
    for (const IniAttribute &each : attributes(row)) {
        if (each.what == iniEnabled)
            continue;
        TextPatches &patches = at(each.line, inBlock, lines);
        const TextSpan line{each.line, lineEnd(m_text, each.line)};
        if (value == values.end()) {
            patches.removeLines(line);
            continue;
        }
        replaceValue(m_text, each.line, *value, patches);
        ++value;
        last = each.what;
        below = line.end;
    }
    std::string added;
    for (; value != values.end(); ++value)
        appendLine(added, styleAt(row), attributeKey(m_section.numbers[row], ++last), *value);
    if (!added.empty())
        at(below, inBlock, lines).insertLines(below, std::move(added));
}

void SectionEdit::run()
{
    const std::vector<PairedRow> slots = pairRows(m_now, m_inFile);
    const std::vector<bool> stays = stayingRows(slots);
    const std::size_t count = m_section.lines.size();
    enum class Fate : std::uint8_t { Gone, Moved, Stays };
    std::vector<Fate> fates(count, Fate::Gone);
    std::size_t first = count;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        if (slots[slot].origin == 0)
            continue;
        const std::size_t row = slots[slot].origin - 1;
        fates[row] = stays[slot] ? Fate::Stays : Fate::Moved;
        if (stays[slot])
            first = std::min(first, row);
    }
    for (std::uint32_t row = 0; row < count; ++row) {
        if (fates[row] == Fate::Gone)
            removeRow(row);
        else if (fates[row] == Fate::Moved)
            m_patches.removeLines(block(row));
    }
    for (const std::uint32_t number : m_section.numbers)
        m_largest = std::max(m_largest, number);

    std::uint32_t neighbour = static_cast<std::uint32_t>(first == count ? 0 : first);
    bool aboveAll = true; // of the rows that stay
    const auto place = [&] {
        return count == 0 ? m_section.contentEnd : aboveAll ? block(neighbour).begin : block(neighbour).end;
    };
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        const PairedRow &from = slots[slot];
        const auto row = static_cast<std::uint32_t>(from.origin - 1);
        if (stays[slot]) {
            if (from.changed)
                patchRow(slot, row, m_patches, block(row));
            neighbour = row;
            aboveAll = false;
        } else if (from.origin != 0) {
            const TextSpan lines = block(row);
            TextPatches inner = m_patches.emptyCopy();
            if (from.changed)
                patchRow(slot, row, inner, lines);
            m_patches.insertMoved(place(), lines, inner);
        } else {
            const std::uint32_t at = place();
            const LineStyle style =
                count == 0 ? LineStyle{.lineBreak = std::string{lineBreakBefore(m_text, at)}} : styleAt(neighbour);
            std::string lines;
            appendRow(lines, style, newNumber(), m_now.view(slot));
            m_patches.insertLines(at, std::move(lines));
        }
    }
}

/// Appends `[name]` and its rows, with new numbers. After every few rows `goesOn` may say no, which is returned.
template <typename GoesOn>
bool appendSection(std::string &out, std::string_view name, const RuleList &rows, const LineStyle &style,
                   const GoesOn &goesOn)
{
    constexpr std::uint32_t fewRows = 1024;
    out.append("[").append(name).append("]").append(style.lineBreak);
    std::uint32_t number = 0;
    for (const RuleList::RowView row : rows) {
        appendRow(out, style, ++number, row);
        if (number % fewRows == 0 && !goesOn())
            return false;
    }
    return true;
}

bool always()
{
    return true;
}

/// Appends a new file; `goesOn` as in appendSection().
template <typename GoesOn>
bool appendFile(std::string &out, const RelayPolicy &policy, const GoesOn &goesOn)
{
    out += "[relay]\nformat = 1\n";
    if (policy.flags)
        appendLine(out, {}, "flags", std::to_string(*policy.flags));
    for (const ListKind kind : allLists) {
        out += '\n';
        if (!appendSection(out, nameOf(kind), policy.list(kind), {}, goesOn))
            return false;
    }
    return true;
}

void editFlags(const RelayPolicy &policy, const IniFile &file, std::string_view text, TextPatches &patches)
{
    if (policy.flags == file.parsed.policy.flags)
        return;
    const IniLayout &layout = file.layout;
    if (!layout.flagsLine) {
        const std::uint32_t below = lineEnd(text, layout.formatLine);
        std::string line;
        appendLine(line, {.lineBreak = std::string{lineBreakBefore(text, below)}}, "flags",
                   std::to_string(*policy.flags));
        patches.insertLines(below, std::move(line));
    } else if (!policy.flags) {
        patches.removeLines({*layout.flagsLine, lineEnd(text, *layout.flagsLine)});
    } else {
        replaceValue(text, *layout.flagsLine, std::to_string(*policy.flags), patches);
    }
}

} // namespace

std::string writeIni(const RelayPolicy &policy)
{
    std::size_t rows = 0;
    for (const ListKind kind : allLists)
        rows += policy.list(kind).size();
    constexpr std::size_t usualRow = 44; // bytes
    std::string out;
    out.reserve(128 + rows * usualRow);
    appendFile(out, policy, always);
    return out;
}

bool isIniOf(const RelayPolicy &policy, std::string_view text)
{
    std::string out;
    const auto goesOn = [&] {
        const bool same = text.starts_with(out);
        if (same)
            text.remove_prefix(out.size());
        out.clear();
        return same;
    };
    return appendFile(out, policy, goesOn) && goesOn() && text.empty();
}

std::string editIni(const RelayPolicy &policy, std::string_view text, const IniFile &file)
{
    TextPatches patches{text};
    editFlags(policy, file, text, patches);
    const IniSection *before = &file.layout.relay;
    for (const ListKind kind : allLists) {
        const IniSection &section = file.layout.list(kind);
        const RuleList &now = policy.list(kind);
        const RuleList &old = file.parsed.policy.list(kind);
        if (now != old && section.present) {
            SectionEdit{text, section, now, old, patches}.run();
        } else if (now != old) {
            const LineStyle style{.lineBreak = std::string{lineBreakBefore(text, before->contentEnd)}};
            std::string lines = style.lineBreak;
            appendSection(lines, nameOf(kind), now, style, always);
            patches.insertLines(before->contentEnd, std::move(lines));
        }
        if (section.present)
            before = &section;
    }
    return patches.apply();
}

} // namespace relaytab
