#pragma once

#include <QString>

#include "model/policy/relay_policy.h"

namespace relaytab {

/// What the filter box asks for. An address finds the rows that match it, on or off; a net (with a mask or prefix) the
/// rows that lie inside it; any text the rows that hold it in net, mask or comment, in capitals or not. An address
/// also finds the rows that have it word for word as net or mask, or in the comment.
class RowFilter
{
public:
    RowFilter() = default;
    explicit RowFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// True unless it is an address or a net.
    [[nodiscard]] bool isText() const { return m_kind == Kind::Text; }
    /// The text asked for, without blanks around it.
    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] bool accepts(const RuleList::RowView &row) const;

private:
    enum class Kind : std::uint8_t { Text, Address, Net } m_kind = Kind::Text;
    [[nodiscard]] bool commentHolds(std::string_view comment) const;
    [[nodiscard]] bool quadHolds(Bits bits) const;
    [[nodiscard]] bool textHolds(std::string_view text) const;

    QString m_words;
    std::string m_lower; ///< m_words in UTF-8, in small letters
    bool m_isPartOfQuad = false; ///< an IPv4 address or mask may hold it
    Rule m_rule; ///< the address as a host, or the net
};

} // namespace relaytab
