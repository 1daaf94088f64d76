#include "ui/window/recovery_flow.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QThreadPool>

#include "model/editing/policy_document.h"
#include "model/wording/file_wording.h"
#include "ui/files/policy_file.h"
#include "ui/window/banner.h"
#include "ui/window/fault_text.h"
#include "ui/window/file_notices.h"

namespace relaytab {

namespace {

/// Whether another program, or another window, was first.
bool isTaken(const FileFault &fault)
{
    const auto *store = std::get_if<StoreError>(&fault.why);
    return store != nullptr && (store->code == StoreErrorCode::Locked || store->code == StoreErrorCode::NotFound);
}

QString textOf(const AbandonedDraft &draft)
{
    const FileWording wording;
    const QString name = QFileInfo(draft.path).fileName();
    const QDateTime time = draft.time.toLocalTime();
    return draft.state == AbandonedDraft::State::Whole
        ? wording.draftFound(name, time)
        : wording.draftDamaged(name, time, QDir::toNativeSeparators(draft.file));
}

} // namespace

RecoveryFlow::RecoveryFlow(DraftStore &drafts, QThreadPool &jobs, const AutosaveTimes &times, PolicyDocument &document,
                           PolicyFile &file, Banner &banner, FileNotices &notices, QObject *parent)
    : QObject(parent),
      m_drafts(drafts),
      m_jobs(jobs),
      m_document(document),
      m_file(file),
      m_banner(banner),
      m_notices(notices),
      m_autosave(drafts, jobs, document, file, times)
{
    connect(&m_autosave, &Autosave::failed, this, [this](const FileFault &fault) {
        m_notices.showRemark([fault] { return FileWording::draftNotKept(faultText(fault)); });
    });
}

void RecoveryFlow::offer(const QList<AbandonedDraft> &drafts)
{
    m_offered = drafts;
    show();
}

void RecoveryFlow::show()
{
    const bool hadFocus = m_banner.isAncestorOf(QApplication::focusWidget());
    if (m_offered.isEmpty()) {
        m_buttons.clear();
        m_banner.hide();
        return;
    }
    const AbandonedDraft &draft = m_offered.constFirst();
    QString text = textOf(draft);
    if (const auto more = static_cast<int>(m_offered.size()) - 1; more > 0)
        text += u' ' + FileWording().moreDrafts(more);
    m_banner.showMessage(ColorRole::Note, text);
    m_banner.setToolTip(QDir::toNativeSeparators(draft.path));
    m_buttons.clear();
    if (draft.state == AbandonedDraft::State::Whole) {
        m_buttons.append(m_banner.addButton(tr("Restore m&y changes")));
        connect(m_buttons.last(), &QPushButton::clicked, this, [this, draft] {
            m_isRestoring = true;
            show();
            Q_EMIT restoreRequested(draft);
        });
    }
    m_buttons.append(m_banner.addButton(tr("&Keep for later")));
    m_buttons.last()->setToolTip(tr("They are offered again at the next start"));
    connect(m_buttons.last(), &QPushButton::clicked, this, &RecoveryFlow::next);
    m_buttons.append(m_banner.addButton(tr("Discard the&m")));
    m_buttons.last()->setToolTip(tr("Removes them for good; the file stays as it is"));
    connect(m_buttons.last(), &QPushButton::clicked, this, &RecoveryFlow::turnDown);
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(!m_isRestoring);
    if (hadFocus)
        focusOffer();
}

void RecoveryFlow::focusOffer()
{
    if (!m_buttons.isEmpty())
        m_buttons.constFirst()->setFocus(Qt::OtherFocusReason);
}

void RecoveryFlow::next()
{
    m_isRestoring = false;
    m_offered.removeFirst();
    show();
}

void RecoveryFlow::turnDown()
{
    m_jobs.start([&drafts = m_drafts, draft = m_offered.constFirst()] { drafts.remove(draft); });
    next();
}

void RecoveryFlow::takeAnswer(const Answer &fault)
{
    if (m_offered.isEmpty())
        return;
    m_isRestoring = false;
    if (!fault)
        return next();
    if (isCancelled(*fault))
        return show();
    if (isTaken(*fault)) {
        m_notices.showRemark([] { return FileWording::draftTaken(); });
        return next();
    }
    m_offered.first().state = AbandonedDraft::State::Damaged;
    show();
}

bool RecoveryFlow::isReplaceable() const
{
    return !m_document.isModified() && !m_file.isBusy();
}

void RecoveryFlow::restore(const AbandonedDraft &draft, const std::function<void(const Answer &)> &done)
{
    m_file.restore(m_drafts, draft, [this, done](const Expected<std::shared_ptr<DraftKeeper>, FileFault> &keeper) {
        if (!keeper)
            return done(keeper.error());
        m_autosave.adopt(*keeper);
        Q_EMIT restored();
        done({});
    });
}

} // namespace relaytab
