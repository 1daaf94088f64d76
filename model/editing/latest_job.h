#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

#include "model/analysis/progress.h"

namespace relaytab {

/// A worker for an object whose questions grow old: only what the latest job has to say is heard. To be its owner's
/// last member, because it waits for the worker when it goes. GUI thread only, but for what a job itself calls.
class LatestJob
{
public:
    /// Held by the work; tells from the worker.
    class Handle
    {
    public:
        [[nodiscard]] bool isDropped() const { return m_state->dropped; }
        /// `action` runs in the owner's thread, unless the job was dropped by then.
        void post(std::function<void()> action) const;
        /// Posts each new per cent, from 1 to `most`, and stops the work when it was dropped.
        [[nodiscard]] Progress percent(int most, std::function<void(int)> tell) const;

    private:
        friend class LatestJob;
        struct State {
            std::atomic<bool> dropped = false;
        };

        Handle(LatestJob &job, QObject &owner) : m_job(&job), m_owner(&owner) { }

        LatestJob *m_job;
        QObject *m_owner;
        std::shared_ptr<State> m_state = std::make_shared<State>();
    };

    explicit LatestJob(QObject &owner) : m_owner(owner) { m_pool.setMaxThreadCount(1); }
    ~LatestJob();
    Q_DISABLE_COPY_MOVE(LatestJob)

    /// Drops the job before; `work` gets a handle and may be copied.
    void start(std::function<void(const Handle &)> work);
    void drop();
    /// From an action of the job: it has said all.
    void finish() { m_state.reset(); }
    [[nodiscard]] bool isRunning() const { return m_state != nullptr; }

private:
    QObject &m_owner;
    std::shared_ptr<Handle::State> m_state; ///< of the one that works, if any
    QThreadPool m_pool;
};

} // namespace relaytab
