#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

#include "ui/grid/live_check.h"

namespace relaytab {

class EntryEdit;
class PolicyDocument;

/// Draws the cells of the rule grid, and checks what is typed into them.
class RuleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RuleDelegate(const PolicyDocument &document, QObject *parent = nullptr);

    /// What is said about the cell that is being edited; its severity is empty when no cell is, or all is well.
    [[nodiscard]] const LiveCheck &check() const { return m_check; }
    [[nodiscard]] QModelIndex editedIndex() const { return m_edited; }
    /// The cell lights up until it is unlit.
    void setLit(const QModelIndex &index, bool lit);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;

Q_SIGNALS:
    /// check() or editedIndex() is new.
    void checkChanged() const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void checkTyped(EntryEdit &editor, const QModelIndex &index, const QString &text) const;
    void paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStatus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] static QColor groundOf(const QStyleOptionViewItem &option);
    [[nodiscard]] QColor textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const PolicyDocument &m_document;
    // The view's calls that begin and end an edit are const.
    mutable LiveCheck m_check;
    mutable QPersistentModelIndex m_edited;
    QList<QPersistentModelIndex> m_lit;
};

} // namespace relaytab
