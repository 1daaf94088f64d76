#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "model/analysis/finding.h"
#include "model/policy/entry_text.h"
#include "model/policy/rule_list.h"

namespace relaytab {

/// A pasted line that is no rule, or hardly the rule that was meant.
struct BadLine {
    int line = 0; ///< counted from 1
    QString text;
    EntryError error = {}; ///< positions count in the line's UTF-8 without blanks around it
    std::optional<Finding> suggestion = {}; ///< instead of an error: a router's wildcard mask, and how to mend it

    friend bool operator==(const BadLine &, const BadLine &) = default;
};

struct Paste {
    RuleList rows;
    int goodLines = 0; ///< lines that became rows; a range becomes several
    std::vector<BadLine> badLines;
};

/// One entry a line in every form that parseEntry() knows, tab between net and mask too; empty lines and comment lines
/// say nothing. What rowsAsText() wrote comes back as it was.
[[nodiscard]] Paste parsePaste(const QString &text);

/// A line a rule: `net;mask # comment`. A rule that is off is written behind `#off `, so that other programs take it
/// for the comment that it is to them. Line breaks in a comment become blanks.
[[nodiscard]] QString rowsAsText(const RuleList &rows);

} // namespace relaytab
