#pragma once

#include <QObject>
#include <QStringList>

#include "model/policy/decision_words.h"
#include "ui/look/color_scheme.h"

namespace relaytab {

enum class Motion : std::uint8_t { Usual, Reduced };

/// What the program remembers about its user: no part of any policy, but the paths of recent files.
struct Settings {
    ColorScheme colors = ColorScheme::System;
    QString language = {}; ///< "de"; empty is the system's
    Motion motion = Motion::Usual;
    bool showPrefixLengths = false; ///< behind masks
    Reading reading = Reading::Observed;
    QStringList recentFiles = {}; ///< absolute, the newest first
    QByteArray geometry = {}; ///< QWidget::saveGeometry()
    QByteArray columnsSplit = {}; ///< QSplitter::saveState() of policy | tester
    QByteArray rowsSplit = {}; ///< QSplitter::saveState() of grid / problems
    bool orderHintSeen = false; ///< that the order of rows has no effect

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// The settings in force, shared by all windows. Who keeps them on disk listens to changed().
class SettingsKeeper : public QObject
{
    Q_OBJECT

public:
    explicit SettingsKeeper(const Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const Settings &get() const { return m_settings; }
    void set(const Settings &settings);
    /// Puts the path first; keeps ten.
    void addRecentFile(const QString &path);

Q_SIGNALS:
    void changed();

private:
    Settings m_settings;
};

} // namespace relaytab
