#pragma once

#include "backend/format/format.h"

namespace relaytab {

/// Whether a file that the format can read holds comments of its own, or keys, values and sections of others: what
/// stays when the file is edited, and does not carry over into another format.
[[nodiscard]] bool holdsForeignContent(const Format &format, std::string_view bytes);

} // namespace relaytab
