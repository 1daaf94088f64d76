#pragma once

#include "app/commands/address_answer.h"
#include "app/commands/io.h"

namespace relaytab {

/// Answers every line of standard input on standard output, in order. The first word of a line is the address, the rest
/// of it is ignored. Memory does not grow with the input: of a word longer than any address the first
/// `longestWord` bytes stand for it.
[[nodiscard]] Expected<void, StoreError> answerStream(AddressAnswer &answer, Io &io);

inline constexpr std::size_t longestWord = 256;

} // namespace relaytab
