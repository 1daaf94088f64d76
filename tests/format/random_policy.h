#pragma once

#include <QString>

#include <random>

#include "model/policy/relay_policy.h"

namespace relaytab::testing {

/// Rules as a server of any age may hold them: prefixes, hosts, masks with gaps, nets that never match.
inline Rule randomRule(std::mt19937 &random)
{
    const Address net = Address::v4(static_cast<std::uint32_t>(random()));
    const Mask prefix = Mask::prefix(Family::IPv4, static_cast<int>(random() % 33));
    switch (random() % 4) {
    case 0: return Rule::host(net);
    case 1: return {net, Mask::v4(static_cast<std::uint32_t>(random())), MaskForm::Written};
    case 2: return {net, prefix, MaskForm::Written};
    default: return {Address::v4(static_cast<std::uint32_t>(net.bits & prefix.bits)), prefix, MaskForm::Written};
    }
}

inline RuleList randomList(std::mt19937 &random, std::size_t rows)
{
    RuleList list;
    for (std::size_t i = 0; i < rows; ++i)
        list.append(randomRule(random));
    return list;
}

/// A policy of rules only, which every format but the list holds whole.
inline RelayPolicy randomPolicy(std::mt19937 &random, std::size_t maxRows)
{
    RelayPolicy policy;
    if (random() % 8 != 0)
        policy.flags = random() % 16 + (random() % 8 == 0 ? 256 : 0);
    for (const ListKind kind : allLists)
        policy.list(kind) = randomList(random, random() % (maxRows + 1));
    return policy;
}

/// One random edit of a list: a row changed, moved, removed or added.
inline void editRandomly(std::mt19937 &random, RuleList &list)
{
    const std::size_t at = list.isEmpty() ? 0 : random() % list.size();
    RuleList made;
    made.append(randomRule(random));
    switch (list.isEmpty() ? 0 : random() % 4) {
    case 0: list.splice(at, 0, made); break;
    case 1: list.splice(at, 1, {}); break;
    case 2: list.set(at, RuleRow{randomRule(random)}); break;
    default: {
        const RuleList moved = list.splice(at, 1, {});
        list.splice(list.isEmpty() ? 0 : random() % (list.size() + 1), 0, moved);
    }
    }
}

} // namespace relaytab::testing
