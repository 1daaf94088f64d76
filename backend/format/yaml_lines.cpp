#include "backend/format/yaml_lines.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "backend/format/quad_scan.h"
#include "backend/format/yaml_line_value.h"
#include "backend/format/yaml_row.h"
#include "backend/format/yaml_words.h"

namespace relaytab {

namespace {

class LineReader
{
public:
    LineReader(std::string_view bytes, WithLayout withLayout)
        : m_bytes(bytes), m_places(bytes), m_withLayout(withLayout == WithLayout::Yes)
    { }

    bool read();
    YamlFile file() { return std::move(m_file); }

private:
    enum class Place : std::uint8_t { Outside, Rows, Expectations };

    [[nodiscard]] std::uint32_t offset(const char *at) const { return static_cast<std::uint32_t>(at - m_bytes.data()); }

    bool readLine(std::string_view line);
    bool readTop(std::string_view line);
    bool readFlags(std::string_view rest);
    bool readUnknownFlags(std::string_view rest);
    bool openList(YamlKey key, std::string_view rest);
    bool readItemKey(std::string_view rest);
    bool readValue(std::string_view rest, YamlLineValue &value);
    bool finishItem();
    bool finishRow();
    bool finishExpectation();
    bool finishTop();

    std::string_view m_bytes;
    PlaceFinder m_places;
    bool m_withLayout;
    YamlFile m_file;
    std::uint32_t m_seenTop = 0;
    std::optional<std::uint32_t> m_unknownFlags;
    Place m_place = Place::Outside;
    ListKind m_list = ListKind::Deny;
    std::size_t m_indent = 0; ///< of the dashes of this list; known from its first item
    bool m_hasItems = false;
    bool m_inItem = false;
    std::uint32_t m_dash = 0;
    std::uint32_t m_seen = 0; ///< keys of this item
    std::uint32_t m_end = 0; ///< of the last value
    std::array<YamlLineValue, 5> m_values;
};

bool LineReader::read()
{
    std::string_view rest = m_bytes;
    while (!rest.empty()) {
        const auto *feed = static_cast<const char *>(std::memchr(rest.data(), '\n', rest.size()));
        const std::size_t length = feed == nullptr ? rest.size() : static_cast<std::size_t>(feed - rest.data());
        std::string_view line = rest.substr(0, length);
        if (feed != nullptr && line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.find('\r') != std::string_view::npos || !readLine(line))
            return false;
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    if (!finishTop())
        return false;
    const auto has = [&](YamlKey key) { return (m_seenTop & (1U << static_cast<unsigned>(key))) != 0; };
    std::optional<std::uint32_t> &flags = m_file.parsed.policy.flags;
    if (!has(YamlKey::Version) || (m_unknownFlags && !flags))
        return false;
    if (m_unknownFlags)
        flags = *flags | *m_unknownFlags;
    m_file.layout.root.begin = m_file.layout.entries.front().name.begin;
    m_file.layout.root.end = m_end;
    return true;
}

bool LineReader::readLine(std::string_view line)
{
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (indent == line.size() || line[indent] == '#')
        return true;
    if (m_place != Place::Outside && line.substr(indent).starts_with("- ")) {
        if (!finishItem() || (m_hasItems && indent != m_indent))
            return false;
        m_dash = offset(line.data()) + static_cast<std::uint32_t>(indent);
        if (!m_hasItems)
            m_file.layout.entries.back().value.begin = m_dash;
        m_indent = indent;
        m_hasItems = true;
        m_inItem = true;
        m_seen = 0;
        return readItemKey(line.substr(indent + 2));
    }
    if (indent == 0)
        return finishTop() && readTop(line);
    return m_inItem && indent == m_indent + 2 && readItemKey(line.substr(indent));
}

bool LineReader::readTop(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return false;
    const auto word = yaml_words::indexOf(line.substr(0, colon), yaml_words::top);
    if (!word || *word >= static_cast<std::size_t>(YamlKey::Own) || (m_seenTop & (1U << *word)) != 0)
        return false;
    m_seenTop |= 1U << *word;
    const auto key = static_cast<YamlKey>(*word);
    const std::uint32_t begin = offset(line.data());
    const std::uint32_t behind = begin + static_cast<std::uint32_t>(colon) + 1;
    m_file.layout.entries.push_back({key, {begin, behind - 1}, {behind, behind}});
    m_end = behind;
    const std::string_view rest = line.substr(colon + 1);
    switch (key) {
    case YamlKey::Version:
        if (!readValue(rest, m_values[0]) || !m_values[0].plain || m_values[0].text != yaml_words::version)
            return false;
        m_file.layout.entries.back().value = m_values[0].span;
        return true;
    case YamlKey::Flags: return readFlags(rest);
    case YamlKey::UnknownFlags: return readUnknownFlags(rest);
    default: return openList(key, rest);
    }
}

/// `[deny, allow]`.
bool LineReader::readFlags(std::string_view rest)
{
    if (!rest.starts_with(" ["))
        return false;
    const std::size_t close = rest.find(']');
    if (close == std::string_view::npos || !isYamlLineTail(rest.substr(close + 1)))
        return false;
    const std::uint32_t open = offset(rest.data()) + 1;
    m_end = offset(rest.data()) + static_cast<std::uint32_t>(close) + 1;
    std::uint32_t flags = 0;
    std::string_view words = rest.substr(2, close - 2);
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(','), words.size());
        const auto bit = yaml_words::indexOf(words.substr(0, end), yaml_words::flags);
        if (!bit || (flags & (1U << *bit)) != 0)
            return false;
        flags |= 1U << *bit;
        const std::uint32_t begin = offset(words.data());
        m_file.layout.flags.items.push_back({begin, begin + static_cast<std::uint32_t>(end)});
        m_file.layout.flagBits.push_back(1U << *bit);
        words.remove_prefix(end);
        if (words.empty())
            break;
        if (!words.starts_with(", ") || words.size() == 2)
            return false;
        words.remove_prefix(2);
    }
    m_file.layout.flags.shape = YamlShape::Flow;
    m_file.layout.entries.back().value = {open, m_end};
    m_file.parsed.policy.flags = flags;
    return true;
}

bool LineReader::readUnknownFlags(std::string_view rest)
{
    YamlLineValue &value = m_values[0];
    if (!readValue(rest, value) || !value.plain || value.text.size() > 10)
        return false;
    std::uint32_t bits = 0;
    const char *const last = value.text.data() + value.text.size();
    const auto [end, problem] = std::from_chars(value.text.data(), last, bits);
    if (problem != std::errc{} || end != last || (bits & flag::known) != 0 || (value.text.front() == '0' && bits != 0))
        return false;
    m_unknownFlags = bits;
    m_file.layout.entries.back().value = value.span;
    return true;
}

bool LineReader::openList(YamlKey key, std::string_view rest)
{
    YamlListLayout &layout = key == YamlKey::Expect
        ? m_file.layout.expect
        : m_file.layout.list(allLists[static_cast<std::size_t>(key) - static_cast<std::size_t>(YamlKey::Deny)]);
    if (rest.starts_with(" []") && isYamlLineTail(rest.substr(3))) {
        layout.shape = YamlShape::Flow;
        const std::uint32_t begin = offset(rest.data()) + 1;
        m_end = begin + 2;
        m_file.layout.entries.back().value = {begin, m_end};
        return true;
    }
    if (!isYamlLineTail(rest))
        return false;
    layout.shape = YamlShape::Empty; // until the first item
    m_place = key == YamlKey::Expect ? Place::Expectations : Place::Rows;
    if (key != YamlKey::Expect)
        m_list = allLists[static_cast<std::size_t>(key) - static_cast<std::size_t>(YamlKey::Deny)];
    m_hasItems = false;
    return true;
}

bool LineReader::readItemKey(std::string_view rest)
{
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos)
        return false;
    const std::string_view name = rest.substr(0, colon);
    const auto key = m_place == Place::Rows ? yaml_words::indexOf(name, yaml_words::row)
                                            : yaml_words::indexOf(name, yaml_words::expectation);
    if (!key || *key >= m_values.size() || (m_seen & (1U << *key)) != 0
        || (m_place == Place::Rows && *key >= yaml_words::rowKeysRead))
        return false;
    m_seen |= 1U << *key;
    return readValue(rest.substr(colon + 1), m_values[*key]);
}

bool LineReader::readValue(std::string_view rest, YamlLineValue &value)
{
    if (!readYamlLineValue(m_bytes.data(), rest, value))
        return false;
    m_end = value.span.end;
    return true;
}

bool LineReader::finishItem()
{
    if (!m_inItem)
        return true;
    m_inItem = false;
    YamlListLayout &layout = m_place == Place::Rows ? m_file.layout.list(m_list) : m_file.layout.expect;
    layout.shape = YamlShape::Block;
    if (m_withLayout || m_place == Place::Expectations)
        layout.items.push_back({m_dash, m_end});
    return m_place == Place::Rows ? finishRow() : finishExpectation();
}

bool LineReader::finishRow()
{
    using namespace yaml_words::row_key;
    const auto has = [&](std::size_t key) { return (m_seen & (1U << key)) != 0; };
    if (!has(net))
        return false;
    YamlRowTexts texts{
        .net = m_values[net].text, .netAt = m_values[net].span.begin, .maskAt = m_values[mask].span.begin};
    if (has(mask))
        texts.mask = m_values[mask].text;
    if (has(comment))
        texts.comment = m_values[comment].text;
    if (has(enabled)) {
        const YamlLineValue &value = m_values[enabled];
        if (!value.plain || (value.text != "true" && value.text != "false"))
            return false;
        texts.enabled = value.text == "true";
    }
    std::string_view netText = texts.net;
    std::string_view maskText = texts.mask.value_or(std::string_view{});
    std::uint32_t netBits = 0;
    std::uint32_t maskBits = 0;
    const bool quads = scanQuad(netText, netBits) && netText.empty()
        && (!texts.mask || (scanQuad(maskText, maskBits) && maskText.empty()));
    if (!quads) {
        appendYamlRow(texts, m_list, m_places, m_file.parsed);
        return true;
    }
    const Rule rule = texts.mask ? Rule{Address::v4(netBits), Mask::v4(maskBits), MaskForm::Written}
                                 : Rule::host(Address::v4(netBits));
    RuleList &rows = m_file.parsed.policy.list(m_list);
    const auto origin = static_cast<RuleList::Origin>(rows.size() + 1);
    if (texts.enabled && texts.comment.empty())
        rows.append(rule, origin);
    else
        rows.append(RuleRow{rule, texts.enabled, std::string{texts.comment}}, origin);
    return true;
}

bool LineReader::finishExpectation()
{
    using namespace yaml_words::expect_key;
    const auto has = [&](std::size_t key) { return (m_seen & (1U << key)) != 0; };
    if (!has(client) || !has(verdict))
        return false;
    Expectation item;
    const auto rule = parseYamlClient(m_values[client].text);
    const auto word = yaml_words::indexOf(m_values[verdict].text, yaml_words::verdicts);
    if (!rule || !word)
        return false;
    item.client = *rule;
    item.verdict = *word == 0 ? Verdict::Allowed : Verdict::Refused;
    if (has(server)) {
        const auto address = parseAddress(m_values[server].text);
        if (!address)
            return false;
        item.server = *address;
    }
    if (has(authenticated)) {
        const YamlLineValue &value = m_values[authenticated];
        if (!value.plain || (value.text != "true" && value.text != "false"))
            return false;
        item.authenticated = value.text == "true";
    }
    if (has(comment))
        item.comment = m_values[comment].text;
    m_file.parsed.policy.expectations.push_back(std::move(item));
    return true;
}

/// The value of the key before is complete.
bool LineReader::finishTop()
{
    if (!finishItem())
        return false;
    m_place = Place::Outside;
    if (!m_file.layout.entries.empty())
        m_file.layout.entries.back().value.end = m_end;
    return true;
}

} // namespace

std::optional<YamlFile> readYamlLines(std::string_view bytes, WithLayout withLayout)
{
    LineReader reader{bytes, withLayout};
    if (!reader.read())
        return std::nullopt;
    return reader.file();
}

} // namespace relaytab
