#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/relay_policy.h"

namespace relaytab {

/// A stretch of a file made of lines, with its line end: the record of one or more rows, or anything else.
struct LineSpan {
    std::size_t begin = 0; ///< byte offset
    std::size_t end = 0; ///< not included
    ListKind list = ListKind::Allow;
    RuleList::Origin firstOrigin = 0; ///< of its rows, counted from 1
    std::uint32_t rows = 0; ///< 0: a comment, a blank line, a header
};

/// A row to be written, in the order of its list.
struct WovenRow {
    std::size_t row = 0; ///< in its list, from 0
    RuleList::Origin origin = 0; ///< which row of the file it was, from 1; 0: none
    bool changed = false; ///< it is no longer what the file says there
};

/// Writes the line of a row, without its end.
using LineMaker = std::function<void(std::string &out, RowPlace place)>;

/// The original with its records replaced by `rows`, indexed by ListKind: a row that did not change keeps its bytes, a
/// changed one is written where it stood, a new or moved one behind its neighbour, and what is no record stays where it
/// is. The spans cover the original in its order.
[[nodiscard]] std::string weaveLines(std::string_view original, const std::vector<LineSpan> &spans,
                                     const std::array<std::vector<WovenRow>, allLists.size()> &rows,
                                     const LineMaker &makeLine);

} // namespace relaytab
