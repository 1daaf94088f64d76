#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace relaytab {

/// Lines [before, before + removed) of the old text gave way to lines [after, after + added) of the new one; from 0.
struct LineChange {
    std::size_t before = 0;
    std::size_t removed = 0;
    std::size_t after = 0;
    std::size_t added = 0;

    friend bool operator==(const LineChange &, const LineChange &) = default;
};

/// What turns one text into the other, in order; what lies between two changes is alike. The fewest lines where few
/// changed; texts that differ much are told apart by the lines that each holds once, so that the time stays about
/// proportional to their size.
[[nodiscard]] std::vector<LineChange> lineDifference(const std::vector<std::string_view> &before,
                                                     const std::vector<std::string_view> &after);

} // namespace relaytab
