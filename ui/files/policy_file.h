#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

#include "ui/files/disk_watch.h"
#include "ui/files/policy_io.h"

class QThreadPool;

namespace relaytab {

class PolicyDocument;
struct RestoredPolicy;

/// The file behind a document: where it is, how it is read and written, and whether it is still what was read. Works in
/// a worker thread, one job at a time. What has to be asked is asked elsewhere (SaveFlow).
class PolicyFile : public QObject
{
    Q_OBJECT

public:
    PolicyFile(Store &store, QThreadPool &jobs, PolicyDocument &document, std::unique_ptr<DiskWatch> watch,
               QObject *parent = nullptr);
    ~PolicyFile() override;

    /// Empty until the policy was saved or opened.
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Null until the policy was saved, opened or imported.
    [[nodiscard]] const Format *format() const { return m_format; }
    [[nodiscard]] const std::vector<FormatNote> &notes() const { return m_notes; }
    /// What is on disk as far as we know; empty while there is no file.
    [[nodiscard]] const Revision &revision() const { return m_revision; }
    /// What the document was read from.
    [[nodiscard]] KeptFile source() const { return {m_format, m_original}; }
    [[nodiscard]] const ParseOptions &options() const { return m_options; }
    /// The policy as it was opened, saved or begun: what the document is compared with.
    [[nodiscard]] const RelayPolicy &stored() const { return m_stored; }
    /// False: `readOnlyReason` says why.
    [[nodiscard]] bool isWritable() const { return m_writable; }
    [[nodiscard]] const StoreError &readOnlyReason() const { return m_readOnlyReason; }
    /// When this program last wrote it; invalid when it has not.
    [[nodiscard]] const QDateTime &savedAt() const { return m_savedAt; }
    [[nodiscard]] bool isBusy() const { return m_job != nullptr; }

    enum class OpenAs : std::uint8_t {
        File, ///< Save goes back to it
        Import, ///< untitled; the file is never written
    };
    using Done = std::function<void(const std::optional<FileFault> &)>;
    /// Reads the file and resets the document to it. On a fault document and file are as before.
    void open(const QString &path, OpenAs how, const Done &done);
    /// Reads the file that the document came from once more, and as it was: to save it or as an import.
    void readAgain(RegReading reading, const Done &done);
    /// How its file can be read as well, and says something else then; nothing for nearly every file.
    [[nodiscard]] std::optional<RegReading> otherReading() const;

    using Restored = std::function<void(const Expected<std::shared_ptr<DraftKeeper>, FileFault> &)>;
    /// Takes a draft up: the document is what it was when its program died, modified, and on the file that it was on.
    /// Hands out the keeper of the draft. On a fault document, file and draft are as before.
    void restore(DraftStore &drafts, const AbandonedDraft &draft, const Restored &done);

    /// Starts an empty, untitled policy.
    void startNew();

    using Rendered = std::function<void(const Expected<RenderedFile, FileFault> &)>;
    /// Renders the document for a format; writes nothing.
    void render(const QString &path, const Format &format, const Rendered &done);

    using Previewed = std::function<void(const Expected<FilePreview, FileFault> &)>;
    /// What saving to the file it came from would write, beside what is there. There is such a file.
    void preview(const Previewed &done);

    enum class Existing : std::uint8_t {
        MustBeOurs, ///< the file must still be what was read
        Replace, ///< whatever is there now; it is backed up
    };
    /// Writes what was rendered from the document as it was at `stackIndex` of its undo stack.
    void write(const QString &path, const Format &format, const RenderedFile &rendered, int stackIndex,
               Existing existing, const Done &done);

    /// Gives up the job that is running: its result is Cancelled, at once. Writing cannot be given up.
    void cancel();

    /// Looks whether the content on disk is still what was read.
    void checkDisk() { m_watch->checkNow(); }
    /// The user's version is the one that counts: the next save replaces what is on disk now.
    void keepMine();
    /// What a file holds, this one or another, without touching the document. Read with the options of this one.
    void peek(const QString &path, const std::function<void(const Expected<ReadPolicy, FileFault> &)> &done);

Q_SIGNALS:
    /// Path, format, writability or time of saving is new.
    void stateChanged();
    /// A job runs or has ended.
    void busyChanged(bool busy);
    /// Told while a job runs. Bytes; total 0: nobody knows how long it takes.
    void progressed(qint64 done, qint64 total);
    /// Somebody else changed or removed the file, or put it back as it was (Known).
    void diskChanged(relaytab::DiskContent content);

private:
    /// What a running job and the window share.
    struct Job {
        std::atomic<bool> cancelled = false;
        std::atomic<qint64> done = 0; ///< bytes
        std::atomic<qint64> total = 0; ///< bytes; 0: not known
        std::function<void()> giveUp = {}; ///< tells who waits; nothing for a job that cannot be given up
    };

    [[nodiscard]] static LoadControl controlOf(const std::shared_ptr<Job> &job);
    std::shared_ptr<Job> beginJob();
    void endJob();
    void read(const QString &path, OpenAs how, const ParseOptions &options, const Done &done);
    void adopt(const ReadPolicy &read, const QString &path, OpenAs how);
    void adoptRestored(const RestoredPolicy &restored);
    void adoptSaved(const QString &path, const Format &format, const Revision &revision, int stackIndex);

    Store &m_store;
    QThreadPool &m_jobs;
    PolicyDocument &m_document;
    std::unique_ptr<DiskWatch> m_watch;
    QString m_path;
    QString m_importedFrom; ///< until it is saved; empty: it is no import
    const Format *m_format = nullptr;
    ParseOptions m_options;
    KeptBytes m_original;
    RelayPolicy m_stored;
    Revision m_revision;
    Revision m_onDisk; ///< what the watch saw last
    std::vector<FormatNote> m_notes;
    bool m_writable = true;
    StoreError m_readOnlyReason;
    QDateTime m_savedAt;
    std::shared_ptr<Job> m_job; ///< null while nothing runs
    QTimer m_progressTimer;
};

} // namespace relaytab
