#include "backend/store/data_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backend/store/file_handle.h"

namespace relaytab {

namespace {

QString folder(const char *variable, QStandardPaths::StandardLocation location)
{
    const QString given = qEnvironmentVariable(variable);
    if (!given.isEmpty())
        return QFileInfo(given).absoluteFilePath();
    return QStandardPaths::writableLocation(location) + u"/relaytab";
}

} // namespace

QString dataFolder()
{
    return folder("RELAYTAB_DATA", QStandardPaths::GenericDataLocation);
}

QString configFolder()
{
    return folder("RELAYTAB_CONFIG", QStandardPaths::GenericConfigLocation);
}

Expected<void, StoreError> makePrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const QString parent = QFileInfo(path).absolutePath();
    int made = mkdir(name.constData(), S_IRWXU);
    if (made == -1 && errno == ENOENT) {
        if (const auto above = makePrivateFolder(parent); !above)
            return above;
        made = mkdir(name.constData(), S_IRWXU);
    }
    if (made == -1 && errno == EEXIST)
        return {};
    if (made == -1)
        return cannotWrite(path, errno);
    const auto handle = FileHandle::open(parent, O_RDONLY | O_DIRECTORY);
    if (!handle.isValid() || retried([&] { return fsync(handle.get()); }) == -1)
        return cannotWrite(parent, errno);
    return {};
}

} // namespace relaytab
