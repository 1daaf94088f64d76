#include <algorithm>
#include <charconv>
#include <cstring>
#include <set>

#include "backend/format/ini_layout.h"
#include "backend/format/ini_text.h"
#include "backend/format/nearest_word.h"
#include "backend/format/quad_scan.h"
#include "backend/format/utf8_text.h"

namespace relaytab {

namespace {

using Code = FormatErrorCode;
using Failure = Unexpected<FormatError>;
using Result = Expected<void, FormatError>;

constexpr std::size_t longLine = 199; ///< bytes; some programs cut what is longer

constexpr std::array<std::string_view, 4> sections{"relay", "deny", "allow", "local"};
constexpr std::array<std::string_view, 2> relayKeys{"format", "flags"};
constexpr std::string_view formatVersion = "1";

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// `ruleN` and what follows it.
struct RowKey {
    std::uint32_t number = 0;
    std::optional<std::uint32_t> what = {}; ///< as in IniAttribute; nothing for the rule itself
};

/// A number without leading zeros at the front of the text, which loses it.
std::optional<std::uint32_t> takeNumber(std::string_view &text, std::uint32_t max)
{
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (problem != std::errc{} || number > max || (text.front() == '0' && digits > 1))
        return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

std::optional<RowKey> parseRowKey(std::string_view key)
{
    if (!key.starts_with("rule"))
        return std::nullopt;
    key.remove_prefix(4);
    const auto number = takeNumber(key, iniMaxNumber);
    if (!number)
        return std::nullopt;
    if (key.empty())
        return RowKey{*number};
    if (key == "-enabled")
        return RowKey{*number, iniEnabled};
    if (!key.starts_with("-note"))
        return std::nullopt;
    key.remove_prefix(5);
    if (key.empty())
        return RowKey{*number, 1};
    const auto part = takeNumber(key, iniMaxNumber);
    return part && *part > 1 && key.empty() ? std::optional{RowKey{*number, *part}} : std::nullopt;
}

/// The known key of a list that was probably meant.
std::string nearestRowKey(std::string_view key)
{
    const std::size_t first = std::min(key.find_first_of("123456789"), key.size());
    const std::size_t last = std::min(key.find_first_not_of("0123456789", first), key.size());
    if (last - first > std::to_string(iniMaxNumber).size())
        return {};
    const std::string rule = "rule" + (first < last ? std::string{key.substr(first, last - first)} : std::string{"1"});
    const std::array<std::string, 3> words{rule, rule + "-enabled", rule + "-note"};
    const std::array<std::string_view, 3> views{words[0], words[1], words[2]};
    return nearestWord(key, views);
}

/// 0 or 1 for what says so in words.
std::string switchMeant(std::string_view value)
{
    constexpr std::array<std::string_view, 3> on{"yes", "true", "on"};
    constexpr std::array<std::string_view, 3> off{"no", "false", "off"};
    if (std::find(on.begin(), on.end(), value) != on.end())
        return "1";
    return std::find(off.begin(), off.end(), value) != off.end() ? "0" : "";
}

class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes), m_places(bytes) { }

    Result read();
    IniFile file() { return std::move(m_file); }

private:
    enum class Section : std::uint8_t { None, Relay, Deny, Allow, Local, Foreign };

    Failure failure(Code code, const char *at, std::string_view fact, std::string suggestion = {})
    {
        return Failure{{.code = code,
                        .place = m_places.place(static_cast<std::size_t>(at - m_bytes.data())),
                        .fact = std::string{fact},
                        .suggestion = std::move(suggestion)}};
    }
    void note(FormatNoteCode code, const char *at, std::string_view fact = {}, std::optional<RowPlace> row = {})
    {
        m_file.parsed.notes.push_back({.code = code,
                                       .place = m_places.place(static_cast<std::size_t>(at - m_bytes.data())),
                                       .fact = std::string{fact},
                                       .row = row});
    }
    [[nodiscard]] std::uint32_t offset(const char *at) const { return static_cast<std::uint32_t>(at - m_bytes.data()); }
    [[nodiscard]] bool isList() const { return m_section >= Section::Deny && m_section <= Section::Local; }
    [[nodiscard]] ListKind kind() const
    {
        return allLists[static_cast<std::size_t>(m_section) - static_cast<std::size_t>(Section::Deny)];
    }

    Result readLine(std::string_view line);
    bool readPlainRule(std::string_view line);
    Result openSection(std::string_view line);
    Result closeSection();
    Result readPair(std::string_view line);
    Result readRelayKey(std::string_view key, std::string_view value);
    Result readRowKey(std::string_view key, std::string_view value);
    Result checkText(std::string_view text);
    void appendRule(const Rule &rule, std::uint32_t number, std::string_view line);
    Result checkNumbers();
    Result resolveAttributes();
    Expected<std::uint32_t, FormatError> rowOf(std::uint32_t number, std::uint32_t hint, const char *line);

    /// A line about a row of this section that is not yet resolved.
    struct Pending {
        IniAttribute attribute;
        std::uint32_t number = 0;
        std::string_view value;
    };

    std::string_view m_bytes;
    PlaceFinder m_places;
    IniFile m_file;
    Section m_section = Section::None;
    std::string_view m_header; ///< of a foreign section whose name is nearly one of ours
    std::set<std::string_view> m_keys; ///< of this section, but for those of rows
    std::vector<Pending> m_pending;
    bool m_ascending = true; ///< the numbers so far, so that none is there twice
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_byNumber; ///< number and row, when they are needed
};

Result Reader::read()
{
    if (m_bytes.size() > iniMaxBytes)
        return Failure{{.code = Code::TooLarge, .fact = std::to_string(m_bytes.size())}};
    if (m_bytes.starts_with("\xEF\xBB\xBF"))
        return Failure{{.code = Code::WrongEncoding, .fact = "UTF-8 BOM"}};
    if (m_bytes.starts_with("\xFF\xFE") || m_bytes.starts_with("\xFE\xFF"))
        return Failure{{.code = Code::WrongEncoding, .fact = "UTF-16"}};
    std::string_view rest = m_bytes;
    while (!rest.empty()) {
        const auto *feed = static_cast<const char *>(std::memchr(rest.data(), '\n', rest.size()));
        std::string_view line =
            rest.substr(0, feed == nullptr ? rest.size() : static_cast<std::size_t>(feed - rest.data()));
        const std::size_t length = line.size();
        std::size_t taken = std::min(length + 1, rest.size());
        if (const std::size_t cr = line.find('\r'); cr != std::string_view::npos) { // CRLF, or CR alone
            line = line.substr(0, cr);
            taken = cr + 1 == length ? taken : cr + 1;
        }
        if (auto result = readLine(line); !result)
            return result;
        rest.remove_prefix(taken);
    }
    if (auto closed = closeSection(); !closed)
        return closed;
    if (!m_file.layout.relay.present || m_file.layout.formatLine == m_bytes.size())
        return Failure{{.code = Code::MissingKey, .fact = std::string{relayKeys[0]}}};
    return {};
}

Result Reader::readLine(std::string_view line)
{
    if (isList() && readPlainRule(line))
        return {};
    if (line.size() > longLine)
        note(FormatNoteCode::LongLine, line.data());
    const std::string_view text = trimmed(line);
    if (text.empty())
        return {};
    if (text.front() == ';' || text.front() == '#') {
        if (text.front() == '#' && text.find('=') != std::string_view::npos)
            note(FormatNoteCode::CommentWithEquals, text.data(), text);
    } else if (text.front() == '[') {
        return openSection(text);
    } else if (auto read = readPair(text); !read) {
        return read;
    }
    if (m_section != Section::None && m_section != Section::Foreign) {
        IniSection &section = m_section == Section::Relay ? m_file.layout.relay : m_file.layout.list(kind());
        section.contentEnd = lineEnd(m_bytes, offset(line.data()));
    }
    return {};
}

/// `ruleN = net/mask` as it is written here and by anybody with sense: most of a large file.
bool Reader::readPlainRule(std::string_view line)
{
    std::string_view rest = line;
    if (!rest.starts_with("rule"))
        return false;
    rest.remove_prefix(4);
    const auto number = takeNumber(rest, iniMaxNumber);
    if (!number || !rest.starts_with(" = "))
        return false;
    rest.remove_prefix(3);
    std::uint32_t net = 0;
    std::uint32_t mask = 0;
    if (!scanQuad(rest, net))
        return false;
    if (rest.empty()) {
        appendRule(Rule::host(Address::v4(net)), *number, line);
        return true;
    }
    if (rest.front() != '/')
        return false;
    rest.remove_prefix(1);
    if (!scanQuad(rest, mask) || !rest.empty())
        return false;
    appendRule({Address::v4(net), Mask::v4(mask), MaskForm::Written}, *number, line);
    return true;
}

void Reader::appendRule(const Rule &rule, std::uint32_t number, std::string_view line)
{
    IniSection &section = m_file.layout.list(kind());
    m_ascending = m_ascending && (section.numbers.empty() || number > section.numbers.back());
    section.numbers.push_back(number);
    section.lines.push_back(offset(line.data()));
    section.contentEnd = lineEnd(m_bytes, offset(line.data()) + static_cast<std::uint32_t>(line.size()));
    m_file.parsed.policy.list(kind()).append(rule, static_cast<RuleList::Origin>(section.numbers.size()));
}

Result Reader::openSection(std::string_view text)
{
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || end + 1 != text.size())
        return failure(Code::Syntax, text.data(), text);
    if (auto closed = closeSection(); !closed)
        return closed;
    const std::string_view name = text.substr(1, end - 1);
    const auto found = std::find(sections.begin(), sections.end(), name);
    if (found == sections.end()) {
        m_section = Section::Foreign;
        m_header = nearestWord(trimmed(name), sections).empty() ? std::string_view{} : text;
        return {};
    }
    m_section = static_cast<Section>(static_cast<int>(Section::Relay) + (found - sections.begin()));
    IniSection &section = isList() ? m_file.layout.list(kind()) : m_file.layout.relay;
    if (section.present)
        return failure(Code::DuplicateKey, text.data(), text);
    section.present = true;
    section.contentEnd = lineEnd(m_bytes, offset(text.data()));
    if (m_section == Section::Relay)
        m_file.layout.formatLine = static_cast<std::uint32_t>(m_bytes.size());
    return {};
}

Result Reader::closeSection()
{
    if (isList()) {
        if (auto checked = checkNumbers(); !checked)
            return checked;
        if (auto resolved = resolveAttributes(); !resolved)
            return resolved;
    }
    m_keys.clear();
    m_pending.clear();
    m_byNumber.clear();
    m_ascending = true;
    m_header = {};
    return {};
}

Result Reader::checkText(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const DecodedPoint decoded = decodePoint(text, i);
        if (decoded.bytes == 0)
            return failure(Code::NotUtf8, text.data() + i, {});
        if ((decoded.point < 0x20 && decoded.point != '\t') || decoded.point == 0x7F)
            return failure(Code::Syntax, text.data() + i, pointName(decoded.point));
        i += decoded.bytes;
    }
    return {};
}

Result Reader::readPair(std::string_view text)
{
    const std::size_t equals = text.find('=');
    const std::string_view key = trimmed(text.substr(0, equals));
    if (m_section == Section::Foreign) {
        // Another program's section, unless it is one of ours but for a letter.
        if (!m_header.empty() && parseRowKey(key))
            return failure(Code::UnknownKey, m_header.data(), m_header,
                           '[' + nearestWord(trimmed(m_header.substr(1, m_header.size() - 2)), sections) + ']');
        return {};
    }
    if (auto checked = checkText(text); !checked)
        return checked;
    if (m_section == Section::None)
        return failure(Code::UnknownKey, text.data(), key);
    if (equals == std::string_view::npos || key.empty())
        return failure(Code::Syntax, text.data(), text);
    const std::string_view value = trimmed(text.substr(equals + 1));
    if (key.starts_with("x-")) {
        if (!m_keys.insert(key).second)
            return failure(Code::DuplicateKey, key.data(), key);
        return {};
    }
    return m_section == Section::Relay ? readRelayKey(key, value) : readRowKey(key, value);
}

Result Reader::readRelayKey(std::string_view key, std::string_view value)
{
    if (std::find(relayKeys.begin(), relayKeys.end(), key) == relayKeys.end())
        return failure(Code::UnknownKey, key.data(), key, nearestWord(key, relayKeys));
    if (!m_keys.insert(key).second)
        return failure(Code::DuplicateKey, key.data(), key);
    const std::uint32_t line = lineBegin(m_bytes, offset(key.data()));
    if (key == relayKeys[0]) {
        if (value != formatVersion)
            return failure(Code::BadVersion, value.data(), value, std::string{formatVersion});
        m_file.layout.formatLine = line;
        return {};
    }
    std::string_view digits = value;
    const bool hex = digits.starts_with("0x") || digits.starts_with("0X");
    if (hex)
        digits.remove_prefix(2);
    std::uint32_t flags = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), flags, hex ? 16 : 10);
    const bool zeros = !hex && digits.size() > 1 && digits.front() == '0';
    if (problem != std::errc{} || end != digits.data() + digits.size() || zeros)
        return failure(Code::BadFlags, value.data(), value);
    m_file.parsed.policy.flags = flags;
    m_file.layout.flagsLine = line;
    return {};
}

Result Reader::readRowKey(std::string_view key, std::string_view value)
{
    const auto rowKey = parseRowKey(key);
    if (!rowKey)
        return failure(Code::UnknownKey, key.data(), key, nearestRowKey(key));
    IniSection &section = m_file.layout.list(kind());
    const std::uint32_t line = lineBegin(m_bytes, offset(key.data()));
    if (rowKey->what) {
        if (*rowKey->what == iniEnabled && value != "0" && value != "1")
            return failure(Code::BadSwitch, value.data(), value, switchMeant(value));
        const auto hint = static_cast<std::uint32_t>(section.numbers.size());
        m_pending.push_back({{hint, *rowKey->what, line}, rowKey->number, value});
        return {};
    }
    RuleList &rows = m_file.parsed.policy.list(kind());
    RuleEntry entry = parseIniEntry(value);
    if (std::holds_alternative<RuleText>(entry))
        note(FormatNoteCode::InvalidRow, value.data(), value, RowPlace{kind(), rows.size()});
    m_ascending = m_ascending && (section.numbers.empty() || rowKey->number > section.numbers.back());
    section.numbers.push_back(rowKey->number);
    section.lines.push_back(line);
    rows.append(RuleRow{std::move(entry)}, static_cast<RuleList::Origin>(section.numbers.size()));
    return {};
}

/// No number twice.
Result Reader::checkNumbers()
{
    if (m_ascending)
        return {};
    const IniSection &section = m_file.layout.list(kind());
    for (std::uint32_t row = 0; row < section.numbers.size(); ++row)
        m_byNumber.emplace_back(section.numbers[row], row);
    std::sort(m_byNumber.begin(), m_byNumber.end());
    const auto twice = std::adjacent_find(m_byNumber.begin(), m_byNumber.end(),
                                          [](const auto &a, const auto &b) { return a.first == b.first; });
    if (twice == m_byNumber.end())
        return {};
    const char *line = m_bytes.data() + section.lines[std::next(twice)->second];
    return failure(Code::DuplicateKey, line, "rule" + std::to_string(twice->first));
}

/// Which row the number is; mostly the last before the line.
Expected<std::uint32_t, FormatError> Reader::rowOf(std::uint32_t number, std::uint32_t hint, const char *line)
{
    const std::vector<std::uint32_t> &numbers = m_file.layout.list(kind()).numbers;
    if (hint > 0 && numbers[hint - 1] == number)
        return hint - 1;
    if (m_byNumber.empty() && !numbers.empty()) {
        for (std::uint32_t row = 0; row < numbers.size(); ++row)
            m_byNumber.emplace_back(numbers[row], row);
        std::sort(m_byNumber.begin(), m_byNumber.end());
    }
    const auto found = std::lower_bound(m_byNumber.begin(), m_byNumber.end(), std::pair{number, 0U});
    if (found == m_byNumber.end() || found->first != number)
        return failure(Code::MissingKey, line, "rule" + std::to_string(number));
    return found->second;
}

/// Gives the rows their notes and switches, wherever in the section these stood.
Result Reader::resolveAttributes()
{
    if (m_pending.empty())
        return {};
    IniSection &section = m_file.layout.list(kind());
    for (Pending &pending : m_pending) {
        const auto row = rowOf(pending.number, pending.attribute.row, m_bytes.data() + pending.attribute.line);
        if (!row)
            return Failure{row.error()};
        pending.attribute.row = *row;
    }
    const auto before = [](const Pending &a, const Pending &b) {
        return std::pair{a.attribute.row, a.attribute.what} < std::pair{b.attribute.row, b.attribute.what};
    };
    std::stable_sort(m_pending.begin(), m_pending.end(), before);
    const auto twice = std::adjacent_find(m_pending.begin(), m_pending.end(),
                                          [&](const Pending &a, const Pending &b) { return !before(a, b); });
    if (twice != m_pending.end()) {
        const auto pair = iniPairAt(m_bytes, std::next(twice)->attribute.line);
        const TextSpan key = pair ? pair->key : TextSpan{};
        return failure(Code::DuplicateKey, m_bytes.data() + key.begin, m_bytes.substr(key.begin, key.end - key.begin));
    }
    RuleList &rows = m_file.parsed.policy.list(kind());
    RuleList resolved;
    auto pending = m_pending.begin();
    std::uint32_t index = 0;
    std::string noteText;
    for (const RuleList::RowView view : rows) {
        if (pending == m_pending.end() || pending->attribute.row != index) {
            resolved.append(view.row(), view.origin());
            ++index;
            continue;
        }
        RuleRow row = view.row();
        noteText.clear();
        for (; pending != m_pending.end() && pending->attribute.row == index; ++pending) {
            section.attributes.push_back(pending->attribute);
            if (pending->attribute.what == iniEnabled)
                row.enabled = pending->value == "1";
            else
                noteText += pending->value;
        }
        row.comment = iniUnescaped(noteText);
        resolved.append(row, view.origin());
        ++index;
    }
    rows = std::move(resolved);
    return {};
}

} // namespace

std::optional<IniPair> iniPairAt(std::string_view text, std::uint32_t line)
{
    std::uint32_t end = lineEnd(text, line);
    while (end > line && (text[end - 1] == '\n' || text[end - 1] == '\r' || isBlank(text[end - 1])))
        --end;
    std::uint32_t begin = line;
    while (begin < end && isBlank(text[begin]))
        ++begin;
    const std::size_t equals = text.substr(0, end).find('=', begin);
    if (equals == std::string_view::npos)
        return std::nullopt;
    IniPair pair{{begin, static_cast<std::uint32_t>(equals)}, {static_cast<std::uint32_t>(equals) + 1, end}};
    while (pair.key.end > begin && isBlank(text[pair.key.end - 1]))
        --pair.key.end;
    while (pair.value.begin < end && isBlank(text[pair.value.begin]))
        ++pair.value.begin;
    pair.value.end = std::max(pair.value.end, pair.value.begin);
    return pair;
}

Expected<IniFile, FormatError> readIni(std::string_view bytes)
{
    Reader reader{bytes};
    if (auto result = reader.read(); !result)
        return Failure{std::move(result.error())};
    return reader.file();
}

} // namespace relaytab
