#include "model/editing/row_filter.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "model/editing/typed_text.h"
#include "model/policy/entry_text.h"
#include "model/wording/text.h"

namespace relaytab {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isAscii(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

struct Octet {
    char text[4];
    std::uint8_t size;
};

/// Each number up to 255 with a point behind it.
constexpr std::array<Octet, 256> octets = [] {
    std::array<Octet, 256> all{};
    for (unsigned number = 0; number < all.size(); ++number) {
        Octet &octet = all[number];
        for (const unsigned unit : {100U, 10U, 1U})
            if (number >= unit || unit == 1)
                octet.text[octet.size++] = static_cast<char>('0' + number / unit % 10);
        octet.text[octet.size++] = '.';
    }
    return all;
}();

/// A dotted quad without a terminator: as toText(), but a million of them while a key is pressed.
class DottedQuad
{
public:
    explicit DottedQuad(std::uint32_t bits)
    {
        for (int shift = 24; shift >= 0; shift -= 8) {
            const Octet &octet = octets[(bits >> shift) & 0xFFU];
            std::memcpy(m_text + m_size, octet.text, sizeof octet.text);
            m_size += octet.size;
        }
        --m_size; // the last point
    }
    [[nodiscard]] std::string_view view() const { return {m_text, m_size}; }

private:
    char m_text[16];
    std::size_t m_size = 0;
};

} // namespace

RowFilter::RowFilter(const QString &text)
    : m_words(text.trimmed()),
      m_lower(m_words.toLower().toStdString()),
      m_isPartOfQuad(m_lower.find_first_not_of("0123456789.") == std::string::npos)
{
    const std::string entry = cleanEntry(m_words).toStdString();
    if (const auto address = parseAddress(entry)) {
        m_kind = Kind::Address;
        m_rule = Rule::host(*address);
    } else if (const auto parsed = parseEntry(entry); parsed && parsed->rules.size() == 1
               && parsed->rules.front().form == MaskForm::Written && canMatch(parsed->rules.front())) {
        m_kind = Kind::Net;
        m_rule = parsed->rules.front();
    }
}

bool RowFilter::textHolds(std::string_view text) const
{
    const auto same = [](char a, char b) { return lower(a) == b; };
    return std::search(text.begin(), text.end(), m_lower.begin(), m_lower.end(), same) != text.end();
}

bool RowFilter::quadHolds(Bits bits) const
{
    return DottedQuad(static_cast<std::uint32_t>(bits)).view().find(m_lower) != std::string_view::npos;
}

bool RowFilter::commentHolds(std::string_view comment) const
{
    if (comment.empty())
        return false;
    if (isAscii(comment))
        return textHolds(comment);
    return text(comment).contains(m_words, Qt::CaseInsensitive);
}

bool RowFilter::accepts(const RuleList::RowView &row) const
{
    if (commentHolds(row.comment()))
        return true;
    const std::optional<Rule> rule = row.rule();
    switch (m_kind) {
    case Kind::Address:
        if (rule)
            return matches(*rule, m_rule.net) || rule->net == m_rule.net
                || (rule->form == MaskForm::Written && rule->mask.family == m_rule.net.family
                    && rule->mask.bits == m_rule.net.bits);
        break;
    case Kind::Net:
        if (rule)
            return rule->net.family == m_rule.net.family && (rule->mask.bits & m_rule.mask.bits) == m_rule.mask.bits
                && (rule->net.bits & m_rule.mask.bits) == m_rule.net.bits;
        break;
    case Kind::Text:
        if (rule && rule->net.family == Family::IPv4)
            return m_isPartOfQuad
                && (quadHolds(rule->net.bits) || (rule->form == MaskForm::Written && quadHolds(rule->mask.bits)));
        break;
    }
    const RuleEntry entry = row.entry();
    return textHolds(netText(entry)) || textHolds(maskText(entry));
}

} // namespace relaytab
