#include "ui/tester/client_edit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include "model/editing/client_list.h"

namespace relaytab {

bool ClientEdit::tellList(const QString &text)
{
    if (!isClientList(text))
        return false;
    Q_EMIT listPasted(text);
    return true;
}

void ClientEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && tellList(QGuiApplication::clipboard()->text()))
        return;
    QLineEdit::keyPressEvent(event);
}

void ClientEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto *paste = menu->findChild<QAction *>(QStringLiteral("edit-paste"))) {
        paste->disconnect(this);
        connect(paste, &QAction::triggered, this, [this] {
            if (!tellList(QGuiApplication::clipboard()->text()))
                this->paste();
        });
    }
    menu->popup(event->globalPos());
}

void ClientEdit::dropEvent(QDropEvent *event)
{
    if (tellList(event->mimeData()->text()))
        event->acceptProposedAction();
    else
        QLineEdit::dropEvent(event);
}

void ClientEdit::mouseReleaseEvent(QMouseEvent *event)
{
    // The middle button pastes what is selected elsewhere, where the platform has such a thing.
    const QClipboard *clipboard = QGuiApplication::clipboard();
    if (event->button() == Qt::MiddleButton && clipboard->supportsSelection()
        && tellList(clipboard->text(QClipboard::Selection)))
        return;
    QLineEdit::mouseReleaseEvent(event);
}

} // namespace relaytab
