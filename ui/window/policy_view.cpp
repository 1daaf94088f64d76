#include "ui/window/policy_view.h"

#include <QSplitter>
#include <QVBoxLayout>

#include "ui/grid/rule_lists.h"
#include "ui/routing/flags_panel.h"

namespace relaytab {

PolicyView::PolicyView(PolicyDocument &document, QWidget *parent)
    : QWidget(parent),
      m_flags(new FlagsPanel(document, this)),
      m_lists(new RuleLists(document, this)),
      m_columns(new QSplitter(Qt::Horizontal, this)),
      m_rows(new QSplitter(Qt::Vertical, this))
{
    auto *policy = new QWidget(this);
    auto *policyLayout = new QVBoxLayout(policy);
    policyLayout->setContentsMargins(0, 0, 0, 0);
    policyLayout->setSpacing(0);
    policyLayout->addWidget(m_flags);
    policyLayout->addWidget(m_lists, 1);
    m_rows->addWidget(policy);
    m_rows->setChildrenCollapsible(false);
    m_columns->addWidget(m_rows);
    m_columns->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

QByteArray PolicyView::columnsState() const
{
    return m_columns->saveState();
}

QByteArray PolicyView::rowsState() const
{
    return m_rows->saveState();
}

void PolicyView::restoreSplits(const QByteArray &columns, const QByteArray &rows)
{
    m_columns->restoreState(columns);
    m_rows->restoreState(rows);
}

} // namespace relaytab
