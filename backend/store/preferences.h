#pragma once

#include <QByteArray>
#include <QStringList>

#include "backend/store/store.h"

namespace relaytab {

enum class Appearance : std::uint8_t { System, Light, Dark };

/// What the user chose, with what holds when nothing was chosen.
struct Preferences {
    QString language = {}; ///< as in "de" or "pt_BR"; empty: the system's
    Appearance appearance = Appearance::System;
    bool reducedMotion = false;
    bool showPrefixLengths = false;
    bool literalReading = false; ///< RelayFlags 0 is read by the letter
    bool orderHintSeen = false; ///< that sorting changes only the view
    QStringList recentFiles = {}; ///< absolute paths, the newest first
    QByteArray windowGeometry = {};
    QByteArray columnsSplit = {}; ///< where the tester begins
    QByteArray rowsSplit = {}; ///< where the problems begin

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// The preferences on disk: `preferences` in the configuration folder, a file of `key=value` lines that a person may
/// edit. Keys and comments it does not know survive; so does what another window saved meanwhile.
class PreferenceFile
{
public:
    /// `dataFolder` takes the copy of a file that cannot be read whole before it is written anew. See data_folder.h.
    PreferenceFile(const QString &configFolder, const QString &dataFolder);

    [[nodiscard]] const QString &path() const { return m_path; }

    /// What can be read; a fault leaves defaults in its place and is never fatal.
    [[nodiscard]] Preferences load();

    /// Writes what differs from what was last loaded or saved. On failure the file is untouched.
    [[nodiscard]] Expected<void, StoreError> save(const Preferences &preferences);

private:
    QString m_path;
    QString m_dataFolder;
    Preferences m_known;
};

} // namespace relaytab
