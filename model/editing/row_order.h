#pragma once

#include <Qt>

#include <functional>

#include "model/editing/scoped_rows.h"

namespace relaytab {

/// What rows are ordered by. Rows that are no rule come last, whatever the direction is; equal rows in file order.
enum class RowKey : std::uint8_t { File, On, Net, Mask, Matches, Status, Comment, List };

/// How bad a row is, for RowKey::Status; greater is worse.
using RowRank = std::function<quint32(RowPlace, const RuleList::RowView &)>;

/// Puts the positions into the order of `key`. A pass over all rows makes the keys, so that a million rows sort in a
/// fraction of a second; no row is read twice but to tell equal keys apart.
void sortRows(std::vector<quint32> &positions, const ScopedRows &rows, RowKey key, Qt::SortOrder order,
              const RowRank &rank);

} // namespace relaytab
