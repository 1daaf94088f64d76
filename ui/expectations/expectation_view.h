#pragma once

#include <QTableView>

namespace relaytab {

class ExpectationsModel;
class InlineNote;

/// The table of expectations. Typing or F2 edits a cell, Space ticks, Insert goes to the blank row, Delete removes,
/// Enter on a result asks the tester about it.
class ExpectationView : public QTableView
{
    Q_OBJECT

public:
    explicit ExpectationView(ExpectationsModel &model, QWidget *parent = nullptr);

    /// Goes to the blank row and opens it.
    void editNew();
    void removeSelected();
    /// Takes what is being typed, if it can stand.
    void commitEdit();

Q_SIGNALS:
    /// The result of the row is to be looked at.
    void resultRequested(const QModelIndex &index);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
    void shareRest();

    ExpectationsModel &m_model;
    InlineNote *m_note;
};

} // namespace relaytab
