#pragma once

namespace relaytab {

/// What relaytabctl ends with; docs/cli.md promises these numbers to scripts.
enum class ExitStatus {
    Yes = 0, ///< done; the answer is yes
    No = 1, ///< done; the answer is no
    Usage = 2, ///< the command line is wrong
    Unsafe = 3, ///< refused: the result would be an open relay, or would lose something
    BadInput = 4, ///< an input cannot be read or is not valid
    NotWritten = 5, ///< the output could not be written; what was there is untouched
};

} // namespace relaytab
