#include "ui/window/close_question.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "ui/window/save_flow.h"

namespace relaytab {

CloseQuestion::CloseQuestion(SaveFlow &saveFlow, QWidget *window)
    : QObject(window), m_saveFlow(saveFlow), m_window(window)
{ }

void CloseQuestion::ask(const QString &path)
{
    if (m_window->findChild<QMessageBox *>(QStringLiteral("askToClose")) != nullptr)
        return;
    const QString name = path.isEmpty() ? tr("Untitled") : QFileInfo(path).fileName();
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("askToClose"));
    box->setInformativeText(tr("They are lost otherwise."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *save = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(save);
    connect(box, &QMessageBox::finished, this, [this, box, save, discard] {
        if (box->clickedButton() == discard) {
            m_mayDiscard = true;
            m_window->close();
        } else if (box->clickedButton() == save) {
            m_saveFlow.save([this](SaveResult result) {
                if (result == SaveResult::Saved)
                    m_window->close();
                else
                    Q_EMIT cancelled();
            });
        } else {
            Q_EMIT cancelled();
        }
    });
    box->open();
}

} // namespace relaytab
