#include "backend/format/csv_reader.h"

#include <algorithm>
#include <array>

#include "backend/format/utf8_text.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

using Result = Expected<void, FormatError>;

constexpr std::string_view blanks = " \t";
constexpr std::size_t longestFact = 40;
constexpr std::array<std::string_view, 5> columns{"list", "net", "mask", "enabled", "comment"};

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool equalIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

/// A column of a record. Its text has lost its quotes.
struct Field {
    std::string text;
    std::size_t begin = 0; ///< byte offset in the file, of the quote if there is one
};

class CsvReader
{
public:
    CsvReader(std::string_view text, std::vector<LineSpan> *spans) : m_text(text), m_places(text), m_spans(spans) { }

    Expected<ParsedPolicy, FormatError> read()
    {
        if (const auto bad = firstInvalidUtf8(m_text))
            return failure(FormatErrorCode::NotUtf8, *bad);
        bool header = true;
        while (m_at < m_text.size() || header) {
            const std::size_t begin = m_at;
            if (auto record = readRecord(); !record)
                return Unexpected<FormatError>{record.error()};
            LineSpan span{.begin = begin, .end = m_at};
            const bool blank =
                m_fields.size() == 1 && !m_text.substr(begin).starts_with('"') && trimmed(m_fields[0].text).empty();
            if (header) {
                if (!isHeader())
                    return failure(FormatErrorCode::NoHeader, begin, firstOf(begin), std::string{csvHeader});
                header = false;
            } else if (!blank) {
                if (auto rows = readRows(begin, span); !rows)
                    return Unexpected<FormatError>{rows.error()};
            }
            if (m_spans != nullptr)
                m_spans->push_back(span);
        }
        return std::move(m_parsed);
    }

private:
    Unexpected<FormatError> failure(FormatErrorCode code, std::size_t at, std::string fact = {},
                                    std::string suggestion = {})
    {
        return Unexpected<FormatError>{{code, m_places.place(at), std::move(fact), std::move(suggestion)}};
    }

    /// The beginning of the line, for an error; whole characters.
    std::string firstOf(std::size_t begin) const
    {
        std::size_t end = std::min(m_text.find_first_of("\r\n", begin), m_text.size());
        if (end - begin > longestFact) {
            end = begin + longestFact;
            while ((static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U)
                --end;
        }
        return std::string{m_text.substr(begin, end - begin)};
    }

    bool isHeader() const
    {
        return std::equal(m_fields.begin(), m_fields.end(), columns.begin(), columns.end(),
                          [](const Field &field, std::string_view name) { return field.text == name; });
    }

    /// True at the end of a record, which is stepped over.
    bool skipLineEnd()
    {
        if (m_at == m_text.size())
            return true;
        const std::string_view rest = m_text.substr(m_at);
        const std::size_t size = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
        m_at += size;
        return size != 0;
    }

    Result readRecord()
    {
        m_fields.clear();
        while (true) {
            m_fields.push_back({{}, m_at});
            if (auto field = readField(m_fields.back()); !field)
                return field;
            if (skipLineEnd())
                return {};
            if (m_text[m_at] != ',')
                return failure(FormatErrorCode::Syntax, m_at, std::string{m_text.substr(m_at, 1)});
            ++m_at;
        }
    }

    Result readField(Field &field)
    {
        if (m_at == m_text.size() || m_text[m_at] != '"') {
            const std::size_t end = std::min(m_text.find_first_of(",\"\r\n", m_at), m_text.size());
            field.text = m_text.substr(m_at, end - m_at);
            m_at = end;
            return {};
        }
        ++m_at;
        while (true) {
            const std::size_t quote = m_text.find('"', m_at);
            if (quote == std::string_view::npos)
                return failure(FormatErrorCode::Syntax, field.begin, "\"");
            field.text += m_text.substr(m_at, quote - m_at);
            m_at = quote + 1;
            if (m_at == m_text.size() || m_text[m_at] != '"')
                return {};
            field.text += '"';
            ++m_at;
        }
    }

    Result readRows(std::size_t begin, LineSpan &span)
    {
        if (m_fields.size() != columns.size())
            return failure(FormatErrorCode::Syntax, begin, firstOf(begin), std::string{csvHeader});
        const std::string_view word = trimmed(m_fields[0].text);
        const auto *const found = std::find(csvListWords.begin(), csvListWords.end(), word);
        if (found == csvListWords.end())
            return failure(FormatErrorCode::Syntax, m_fields[0].begin, std::string{word}, "deny, allow, local");
        const auto kind = static_cast<ListKind>(found - csvListWords.begin());
        const std::string_view enabled = trimmed(m_fields[3].text);
        const bool on = enabled.empty() || enabled == "1" || equalIgnoringCase(enabled, "true");
        if (!on && enabled != "0" && !equalIgnoringCase(enabled, "false"))
            return failure(FormatErrorCode::BadSwitch, m_fields[3].begin, std::string{enabled});

        RuleList &list = m_parsed.policy.list(kind);
        span.list = kind;
        span.firstOrigin = static_cast<RuleList::Origin>(list.size() + 1);
        for (const RuleEntry &entry : entriesOfColumns(m_fields[1].text, m_fields[2].text)) {
            if (std::holds_alternative<RuleText>(entry))
                m_parsed.notes.push_back({.code = FormatNoteCode::InvalidRow,
                                          .place = m_places.place(m_fields[1].begin),
                                          .fact = registryText(entry),
                                          .row = RowPlace{kind, list.size()}});
            list.append(RuleRow{entry, on, m_fields[4].text}, static_cast<RuleList::Origin>(list.size() + 1));
            ++span.rows;
        }
        return {};
    }

    std::string_view m_text;
    PlaceFinder m_places;
    std::vector<LineSpan> *m_spans;
    std::size_t m_at = 0;
    std::vector<Field> m_fields; ///< of the record that was read last
    ParsedPolicy m_parsed;
};

} // namespace

std::vector<RuleEntry> entriesOfColumns(std::string_view net, std::string_view mask)
{
    net = trimmed(net);
    mask = trimmed(mask);
    if (!mask.empty())
        return {entryOf(net, mask, MaskForm::Written)};
    if (net.find('#') == std::string_view::npos)
        if (const auto entry = parseEntry(net))
            return {entry->rules.begin(), entry->rules.end()};
    return {RuleText{std::string{net}, {}, MaskForm::LeftOut}};
}

Expected<ParsedPolicy, FormatError> readCsv(std::string_view text, std::vector<LineSpan> *spans)
{
    return CsvReader{text, spans}.read();
}

} // namespace relaytab
