#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

using Failure = Unexpected<EntryError>;

constexpr std::string_view blanks = " \t\r\n\f\v";

struct Piece {
    std::string_view text;
    std::size_t position = 0; ///< in the whole entry
};

Piece trimmed(Piece piece)
{
    const std::size_t first = piece.text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {{}, piece.position + piece.text.size()};
    const std::size_t last = piece.text.find_last_not_of(blanks);
    return {piece.text.substr(first, last - first + 1), piece.position + first};
}

/// The piece split at `at`, without the `skip` bytes of the separator.
std::pair<Piece, Piece> split(const Piece &piece, std::size_t at, std::size_t skip)
{
    return {trimmed({piece.text.substr(0, at), piece.position}),
            trimmed({piece.text.substr(at + skip), piece.position + at + skip})};
}

Failure netFailure(const AddressError &why, std::size_t position)
{
    return Failure{{.code = EntryErrorCode::Net, .position = position + why.position, .rule = RuleError{why}}};
}

Failure maskFailure(const MaskError &why, std::size_t position)
{
    return Failure{{.code = EntryErrorCode::Mask, .position = position + why.position, .rule = RuleError{why}}};
}

Expected<Rule, EntryError> ruleOf(const Piece &net, const Piece &mask, MaskForm form)
{
    const auto address = parseAddress(net.text);
    if (!address)
        return netFailure(address.error(), net.position);
    if (form == MaskForm::LeftOut)
        return Rule::host(*address);
    const auto bits = parseMask(mask.text, address->family);
    if (!bits)
        return maskFailure(bits.error(), mask.position);
    return Rule{*address, *bits, MaskForm::Written};
}

Expected<std::vector<Rule>, EntryError> rangeOf(const Piece &first, const Piece &last)
{
    const auto from = parseAddress(first.text);
    if (!from)
        return netFailure(from.error(), first.position);
    const auto to = parseAddress(last.text);
    if (!to)
        return netFailure(to.error(), last.position);
    if (from->family != to->family)
        return Failure{{.code = EntryErrorCode::RangeFamilies, .position = last.position}};
    if (*to < *from)
        return Failure{{.code = EntryErrorCode::RangeReversed, .position = last.position}};
    return prefixesOfRange(*from, *to);
}

} // namespace

Expected<Entry, EntryError> parseEntry(std::string_view text)
{
    Entry entry;
    if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
        entry.comment = std::string{trimmed({text.substr(hash + 1), 0}).text};
        text = text.substr(0, hash);
    }
    const Piece whole = trimmed({text, 0});
    const auto single = [&](const Piece &net, const Piece &mask, MaskForm form) -> Expected<Entry, EntryError> {
        const auto rule = ruleOf(net, mask, form);
        if (!rule)
            return Failure{rule.error()};
        entry.rules.push_back(*rule);
        return entry;
    };
    // The separators from the strongest to the weakest: a blank only separates when nothing else does.
    if (const std::size_t at = whole.text.find_first_of(";,"); at != std::string_view::npos) {
        const auto [net, mask] = split(whole, at, 1);
        return single(net, mask, MaskForm::Written);
    }
    if (const std::size_t at = whole.text.find('/'); at != std::string_view::npos) {
        const auto [net, mask] = split(whole, at, 1);
        return single(net, mask, MaskForm::Written);
    }
    if (const std::size_t at = whole.text.find('-'); at != std::string_view::npos && at > 0) {
        const auto [first, last] = split(whole, at, 1);
        auto rules = rangeOf(first, last);
        if (!rules)
            return Failure{rules.error()};
        entry.rules = std::move(*rules);
        return entry;
    }
    if (const std::size_t at = whole.text.find_first_of(blanks); at != std::string_view::npos) {
        const auto [net, mask] = split(whole, at, 1);
        if (const std::size_t more = mask.text.find_first_of(blanks); more != std::string_view::npos)
            return Failure{{.code = EntryErrorCode::TooManyWords,
                            .position = trimmed({mask.text.substr(more), mask.position + more}).position}};
        return single(net, mask, MaskForm::Written);
    }
    return single(whole, {}, MaskForm::LeftOut);
}

RuleEntry parseRegistryEntry(std::string_view text)
{
    const std::size_t at = text.find(';');
    if (at == std::string_view::npos)
        return entryOf(text, {}, MaskForm::LeftOut);
    const std::string_view net = text.substr(0, at);
    const std::string_view mask = text.substr(at + 1);
    // The registry holds masks as dotted quads only; `;24` is text there.
    if (mask.find_first_of(".:") == std::string_view::npos)
        return RuleText{std::string{net}, std::string{mask}, MaskForm::Written};
    return entryOf(net, mask, MaskForm::Written);
}

std::string registryText(const RuleEntry &entry)
{
    std::string text = netText(entry);
    const MaskForm form =
        std::holds_alternative<Rule>(entry) ? std::get<Rule>(entry).form : std::get<RuleText>(entry).form;
    if (form == MaskForm::Written)
        text += ';' + maskText(entry);
    return text;
}

std::vector<Rule> prefixesOfRange(const Address &first, const Address &last)
{
    std::vector<Rule> rules;
    const Family family = first.family;
    Bits from = first.bits;
    while (true) {
        // The largest block that begins at `from` and does not pass `last`.
        int host = 0;
        while (host < width(family)) {
            const Bits size = Bits{1} << host; // of the block tried so far; the next is twice as large
            if ((from & size) != 0 || last.bits - from < size * 2 - 1 || (host == 127 && from != 0))
                break;
            ++host;
        }
        const int length = width(family) - host;
        rules.push_back({{from, family},
                         Mask::prefix(family, length),
                         length == width(family) ? MaskForm::LeftOut : MaskForm::Written});
        const Bits blockLast = host == 128 ? allOnes(family) : from + ((Bits{1} << host) - 1);
        if (blockLast >= last.bits)
            return rules;
        from = blockLast + 1;
    }
}

} // namespace relaytab
