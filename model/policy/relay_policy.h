#pragma once

#include <array>

#include "model/policy/decision_words.h"
#include "model/policy/rule_list.h"

namespace relaytab {

/// The three lists of KB Q193922: RelayDenyList, RelayAllowList, RelayLocalIPList.
enum class ListKind : std::uint8_t { Deny, Allow, Local };
inline constexpr std::array allLists{ListKind::Deny, ListKind::Allow, ListKind::Local};

/// The bits of RelayFlags with a documented meaning (KB Q193922).
namespace flag {
inline constexpr std::uint32_t deny = 1;
inline constexpr std::uint32_t allow = 2;
inline constexpr std::uint32_t local = 4;
inline constexpr std::uint32_t authenticated = 8;
inline constexpr std::uint32_t known = 15;
} // namespace flag

[[nodiscard]] constexpr std::uint32_t flagOf(ListKind list)
{
    return list == ListKind::Deny ? flag::deny : list == ListKind::Allow ? flag::allow : flag::local;
}

/// A row of a list; row counts from 0 (people and files see it counted from 1).
struct RowPlace {
    ListKind list = ListKind::Deny;
    std::size_t row = 0;

    friend constexpr bool operator==(const RowPlace &, const RowPlace &) = default;
};

/// What an administrator wants to stay true.
struct Expectation {
    RuleEntry client; ///< an address or a net
    std::optional<Address> server = {}; ///< absent: unknown
    bool authenticated = false;
    Verdict verdict = Verdict::Refused;
    std::string comment = {};

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

/// A relay policy: what the registry holds, and what a project file says beyond it.
struct RelayPolicy {
    std::optional<std::uint32_t> flags = {}; ///< RelayFlags, all 32 bits; nothing when the value is absent
    RuleList deny = {};
    RuleList allow = {};
    RuleList local = {};
    std::vector<Expectation> expectations = {};

    [[nodiscard]] RuleList &list(ListKind kind)
    {
        return kind == ListKind::Deny ? deny : kind == ListKind::Allow ? allow : local;
    }
    [[nodiscard]] const RuleList &list(ListKind kind) const
    {
        return kind == ListKind::Deny ? deny : kind == ListKind::Allow ? allow : local;
    }
    /// The four bits that have a meaning; an absent value reads as 0.
    [[nodiscard]] std::uint32_t knownFlags() const { return flags.value_or(0) & flag::known; }
    [[nodiscard]] std::uint32_t unknownFlags() const { return flags.value_or(0) & ~flag::known; }
    [[nodiscard]] bool inForce(ListKind kind) const { return (knownFlags() & flagOf(kind)) != 0; }

    friend bool operator==(const RelayPolicy &, const RelayPolicy &) = default;
};

} // namespace relaytab
