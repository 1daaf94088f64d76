#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace relaytab {

/// What becomes of the text of a file, as people read it.
struct TextDifference {
    enum class Sign : std::uint8_t { Same, Removed, Added, Skipped };
    struct Line {
        Sign sign = Sign::Same;
        QString text = {}; ///< without its end; empty for Skipped

        friend bool operator==(const Line &, const Line &) = default;
    };

    std::vector<Line> lines = {}; ///< what changed and three lines around it; nothing when the bytes are the same
    bool isCut = false; ///< there is more than anybody reads
    bool isTooLarge = false; ///< not looked at line by line

    friend bool operator==(const TextDifference &, const TextDifference &) = default;
};

/// UTF-8, or UTF-16 with a byte order mark. Takes a while for large files: in a worker.
[[nodiscard]] TextDifference textDifference(const QByteArray &before, const QByteArray &after);

} // namespace relaytab
