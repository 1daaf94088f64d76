#pragma once

#include <QString>

#include <string_view>

namespace relaytab {

/// What the core says in UTF-8, as it is.
[[nodiscard]] inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace relaytab
