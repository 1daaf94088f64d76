#pragma once

#include "model/editing/rule_table_model.h"

namespace relaytab {

/// All that the cells of one row say, worked out once for the row.
struct RuleTableModel::RowState {
    std::size_t position = 0;
    RowPlace place;
    std::size_t rowsInList = 0;
    RuleRow row;
    bool listOn = true;
    std::vector<Finding> findings; ///< the gravest first
};

} // namespace relaytab
