#include "ui/window/reading_choice.h"

#include <QAction>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "model/editing/policy_document.h"
#include "ui/files/policy_file.h"

namespace relaytab {

ReadingChoice::ReadingChoice(QAction &action, PolicyFile &file, PolicyDocument &document, QWidget *window)
    : QObject(window), m_action(action), m_file(file), m_document(document), m_window(window)
{
    connect(&file, &PolicyFile::stateChanged, this, &ReadingChoice::show);
    show();
}

void ReadingChoice::show()
{
    const auto other = m_file.otherReading();
    m_action.setVisible(other.has_value());
    if (other == RegReading::ByEncoding) {
        //: Of a registry file, whose encoding and first line disagree about how its lists are stored
        m_action.setText(tr("Read lists &by the encoding"));
        m_action.setToolTip(tr("Reads the file again, and its lists as its encoding says"));
    } else {
        //: Of a registry file, whose encoding and first line disagree about how its lists are stored
        m_action.setText(tr("Read lists &by the first line"));
        m_action.setToolTip(tr("Reads the file again, and its lists as its first line says"));
    }
}

void ReadingChoice::choose()
{
    const auto other = m_file.otherReading();
    if (!other || m_file.isBusy())
        return;
    if (m_document.isModified())
        ask(*other);
    else
        Q_EMIT chosen(*other);
}

void ReadingChoice::ask(RegReading reading)
{
    const QString name = m_file.path().isEmpty() ? tr("Untitled") : QFileInfo(m_file.path()).fileName();
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved changes"), tr("Discard the changes to %1?").arg(name),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("askToReadAgain"));
    box->setInformativeText(tr("Reading the file the other way makes other rows of it."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *discard = box->addButton(tr("&Discard and read"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::finished, this, [this, box, discard, reading] {
        if (box->clickedButton() == discard)
            Q_EMIT chosen(reading);
    });
    box->open();
}

} // namespace relaytab
