#pragma once

#include <QTableView>

#include "model/policy/relay_policy.h"

namespace relaytab {

class ClientListModel;
struct ClientLines;

/// The table of many clients. Enter goes to the deciding row or, when no row decided, asks the tester; Shift+Enter asks
/// the tester in any case. Ctrl+C asks for what is selected, or for all; Ctrl+V brings another list.
class ClientListView : public QTableView
{
    Q_OBJECT

public:
    explicit ClientListView(ClientListModel &model, QWidget *parent = nullptr);

    void goToDecidingRow();
    void testCurrent();

Q_SIGNALS:
    void rowRequested(relaytab::RowPlace place);
    void testRequested(const QString &client);
    void pasteRequested();
    void copyRequested(const relaytab::ClientLines &lines);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copy();
    void dress();
    void shareRest();

    ClientListModel &m_model;
};

} // namespace relaytab
