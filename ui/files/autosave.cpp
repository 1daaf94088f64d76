#include "ui/files/autosave.h"

#include <QMutex>

#include <atomic>

#include "model/editing/policy_document.h"
#include "ui/files/background.h"
#include "ui/files/draft_io.h"
#include "ui/files/policy_file.h"

namespace relaytab {

struct Autosave::Life {
    std::atomic<bool> isOver = false;
    QMutex mutex; ///< of the keeper; for workers only, who may hold it as long as a disk takes
    std::shared_ptr<DraftKeeper> keeper;
};

Autosave::Autosave(DraftStore &drafts, QThreadPool &jobs, PolicyDocument &document, PolicyFile &file,
                   const AutosaveTimes &times, QObject *parent)
    : QObject(parent), m_drafts(drafts), m_jobs(jobs), m_document(document), m_file(file), m_times(times)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::keep);
    connect(&document, &PolicyDocument::changed, this, &Autosave::look);
    connect(document.undoStack(), &QUndoStack::cleanChanged, this, &Autosave::look);
    connect(&file, &PolicyFile::stateChanged, this, &Autosave::look);
}

Autosave::~Autosave() = default;

void Autosave::look()
{
    if (!m_document.isModified()) {
        discard();
        return;
    }
    m_isPending = true;
    if (!m_isRunning)
        start();
}

void Autosave::start()
{
    if (m_timer.isActive())
        return;
    auto delay = m_times.settle;
    if (m_sinceKept.isValid())
        delay = std::max(delay, m_times.interval - std::chrono::milliseconds(m_sinceKept.elapsed()));
    m_timer.start(delay);
}

void Autosave::keep()
{
    if (!m_life) {
        m_life = std::make_shared<Life>();
        m_life->keeper = m_drafts.makeKeeper();
    }
    m_isPending = false;
    m_isRunning = true;
    m_sinceKept.start();
    const auto work = [life = m_life, policy = m_document.policy(), source = m_file.source(),
                       options = m_file.options(), path = m_file.path(),
                       base = m_file.revision()]() -> std::optional<FileFault> {
        if (life->isOver)
            return {};
        const auto draft = renderDraft(policy, source, options, path, base);
        if (!draft)
            return draft.error();
        const QMutexLocker writes(&life->mutex);
        if (life->isOver)
            return {};
        if (auto kept = life->keeper->keep(*draft); !kept)
            return FileFault{kept.error().path, kept.error()};
        return {};
    };
    runInBackground(m_jobs, this, work, [this, life = m_life](const std::optional<FileFault> &fault) {
        if (life != m_life)
            return;
        m_isRunning = false;
        // A disk may have room again, and a policy that cannot be written stays so until it is edited.
        m_isPending = m_isPending || (fault && std::holds_alternative<StoreError>(fault->why));
        if (m_isPending)
            start();
        if (!std::exchange(m_wasTold, fault.has_value()) && fault)
            Q_EMIT failed(*fault);
    });
}

void Autosave::adopt(const std::shared_ptr<DraftKeeper> &keeper)
{
    discard();
    m_life = std::make_shared<Life>();
    m_life->keeper = keeper;
}

void Autosave::discard()
{
    m_timer.stop();
    m_sinceKept.invalidate();
    m_isPending = false;
    m_isRunning = false;
    if (!m_life)
        return;
    m_life->isOver = true;
    m_jobs.start([life = std::exchange(m_life, {})] {
        const QMutexLocker writes(&life->mutex);
        life->keeper->discard();
    });
}

} // namespace relaytab
