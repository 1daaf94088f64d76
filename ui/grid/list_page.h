#pragma once

#include <QWidget>

#include "ui/grid/rule_grid.h"

class QPushButton;

namespace relaytab {

class GridNote;
class TintedLabel;

/// One tab: the grid, above it a line that says when the list has no effect, and in it what an empty list means.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    ListPage(PolicyDocument &document, RuleTableModel::Scope scope, QWidget *parent = nullptr);

    [[nodiscard]] RuleGrid *grid() const { return m_grid; }
    void setFilter(const QString &text);
    /// Said once: that sorting changes the view only.
    void showOrderHint();

Q_SIGNALS:
    /// The filter has no hit, and the user wants to know what happens to that address.
    void testRequested(const QString &address);
    void orderHintDismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();
    [[nodiscard]] QString emptyText() const;

    PolicyDocument &m_document;
    RuleTableModel::Scope m_scope;
    RuleGrid *m_grid;
    GridNote *m_note;
    QWidget *m_line;
    TintedLabel *m_lineText;
    QPushButton *m_lineAction;
    bool m_orderHint = false;
};

} // namespace relaytab
