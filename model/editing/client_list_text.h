#pragma once

#include <QLocale>

#include "model/analysis/progress.h"
#include "model/editing/client_checks.h"

namespace relaytab {

/// A report in words. Holds all it speaks of, so that a worker may take its time over it.
struct ClientListText {
    std::shared_ptr<const ClientReport> report = {}; ///< not null when asked
    QLocale locale = {}; ///< groups the numbers

    /// `line` is an index into the list, `column` a ClientListModel::Column.
    [[nodiscard]] QString cell(std::size_t line, int column) const;

private:
    [[nodiscard]] QString reason(std::size_t line) const;
    [[nodiscard]] QString rule(std::size_t line) const;
};

/// Lines of a report that somebody wants to have.
struct ClientLines {
    ClientListText words = {};
    QString titles = {}; ///< the first line of the text, or nothing
    std::vector<std::uint32_t> lines = {}; ///< indices into the list

    /// Tab separated, a line each. Nothing when `progress` said to stop. Any thread.
    [[nodiscard]] std::optional<QString> asText(const Progress &progress = {}) const;
};

} // namespace relaytab
