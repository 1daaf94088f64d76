#pragma once

#include <QObject>

#include "ui/files/policy_file.h"

class QMessageBox;
class QWidget;

namespace relaytab {

class DocumentAnalysis;

enum class SaveResult : std::uint8_t { Saved, Cancelled, Failed };

/// Saving with all that has to be asked first, one question after the other and each at most once a save: where to,
/// rows that are no rules, an open relay, what the format cannot hold. Nothing is written before all is answered.
class SaveFlow : public QObject
{
    Q_OBJECT

public:
    SaveFlow(PolicyFile &file, PolicyDocument &document, DocumentAnalysis &analysis, QWidget *window);

    using Done = std::function<void(SaveResult)>;
    /// To the file it came from; asks where when there is none.
    void save(const Done &done = {});
    void saveAs(const Done &done = {});
    /// Asks where, with a project file as the proposal.
    void saveAsProject(const Done &done = {});
    /// Another document: questions that were answered are open again.
    void forgetAnswers() { m_invalidRowsAccepted = false; }

Q_SIGNALS:
    void failed(const relaytab::FileFault &fault);
    void saved(const QString &path);

private:
    struct Target {
        QString path;
        const Format *format = nullptr;
        PolicyFile::Existing existing = PolicyFile::Existing::MustBeOurs;
    };

    void askWhere(const QString &path, const Format *format, const Done &done);
    void begin(const Target &target, const Done &done);
    void askInvalidRows();
    void askOpenRelay();
    void render();
    void askLosses(const RenderedFile &rendered);
    void write(const RenderedFile &rendered);
    void finish(SaveResult result);
    [[nodiscard]] QMessageBox *question(const QString &title, const QString &text) const;

    PolicyFile &m_file;
    PolicyDocument &m_document;
    DocumentAnalysis &m_analysis;
    QWidget *m_window;
    bool m_invalidRowsAccepted = false;
    bool m_isRunning = false;
    Target m_target;
    Done m_done;
    int m_stackIndex = 0;
};

} // namespace relaytab
