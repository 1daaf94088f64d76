#include "model/editing/latest_job.h"

#include <algorithm>

namespace relaytab {

void LatestJob::Handle::post(std::function<void()> action) const
{
    // ~LatestJob waits for the worker, so that owner and job are there to post to.
    QMetaObject::invokeMethod(
        m_owner,
        [job = m_job, state = m_state, action = std::move(action)] {
            if (state == job->m_state)
                action();
        },
        Qt::QueuedConnection);
}

Progress LatestJob::Handle::percent(int most, std::function<void(int)> tell) const
{
    return [*this, most, tell = std::move(tell), told = 0](double done) mutable {
        const int percent = std::min(static_cast<int>(done * 100), most);
        if (percent > told)
            post([tell, percent] { tell(percent); });
        told = std::max(told, percent);
        return isDropped() ? ProgressStep::Cancel : ProgressStep::Continue;
    };
}

LatestJob::~LatestJob()
{
    drop();
    m_pool.waitForDone();
}

void LatestJob::start(std::function<void(const Handle &)> work)
{
    drop();
    const Handle handle(*this, m_owner);
    m_state = handle.m_state;
    m_pool.start([handle, work = std::move(work)] {
        if (!handle.isDropped())
            work(handle);
    });
}

void LatestJob::drop()
{
    if (m_state)
        m_state->dropped = true;
    m_state.reset();
}

} // namespace relaytab
