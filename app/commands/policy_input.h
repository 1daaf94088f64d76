#pragma once

#include "app/commands/command.h"
#include "backend/format/format.h"
#include "model/analysis/policy_sets.h"
#include "model/policy/expected.h"

namespace relaytab {

/// How a POLICY on the command line is to be read.
struct InputOptions {
    const Format *format = nullptr; ///< null: by suffix, else by content
    ParseOptions parse = {};
};

/// --from, --format, --list, --flags and --reg-data. The command line is wrong: it has been said.
[[nodiscard]] Expected<InputOptions, ExitStatus> inputOptions(const Arguments &arguments, Io &io);

/// The format an option names; null when it is not given. An unknown one has been complained about.
[[nodiscard]] Expected<const Format *, ExitStatus> formatNamedBy(const Arguments &arguments, QLatin1String option,
                                                                 Io &io);

/// False, and complained about, when --list or --flags was given and each of these formats says it itself, or when
/// --reg-data was and no input is a registry file. To be called when all formats are known; null: nothing is written.
[[nodiscard]] bool optionsAreOfUse(const Arguments &arguments, std::initializer_list<const Format *> inputs, Io &io,
                                   const Format *output = nullptr);

enum class InvalidRows {
    Accepted, ///< they match nothing
    Refused, ///< the command ends with BadInput
};

/// Which of the things that the reader noticed are said. Invalid rows that are refused are always said.
enum class Notes {
    OfMeaning, ///< what may make the policy another than the file seems to say
    OfFile, ///< everything but invalid rows
    All,
};

struct InputNeeds {
    InvalidRows invalidRows = InvalidRows::Refused;
    Notes notes = Notes::OfMeaning;
    bool bytes = false; ///< keep the bytes of the file, which it is to be written over
};

struct LoadedPolicy {
    RelayPolicy policy;
    const Format *format = nullptr;
    std::string bytes = {}; ///< if they were needed; empty, too, where writing the policy anew gives the same bytes
};

/// Reads a policy from the file `name`, or from standard input when it is `-`. Problems have been complained about.
[[nodiscard]] Expected<LoadedPolicy, ExitStatus> loadPolicy(const QString &name, const InputOptions &options,
                                                            const InputNeeds &needs, Io &io);

/// --server, --authenticated: the class of clients that is asked about.
[[nodiscard]] Expected<ClientClass, ExitStatus> clientClass(const Arguments &arguments, Io &io);
/// --reading
[[nodiscard]] Reading readingOf(const Arguments &arguments);

} // namespace relaytab
