#pragma once

#include <cstdint>

namespace relaytab {

enum class Verdict : std::uint8_t { Allowed, Refused };

/// How RelayFlags 0 or absent is read (KB Q193922 against Q260562, Q206968 and Q195969).
enum class Reading : std::uint8_t {
    Observed, ///< no restriction is in effect: everyone is allowed
    Literal, ///< the table as it stands: nothing applies, so refused
};

/// Which step decided.
enum class Reason : std::uint8_t {
    DenyList,
    AllowList,
    LocalList,
    Authenticated,
    OnlyDeny,
    NoRestriction, ///< observed reading, flags 0 or absent
    NothingApplied,
};

} // namespace relaytab
