#pragma once

#include <QWidget>

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

private:
    [[nodiscard]] int indexOf(const QWidget *page) const;

    CountTabBar *m_tabs;
    QStackedWidget *m_stack;
};

} // namespace relaytab
