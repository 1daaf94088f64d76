#pragma once

#include "backend/store/file_watch.h"
#include "ui/files/disk_watch.h"

namespace relaytab {

/// The window's watch, on the disk.
class FileDiskWatch : public DiskWatch
{
    Q_OBJECT

public:
    /// Looks by threads of `jobs`.
    explicit FileDiskWatch(QThreadPool &jobs, QObject *parent = nullptr);

    void watch(const QString &path, const Revision &known) override { m_watch.watch(path, known); }
    void stop() override { m_watch.stop(); }
    void checkNow() override { m_watch.checkNow(); }
    void pause() override { m_watch.pause(); }
    void resume(const Revision &known) override { m_watch.resume(known); }

private:
    FileWatch m_watch;
};

} // namespace relaytab
