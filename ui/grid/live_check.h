#pragma once

#include <QPoint>
#include <QString>

#include "model/analysis/finding.h"
#include "model/policy/relay_policy.h"

namespace relaytab {

/// What is to be said about a cell while it is typed in.
struct LiveCheck {
    std::optional<Severity> severity = {}; ///< nothing: all is well so far
    QString status = {}; ///< a few words for the Status column
    QString message = {}; ///< the whole sentence
    QString fix = {}; ///< what Alt+Return would do, or empty
    QPoint fault = {}; ///< first character and count of the part at fault; a count of 0: none

    friend bool operator==(const LiveCheck &, const LiveCheck &) = default;
};

enum class EntryCell : std::uint8_t { Net, Mask };

/// `before` is the row as it stands, `text` what its cell holds now. Constant time; called on every key.
[[nodiscard]] LiveCheck liveCheck(const RuleRow &before, RowPlace place, EntryCell cell, const QString &text);

} // namespace relaytab
