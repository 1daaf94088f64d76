#pragma once

#include <QString>

#include <random>

#include "model/policy/entry_text.h"
#include "model/policy/relay_policy.h"

namespace relaytab {

inline RuleRow rowOf(std::string_view text, const std::string &comment = {}, bool enabled = true)
{
    return {parseRegistryEntry(text), enabled, comment};
}

inline RuleList listOf(std::initializer_list<std::string_view> texts)
{
    RuleList list;
    for (const std::string_view text : texts)
        list.append(rowOf(text));
    return list;
}

inline std::vector<RuleRow> vectorOf(const RuleList &list)
{
    std::vector<RuleRow> rows;
    for (const RuleList::RowView row : list)
        rows.push_back(row.row());
    return rows;
}

/// The list as a picture, a word a row: "10.0.0.0;255.0.0.0", "-" before a row that is off, "#" and its comment.
inline QString picture(const RuleList &list)
{
    QStringList words;
    for (const RuleList::RowView view : list) {
        const RuleRow row = view.row();
        words.append((row.enabled ? QString() : QStringLiteral("-")) + QString::fromStdString(registryText(row.entry))
                     + (row.comment.empty() ? QString() : QStringLiteral("#") + QString::fromStdString(row.comment)));
    }
    return words.join(u' ');
}

/// Rows of every kind: prefixes, hosts, gaps, IPv6, texts; some off, some with comments.
inline RuleRow randomRow(std::mt19937 &random)
{
    const auto below = [&random](unsigned n) { return static_cast<unsigned>(random() % n); };
    RuleRow row;
    const auto bits = static_cast<std::uint32_t>(random());
    switch (below(8)) {
    case 0: row.entry = Rule::host(Address::v4(bits)); break;
    case 1: row.entry = Rule{Address::v4(bits & 0xFF0000FF), Mask::v4(0xFF0000FF)}; break;
    case 2: {
        const Mask mask = Mask::prefix(Family::IPv6, static_cast<int>(below(129)));
        row.entry = Rule{{(Bits{bits} << 96 | bits) & mask.bits, Family::IPv6}, mask};
        break;
    }
    case 3: row.entry = RuleText{"10.0.0." + std::to_string(256 + below(700)), "255.0.0.0"}; break;
    default: {
        const Mask mask = Mask::prefix(Family::IPv4, static_cast<int>(below(33)));
        row.entry = Rule{Address::v4(bits & static_cast<std::uint32_t>(mask.bits)), mask};
    }
    }
    row.enabled = below(5) != 0;
    if (below(4) == 0)
        row.comment = "note " + std::to_string(below(50));
    return row;
}

inline RuleList randomList(std::mt19937 &random, std::size_t size)
{
    RuleList list;
    for (std::size_t i = 0; i < size; ++i)
        list.append(randomRow(random));
    return list;
}

} // namespace relaytab
