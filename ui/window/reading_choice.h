#pragma once

#include <QObject>

#include "backend/format/format.h"

class QAction;

namespace relaytab {

class PolicyDocument;
class PolicyFile;

/// Offers to read a registry file the other way where its first line and its encoding disagree. The action is visible
/// for such a file only and says which way is the other one. Edits are lost with the document, so it asks first.
class ReadingChoice : public QObject
{
    Q_OBJECT

public:
    ReadingChoice(QAction &action, PolicyFile &file, PolicyDocument &document, QWidget *window);

    /// The action was triggered, and no cell is being edited.
    void choose();
    /// Says it again, in another language.
    void retranslate() { show(); }

Q_SIGNALS:
    /// The file is to be read again, this way.
    void chosen(relaytab::RegReading reading);

private:
    void show();
    void ask(RegReading reading);

    QAction &m_action;
    PolicyFile &m_file;
    PolicyDocument &m_document;
    QWidget *m_window;
};

} // namespace relaytab
