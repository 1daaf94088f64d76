#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/format/row_pairing.h"

namespace relaytab {

/// A stretch of a file made of lines, with its line end: the record of one or more rows, or anything else.
struct LineSpan {
    std::size_t begin = 0; ///< byte offset
    std::size_t end = 0; ///< not included
    ListKind list = ListKind::Allow;
    RuleList::Origin firstOrigin = 0; ///< of its rows, counted from 1
    std::uint32_t rows = 0; ///< 0: a comment, a blank line, a header
};

/// The rows to be written of one list, in its order.
struct WovenRows {
    std::vector<std::size_t> rows; ///< in the list, from 0
    std::vector<PairedRow> pairs; ///< which row of the file each of them was
};

/// Writes the line of a row, without its end.
using LineMaker = std::function<void(std::string &out, RowPlace place)>;

/// The original with its records replaced by `rows`, indexed by ListKind: a row that did not change keeps its bytes, a
/// changed one is written where it stood, a new or moved one behind its neighbour, and what is no record stays where it
/// is. The spans cover the original in its order.
[[nodiscard]] std::string weaveLines(std::string_view original, const std::vector<LineSpan> &spans,
                                     const std::array<WovenRows, allLists.size()> &rows, const LineMaker &makeLine);

} // namespace relaytab
