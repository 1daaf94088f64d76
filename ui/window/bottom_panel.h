#pragma once

#include <QHash>
#include <QWidget>

#include <optional>

#include "model/analysis/finding.h"

class QStackedWidget;

namespace relaytab {

class CountTabBar;

/// The tabs below the lists.
class BottomPanel : public QWidget
{
    Q_OBJECT

public:
    explicit BottomPanel(QWidget *parent = nullptr);

    void addPage(QWidget *page);
    /// Takes the page out without deleting it.
    void removePage(QWidget *page);
    [[nodiscard]] QList<QWidget *> pages() const;
    [[nodiscard]] bool holds(const QWidget *page) const;
    void showPage(QWidget *page);
    void setTitle(const QWidget *page, const QString &title);
    void setCount(const QWidget *page, const QString &count);
    void setSeverity(const QWidget *page, std::optional<Severity> severity);

private:
    /// What is read out: title and count.
    void nameTab(const QWidget *page);
    [[nodiscard]] int indexOf(const QWidget *page) const;

    CountTabBar *m_tabs;
    QStackedWidget *m_stack;
    QHash<const QWidget *, QString> m_counts;
};

} // namespace relaytab
