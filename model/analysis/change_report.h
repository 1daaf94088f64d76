#pragma once

#include <array>

#include "model/analysis/difference.h"
#include "model/analysis/progress.h"
#include "model/analysis/row_difference.h"

namespace relaytab {

/// How many addresses of each family.
struct FamilyCounts {
    Count ipv4 = {};
    Count ipv6 = {};

    [[nodiscard]] bool isZero() const { return ipv4.isZero() && ipv6.isZero(); }

    friend bool operator==(const FamilyCounts &, const FamilyCounts &) = default;
};

/// A set of addresses as far as people read it.
struct SetDigest {
    FamilyCounts addresses = {}; ///< exact
    std::vector<Prefix> nets = {}; ///< the first of the fewest prefixes that make it
    Count netCount = {}; ///< how many prefixes there are in all, exact
    std::optional<Address> witness = {}; ///< one of them; nothing when there is none

    friend bool operator==(const SetDigest &, const SetDigest &) = default;
};

enum class Authentication : std::uint8_t {
    Without,
    With,
    Either, ///< it makes no difference, before or after
};

/// What a change does to clients of one class.
struct ClassChange {
    ServerGroup group = ServerGroup::Unlisted;
    AddressSet servers = {}; ///< of the group; the unknown server belongs to Unlisted
    Authentication authentication = Authentication::Without;
    FamilyCounts before = {}; ///< addresses that may relay
    FamilyCounts after = {};
    SetDigest gained = {}; ///< refused before, allowed after
    SetDigest lost = {}; ///< allowed before, refused after

    [[nodiscard]] bool isEmpty() const { return gained.addresses.isZero() && lost.addresses.isZero(); }

    friend bool operator==(const ClassChange &, const ClassChange &) = default;
};

/// All that a change of policy does, by effect and as written.
struct ChangeReport {
    RelayPolicy before = {};
    RelayPolicy after = {};
    /// Every class of clients that the two policies can tell apart, anonymous clients at servers outside Local first.
    std::vector<ClassChange> classes = {};
    std::array<std::vector<RowChange>, allLists.size()> rows = {}; ///< by ListKind

    /// A proof: no client gets another verdict.
    [[nodiscard]] bool isEqualEffect() const;
    /// Flags, rows and expectations are as they were; the order of rows has no meaning.
    [[nodiscard]] bool isWrittenAlike() const;
};

/// Nothing when `progress` said to stop. Each digest names at most `nets` nets.
[[nodiscard]] std::optional<ChangeReport> changeReport(const RelayPolicy &before, const RelayPolicy &after,
                                                       Reading reading, const Progress &progress = {},
                                                       std::size_t nets = 12);

} // namespace relaytab
