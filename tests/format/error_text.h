#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <array>

#include "backend/format/format.h"

namespace relaytab {

/// The bytes of a file under tests/format/data; empty when it is not there.
inline std::string dataFile(const QString &name)
{
    QFile file{QStringLiteral(RELAYTAB_SOURCE_DIR "/tests/format/data/") + name};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

/// An error on one line: `3:1 UnknownKey "denny" near "deny"`.
inline QString errorText(const FormatError &error)
{
    static constexpr std::array names{"NotUtf8",      "WrongEncoding", "NoHeader", "Syntax",     "UnknownKey",
                                      "DuplicateKey", "WrongType",     "BadFlags", "BadSwitch",  "BadVersion",
                                      "NotSupported", "TooDeep",       "TooLarge", "MissingKey", "BadExpectation",
                                      "NotReadBack",  "CannotHold"};
    std::string text = std::to_string(error.place.line) + ':' + std::to_string(error.place.column) + ' ';
    text += names.at(static_cast<std::size_t>(error.code));
    if (!error.fact.empty())
        text += " \"" + error.fact + '"';
    if (!error.suggestion.empty())
        text += " near \"" + error.suggestion + '"';
    return QString::fromStdString(text);
}

} // namespace relaytab
