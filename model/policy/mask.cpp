#include "model/policy/mask.h"

namespace relaytab {

namespace {

using Failure = Unexpected<MaskError>;

/// `/24`: digits only, no leading zero, at most the family's width.
Expected<Mask, MaskError> parseLength(std::string_view digits, std::size_t position, Family family, bool slash)
{
    int length = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return Failure{{.code = MaskErrorCode::NotAMask, .position = position, .part = std::string{digits}}};
        if (length <= 1000)
            length = length * 10 + (c - '0');
    }
    if (digits.empty())
        return Failure{{.code = MaskErrorCode::NotAMask, .position = position, .part = {}}};
    if (digits.size() > 1 && digits.front() == '0') {
        std::string meant;
        if (length <= width(family))
            meant.append(slash ? "/" : "").append(std::to_string(length));
        return Failure{{.code = MaskErrorCode::LeadingZero,
                        .position = position,
                        .part = std::string{digits},
                        .suggestion = std::move(meant)}};
    }
    if (length > width(family))
        return Failure{{.code = MaskErrorCode::PrefixTooLong, .position = position, .part = std::string{digits}}};
    return Mask::prefix(family, length);
}

} // namespace

Expected<Mask, MaskError> parseMask(std::string_view text, Family family)
{
    if (text.empty())
        return Failure{{.code = MaskErrorCode::Empty, .part = {}}};
    if (text.front() == '/')
        return parseLength(text.substr(1), 1, family, true);
    if (text.find_first_of(".:") == std::string_view::npos)
        return parseLength(text, 0, family, false);
    auto bits = parseAddress(text);
    if (!bits && bits.error().code == AddressErrorCode::MappedIPv4) {
        // As an address it would be IPv4 in disguise. As a mask of hexadecimal groups it is one like any other.
        const auto low = parseAddress(bits.error().suggestion);
        if (family == Family::IPv6 && low && text.find('.') == std::string_view::npos)
            return Mask{(Bits{0xFFFF} << 32) | low->bits, family};
        return Failure{{.code = MaskErrorCode::NotAMask,
                        .position = 0,
                        .part = std::string{text},
                        .suggestion = family == Family::IPv4 ? bits.error().suggestion : std::string{}}};
    }
    if (!bits) {
        AddressError &why = bits.error();
        const bool zero = why.code == AddressErrorCode::LeadingZero;
        return Failure{{.code = zero ? MaskErrorCode::LeadingZero : MaskErrorCode::NotAMask,
                        .position = why.position,
                        .part = zero ? why.part : std::string{text},
                        .suggestion = why.suggestion}};
    }
    if (bits->family != family)
        return Failure{{.code = MaskErrorCode::OtherFamily, .position = 0, .part = std::string{text}}};
    return Mask{bits->bits, family};
}

std::string toText(const Mask &mask)
{
    return toText(Address{mask.bits, mask.family});
}

} // namespace relaytab
