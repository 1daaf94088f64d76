#pragma once

#include <QObject>

namespace relaytab {

class Actions;
class SettingsKeeper;

/// Joins the actions that are preferences, and the menu of recent files, to the settings that all windows share.
class PreferenceActions : public QObject
{
    Q_OBJECT

public:
    PreferenceActions(Actions &actions, SettingsKeeper &settings, QObject *parent = nullptr);

Q_SIGNALS:
    /// A recent file was chosen.
    void fileRequested(const QString &path);

private:
    template <typename Apply>
    void change(Apply &&apply);
    void showSettings();
    void showRecentFiles();

    Actions &m_actions;
    SettingsKeeper &m_settings;
};

} // namespace relaytab
