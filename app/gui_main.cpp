#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QThread>
#include <QThreadPool>

#include "app/window/file_disk_watch.h"
#include "app/window/settings_file.h"
#include "backend/store/data_folder.h"
#include "backend/store/file_store.h"
#include "backend/store/recovery.h"
#include "ui/look/spoken_label.h"
#include "ui/window/windows.h"

using namespace relaytab;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("relaytab"));
    QApplication::setApplicationDisplayName(QStringLiteral("Relaytab"));
    QApplication::setApplicationVersion(QStringLiteral(RELAYTAB_VERSION));
    const QString id = QStringLiteral("org.relaytab.Relaytab"); // of the desktop entry and the icon
    QApplication::setDesktopFileName(id);
    QApplication::setWindowIcon(QIcon::fromTheme(id, QIcon(u":/relaytab/" + id + u".svg")));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QString(), QStringLiteral("[FILE...]"));
    parser.process(application);

    FileStore store(dataFolder());
    FileDrafts drafts(dataFolder());
    QThreadPool jobs; // goes before the stores, which its jobs use
    jobs.setMaxThreadCount(QThread::idealThreadCount() + 8); // a disk that does not answer holds up only its own file
    SettingsFile settings(configFolder(), dataFolder());
    installAccessibility();
    Windows windows({.store = store,
                     .settings = settings.settings(),
                     .makeWatch = [&jobs] { return std::make_unique<FileDiskWatch>(jobs); },
                     .drafts = drafts,
                     .autosave = {},
                     .jobs = jobs});
    MainWindow *first = windows.newWindow();
    for (const QString &path : parser.positionalArguments())
        windows.open(path, PolicyFile::OpenAs::File, first);
    windows.offerDrafts(first);
    return QApplication::exec();
}
