// Saves standard input as FILE, with backups below DATA: save_once FILE DATA. Exit status: 0 saved, 2 saved but not
// durable, 1 refused or failed. A program of its own for strace_sweep.sh.
#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

#include "backend/store/file_store.h"

using namespace relaytab;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile input;
    if (arguments.size() != 3 || !input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return 64;
    const QByteArray bytes = input.readAll();
    FileStore store(arguments[2]);
    const auto before = store.currentRevision(arguments[1]);
    if (!before)
        return 1;
    (void)access("the save begins", F_OK); // a landmark in the trace
    const auto saved = store.save(arguments[1], bytes, *before, QStringLiteral("save"));
    if (saved)
        _exit(0);
    _exit(saved.error().code == StoreErrorCode::SavedNotDurable ? 2 : 1);
}
