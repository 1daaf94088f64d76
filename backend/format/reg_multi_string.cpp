#include "backend/format/reg_multi_string.h"

#include <algorithm>

#include "backend/format/quad_scan.h"
#include "backend/format/reg_block.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

/// Of what hides behind an empty string, at most so much is told.
constexpr std::size_t hiddenLimit = 200;

/// `net` or `net;mask` in strict quads at the front of the text, which is taken away; nearly every string is that.
std::optional<Rule> scanRule(std::string_view &text)
{
    std::uint32_t net = 0;
    std::uint32_t mask = 0;
    if (!scanQuad(text, net))
        return std::nullopt;
    if (!text.starts_with(';'))
        return Rule::host(Address::v4(net));
    text.remove_prefix(1);
    if (!scanQuad(text, mask))
        return std::nullopt;
    return Rule{Address::v4(net), Mask::v4(mask), MaskForm::Written};
}

} // namespace

/// The fast way through a large list: blocks are decoded into one stretch of text, and its strings are read there.
template <std::size_t TextUnit>
TextRun RegMultiString::takeBlocks(std::string_view text, TextPlace place)
{
    using Block = RegBlock<TextUnit>;
    constexpr std::size_t batch = 40; // blocks, so that the stretch stays in the nearest cache
    std::array<char, plainLimit + batch * Block::characters> stretch;
    std::size_t used = 0;
    while (!m_ended && m_wide.empty() && text.size() - used >= Block::needed) {
        const std::size_t carried = m_plainSize;
        std::copy_n(m_plain.begin(), carried, stretch.begin());
        std::size_t size = carried;
        const std::size_t first = used;
        for (std::size_t i = 0; i < batch && text.size() - used >= Block::needed; ++i) {
            if (!Block::decode(text.data() + used, stretch.data() + size))
                break;
            size += Block::characters;
            used += Block::size;
        }
        if (used == first)
            break;
        const auto placeOf = [&](std::size_t index) -> TextPlace {
            if (index < carried)
                return m_start;
            const std::size_t character = index - carried;
            const auto inBlock = Block::placeOf(character % Block::characters);
            const std::size_t block = first / Block::size + character / Block::characters;
            return {place.line + static_cast<std::uint32_t>(block) * Block::lines + inBlock.line, inBlock.column + 1};
        };
        endStrings({stretch.data(), size}, placeOf);
    }
    if (used == 0)
        return {};
    // A block ends behind the blanks of the line that follows it.
    return {.bytes = used,
            .lines = static_cast<std::uint32_t>(used / Block::size) * Block::lines,
            .lineStart = used - 2 * TextUnit};
}

/// Ends every string that ends in the text and keeps the rest of it; `placeOf` tells where a character stood.
template <typename PlaceOf>
void RegMultiString::endStrings(std::string_view text, const PlaceOf &placeOf)
{
    m_plainSize = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::string_view rest = text.substr(at);
        if (const auto rule = scanRule(rest); rule && rest.starts_with('\0') && !m_ended) {
            m_list->rows.append(*rule, static_cast<RuleList::Origin>(m_list->rows.size() + 1));
            at = text.size() - rest.size() + 1;
            continue;
        }
        // No rule, or one that goes on behind the text.
        const std::size_t end = text.find('\0', at);
        m_start = placeOf(at);
        const std::string_view string = text.substr(at, end - at);
        if (string.size() <= m_plain.size()) {
            std::copy(string.begin(), string.end(), m_plain.begin());
            m_plainSize = string.size();
        } else {
            m_wide.assign(string.begin(), string.end());
        }
        if (end == std::string_view::npos)
            return;
        endString();
        at = end + 1;
    }
}

TextRun RegMultiString::takePlain(std::string_view text, RegEncoding encoding, TextPlace place)
{
    // The columns are those of a line that begins with a fold's two blanks.
    if (m_strings != RegEncoding::Utf16 || m_hasLow || place.column != 3)
        return {};
    return encoding == RegEncoding::Utf16 ? takeBlocks<2>(text, place) : takeBlocks<1>(text, place);
}

void RegMultiString::byte(unsigned char byte, TextPlace place)
{
    if (m_strings == RegEncoding::EightBit) {
        character(byte, place);
    } else if (!m_hasLow) {
        m_low = byte;
        m_lowPlace = place;
        m_hasLow = true;
    } else {
        m_hasLow = false;
        character(static_cast<char16_t>(m_low | (byte << 8)), m_lowPlace);
    }
}

void RegMultiString::character(char16_t unit, TextPlace place)
{
    if (unit == 0) {
        endString();
        return;
    }
    if (m_plainSize == 0 && m_wide.empty())
        m_start = place;
    if (m_wide.empty() && unit < 0x80 && m_plainSize < m_plain.size()) {
        m_plain[m_plainSize++] = static_cast<char>(unit);
        return;
    }
    if (m_wide.empty()) {
        m_wide.assign(m_plain.begin(), m_plain.begin() + static_cast<std::ptrdiff_t>(m_plainSize));
        m_plainSize = 0;
    }
    m_wide += unit;
}

void RegMultiString::end(TextPlace place)
{
    if (m_plainSize != 0 || !m_wide.empty())
        endString();
    if (m_hasLow)
        m_list->notes.push_back({.code = FormatNoteCode::OddByteCount, .place = place});
    if (!m_hidden.empty())
        m_list->notes.push_back({.code = FormatNoteCode::EmbeddedEmptyString, .place = place, .fact = m_hidden});
}

std::string RegMultiString::rawString() const
{
    std::string bytes;
    const auto unit = [&](char16_t character) {
        bytes += static_cast<char>(static_cast<unsigned char>(character & 0xFFU));
        if (m_strings == RegEncoding::Utf16)
            bytes += static_cast<char>(static_cast<unsigned char>(character >> 8));
    };
    for (std::size_t i = 0; i < m_plainSize; ++i)
        unit(static_cast<unsigned char>(m_plain[i]));
    for (const char16_t character : m_wide)
        unit(character);
    return bytes;
}

void RegMultiString::endString()
{
    if (m_wide.empty()) {
        endRow({m_plain.data(), m_plainSize});
    } else if (m_strings == RegEncoding::Utf16) {
        endRow(utf8FromUtf16(m_wide));
    } else {
        const std::string bytes{m_wide.begin(), m_wide.end()};
        endRow(utf8FromAnsi(bytes));
    }
    m_plainSize = 0;
    m_wide.clear();
}

void RegMultiString::endRow(std::string_view text)
{
    if (text.empty()) {
        m_ended = true;
        return;
    }
    if (m_ended) {
        if (m_hidden.size() < hiddenLimit)
            m_hidden.append(m_hidden.empty() ? "" : ", ").append(text);
        return;
    }
    std::string_view rest = text;
    if (const auto rule = scanRule(rest); rule && rest.empty())
        m_list->rows.append(*rule, static_cast<RuleList::Origin>(m_list->rows.size() + 1));
    else
        append(parseRegistryEntry(text), text);
}

void RegMultiString::append(const RuleEntry &entry, std::string_view text)
{
    const std::size_t row = m_list->rows.size();
    const auto origin = static_cast<RuleList::Origin>(row + 1);
    if (std::holds_alternative<RuleText>(entry))
        m_list->notes.push_back({.code = FormatNoteCode::InvalidRow,
                                 .place = m_start,
                                 .fact = std::string{text},
                                 .row = RowPlace{m_kind, row}});
    if (m_keep == KeepSpellings::Yes) {
        std::string raw = rawString();
        if (storedString(registryText(entry), m_strings) != raw)
            m_list->spellings.emplace(origin, std::move(raw));
    }
    m_list->rows.append(RuleRow{entry}, origin);
}

} // namespace relaytab
