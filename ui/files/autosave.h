#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

#include "ui/files/policy_io.h"

class QThreadPool;

namespace relaytab {

class PolicyDocument;
class PolicyFile;

struct AutosaveTimes {
    std::chrono::milliseconds settle{3000}; ///< from an edit to its draft, so that a burst of edits is one
    std::chrono::milliseconds interval{30000}; ///< between the beginnings of two drafts while editing goes on
};

/// Keeps a draft of the document while it is modified, for the case that the program dies. Works in the background;
/// writes nothing while nothing changed. A draft that is not discarded stays when this goes.
class Autosave : public QObject
{
    Q_OBJECT

public:
    Autosave(DraftStore &drafts, QThreadPool &jobs, PolicyDocument &document, PolicyFile &file,
             const AutosaveTimes &times, QObject *parent = nullptr);
    ~Autosave() override;

    /// The document as it is now comes from this keeper's draft, which stands for it until the next one.
    void adopt(const std::shared_ptr<DraftKeeper> &keeper);
    /// The document was saved or given up: its draft goes.
    void discard();

Q_SIGNALS:
    /// A draft could not be kept. Told once, until one could.
    void failed(const relaytab::FileFault &fault);

private:
    /// From the first edit of a clean document until it is clean again; shared with the workers.
    struct Life;

    void look();
    void start();
    void keep();

    DraftStore &m_drafts;
    QThreadPool &m_jobs;
    PolicyDocument &m_document;
    PolicyFile &m_file;
    AutosaveTimes m_times;
    QTimer m_timer;
    QElapsedTimer m_sinceKept; ///< invalid before the first draft of a life
    std::shared_ptr<Life> m_life; ///< null: there is no draft
    bool m_isRunning = false;
    bool m_isPending = false; ///< something changed that no draft has
    bool m_wasTold = false; ///< that it failed
};

} // namespace relaytab
