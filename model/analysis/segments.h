#pragma once

#include <algorithm>
#include <array>

#include "model/analysis/sorted_prefixes.h"

namespace relaytab {

/// Cuts the address space where the first matching row changes, and calls emit(start, row) for each piece in address
/// order, from address 0 on; noRow where no prefix matches. Neighbours differ in their row.
template <AddressWord Word, typename Emit>
void emitSegments(const SortedPrefixes<Word> &prefixes, Emit emit)
{
    struct Open {
        Word net;
        Word last; ///< the prefix's last address
        RowNumber row; ///< the first row of all that are open here
    };
    // Prefixes are nested or apart, so the open ones form a stack; never more than one a length.
    std::array<Open, std::size_t{wordBits<Word>} + 2> open{};
    std::size_t depth = 0;
    open[0] = {0, maxWord<Word>, noRow};

    Word start = 0;
    RowNumber row = noRow;
    bool emitted = false;
    RowNumber lastRow = noRow;
    const auto flush = [&] {
        if (!emitted || row != lastRow)
            emit(start, row);
        emitted = true;
        lastRow = row;
    };
    const auto change = [&](Word at, RowNumber to) {
        if (at != start)
            flush();
        start = at;
        row = to;
    };
    const auto close = [&] {
        const Word last = open[depth].last;
        --depth;
        if (last != maxWord<Word>)
            change(last + 1, open[depth].row);
    };

    for (std::size_t i = 0; i < prefixes.size(); ++i) {
        const Word net = prefixes.net(i);
        const Word last = net | lowOnes<Word>(wordBits<Word> - prefixes.length(i));
        while (open[depth].last < net)
            close();
        if (depth > 0 && open[depth].net == net && open[depth].last == last)
            continue; // the same prefix again: an earlier row has it
        const RowNumber first = std::min(open[depth].row, prefixes.row(i));
        open[++depth] = {net, last, first};
        change(net, first);
    }
    while (depth > 0)
        close();
    flush();
}

} // namespace relaytab
