#pragma once

#include "app/commands/command.h"
#include "model/policy/expected.h"

namespace relaytab {

/// Sorts options from operands. `--` ends the options; `-` is an operand. The error is a sentence.
[[nodiscard]] Expected<Arguments, QString> parseArguments(const Command &command, const QStringList &arguments);

/// The word that was probably meant, or nothing when none is near.
[[nodiscard]] QString nearest(const QString &given, std::span<const std::string_view> words);

} // namespace relaytab
