#pragma once

#include <QString>

#include "model/analysis/client_answers.h"
#include "model/policy/entry_text.h"

namespace relaytab {

/// The lines of a pasted list of clients that say anything: neither empty nor only a comment.
struct ClientList {
    struct Line {
        QString text = {}; ///< as it was pasted, without blanks around it
        std::uint32_t number = 0; ///< in what was pasted, from 1

        friend bool operator==(const Line &, const Line &) = default;
    };

    std::vector<Line> lines = {};
    /// What each line asks. Bits outside the mask of a net are dropped: 10.0.0.5/24 is the net that the host is in.
    std::vector<ClientQuestion> questions = {};
};

/// More than one line that says anything.
[[nodiscard]] bool isClientList(const QString &text);

/// Nothing when `progress` said to stop.
[[nodiscard]] std::optional<ClientList> clientListOf(const QString &text, const Progress &progress = {});

/// Only for the text of a line that asks nothing.
[[nodiscard]] EntryError whyNoClient(const QString &text);

} // namespace relaytab
