#pragma once

#include <QLineEdit>

namespace relaytab {

/// The field for one client. A list that is pasted or dropped into it is not taken but told: a line has no room for it.
class ClientEdit : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

Q_SIGNALS:
    void listPasted(const QString &text);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// True when the text is a list, which was told then.
    bool tellList(const QString &text);
};

} // namespace relaytab
