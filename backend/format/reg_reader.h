#pragma once

#include "backend/format/format.h"
#include "backend/format/reg_key.h"

namespace relaytab {

/// A .reg file: what it says, and where.
struct RegFile {
    RegEncoding encoding = RegEncoding::Utf16;
    RegEncoding strings = RegEncoding::Utf16; ///< of those in the lists
    std::string_view lineEnd = "\r\n"; ///< that of the first line, as ASCII
    bool endsOpen = false; ///< the last line has no end
    RegKey key; ///< the one that holds the policy
    std::vector<FormatNote> notes; ///< in the order of the file

    /// The policy and the notes, taken out.
    [[nodiscard]] ParsedPolicy takePolicy();
};

/// Reads a .reg file in pieces of any size; keeps the rows and nothing else that grows with it. Grammar: that of Wine's
/// importer, whose tests also run on Windows, but what it skips in silence is an error here.
[[nodiscard]] Expected<RegFile, FormatError> readReg(const ByteSource &source, RegReading reading, KeepSpellings keep);

} // namespace relaytab
