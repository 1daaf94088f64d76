#pragma once

#include <QObject>

#include "backend/store/store.h"

namespace relaytab {

enum class DiskContent : std::uint8_t { Known, Changed, Missing, Unreadable };

/// Tells when the file under edit holds something else than what was read or saved. The program brings one that looks
/// at the disk; tests bring one that says what they want.
class DiskWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins with a file that holds `known`.
    virtual void watch(const QString &path, const Revision &known) = 0;
    virtual void stop() = 0;
    /// Looks soon, without waiting for an event.
    virtual void checkNow() = 0;
    /// Nothing is told until watch() or resume().
    virtual void pause() = 0;
    virtual void resume(const Revision &known) = 0;

Q_SIGNALS:
    /// `revision` is what is there now; empty unless Known or Changed.
    void changed(relaytab::DiskContent content, const relaytab::Revision &revision);
};

} // namespace relaytab
