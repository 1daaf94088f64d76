#include <algorithm>
#include <charconv>
#include <cstring>
#include <set>

#include "backend/format/ini_attributes.h"
#include "backend/format/ini_key.h"
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

    std::string_view m_bytes;
    PlaceFinder m_places;
    IniFile m_file;
    Section m_section = Section::None;
    std::string_view m_header; ///< of a foreign section whose name is nearly one of ours
    std::set<std::string_view> m_keys; ///< of this section, but for those of rows
    IniAttributes m_attributes{m_bytes, m_places}; ///< of this section
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
    const std::string_view text = withoutIniBlanks(line);
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
    const auto number = takeIniNumber(rest);
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
    m_attributes.takeRow(number, section);
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
        m_header = nearestWord(withoutIniBlanks(name), sections).empty() ? std::string_view{} : text;
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
    if (isList())
        if (auto given = m_attributes.giveTo(m_file.parsed.policy.list(kind()), m_file.layout.list(kind())); !given)
            return given;
    m_keys.clear();
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
    const std::string_view key = withoutIniBlanks(text.substr(0, equals));
    if (m_section == Section::Foreign) {
        // Another program's section, unless it is one of ours but for a letter.
        if (!m_header.empty() && parseIniRowKey(key))
            return failure(Code::UnknownKey, m_header.data(), m_header,
                           '[' + nearestWord(withoutIniBlanks(m_header.substr(1, m_header.size() - 2)), sections)
                               + ']');
        return {};
    }
    if (auto checked = checkText(text); !checked)
        return checked;
    if (m_section == Section::None)
        return failure(Code::UnknownKey, text.data(), key);
    if (equals == std::string_view::npos || key.empty())
        return failure(Code::Syntax, text.data(), text);
    const std::string_view value = withoutIniBlanks(text.substr(equals + 1));
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
    const auto rowKey = parseIniRowKey(key);
    if (!rowKey)
        return failure(Code::UnknownKey, key.data(), key, nearestIniRowKey(key));
    IniSection &section = m_file.layout.list(kind());
    const std::uint32_t line = lineBegin(m_bytes, offset(key.data()));
    if (rowKey->what != iniRule) {
        if (rowKey->what == iniEnabled && value != "0" && value != "1")
            return failure(Code::BadSwitch, value.data(), value, iniSwitchMeant(value));
        const auto rowsBefore = static_cast<std::uint32_t>(section.numbers.size());
        m_attributes.take({rowsBefore, rowKey->what, line}, rowKey->number, value);
        return {};
    }
    RuleList &rows = m_file.parsed.policy.list(kind());
    RuleEntry entry = parseIniEntry(value);
    if (std::holds_alternative<RuleText>(entry))
        note(FormatNoteCode::InvalidRow, value.data(), value, RowPlace{kind(), rows.size()});
    m_attributes.takeRow(rowKey->number, section);
    section.numbers.push_back(rowKey->number);
    section.lines.push_back(line);
    rows.append(RuleRow{std::move(entry)}, static_cast<RuleList::Origin>(section.numbers.size()));
    return {};
}

} // namespace

Expected<IniFile, FormatError> readIni(std::string_view bytes)
{
    Reader reader{bytes};
    if (auto result = reader.read(); !result)
        return Failure{std::move(result.error())};
    return reader.file();
}

} // namespace relaytab
