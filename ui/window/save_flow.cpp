#include "ui/window/save_flow.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <map>

#include "model/editing/document_analysis.h"
#include "model/wording/file_wording.h"
#include "model/wording/text.h"
#include "model/wording/wording.h"
#include "ui/window/file_dialogs.h"
#include "ui/window/typed_confirmation.h"

namespace relaytab {

namespace {

int invalidRows(const RelayPolicy &policy)
{
    int count = 0;
    for (const ListKind list : allLists) {
        for (const RuleList::RowView row : policy.list(list))
            count += row.rule() ? 0 : 1;
    }
    return count;
}

QString lossText(const std::vector<Loss> &losses)
{
    std::map<LossCode, std::size_t> counts;
    for (const Loss &loss : losses)
        ++counts[loss.code];
    QStringList lines;
    for (const auto &[code, count] : counts)
        lines.append(u"• " + FileWording().losses(code, count));
    return lines.join(u'\n');
}

} // namespace

SaveFlow::SaveFlow(PolicyFile &file, PolicyDocument &document, DocumentAnalysis &analysis, QWidget *window)
    : QObject(window), m_file(file), m_document(document), m_analysis(analysis), m_window(window)
{ }

void SaveFlow::save(const Done &done)
{
    if (m_file.path().isEmpty() || !m_file.isWritable() || m_file.format() == nullptr)
        return saveAs(done);
    begin({m_file.path(), m_file.format(), PolicyFile::Existing::MustBeOurs}, done);
}

void SaveFlow::saveAs(const Done &done)
{
    askWhere(m_file.path(), m_file.format(), done);
}

void SaveFlow::saveAsProject(const Done &done)
{
    const Format *project = formatById("yaml");
    QString path = m_file.path();
    if (!path.isEmpty()) {
        const QFileInfo file(path);
        const std::string_view suffix = project->suffixes.front();
        path = file.path() + u'/' + file.completeBaseName() + text(suffix);
    }
    askWhere(path, project, done);
}

void SaveFlow::askWhere(const QString &path, const Format *format, const Done &done)
{
    QFileDialog *dialog = makeSaveDialog(m_window, path, format);
    connect(dialog, &QDialog::finished, this, [this, dialog, done](int result) {
        dialog->deleteLater();
        if (result != QDialog::Accepted || dialog->selectedFiles().isEmpty()) {
            if (done)
                done(SaveResult::Cancelled);
            return;
        }
        const ChosenFile chosen = chosenFile(*dialog);
        const bool isOurs = chosen.path == m_file.path();
        begin({chosen.path, chosen.format, isOurs ? PolicyFile::Existing::MustBeOurs : PolicyFile::Existing::Replace},
              done);
    });
    dialog->open();
}

void SaveFlow::begin(const Target &target, const Done &done)
{
    if (m_isRunning || m_file.isBusy()) {
        if (done)
            done(SaveResult::Cancelled);
        return;
    }
    m_isRunning = true;
    m_target = target;
    m_done = done;
    askInvalidRows();
}

QMessageBox *SaveFlow::question(const QString &title, const QString &text) const
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, title, QMessageBox::Cancel, m_window);
    box->setInformativeText(text);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    return box;
}

void SaveFlow::askInvalidRows()
{
    const int rows = m_invalidRowsAccepted ? 0 : invalidRows(m_document.policy());
    if (rows == 0)
        return askOpenRelay();
    QMessageBox *box = question(tr("%Ln row(s) is/are no rule yet", "", rows),
                                tr("They are kept as they were typed, and match no address."));
    box->setObjectName(QStringLiteral("askInvalidRows"));
    QPushButton *save = box->addButton(tr("Save &anyway"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::finished, this, [this, box, save] {
        if (box->clickedButton() != save)
            return finish(SaveResult::Cancelled);
        m_invalidRowsAccepted = true;
        askOpenRelay();
    });
    box->open();
}

void SaveFlow::askOpenRelay()
{
    const Exposure exposure =
        m_analysis.knowsExposure() ? m_analysis.exposure() : exposureOf(m_document.policy(), m_analysis.reading());
    if (exposure.level != ExposureLevel::Open)
        return render();
    const QString phrase = m_file.path().isEmpty() ? QStringLiteral("open relay") : QFileInfo(m_file.path()).fileName();
    auto *box = new TypedConfirmation(tr("This policy is an open relay"), Wording().exposureReason(exposure), phrase,
                                      tr("Save &open relay"), m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [this](int result) {
        if (result == QDialog::Accepted)
            render();
        else
            finish(SaveResult::Cancelled);
    });
    box->open();
}

void SaveFlow::render()
{
    m_stackIndex = m_document.undoStack()->index();
    m_file.render(m_target.path, *m_target.format, [this](const Expected<RenderedFile, FileFault> &rendered) {
        if (rendered)
            return askLosses(*rendered);
        if (!isCancelled(rendered.error()))
            Q_EMIT failed(rendered.error());
        finish(isCancelled(rendered.error()) ? SaveResult::Cancelled : SaveResult::Failed);
    });
}

void SaveFlow::askLosses(const RenderedFile &rendered)
{
    const QString losses = lossText(rendered.losses);
    if (losses.isEmpty())
        return write(rendered);
    // What a file says beside its policy no other kind of file holds; the policy itself a project file does.
    const bool ofPolicy = std::ranges::any_of(rendered.losses, [](const Loss &loss) { return isRefused(loss.code); });
    const bool projectHelps = ofPolicy && m_target.format->id != "yaml";
    const QString title = ofPolicy ? tr("“%1” cannot hold everything").arg(FileWording::formatName(m_target.format->id))
                                   : tr("Not everything in the file carries over");
    QString text = tr("These would not be in the file:") + u"\n" + losses;
    if (projectHelps)
        text += u"\n\n" + tr("A YAML project keeps the whole policy.");
    QMessageBox *box = question(title, text);
    box->setObjectName(QStringLiteral("askLosses"));
    QPushButton *save = box->addButton(tr("Save &without them"), QMessageBox::AcceptRole);
    QPushButton *project =
        projectHelps ? box->addButton(tr("Save as YAML &project…"), QMessageBox::ActionRole) : nullptr;
    connect(box, &QMessageBox::finished, this, [this, box, save, project, rendered] {
        if (box->clickedButton() == save)
            return write(rendered);
        const Done done = m_done;
        const bool wantsProject = project != nullptr && box->clickedButton() == project;
        if (wantsProject)
            m_done = {};
        finish(SaveResult::Cancelled);
        if (wantsProject)
            saveAsProject(done);
    });
    box->open();
}

void SaveFlow::write(const RenderedFile &rendered)
{
    m_file.write(m_target.path, *m_target.format, rendered, m_stackIndex, m_target.existing,
                 [this](const std::optional<FileFault> &fault) {
                     if (fault)
                         Q_EMIT failed(*fault);
                     else
                         Q_EMIT saved(m_target.path);
                     finish(fault ? SaveResult::Failed : SaveResult::Saved);
                 });
}

void SaveFlow::finish(SaveResult result)
{
    m_isRunning = false;
    if (const Done done = std::exchange(m_done, {}))
        done(result);
}

} // namespace relaytab
