#pragma once

#include <QTableView>
#include <QTimer>

#include "model/editing/paste.h"
#include "model/editing/rule_table_model.h"

namespace relaytab {

class InlineNote;
class RuleDelegate;

/// The rows of one list, or of all three: keys, selection and editing. What changes the policy is done by the model.
class RuleGrid : public QTableView
{
    Q_OBJECT

public:
    RuleGrid(PolicyDocument &document, RuleTableModel::Scope scope, QWidget *parent = nullptr);

    [[nodiscard]] RuleTableModel &rules() const { return *m_model; }
    /// Room for the header and three rows.
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Whether a changed cell lights up for a moment.
    void setMotion(bool moves) { m_moves = moves; }

    /// Selects the row, scrolls to it and gives it the focus. False when the filter hides it.
    bool showRow(RowPlace place, RuleTableModel::Column column = RuleTableModel::Net);
    void editCell(RowPlace place, RuleTableModel::Column column);

    void addRow();
    void removeRows();
    void duplicateRows();
    void toggleRows();
    void moveRows(int by);
    void copyRows() const;
    void pasteRows();
    /// Ends an edit as if Enter was pressed, without moving on.
    void commitEdit();

Q_SIGNALS:
    /// Rows came from the clipboard, or would not: what was bad is in `paste`.
    void pasted(relaytab::ListKind list, const relaytab::Paste &paste);
    /// The user ordered the view by a column.
    void sorted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;

private:
    void dress();
    void sizeColumns();
    void shareRest();
    void showCheck();
    void lightUp(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void moveToNextCell(const QModelIndex &from, int step);
    [[nodiscard]] QItemSelection chosenRows() const;

    PolicyDocument &m_document;
    RuleTableModel *m_model;
    RuleDelegate *m_delegate;
    InlineNote *m_note;
    bool m_moves = true;
    bool m_sizedByHand = false; ///< the user chose the width of a column
    bool m_sharing = false;
    bool m_newRowOpen = false; ///< an empty row was inserted for the edit that is under way
};

} // namespace relaytab
