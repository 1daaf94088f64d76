#pragma once

#include "app/commands/command.h"
#include "app/commands/words.h"

namespace relaytab {

// Options that several commands share, so that they mean and say the same everywhere.

inline constexpr OptionSpec fromOption{
    .name = "from", .value = "FORMAT", .help = QT_TRANSLATE_NOOP("CommandText", "format of the input, not its suffix")};
/// cli.md calls it --format as well.
inline constexpr OptionSpec formatOption{
    .name = "format", .value = "FORMAT", .help = QT_TRANSLATE_NOOP("CommandText", "the same as --from")};
inline constexpr OptionSpec toOption{
    .name = "to", .value = "FORMAT", .help = QT_TRANSLATE_NOOP("CommandText", "format of the output, not its suffix")};
inline constexpr OptionSpec listOption{
    .name = "list",
    .value = "LIST",
    .help = QT_TRANSLATE_NOOP("CommandText", "which list a plain list is: deny, allow (when not said) or local"),
    .choices = listWords};
inline constexpr OptionSpec flagsOption{
    .name = "flags",
    .value = "FLAGS",
    .help =
        QT_TRANSLATE_NOOP("CommandText", "RelayFlags for CSV and plain lists: 11, 0xB or deny,allow,authenticated")};
inline constexpr OptionSpec regDataOption{
    .name = "reg-data",
    .value = "ENCODING",
    .help = QT_TRANSLATE_NOOP(
        "CommandText", "of lists in a registry file: header (as its first line says, when not said) or file (its own)"),
    .choices = regReadingWords};
inline constexpr OptionSpec serverOption{
    .name = "server",
    .value = "ADDRESS",
    .help = QT_TRANSLATE_NOOP("CommandText", "the server address that clients connect to")};
inline constexpr OptionSpec authenticatedOption{.name = "authenticated",
                                                .help = QT_TRANSLATE_NOOP("CommandText", "clients have authenticated")};
inline constexpr OptionSpec readingOption{
    .name = "reading",
    .value = "READING",
    .help = QT_TRANSLATE_NOOP("CommandText", "of flags 0: observed (everyone may relay) or literal (nobody may)"),
    .choices = readingWords};
inline constexpr OptionSpec jsonOption{.name = "json",
                                       .help = QT_TRANSLATE_NOOP("CommandText", "answer in JSON, for programs")};
inline constexpr OptionSpec allowLossOption{
    .name = "allow-loss", .help = QT_TRANSLATE_NOOP("CommandText", "write although the result cannot hold everything")};
inline constexpr OptionSpec allowOpenRelayOption{
    .name = "allow-open-relay",
    .help = QT_TRANSLATE_NOOP("CommandText", "write although the result is an open relay and the input was not")};

} // namespace relaytab
