#pragma once

#include <QString>

#include "model/editing/policy_document.h"

namespace relaytab {

/// What Undo and Redo call the steps; the translation context is "Undo Commands".
namespace step_text {

[[nodiscard]] QString flags(std::optional<std::uint32_t> before, std::optional<std::uint32_t> after);
[[nodiscard]] QString row(RowPlace place, const RuleRow &before, const RuleRow &after, EditCause cause);
[[nodiscard]] QString repair(std::size_t count);
[[nodiscard]] QString insert(ListKind list, std::size_t count, RowSource source);
[[nodiscard]] QString replace(ListKind list, std::size_t count);
[[nodiscard]] QString merge(ListKind list, std::size_t count);
[[nodiscard]] QString remove(ListKind list, std::size_t count);
[[nodiscard]] QString enable(ListKind list, std::size_t count, bool enabled);
[[nodiscard]] QString move(ListKind list, std::size_t count);
[[nodiscard]] QString addExpectations(const std::vector<Expectation> &expectations);
/// `at` from 0.
[[nodiscard]] QString changeExpectation(std::size_t at);
[[nodiscard]] QString removeExpectations(std::size_t count);
/// The same for rows of several lists.
[[nodiscard]] QString duplicate(std::size_t count);
[[nodiscard]] QString remove(std::size_t count);
[[nodiscard]] QString enable(std::size_t count, bool enabled);

} // namespace step_text

} // namespace relaytab
