#pragma once

#include <QString>

#include "ui/files/policy_io.h"

namespace relaytab {

/// One or two sentences: what failed, where in the file, and why.
[[nodiscard]] QString faultText(const FileFault &fault);

} // namespace relaytab
