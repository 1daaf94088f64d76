#pragma once

#include <bitset>
#include <vector>

#include "model/policy/decision.h"

/// KB Q193922 once more, bit by bit and as slow as it is plain, for tests to hold the real thing against. It shares
/// nothing with model/policy but the words of the question and of the answer.
namespace relaytab::oracle {

using BitString = std::bitset<128>;

struct Row {
    bool ipv6 = false;
    BitString net = {};
    BitString mask = {}; ///< all ones when it was left out
    bool enabled = true;
};

struct Caller {
    bool ipv6 = false;
    BitString address = {};
    bool serverKnown = false;
    bool serverIpv6 = false;
    BitString server = {};
    bool authenticated = false;
};

struct Article {
    bool flagsPresent = true;
    std::bitset<32> flags = {};
    std::vector<Row> deny = {};
    std::vector<Row> allow = {};
    std::vector<Row> local = {};
};

/// The 1-based number of the first row with (address AND mask) = net; 0 when there is none.
inline int rowThatMatches(const std::vector<Row> &list, bool ipv6, const BitString &address)
{
    const std::size_t bits = ipv6 ? 128 : 32;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!list[i].enabled || list[i].ipv6 != ipv6)
            continue;
        bool equal = true;
        for (std::size_t bit = 0; bit < bits; ++bit)
            if ((address[bit] && list[i].mask[bit]) != list[i].net[bit])
                equal = false;
        if (equal)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

struct Answer {
    bool mayRelay = false;
    Reason reason = Reason::NothingApplied;
    int row = 0; ///< from 1; 0: no row decided

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// The article's conditions from top to bottom; Literal as they stand, Observed as servers were seen to act.
inline Answer ask(const Article &article, const Caller &caller, Reading reading)
{
    const bool bit1 = article.flagsPresent && article.flags[0];
    const bool bit2 = article.flagsPresent && article.flags[1];
    const bool bit3 = article.flagsPresent && article.flags[2];
    const bool bit4 = article.flagsPresent && article.flags[3];
    if (reading == Reading::Observed && !bit1 && !bit2 && !bit3 && !bit4)
        return {true, Reason::NoRestriction, 0};
    if (bit1)
        if (const int row = rowThatMatches(article.deny, caller.ipv6, caller.address))
            return {false, Reason::DenyList, row};
    if (bit2)
        if (const int row = rowThatMatches(article.allow, caller.ipv6, caller.address))
            return {true, Reason::AllowList, row};
    if (bit3 && caller.serverKnown)
        if (const int row = rowThatMatches(article.local, caller.serverIpv6, caller.server))
            return {true, Reason::LocalList, row};
    if (bit4 && caller.authenticated)
        return {true, Reason::Authenticated, 0};
    if (bit1 && !bit2 && !bit3 && !bit4)
        return {true, Reason::OnlyDeny, 0};
    return {false, Reason::NothingApplied, 0};
}

inline BitString bitString(Bits bits)
{
    BitString result;
    for (std::size_t i = 0; i < 128; ++i)
        result[i] = ((bits >> i) & 1) != 0;
    return result;
}

inline Row rowOf(const RuleRow &row)
{
    const Rule &rule = std::get<Rule>(row.entry);
    BitString mask = bitString(rule.mask.bits);
    if (rule.form == MaskForm::LeftOut)
        mask.set();
    return {rule.net.family == Family::IPv6, bitString(rule.net.bits), mask, row.enabled};
}

/// The same list in the oracle's terms; rows that are text take no part but keep their number.
inline std::vector<Row> rowsOf(const RuleList &list)
{
    std::vector<Row> rows;
    for (const RuleList::RowView view : list)
        rows.push_back(view.rule() ? rowOf(view.row()) : Row{.enabled = false});
    return rows;
}

inline Article articleOf(const RelayPolicy &policy)
{
    return {policy.flags.has_value(), std::bitset<32>(policy.flags.value_or(0)), rowsOf(policy.deny),
            rowsOf(policy.allow), rowsOf(policy.local)};
}

inline Caller callerOf(const Client &client)
{
    Caller caller{.ipv6 = client.address.family == Family::IPv6,
                  .address = bitString(client.address.bits),
                  .authenticated = client.authenticated};
    if (client.server) {
        caller.serverKnown = true;
        caller.serverIpv6 = client.server->family == Family::IPv6;
        caller.server = bitString(client.server->bits);
    }
    return caller;
}

inline Answer answerOf(const Decision &decision)
{
    return {decision.verdict == Verdict::Allowed, decision.reason,
            decision.row ? static_cast<int>(decision.row->row) + 1 : 0};
}

} // namespace relaytab::oracle
