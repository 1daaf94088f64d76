#pragma once

#include <array>

#include "model/policy/rule_list.h"

namespace relaytab {

/// Lines that are nothing but `a.b.c.d/n` or `a.b.c.d`: nearly all lines of nearly all lists.
struct PrefixLines {
    static constexpr std::size_t most = 512;

    std::size_t count = 0;
    bool anyWithCr = false; ///< some ended with a carriage return and a line feed
    std::array<RuleList::IPv4Words, most> rows;
    std::array<MaskForm, most> forms;
    std::array<const char *, most> ends; ///< behind the line's end
};

/// Reads such lines from `at` until `lines` is full, until `end`, or until a line is another one or has no end; `at`
/// then stands at the begin of the next line. Picks the fastest code this processor has; never reads behind `end`.
void scanPrefixLines(const char *&at, const char *end, PrefixLines &lines);

/// The same in plain C++, on any processor.
void scanPrefixLinesPortably(const char *&at, const char *end, PrefixLines &lines);

} // namespace relaytab
