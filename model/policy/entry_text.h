#pragma once

#include <vector>

#include "model/policy/rule.h"

namespace relaytab {

enum class EntryErrorCode : std::uint8_t {
    Net, ///< `rule` says what is wrong with the net
    Mask, ///< `rule` says what is wrong with the mask
    RangeReversed, ///< the range ends before it begins
    RangeFamilies, ///< the range begins in one family and ends in the other
    TooManyWords, ///< more than a net and a mask
};

/// Why a typed or pasted entry is no rule, and where in the whole text.
struct EntryError {
    EntryErrorCode code = EntryErrorCode::Net;
    std::size_t position = 0; ///< byte offset into the text, from 0
    std::optional<RuleError> rule = {};

    friend bool operator==(const EntryError &, const EntryError &) = default;
};

/// What one typed entry stands for: one rule, or the fewest prefixes that make a range.
struct Entry {
    std::vector<Rule> rules;
    std::string comment = {}; ///< what followed `#`, trimmed

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// What people type and paste: `net`, `net/prefix`, `net/mask`, `net;mask`, `net,mask`, `net mask`, `first-last`, each
/// with a trailing `# comment` and white space around it. Empty text and a lone comment are Net errors (Empty).
[[nodiscard]] Expected<Entry, EntryError> parseEntry(std::string_view text);

/// The registry's own form, `net[;mask]` and nothing else: what is no rule is kept as text.
[[nodiscard]] RuleEntry parseRegistryEntry(std::string_view text);

/// `net` or `net;mask` as the registry stores it; text rows word for word.
[[nodiscard]] std::string registryText(const RuleEntry &entry);

/// The fewest prefixes that make first..last, both included, in address order. Both of one family, first <= last.
[[nodiscard]] std::vector<Rule> prefixesOfRange(const Address &first, const Address &last);

} // namespace relaytab
