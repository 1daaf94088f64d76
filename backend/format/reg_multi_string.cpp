#include "backend/format/reg_multi_string.h"

#include <cstring>

#include "backend/format/quad_scan.h"
#include "backend/format/reg_hex.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

/// Of what hides behind an empty string, at most so much is told.
constexpr std::size_t hiddenLimit = 200;

/// Two digits and a comma; for data of two bytes a character, the high byte behind them is zero.
template <std::size_t TextUnit, std::size_t DataUnit>
constexpr std::string_view plainTail = TextUnit == 1
    ? (DataUnit == 1 ? std::string_view{","} : std::string_view{",00,"})
    : (DataUnit == 1 ? std::string_view{",\0", 2} : std::string_view{",\0000\0000\0,\0", 8});

} // namespace

template <std::size_t TextUnit, std::size_t DataUnit>
/// Whole characters, each of them plain: ASCII, and its bytes not torn apart by a fold.
std::size_t RegMultiString::takeGroups(std::string_view text, TextPlace place)
{
    constexpr std::string_view tail = plainTail<TextUnit, DataUnit>;
    constexpr std::size_t group = 2 * TextUnit + tail.size();
    const char *at = text.data();
    std::size_t groups = text.size() / group;
    for (; groups > 0; --groups, at += group) {
        if (std::memcmp(at + 2 * TextUnit, tail.data(), tail.size()) != 0)
            break;
        if constexpr (TextUnit == 2)
            if ((at[1] | at[3]) != 0)
                break;
        const unsigned high = hexDigits[static_cast<unsigned char>(at[0])];
        const unsigned low = hexDigits[static_cast<unsigned char>(at[TextUnit])];
        if (high > 7 || low > 15)
            break;
        const unsigned character = high * 16 + low;
        if (character != 0) {
            if (m_plainSize == 0)
                m_start = {place.line,
                           place.column
                               + static_cast<std::uint32_t>(static_cast<std::size_t>(at - text.data()) / TextUnit)};
            else if (m_plainSize == m_plain.size())
                break;
            m_plain[m_plainSize++] = static_cast<char>(character);
        } else {
            if (m_plainSize == 0)
                break; // the end of the list, for character() to say
            endString();
        }
    }
    return static_cast<std::size_t>(at - text.data());
}

std::size_t RegMultiString::takePlain(std::string_view text, RegEncoding encoding, TextPlace place)
{
    if (m_hasLow || m_ended || !m_wide.empty())
        return 0;
    const bool wideData = m_header == RegHeader::Version5;
    if (encoding == RegEncoding::Utf16)
        return wideData ? takeGroups<2, 2>(text, place) : takeGroups<2, 1>(text, place);
    return wideData ? takeGroups<1, 2>(text, place) : takeGroups<1, 1>(text, place);
}

void RegMultiString::byte(unsigned char byte, TextPlace place)
{
    if (m_header == RegHeader::Regedit4) {
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
        if (m_header == RegHeader::Version5)
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
    } else if (m_header == RegHeader::Version5) {
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
    std::uint32_t net = 0;
    std::uint32_t mask = 0;
    if (scanQuad(rest, net)) {
        if (rest.empty()) {
            m_list->rows.append(Rule::host(Address::v4(net)), static_cast<RuleList::Origin>(m_list->rows.size() + 1));
            return;
        }
        const bool masked = rest.front() == ';';
        rest.remove_prefix(1);
        if (masked && scanQuad(rest, mask) && rest.empty()) {
            m_list->rows.append(Rule{Address::v4(net), Mask::v4(mask), MaskForm::Written},
                                static_cast<RuleList::Origin>(m_list->rows.size() + 1));
            return;
        }
    }
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
        if (storedString(registryText(entry), m_header) != raw)
            m_list->spellings.emplace(origin, std::move(raw));
    }
    m_list->rows.append(RuleRow{entry}, origin);
}

} // namespace relaytab
