#pragma once

#include "app/commands/policy_input.h"

namespace relaytab {

/// Where a result goes, and what is there now.
struct Target {
    QString name; ///< a file, or `-`
    const Format *format = nullptr; ///< null: neither --to nor the suffix says it
    ParseOptions parse = {};
    Revision revision = {}; ///< of the file before anything is done; empty: there is none
};

/// To be called before the input is read, because the two may be the same file. Problems have been complained about.
[[nodiscard]] Expected<Target, ExitStatus> openTarget(const QString &name, const Arguments &arguments,
                                                      const ParseOptions &parse, Io &io);

/// What a verb that writes is allowed to do: --allow-loss, --allow-open-relay.
struct Permissions {
    bool loss = false;
    bool openRelay = false;
};
[[nodiscard]] Permissions permissionsOf(const Arguments &arguments);

struct Result {
    const RelayPolicy &policy; ///< to be written
    const RelayPolicy &input; ///< what it was made from, and proven equal to: a result may be as open as that
    std::string_view inputBytes = {}; ///< the file it was read from
    const Format *inputFormat = nullptr; ///< when the target has it as well, the file's layout is kept
    QString reason; ///< for the backup: the verb
};

/// Renders and reads back (renderChecked), refuses what is unsafe, and writes through the store. Everything that is not
/// Yes has been complained about, and nothing was written then.
[[nodiscard]] ExitStatus writePolicy(const Result &result, const Target &target, const Permissions &permissions,
                                     Io &io);

} // namespace relaytab
