#include "backend/format/reg_reader.h"

#include <algorithm>
#include <utility>

#include "backend/format/reg_data.h"

namespace relaytab {

namespace {

using Result = Expected<void, FormatError>;

constexpr std::string_view headerVersion5 = "Windows Registry Editor Version 5.00";
constexpr std::string_view headerRegedit4 = "REGEDIT4";

/// Windows allows 255 characters a key and 512 keys a path; no line of ours is longer.
constexpr std::size_t longestPath = std::size_t{255} * 512;
constexpr std::size_t longestFact = 40;
constexpr std::size_t longestName = 32; ///< longer than any name or keyword of ours

constexpr int end = RegCursor::atEnd;

/// The four bytes of a REG_DWORD written as hex(4), the lowest first.
class DwordBytes final : public RegBytes
{
public:
    void byte(unsigned char byte, TextPlace /*place*/) override
    {
        if (m_count < 4)
            m_value |= static_cast<std::uint32_t>(byte) << (8 * m_count);
        ++m_count;
    }
    /// Nothing unless there were just four.
    [[nodiscard]] std::optional<std::uint32_t> value() const
    {
        return m_count == 4 ? std::optional{m_value} : std::nullopt;
    }

private:
    std::uint32_t m_value = 0;
    std::size_t m_count = 0;
};

class RegReader
{
public:
    RegReader(const ByteSource &source, RegReading reading, KeepSpellings keep)
        : m_cursor(source), m_reading(reading), m_keep(keep)
    { }

    Expected<RegFile, FormatError> read()
    {
        if (auto begun = m_cursor.begin(); !begun)
            return Unexpected<FormatError>{begun.error()};
        if (auto header = readHeader(); !header)
            return Unexpected<FormatError>{header.error()};
        while (m_cursor.peek() != end)
            if (auto line = readLine(); !line)
                return Unexpected<FormatError>{line.error()};
        if (m_cursor.endsInHalf())
            return Unexpected<FormatError>{
                {.code = FormatErrorCode::WrongEncoding, .place = m_cursor.place(), .fact = "UTF-16"}};
        m_file.encoding = m_cursor.encoding();
        m_file.lineEnd = m_cursor.lineEnd();
        m_file.endsOpen = m_cursor.offset() != m_cursor.lineStart();
        if (m_file.endsOpen)
            m_file.notes.push_back({.code = FormatNoteCode::MissingNewline, .place = m_cursor.place()});
        if (RegKey *key = m_keys.choose(m_file.notes); key != nullptr)
            m_file.key = std::move(*key);
        return std::move(m_file);
    }

private:
    Result readHeader()
    {
        const TextPlace place = m_cursor.place();
        m_cursor.skipBlanks();
        std::string header;
        for (int c = m_cursor.peek(); !endsLine(c) && header.size() <= headerVersion5.size(); c = m_cursor.peek()) {
            header += c < 0x80 ? static_cast<char>(c) : '?';
            m_cursor.advance();
        }
        const bool version5 = header == headerVersion5;
        if (!version5 && header != headerRegedit4)
            return Unexpected<FormatError>{{.code = FormatErrorCode::NoHeader, .place = place, .fact = header}};
        const bool byHeader = m_reading == RegReading::ByHeader;
        const RegEncoding said = version5 ? RegEncoding::Utf16 : RegEncoding::EightBit;
        m_file.strings = byHeader ? said : m_cursor.encoding();
        if (said != m_cursor.encoding())
            m_file.notes.push_back(
                {.code = byHeader ? FormatNoteCode::HeaderEncoding : FormatNoteCode::EncodingOverHeader,
                 .place = place});
        m_cursor.skipLineEnd();
        return {};
    }

    Result readLine()
    {
        m_cursor.skipBlanks();
        switch (m_cursor.peek()) {
        case '[': return readSection();
        case '"':
        case '@': return readValue();
        case ';':
        case '#': m_cursor.skipToLineEnd(); break;
        case '\r':
        case '\n':
        case end: break;
        default: return syntaxErrorHere(m_cursor);
        }
        m_cursor.skipLineEnd();
        return {};
    }

    /// What may stand behind a value or a section: blanks and a comment.
    Result endLine()
    {
        m_cursor.skipBlanks();
        if (m_cursor.peek() == ';')
            m_cursor.skipToLineEnd();
        if (!m_cursor.skipLineEnd() && m_cursor.peek() != end)
            return syntaxErrorHere(m_cursor);
        if (m_key != nullptr)
            m_key->insertAt = m_cursor.offset();
        return {};
    }

    // --- sections -----------------------------------------------------------------------------------------------

    Result readSection()
    {
        const TextPlace place = m_cursor.place();
        const auto refused = [&](std::u16string_view fact, std::string suggestion = {}) {
            return Unexpected<FormatError>{{.code = FormatErrorCode::Syntax,
                                            .place = place,
                                            .fact = utf8FromUtf16(fact.substr(0, longestFact)),
                                            .suggestion = std::move(suggestion)}};
        };
        m_cursor.advance();
        const bool deleted = m_cursor.peek() == '-';
        if (deleted)
            m_cursor.advance();
        const std::size_t pathBegin = m_cursor.offset();
        std::u16string line;
        for (int c = m_cursor.peek(); !endsLine(c); c = m_cursor.peek()) {
            if (line.size() > longestPath)
                return refused(line);
            line += static_cast<char16_t>(c);
            m_cursor.advance();
        }
        // A key may hold a bracket in its name, and Windows takes the last one of the line.
        const std::size_t close = line.rfind(u']');
        if (close == std::u16string::npos)
            return refused(line);
        const std::u16string_view path = std::u16string_view{line}.substr(0, close);
        const std::size_t rest = line.find_first_not_of(u" \t", close + 1);
        if (rest != std::u16string::npos && line[rest] != u';')
            return refused(std::u16string_view{line}.substr(rest));
        if (path.empty() || path.front() == u' ' || path.front() == u'\t')
            return refused(line);
        const auto suggestion = hiveSuggestion(path);
        if (!suggestion || !suggestion->empty())
            return refused(path, suggestion.value_or(std::string{}));
        // A bracket in a comment would hide our key from Windows, and from nobody who reads the file.
        const std::size_t firstClose = line.find(u']');
        if (firstClose != close && m_keys.find(path.substr(0, firstClose)).key != nullptr)
            return refused(path.substr(firstClose));

        const FoundKey found = m_keys.find(path);
        if (found.misspelled)
            found.key->misspelled.push_back(pathBegin + *found.misspelled * m_cursor.unit());
        if (deleted) {
            m_key = nullptr;
            m_keys.remove(path, {.code = FormatNoteCode::DeletedValue, .place = place, .fact = utf8FromUtf16(path)});
        } else {
            m_key = found.key;
            if (m_key != nullptr && !m_key->present) {
                m_key->present = true;
                m_key->section = place;
            }
        }
        return endLine();
    }

    // --- values -------------------------------------------------------------------------------------------------

    Result readValue()
    {
        std::optional<RegValueName> name;
        const std::size_t lineBegin = m_cursor.lineStart();
        const TextPlace quote = m_cursor.place();
        const bool isDefault = m_cursor.peek() == '@';
        m_cursor.advance();
        if (!isDefault) {
            auto read = readName(quote);
            if (!read)
                return Unexpected<FormatError>{read.error()};
            name = *read;
        }
        m_cursor.skipBlanks();
        if (m_cursor.peek() != '=')
            return syntaxErrorHere(m_cursor);
        m_cursor.advance();
        m_cursor.skipBlanks();

        RegDataReader data{m_cursor};
        const TextPlace place = m_cursor.place();
        const std::size_t column = (m_cursor.offset() - lineBegin) / m_cursor.unit();
        const auto start = data.readStart();
        if (!start)
            return Unexpected<FormatError>{start.error()};
        const bool ours = m_key != nullptr && name.has_value();
        if (auto read = ours ? readOurs(*name, data, *start, place) : data.skip(*start); !read)
            return read;
        if (ours)
            m_key->places[static_cast<std::size_t>(*name)] = {.present = true,
                                                              .lineBegin = lineBegin,
                                                              .data = data.span(),
                                                              .column = column,
                                                              .comments = data.comments()};
        return endLine();
    }

    /// The name behind its quote, if it is one of the four.
    Expected<std::optional<RegValueName>, FormatError> readName(TextPlace quote)
    {
        std::string name;
        for (int c = m_cursor.peek(); c != '"'; c = m_cursor.peek()) {
            if (c == '\\') {
                m_cursor.advance();
                c = m_cursor.peek();
            }
            if (endsLine(c))
                return openQuote(quote);
            if (name.size() < longestName)
                name += c < 0x80 ? lowerAscii(static_cast<char>(c)) : '?';
            m_cursor.advance();
        }
        m_cursor.advance();
        for (std::size_t i = 0; i < regValueNames.size(); ++i)
            if (std::equal(name.begin(), name.end(), regValueNames[i].begin(), regValueNames[i].end(),
                           [](char a, char b) { return a == lowerAscii(b); }))
                return static_cast<RegValueName>(i);
        return std::nullopt;
    }

    Result readOurs(RegValueName name, RegDataReader &data, const RegDataStart &start, TextPlace place)
    {
        using Kind = RegDataStart::Kind;
        m_key->forget(name);
        const auto note = [&](FormatNoteCode code) {
            const auto index = static_cast<std::size_t>(name);
            m_key->notes[index].push_back({.code = code, .place = place, .fact = std::string{regValueNames[index]}});
        };
        if (start.kind == Kind::Deletion) {
            note(FormatNoteCode::DeletedValue);
            return {};
        }
        const bool isFlags = name == RegValueName::Flags;
        if (isFlags && start.kind == Kind::Dword) {
            m_key->flags = start.number;
            return {};
        }
        if (isFlags && start.kind == Kind::Hex && start.number == static_cast<std::uint32_t>(RegType::Dword)) {
            DwordBytes bytes;
            auto read = data.readHex(bytes);
            m_key->flags = bytes.value();
            if (!m_key->flags)
                note(FormatNoteCode::WrongValueType);
            return read;
        }
        if (!isFlags && start.kind == Kind::Hex && start.number == static_cast<std::uint32_t>(RegType::MultiString)) {
            const auto kind = static_cast<ListKind>(static_cast<std::size_t>(name) - 1);
            RegMultiString strings{m_key->list(kind), kind, m_file.strings, m_keep};
            auto read = data.readHex(strings);
            strings.end(place);
            return read;
        }
        note(FormatNoteCode::WrongValueType);
        return data.skip(start);
    }

    RegCursor m_cursor;
    RegReading m_reading;
    KeepSpellings m_keep;
    RegFile m_file;
    RegKeys m_keys;
    RegKey *m_key = nullptr; ///< of the section; null in a foreign or deleted one
};

} // namespace

ParsedPolicy RegFile::takePolicy()
{
    ParsedPolicy parsed;
    parsed.notes = std::move(notes);
    const auto take = [&parsed](std::vector<FormatNote> &from) {
        parsed.notes.insert(parsed.notes.end(), std::make_move_iterator(from.begin()),
                            std::make_move_iterator(from.end()));
    };
    parsed.policy.flags = key.flags;
    for (const ListKind kind : allLists) {
        parsed.policy.list(kind) = std::move(key.list(kind).rows);
        take(key.list(kind).notes);
    }
    for (std::vector<FormatNote> &from : key.notes)
        take(from);
    take(key.deletions);
    std::stable_sort(parsed.notes.begin(), parsed.notes.end(), [](const FormatNote &a, const FormatNote &b) {
        return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column};
    });
    return parsed;
}

Expected<RegFile, FormatError> readReg(const ByteSource &source, RegReading reading, KeepSpellings keep)
{
    return RegReader{source, reading, keep}.read();
}

} // namespace relaytab
