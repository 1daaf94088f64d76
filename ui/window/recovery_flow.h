#pragma once

#include <QObject>

#include "ui/files/autosave.h"

class QPushButton;

namespace relaytab {

class Banner;
class FileNotices;

/// What a program that died left behind, and that this one leaves nothing: offers drafts in a banner of its own, the
/// newest first and one at a time, takes them up, and keeps those of this window.
class RecoveryFlow : public QObject
{
    Q_OBJECT

public:
    RecoveryFlow(DraftStore &drafts, QThreadPool &jobs, const AutosaveTimes &times, PolicyDocument &document,
                 PolicyFile &file, Banner &banner, FileNotices &notices, QObject *parent = nullptr);

    /// Asks what shall become of them. Who does not answer finds them again at the next start.
    void offer(const QList<AbandonedDraft> &drafts);
    /// Where nobody is at work in the window yet.
    void focusOffer();
    using Answer = std::optional<FileFault>; ///< nothing: it is restored
    /// What became of the draft that restoreRequested() told.
    void takeAnswer(const Answer &fault);

    /// Nothing is lost when another document takes the place of this one.
    [[nodiscard]] bool isReplaceable() const;
    /// Makes the draft the document of this window.
    void restore(const AbandonedDraft &draft, const std::function<void(const Answer &)> &done);
    /// The window closes, and nothing in it is worth keeping any more.
    void discard() { m_autosave.discard(); }
    /// Says it again, in another language.
    void retranslate() { show(); }

Q_SIGNALS:
    /// Some window, this one or another, is to take it up.
    void restoreRequested(const relaytab::AbandonedDraft &draft);
    /// The document is one that was restored.
    void restored();

private:
    void show();
    void next();
    void turnDown();

    DraftStore &m_drafts;
    QThreadPool &m_jobs;
    PolicyDocument &m_document;
    PolicyFile &m_file;
    Banner &m_banner;
    FileNotices &m_notices;
    Autosave m_autosave;
    QList<QPushButton *> m_buttons; ///< of the banner
    QList<AbandonedDraft> m_offered; ///< the first is asked about
    bool m_isRestoring = false; ///< the first
};

} // namespace relaytab
