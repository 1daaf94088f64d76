#include "ui/files/policy_file.h"

#include <chrono>

#include "model/editing/policy_document.h"
#include "ui/files/background.h"
#include "ui/files/draft_io.h"

namespace relaytab {

using namespace std::chrono_literals;

PolicyFile::PolicyFile(Store &store, QThreadPool &jobs, PolicyDocument &document, std::unique_ptr<DiskWatch> watch,
                       QObject *parent)
    : QObject(parent), m_store(store), m_jobs(jobs), m_document(document), m_watch(std::move(watch))
{
    m_progressTimer.setInterval(100ms);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_job->done, m_job->total); });
    connect(m_watch.get(), &DiskWatch::changed, this, [this](DiskContent content, const Revision &revision) {
        m_onDisk = revision;
        Q_EMIT diskChanged(content);
    });
}

PolicyFile::~PolicyFile()
{
    if (m_job)
        m_job->cancelled = true;
}

void PolicyFile::open(const QString &path, OpenAs how, const Done &done)
{
    read(path, how, {}, done);
}

void PolicyFile::readAgain(RegReading reading, const Done &done)
{
    ParseOptions options = m_options;
    options.regReading = reading;
    if (m_path.isEmpty())
        read(m_importedFrom, OpenAs::Import, options, done);
    else
        read(m_path, OpenAs::File, options, done);
}

std::optional<RegReading> PolicyFile::otherReading() const
{
    if (m_path.isEmpty() && m_importedFrom.isEmpty())
        return {};
    for (const FormatNote &note : m_notes) {
        if (note.code == FormatNoteCode::HeaderEncoding)
            return RegReading::ByEncoding;
        if (note.code == FormatNoteCode::EncodingOverHeader)
            return RegReading::ByHeader;
    }
    return {};
}

void PolicyFile::read(const QString &path, OpenAs how, const ParseOptions &options, const Done &done)
{
    const auto job = beginJob();
    job->giveUp = [path, done] { done(cancelledFault(path)); };
    runInBackground(
        m_jobs, this,
        [&store = m_store, path, options, control = controlOf(job)] {
            return readPolicy(store, path, options, control);
        },
        [this, path, how, job, done](const Expected<ReadPolicy, FileFault> &read) {
            if (job->cancelled)
                return; // it was told
            endJob();
            if (!read)
                return done(read.error());
            adopt(*read, path, how);
            done({});
        });
}

void PolicyFile::adopt(const ReadPolicy &read, const QString &path, OpenAs how)
{
    m_format = read.format;
    m_options = read.options;
    m_original = read.original;
    m_notes = read.notes;
    m_savedAt = {};
    if (how == OpenAs::File) {
        m_path = path;
        m_importedFrom.clear();
        m_revision = read.revision;
        m_watch->watch(path, read.revision);
    } else {
        m_path.clear();
        m_importedFrom = path;
        m_revision = {};
        m_watch->stop();
    }
    m_writable = how == OpenAs::Import || read.writable;
    m_readOnlyReason = m_writable ? StoreError{} : read.reason;
    m_stored = read.policy;
    m_document.reset(read.policy);
    Q_EMIT stateChanged();
}

void PolicyFile::restore(DraftStore &drafts, const AbandonedDraft &draft, const Restored &done)
{
    const auto job = beginJob();
    job->giveUp = [file = draft.file, done] { done(Unexpected<FileFault>(cancelledFault(file))); };
    runInBackground(
        m_jobs, this, [&store = m_store, &drafts, draft] { return restorePolicy(store, drafts, draft); },
        [this, job, done](const Expected<RestoredPolicy, FileFault> &restored) {
            if (job->cancelled)
                return; // it was told
            endJob();
            if (!restored)
                return done(Unexpected<FileFault>(restored.error()));
            adoptRestored(*restored);
            done(restored->keeper);
        });
}

void PolicyFile::adoptRestored(const RestoredPolicy &restored)
{
    const bool hasFile = !restored.path.isEmpty();
    adopt(restored.read, restored.path, hasFile ? OpenAs::File : OpenAs::Import);
    m_stored = restored.stored;
    m_document.undoStack()->resetClean();
    Q_EMIT stateChanged();
}

void PolicyFile::startNew()
{
    m_watch->stop();
    m_path.clear();
    m_importedFrom.clear();
    m_format = nullptr;
    m_options = {};
    m_original = {};
    m_revision = {};
    m_notes.clear();
    m_writable = true;
    m_savedAt = {};
    m_stored = {};
    m_document.reset(m_stored);
    Q_EMIT stateChanged();
}

void PolicyFile::render(const QString &path, const Format &format, const Rendered &done)
{
    const auto job = beginJob();
    job->giveUp = [path, done] { done(Unexpected<FileFault>(cancelledFault(path))); };
    runInBackground(
        m_jobs, this,
        [policy = m_document.policy(), source = KeptFile{m_format, m_original}, options = m_options, path, job,
         &format]() -> Expected<RenderedFile, FileFault> {
            if (job->cancelled) // before it came to it
                return Unexpected<FileFault>(cancelledFault(path));
            return renderFile(format, policy, source, options, path);
        },
        [this, job, done](const Expected<RenderedFile, FileFault> &rendered) {
            if (job->cancelled)
                return; // it was told
            endJob();
            done(rendered);
        });
}

void PolicyFile::preview(const Previewed &done)
{
    const auto job = beginJob();
    runInBackground(
        m_jobs, this,
        [&store = m_store, &format = *m_format, policy = m_document.policy(), original = m_original,
         options = m_options, path = m_path,
         ours = m_revision] { return previewFile(store, format, policy, original, options, path, ours); },
        [this, path = m_path, job, done](const Expected<FilePreview, FileFault> &preview) {
            endJob();
            if (job->cancelled)
                return done(Unexpected<FileFault>(cancelledFault(path)));
            done(preview);
        });
}

void PolicyFile::write(const QString &path, const Format &format, const RenderedFile &rendered, int stackIndex,
                       Existing existing, const Done &done)
{
    beginJob();
    m_watch->pause();
    runInBackground(
        m_jobs, this,
        [&store = m_store, path, bytes = rendered.bytes, existing,
         ours = m_revision]() -> Expected<Revision, FileFault> {
            Revision expected = ours;
            if (existing == Existing::Replace) {
                auto current = store.currentRevision(path);
                if (!current)
                    return Unexpected<FileFault>({path, std::move(current.error())});
                expected = *current;
            }
            auto saved = store.save(path, bytes, expected, QStringLiteral("save"));
            if (!saved)
                return Unexpected<FileFault>({path, std::move(saved.error())});
            return *saved;
        },
        [this, path, &format, rendered, stackIndex, done](const Expected<Revision, FileFault> &saved) {
            endJob();
            const auto *fault = saved ? nullptr : std::get_if<StoreError>(&saved.error().why);
            const bool isWritten = saved || (fault != nullptr && fault->code == StoreErrorCode::SavedNotDurable);
            if (isWritten) {
                m_stored = rendered.policy;
                adoptSaved(path, format, saved ? *saved : revisionOf(rendered.bytes), stackIndex);
            } else {
                m_watch->resume(m_revision);
            }
            done(saved ? std::optional<FileFault>() : saved.error());
        });
}

void PolicyFile::adoptSaved(const QString &path, const Format &format, const Revision &revision, int stackIndex)
{
    if (m_format != &format) {
        // The rows have no lines in a file of another format: it was written from the policy alone.
        m_original = {};
        m_options = {};
        m_notes.clear();
    }
    m_path = path;
    m_importedFrom.clear();
    m_format = &format;
    m_revision = revision;
    m_writable = true;
    m_savedAt = QDateTime::currentDateTime();
    m_watch->watch(path, revision);
    // An edit made while it was written is not in the file.
    if (m_document.undoStack()->index() == stackIndex)
        m_document.undoStack()->setClean();
    else
        m_document.undoStack()->resetClean();
    Q_EMIT stateChanged();
}

void PolicyFile::cancel()
{
    if (!m_job || !m_job->giveUp)
        return;
    // The worker comes to its end unheard: reading stops soon, parsing does not ask.
    const std::shared_ptr<Job> job = m_job;
    job->cancelled = true;
    endJob();
    job->giveUp();
}

void PolicyFile::keepMine()
{
    m_revision = m_onDisk;
    m_watch->watch(m_path, m_onDisk);
    m_document.undoStack()->resetClean();
    Q_EMIT stateChanged();
}

void PolicyFile::peek(const QString &path, const std::function<void(const Expected<ReadPolicy, FileFault> &)> &done)
{
    const auto job = beginJob();
    job->giveUp = [path, done] { done(Unexpected<FileFault>(cancelledFault(path))); };
    runInBackground(
        m_jobs, this,
        [&store = m_store, path, options = m_options, control = controlOf(job)] {
            return readPolicy(store, path, options, control);
        },
        [this, job, done](const Expected<ReadPolicy, FileFault> &read) {
            if (job->cancelled)
                return; // it was told
            endJob();
            done(read);
        });
}

LoadControl PolicyFile::controlOf(const std::shared_ptr<Job> &job)
{
    LoadControl control;
    control.progress = [job](qint64 bytes, qint64 total) {
        job->done = bytes;
        job->total = bytes < total ? total : 0; // all is read: now it is parsed
        return job->cancelled ? LoadStep::Cancel : LoadStep::Continue;
    };
    return control;
}

std::shared_ptr<PolicyFile::Job> PolicyFile::beginJob()
{
    m_job = std::make_shared<Job>();
    m_progressTimer.start();
    Q_EMIT busyChanged(true);
    return m_job;
}

void PolicyFile::endJob()
{
    m_job.reset();
    m_progressTimer.stop();
    Q_EMIT busyChanged(false);
}

} // namespace relaytab
