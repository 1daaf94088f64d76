#include <QApplication>
#include <QCommandLineParser>
#include <QThreadPool>

#include "app/window/file_disk_watch.h"
#include "backend/store/data_folder.h"
#include "backend/store/file_store.h"
#include "ui/look/color_scheme.h"
#include "ui/look/spoken_label.h"
#include "ui/window/windows.h"

using namespace relaytab;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("relaytab"));
    QApplication::setApplicationDisplayName(QStringLiteral("Relaytab"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QString());
    parser.process(application);

    FileStore store(dataFolder());
    SettingsKeeper settings(Settings{});
    installAccessibility();
    applyColorScheme(settings.get().colors);
    int result = 0;
    {
        Windows windows({store, settings, [] { return std::make_unique<FileDiskWatch>(); }});
        MainWindow *first = windows.newWindow();
        for (const QString &path : parser.positionalArguments())
            windows.open(path, PolicyFile::OpenAs::File, first);
        result = QApplication::exec();
    }
    QThreadPool::globalInstance()->waitForDone(); // they use the store
    return result;
}
