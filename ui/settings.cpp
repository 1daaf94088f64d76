#include "ui/settings.h"

namespace relaytab {

namespace {

constexpr int recentFileCount = 10;

} // namespace

SettingsKeeper::SettingsKeeper(const Settings &settings, QObject *parent) : QObject(parent), m_settings(settings) { }

void SettingsKeeper::set(const Settings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    Q_EMIT changed();
}

void SettingsKeeper::addRecentFile(const QString &path)
{
    Settings next = m_settings;
    next.recentFiles.removeAll(path);
    next.recentFiles.prepend(path);
    while (next.recentFiles.size() > recentFileCount)
        next.recentFiles.removeLast();
    set(next);
}

} // namespace relaytab
