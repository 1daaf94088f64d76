#pragma once

#include <QList>

#include "model/editing/policy_document.h"

namespace relaytab {

/// Neighbouring numbers as runs; `numbers` ascending.
template <typename Number>
QList<RowRun> runsOfNumbers(const std::vector<Number> &numbers)
{
    QList<RowRun> runs;
    for (const std::size_t number : numbers) {
        if (!runs.isEmpty() && runs.last().first + runs.last().count == number)
            ++runs.last().count;
        else
            runs.append({number, 1});
    }
    return runs;
}

} // namespace relaytab
