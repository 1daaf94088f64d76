#pragma once

#include "backend/store/preferences.h"
#include "translations/catalogue.h"
#include "ui/settings.h"

namespace relaytab {

/// Keeps the settings of all windows on disk and puts them in force: colours, language, number format.
class SettingsFile : public QObject
{
    Q_OBJECT

public:
    SettingsFile(const QString &configFolder, const QString &dataFolder);

    [[nodiscard]] SettingsKeeper &settings() { return m_settings; }

private:
    void apply();

    PreferenceFile m_file;
    Catalogue m_catalogue;
    QString m_language; ///< in force
    SettingsKeeper m_settings;
};

} // namespace relaytab
