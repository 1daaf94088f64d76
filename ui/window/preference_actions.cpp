#include "ui/window/preference_actions.h"

#include <QMenu>

#include "ui/settings.h"
#include "ui/window/actions.h"
#include "ui/window/file_dialogs.h"

namespace relaytab {

PreferenceActions::PreferenceActions(Actions &actions, SettingsKeeper &keeper, QObject *parent)
    : QObject(parent), m_actions(actions), m_settings(keeper)
{
    connect(m_actions.appearance, &QActionGroup::triggered, this, [this](const QAction *action) {
        change([&](Settings &settings) { settings.colors = static_cast<ColorScheme>(action->data().toInt()); });
    });
    connect(m_actions.language, &QActionGroup::triggered, this, [this](const QAction *action) {
        change([&](Settings &settings) { settings.language = action->data().toString(); });
    });
    connect(m_actions.reading, &QActionGroup::triggered, this, [this](const QAction *action) {
        change([&](Settings &settings) { settings.reading = static_cast<Reading>(action->data().toInt()); });
    });
    connect(m_actions.reducedMotion, &QAction::triggered, this, [this](bool reduced) {
        change([&](Settings &settings) { settings.motion = reduced ? Motion::Reduced : Motion::Usual; });
    });
    connect(&m_settings, &SettingsKeeper::changed, this, &PreferenceActions::showSettings);
    showSettings();
}

template <typename Apply>
void PreferenceActions::change(Apply &&apply)
{
    Settings settings = m_settings.get();
    apply(settings);
    m_settings.set(settings);
}

void PreferenceActions::showSettings()
{
    const Settings &settings = m_settings.get();
    const auto check = [](const QActionGroup *group, const QVariant &wanted) {
        for (QAction *action : group->actions())
            action->setChecked(action->data() == wanted);
    };
    check(m_actions.appearance, static_cast<int>(settings.colors));
    check(m_actions.language, settings.language);
    check(m_actions.reading, static_cast<int>(settings.reading));
    m_actions.reducedMotion->setChecked(settings.motion == Motion::Reduced);
    showRecentFiles();
}

void PreferenceActions::showRecentFiles()
{
    m_actions.recentFiles->clear();
    for (const QString &path : m_settings.get().recentFiles) {
        QAction *action = m_actions.recentFiles->addAction(nameAndFolder(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT fileRequested(path); });
    }
    m_actions.recentFiles->setEnabled(!m_settings.get().recentFiles.isEmpty());
}

} // namespace relaytab
