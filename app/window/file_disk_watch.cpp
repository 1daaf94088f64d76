#include "app/window/file_disk_watch.h"

namespace relaytab {

namespace {

DiskContent contentOf(FileLook::Content content)
{
    switch (content) {
    case FileLook::Content::Known: return DiskContent::Known;
    case FileLook::Content::Changed: return DiskContent::Changed;
    case FileLook::Content::Missing: return DiskContent::Missing;
    case FileLook::Content::Unreadable: break;
    }
    return DiskContent::Unreadable;
}

} // namespace

FileDiskWatch::FileDiskWatch(QThreadPool &jobs, QObject *parent)
    : DiskWatch(parent), m_watch(FileWatch::Times{}, nullptr, jobs)
{
    connect(&m_watch, &FileWatch::changed, this,
            [this](const FileLook &look) { Q_EMIT changed(contentOf(look.content), look.revision); });
}

} // namespace relaytab
