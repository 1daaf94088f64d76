#include "ui/window/help_dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QUndoView>
#include <QVBoxLayout>

#include "ui/window/shortcuts_dialog.h"

namespace relaytab {

namespace {

class HelpDialogs
{
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

bool raiseOpen(const QWidget *window, const QString &objectName)
{
    auto *open = window->findChild<QDialog *>(objectName);
    if (open == nullptr)
        return false;
    open->raise();
    open->activateWindow();
    return true;
}

} // namespace

void showHistory(QUndoStack &undoStack, QWidget *window)
{
    const QString name = QStringLiteral("historyDialog");
    if (raiseOpen(window, name))
        return;
    auto *dialog = new QDialog(window);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(HelpDialogs::tr("History"));
    auto *view = new QUndoView(&undoStack, dialog);
    //: The first line of the history: the policy before every edit
    view->setEmptyLabel(HelpDialogs::tr("As it was opened"));
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(dialog->windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(view);
    layout->addWidget(buttons);
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 56, dialog->fontMetrics().height() * 24);
    dialog->show();
}

void showShortcuts(const Actions &actions, QWidget *window)
{
    if (raiseOpen(window, QStringLiteral("shortcutsDialog")))
        return;
    auto *dialog = new ShortcutsDialog(actions, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(HelpDialogs::tr("About Relaytab"));
    box->setText(QStringLiteral("Relaytab %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(HelpDialogs::tr("Edits SMTP relay restrictions as Microsoft described them in KB Q193922, "
                                            "on exact sets of addresses. Free software under the MIT licence."));
    box->open();
}

} // namespace relaytab
