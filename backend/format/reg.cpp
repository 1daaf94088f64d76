#include "backend/format/reg.h"

#include <algorithm>
#include <array>
#include <utility>

#include "backend/format/reg_reader.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

ByteSource sourceOf(std::string_view bytes)
{
    return [bytes, given = false]() mutable {
        return std::exchange(given, true) ? std::span<const char>{} : std::span<const char>{bytes.data(), bytes.size()};
    };
}

/// A list as the registry stores it.
struct StoredList {
    std::string bytes; ///< of the REG_MULTI_SZ
    bool changed = false; ///< other rows, or another order, than the file has
};

void appendZero(std::string &bytes, RegEncoding strings)
{
    bytes.append(strings == RegEncoding::Utf16 ? 2 : 1, '\0');
}

/// The string of a row, or nothing for one that would read back as something else: an empty string ends the list, a
/// zero ends the string, and text with a semicolon may be a rule.
std::optional<std::string> stringOf(const RuleEntry &entry, RegEncoding strings)
{
    const std::string text = registryText(entry);
    if (text.empty() || text.find('\0') != std::string::npos)
        return std::nullopt;
    if (std::holds_alternative<RuleText>(entry) && std::holds_alternative<Rule>(parseRegistryEntry(text)))
        return std::nullopt;
    return storedString(text, strings);
}

bool isIPv6(const RuleEntry &entry)
{
    const auto *rule = std::get_if<Rule>(&entry);
    return rule != nullptr && rule->net.family == Family::IPv6;
}

/// The rows that the registry can hold. One that stands in the file stays as it is spelled there, whatever it is.
StoredList storedList(const RuleList &rows, ListKind kind, RegEncoding strings, const RegList &old,
                      std::vector<Loss> &losses)
{
    StoredList result;
    std::size_t index = 0;
    std::size_t kept = 0;
    for (const RuleList::RowView view : rows) {
        const RowPlace place{kind, index++};
        const RuleEntry entry = view.entry();
        const auto lose = [&](LossCode code, std::string fact) { losses.push_back({code, place, std::move(fact)}); };
        if (!view.enabled()) {
            lose(LossCode::DisabledRow, registryText(entry));
            continue;
        }
        const RuleList::Origin origin = view.origin();
        const bool known = origin != 0 && origin <= old.rows.size() && old.rows.view(origin - 1).entry() == entry;
        std::optional<std::string> string;
        if (const auto spelled = old.spellings.find(origin); known && spelled != old.spellings.end())
            string = spelled->second;
        else if (!known && isIPv6(entry)) {
            lose(LossCode::IPv6Row, registryText(entry));
            continue;
        } else
            string = stringOf(entry, strings);
        if (!string) {
            lose(LossCode::InvalidRow, registryText(entry));
            continue;
        }
        if (!view.comment().empty())
            lose(LossCode::Comment, std::string{view.comment()});
        result.changed = result.changed || kept >= old.rows.size() || old.rows.view(kept).entry() != entry;
        ++kept;
        result.bytes += *string;
        appendZero(result.bytes, strings);
    }
    result.changed = result.changed || kept != old.rows.size();
    appendZero(result.bytes, strings);
    // What stood behind an empty string was no row, and goes when the list is written anew.
    if (result.changed)
        for (const FormatNote &note : old.notes)
            if (note.code == FormatNoteCode::EmbeddedEmptyString)
                losses.push_back({LossCode::ForeignContent, RowPlace{kind, 0}, note.fact});
    return result;
}

std::string flagsData(std::optional<std::uint32_t> flags)
{
    if (!flags)
        return "-";
    constexpr std::string_view digits = "0123456789abcdef";
    std::string data = "dword:";
    for (int shift = 28; shift >= 0; shift -= 4)
        data += digits[(*flags >> shift) & 15U];
    return data;
}

/// What is to be written, and in which letters.
class RegWriter
{
public:
    RegWriter(const RelayPolicy &policy, const RegFile &file, std::vector<Loss> &losses)
        : m_flags(policy.flags), m_file(&file)
    {
        for (const ListKind kind : allLists)
            listOf(kind) = storedList(policy.list(kind), kind, file.strings,
                                      file.key.lists[static_cast<std::size_t>(kind)], losses);
    }

    [[nodiscard]] bool changed(RegValueName name) const
    {
        return name == RegValueName::Flags ? m_flags != m_file->key.flags : listOf(name).changed;
    }

    /// A whole section with all four values.
    [[nodiscard]] std::string section() const
    {
        std::string out = text('[' + std::string{regKeyPath} + ']') + lineEnd();
        for (const RegValueName name : allValues)
            appendLine(out, name);
        return out;
    }

    void appendLine(std::string &out, RegValueName name) const
    {
        const std::string front = '"' + std::string{regValueNames[static_cast<std::size_t>(name)]} + "\"=";
        out += text(front);
        appendData(out, name, front.size());
        out += lineEnd();
    }

    /// The data, which begins at `column` characters into its line.
    void appendData(std::string &out, RegValueName name, std::size_t column) const
    {
        if (name == RegValueName::Flags)
            out += text(flagsData(m_flags));
        else
            appendMultiString(out, listOf(name).bytes, column, m_file->lineEnd, m_file->encoding);
    }

    [[nodiscard]] std::string text(std::string_view ascii) const { return encoded(ascii, m_file->encoding); }
    [[nodiscard]] std::string lineEnd() const { return text(m_file->lineEnd); }

    static constexpr std::array allValues{RegValueName::Flags, RegValueName::Deny, RegValueName::Allow,
                                          RegValueName::Local};

private:
    [[nodiscard]] StoredList &listOf(ListKind kind) { return m_lists[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const StoredList &listOf(RegValueName name) const
    {
        return m_lists[static_cast<std::size_t>(name) - 1];
    }

    std::optional<std::uint32_t> m_flags;
    const RegFile *m_file;
    std::array<StoredList, allLists.size()> m_lists;
};

std::string newFile(const RegWriter &writer)
{
    std::string bytes = "\xFF\xFE";
    bytes += writer.text("Windows Registry Editor Version 5.00") + writer.lineEnd() + writer.lineEnd();
    bytes += writer.section();
    // Samba's reader drops the last value of a file unless another line follows.
    bytes += writer.lineEnd();
    return bytes;
}

/// A stretch of the file and what takes its place.
struct Patch {
    ByteSpan span;
    std::string bytes;
};

std::string patched(std::string_view original, std::vector<Patch> patches)
{
    std::stable_sort(patches.begin(), patches.end(),
                     [](const Patch &a, const Patch &b) { return a.span.begin < b.span.begin; });
    std::string bytes;
    std::size_t size = original.size();
    for (const Patch &patch : patches)
        size += patch.bytes.size();
    bytes.reserve(size);
    std::size_t done = 0;
    for (const Patch &patch : patches) {
        bytes += original.substr(done, patch.span.begin - done);
        bytes += patch.bytes;
        done = patch.span.end;
    }
    return bytes += original.substr(done);
}

std::string editedFile(std::string_view original, const RegFile &file, const RegWriter &writer)
{
    std::vector<Patch> patches;
    std::string added; // the lines of values that have none yet
    for (const RegValueName name : RegWriter::allValues) {
        if (!writer.changed(name))
            continue;
        const RegValuePlace &place = file.key.place(name);
        if (!place.present) {
            writer.appendLine(added, name);
            continue;
        }
        // What was remarked between the folded lines of the old data stands above the new.
        Patch remarks{{place.lineBegin, place.lineBegin}, {}};
        for (const ByteSpan &comment : place.comments)
            remarks.bytes.append(original.substr(comment.begin, comment.end - comment.begin)).append(writer.lineEnd());
        patches.push_back(std::move(remarks));
        Patch data{place.data, {}};
        writer.appendData(data.bytes, name, place.column);
        patches.push_back(std::move(data));
    }
    if (patches.empty() && added.empty())
        return std::string{original};

    std::size_t at = file.key.insertAt;
    if (!file.key.present) {
        at = original.size();
        added = writer.lineEnd() + writer.section() + writer.lineEnd();
    }
    if (!added.empty()) {
        if (at == original.size() && file.endsOpen)
            added.insert(0, writer.lineEnd());
        patches.push_back({{at, at}, std::move(added)});
    }
    for (const std::size_t letter : file.key.misspelled)
        patches.push_back({{letter, letter}, writer.text("s")});
    return patched(original, std::move(patches));
}

} // namespace

Expected<ParsedPolicy, FormatError> parseRegStream(const ByteSource &source, const ParseOptions &options)
{
    auto file = readReg(source, options.regReading, KeepSpellings::No);
    if (!file)
        return Unexpected<FormatError>{file.error()};
    return file->takePolicy();
}

Expected<ParsedPolicy, FormatError> parseReg(std::string_view bytes, const ParseOptions &options)
{
    return parseRegStream(sourceOf(bytes), options);
}

Expected<RenderedPolicy, FormatError> renderReg(const RelayPolicy &policy, std::string_view original,
                                                const ParseOptions &options)
{
    RegFile file; // as a new one is written
    if (!original.empty()) {
        auto read = readReg(sourceOf(original), options.regReading, KeepSpellings::Yes);
        if (!read)
            return Unexpected<FormatError>{read.error()};
        file = std::move(*read);
    }
    RenderedPolicy result;
    for (const Expectation &expectation : policy.expectations)
        result.losses.push_back({.code = LossCode::Expectation, .fact = registryText(expectation.client)});
    const RegWriter writer{policy, file, result.losses};
    result.bytes = original.empty() ? newFile(writer) : editedFile(original, file, writer);
    return result;
}

} // namespace relaytab
