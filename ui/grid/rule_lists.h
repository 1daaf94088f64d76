#pragma once

#include <QWidget>

#include <array>

#include "ui/grid/list_page.h"

class QStackedWidget;

namespace relaytab {

class CountTabBar;

/// Deny, Allow, Local and All as tabs with counts.
class RuleLists : public QWidget
{
    Q_OBJECT

public:
    explicit RuleLists(PolicyDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] RuleGrid *currentGrid() const;
    [[nodiscard]] RuleTableModel::Scope scope() const;
    [[nodiscard]] const std::array<ListPage *, 4> &pages() const { return m_pages; }
    [[nodiscard]] CountTabBar *tabs() const { return m_tabs; }

    void setScope(RuleTableModel::Scope scope);
    /// Shows the row in its own list, or stays in All; lifts a filter that hides it.
    void showRow(RowPlace place, RuleTableModel::Column column = RuleTableModel::Net);
    void setFilter(const QString &text);
    /// The gravest finding of a list, shown at its tab; Note is none.
    void setSeverity(ListKind list, std::optional<Severity> severity);

Q_SIGNALS:
    void scopeChanged();
    /// The filter was lifted to show a row.
    void filterLifted();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] ListPage *currentPage() const;
    void retranslate();
    void showCounts();

    PolicyDocument &m_document;
    CountTabBar *m_tabs;
    QStackedWidget *m_stack;
    std::array<ListPage *, 4> m_pages{};
    QString m_filter;
};

} // namespace relaytab
