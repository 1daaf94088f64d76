#include "app/window/settings_file.h"

#include <QLocale>

namespace relaytab {

namespace {

Settings settingsOf(const Preferences &preferences)
{
    return {.colors = static_cast<ColorScheme>(preferences.appearance),
            .language = preferences.language,
            .motion = preferences.reducedMotion ? Motion::Reduced : Motion::Usual,
            .showPrefixLengths = preferences.showPrefixLengths,
            .reading = preferences.literalReading ? Reading::Literal : Reading::Observed,
            .recentFiles = preferences.recentFiles,
            .geometry = preferences.windowGeometry,
            .columnsSplit = preferences.columnsSplit,
            .rowsSplit = preferences.rowsSplit,
            .orderHintSeen = preferences.orderHintSeen};
}

Preferences preferencesOf(const Settings &settings)
{
    return {.language = settings.language,
            .appearance = static_cast<Appearance>(settings.colors),
            .reducedMotion = settings.motion == Motion::Reduced,
            .showPrefixLengths = settings.showPrefixLengths,
            .literalReading = settings.reading == Reading::Literal,
            .orderHintSeen = settings.orderHintSeen,
            .recentFiles = settings.recentFiles,
            .windowGeometry = settings.geometry,
            .columnsSplit = settings.columnsSplit,
            .rowsSplit = settings.rowsSplit};
}

} // namespace

SettingsFile::SettingsFile(const QString &configFolder, const QString &dataFolder)
    : m_file(configFolder, dataFolder), m_settings(settingsOf(m_file.load()))
{
    connect(&m_settings, &SettingsKeeper::changed, this, [this] {
        apply();
        // What cannot be kept is in force all the same, until the program ends.
        static_cast<void>(m_file.save(preferencesOf(m_settings.get())));
    });
    apply();
}

void SettingsFile::apply()
{
    const Settings &settings = m_settings.get();
    applyColorScheme(settings.colors);
    const QStringList wanted =
        settings.language.isEmpty() ? QLocale::system().uiLanguages() : QStringList{settings.language};
    const QString language = languageFor(wanted);
    if (language == m_language)
        return;
    m_language = language;
    QLocale::setDefault(localeFor(language)); // before the windows are told to speak it
    m_catalogue.use(language);
}

} // namespace relaytab
