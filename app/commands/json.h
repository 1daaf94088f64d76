#pragma once

#include <QJsonObject>

#include "app/commands/io.h"

namespace relaytab {

/// One object on one line. Keys and words in it are never translated.
void writeJson(Io &io, const QJsonObject &object);

/// A string or null.
[[nodiscard]] QJsonValue jsonOrNull(const std::optional<std::string> &text);

} // namespace relaytab
