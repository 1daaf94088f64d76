#include "model/policy/address.h"

#include <array>
#include <charconv>

namespace relaytab {

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// The code point that begins at `position`; a byte that is no UTF-8 stands for itself.
char32_t codePointAt(std::string_view text, std::size_t position)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(position);
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0 || position + static_cast<std::size_t>(more) >= text.size() + (first < 0xC0 ? 1 : 0))
        return first;
    char32_t point = first & (0x3FU >> more);
    for (int i = 1; i <= more; ++i) {
        const unsigned char next = byte(position + static_cast<std::size_t>(i));
        if ((next & 0xC0U) != 0x80U)
            return first;
        point = (point << 6) | (next & 0x3FU);
    }
    return point;
}

using Failure = Unexpected<AddressError>;

Failure unexpectedCharacter(std::string_view text, std::size_t position)
{
    return Failure{{.code = AddressErrorCode::UnexpectedCharacter,
                    .position = position,
                    .codePoint = codePointAt(text, position),
                    .part = {}}};
}

/// The text with the leading zeros of every number taken away: what was probably meant.
std::string withoutLeadingZeros(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool startsNumber = i == 0 || !isDigit(text[i - 1]);
        if (startsNumber)
            while (text[i] == '0' && i + 1 < text.size() && isDigit(text[i + 1]))
                ++i;
        result += text[i];
    }
    return result;
}

/// One decimal octet that begins at `position`, which is moved behind it.
Expected<std::uint32_t, AddressError> parseOctet(std::string_view text, std::size_t &position)
{
    const std::size_t begin = position;
    std::uint32_t value = 0;
    while (position < text.size() && isDigit(text[position])) {
        if (value <= 255)
            value = value * 10 + static_cast<std::uint32_t>(text[position] - '0');
        ++position;
    }
    const std::string_view digits = text.substr(begin, position - begin);
    if (digits.empty()) {
        if (position < text.size() && text[position] != '.')
            return unexpectedCharacter(text, position);
        return Failure{{.code = AddressErrorCode::EmptyPart, .position = begin, .part = {}}};
    }
    if (digits.size() > 1 && digits.front() == '0') {
        std::string suggestion = withoutLeadingZeros(text);
        if (!parseAddress(suggestion))
            suggestion.clear();
        return Failure{{.code = AddressErrorCode::LeadingZero,
                        .position = begin,
                        .part = std::string{digits},
                        .suggestion = std::move(suggestion)}};
    }
    if (value > 255)
        return Failure{{.code = AddressErrorCode::OctetTooLarge, .position = begin, .part = std::string{digits}}};
    return value;
}

/// Four octets that fill the whole of `text` from `position` on.
Expected<std::uint32_t, AddressError> parseQuad(std::string_view text, std::size_t position)
{
    std::uint32_t bits = 0;
    for (int part = 0; part < 4; ++part) {
        if (part > 0) {
            if (position == text.size())
                return Failure{{.code = AddressErrorCode::NotFourParts, .position = position, .part = {}}};
            if (text[position] != '.')
                return unexpectedCharacter(text, position);
            ++position;
        }
        const auto octet = parseOctet(text, position);
        if (!octet)
            return Failure{octet.error()};
        bits = (bits << 8) | *octet;
    }
    if (position != text.size()) {
        if (text[position] == '.')
            return Failure{{.code = AddressErrorCode::NotFourParts, .position = position, .part = {}}};
        return unexpectedCharacter(text, position);
    }
    return bits;
}

Address fromGroups(const std::array<std::uint16_t, 8> &groups)
{
    Bits bits = 0;
    for (const std::uint16_t group : groups)
        bits = (bits << 16) | group;
    return {bits, Family::IPv6};
}

/// ::ffff:0:0/96, the addresses that are IPv4 in disguise (RFC 4291, 2.5.5.2).
constexpr bool isMapped(Bits bits)
{
    return (bits >> 32) == Bits{0xFFFF};
}

Expected<Address, AddressError> parseIPv6(std::string_view text)
{
    if (const std::size_t percent = text.find('%'); percent != std::string_view::npos) {
        std::string bare{text.substr(0, percent)};
        if (!parseAddress(bare))
            bare.clear();
        return Failure{{.code = AddressErrorCode::Zone,
                        .position = percent,
                        .part = std::string{text.substr(percent)},
                        .suggestion = std::move(bare)}};
    }
    std::array<std::uint16_t, 8> groups{};
    std::size_t count = 0;
    std::optional<std::size_t> gap; // the group before which "::" stands
    std::size_t position = 0;
    if (text.starts_with("::")) {
        gap = 0;
        position = 2;
    } else if (text.starts_with(':')) {
        return Failure{{.code = AddressErrorCode::NotAGroup, .position = 0, .part = {}}};
    }
    while (position < text.size()) {
        const std::size_t begin = position;
        std::uint32_t value = 0;
        while (position < text.size() && hexValue(text[position]) >= 0) {
            if (position - begin < 5)
                value = value * 16 + static_cast<std::uint32_t>(hexValue(text[position]));
            ++position;
        }
        if (position < text.size() && text[position] == '.' && position > begin) {
            if (count > 6)
                return Failure{{.code = AddressErrorCode::WrongGroupCount, .position = begin, .part = {}}};
            const auto quad = parseQuad(text, begin);
            if (!quad)
                return Failure{quad.error()};
            groups[count++] = static_cast<std::uint16_t>(*quad >> 16);
            groups[count++] = static_cast<std::uint16_t>(*quad & 0xFFFF);
            position = text.size();
            break;
        }
        const std::string_view digits = text.substr(begin, position - begin);
        if (digits.empty() && position < text.size() && text[position] != ':')
            return unexpectedCharacter(text, position);
        if (digits.empty() || digits.size() > 4)
            return Failure{{.code = AddressErrorCode::NotAGroup, .position = begin, .part = std::string{digits}}};
        if (count == 8)
            return Failure{{.code = AddressErrorCode::WrongGroupCount, .position = begin, .part = {}}};
        groups[count++] = static_cast<std::uint16_t>(value);
        if (position == text.size())
            break;
        if (text[position] != ':')
            return unexpectedCharacter(text, position);
        ++position;
        if (position < text.size() && text[position] == ':') {
            if (gap)
                return Failure{{.code = AddressErrorCode::TwoGaps, .position = position - 1, .part = {}}};
            gap = count;
            ++position;
        } else if (position == text.size()) {
            return Failure{{.code = AddressErrorCode::NotAGroup, .position = position, .part = {}}};
        }
    }
    // "::" stands for at least one group (RFC 4291 allows one; RFC 5952 only tells writers not to).
    if (gap ? count > 7 : count != 8)
        return Failure{{.code = AddressErrorCode::WrongGroupCount, .position = text.size(), .part = {}}};
    if (gap) {
        std::array<std::uint16_t, 8> spread{};
        for (std::size_t i = 0; i < *gap; ++i)
            spread[i] = groups[i];
        for (std::size_t i = *gap; i < count; ++i)
            spread[8 - (count - i)] = groups[i];
        groups = spread;
    }
    const Address address = fromGroups(groups);
    if (isMapped(address.bits))
        return Failure{{.code = AddressErrorCode::MappedIPv4,
                        .position = 0,
                        .part = {},
                        .suggestion = toText(Address::v4(static_cast<std::uint32_t>(address.bits)))}};
    return address;
}

void appendNumber(std::string &text, std::uint32_t number, int base)
{
    std::array<char, 12> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, base).ptr;
    text.append(buffer.data(), end);
}

} // namespace

Expected<Address, AddressError> parseAddress(std::string_view text)
{
    if (text.empty())
        return Failure{{.code = AddressErrorCode::Empty, .part = {}}};
    if (text.find(':') != std::string_view::npos)
        return parseIPv6(text);
    const auto quad = parseQuad(text, 0);
    if (!quad)
        return Failure{quad.error()};
    return Address::v4(*quad);
}

std::string toText(const Address &address)
{
    std::string text;
    if (address.family == Family::IPv4) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            appendNumber(text, static_cast<std::uint32_t>(address.bits >> shift) & 0xFFU, 10);
            if (shift > 0)
                text += '.';
        }
        return text;
    }
    std::array<std::uint16_t, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] = static_cast<std::uint16_t>(address.bits >> (16 * (7 - i)));
    // RFC 5952: the longest run of two or more zero groups, the first of equals, becomes "::".
    std::size_t best = 8;
    std::size_t bestLength = 1;
    for (std::size_t i = 0; i < 8;) {
        std::size_t end = i;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - i > bestLength) {
            best = i;
            bestLength = end - i;
        }
        i = end == i ? i + 1 : end;
    }
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == best) {
            text += "::";
            i += bestLength - 1;
            continue;
        }
        if (i > 0 && !text.ends_with(':'))
            text += ':';
        appendNumber(text, groups[i], 16);
    }
    return text;
}

} // namespace relaytab
