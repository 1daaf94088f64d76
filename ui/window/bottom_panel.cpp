#include "ui/window/bottom_panel.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/look/count_tab_bar.h"

namespace relaytab {

BottomPanel::BottomPanel(QWidget *parent)
    : QWidget(parent), m_tabs(new CountTabBar(this)), m_stack(new QStackedWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("bottomTabs"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
}

void BottomPanel::addPage(QWidget *page)
{
    m_stack->addWidget(page);
    m_tabs->addTab(QString());
}

void BottomPanel::removePage(QWidget *page)
{
    const int index = indexOf(page);
    m_stack->removeWidget(page);
    m_tabs->removeTab(index);
}

QList<QWidget *> BottomPanel::pages() const
{
    QList<QWidget *> pages;
    for (int i = 0; i < m_stack->count(); ++i)
        pages.append(m_stack->widget(i));
    return pages;
}

bool BottomPanel::holds(const QWidget *page) const
{
    return indexOf(page) >= 0;
}

void BottomPanel::showPage(QWidget *page)
{
    if (holds(page))
        m_tabs->setCurrentIndex(indexOf(page));
}

void BottomPanel::setTitle(const QWidget *page, const QString &title)
{
    if (holds(page))
        m_tabs->setTabText(indexOf(page), title);
    nameTab(page);
}

void BottomPanel::setCount(const QWidget *page, const QString &count)
{
    if (holds(page))
        m_tabs->setCount(indexOf(page), count);
    m_counts[page] = count;
    nameTab(page);
}

void BottomPanel::nameTab(const QWidget *page)
{
    if (holds(page))
        m_tabs->setAccessibleTabName(indexOf(page),
                                     QString(m_tabs->tabText(indexOf(page)) + u' ' + m_counts[page]).trimmed());
}

void BottomPanel::setSeverity(const QWidget *page, std::optional<Severity> severity)
{
    if (holds(page))
        m_tabs->setSeverity(indexOf(page), severity);
}

int BottomPanel::indexOf(const QWidget *page) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        if (m_stack->widget(i) == page)
            return i;
    }
    return -1;
}

} // namespace relaytab
