#include "ui/grid/rule_lists.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/look/count_tab_bar.h"

namespace relaytab {

namespace {

constexpr std::array scopes{RuleTableModel::Scope::Deny, RuleTableModel::Scope::Allow, RuleTableModel::Scope::Local,
                            RuleTableModel::Scope::All};
constexpr int allTab = 3;

int tabOf(ListKind list)
{
    return static_cast<int>(list);
}

} // namespace

RuleLists::RuleLists(PolicyDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_tabs(new CountTabBar(this)), m_stack(new QStackedWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("listTabs"));
    for (std::size_t i = 0; i < scopes.size(); ++i) {
        m_pages.at(i) = new ListPage(document, scopes.at(i), this);
        m_stack->addWidget(m_pages.at(i));
        m_tabs->addTab(QString());
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        currentPage()->setFilter(m_filter);
        m_stack->setCurrentIndex(index);
        Q_EMIT scopeChanged();
    });
    connect(&document, &PolicyDocument::changed, this, &RuleLists::showCounts);
    connect(&document, &PolicyDocument::policyReset, this, &RuleLists::showCounts);
    retranslate();
    setScope(RuleTableModel::Scope::Allow);
}

RuleGrid *RuleLists::currentGrid() const
{
    return currentPage()->grid();
}

ListPage *RuleLists::currentPage() const
{
    return m_pages.at(static_cast<std::size_t>(m_tabs->currentIndex()));
}

RuleTableModel::Scope RuleLists::scope() const
{
    return scopes.at(static_cast<std::size_t>(m_tabs->currentIndex()));
}

void RuleLists::setScope(RuleTableModel::Scope scope)
{
    currentGrid()->commitEdit();
    m_tabs->setCurrentIndex(static_cast<int>(scope));
}

void RuleLists::showRow(RowPlace place, RuleTableModel::Column column)
{
    if (m_tabs->currentIndex() != allTab)
        m_tabs->setCurrentIndex(tabOf(place.list));
    if (currentGrid()->showRow(place, column))
        return;
    Q_EMIT filterLifted();
    currentGrid()->showRow(place, column);
}

void RuleLists::setFilter(const QString &text)
{
    m_filter = text;
    currentPage()->setFilter(text); // the others when they are shown
}

void RuleLists::setSeverity(ListKind list, std::optional<Severity> severity)
{
    const bool isGrave = severity && *severity != Severity::Note;
    m_tabs->setSeverity(tabOf(list), isGrave ? severity : std::nullopt);
}

void RuleLists::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RuleLists::retranslate()
{
    m_tabs->setTabText(0, tr("Deny"));
    m_tabs->setTabText(1, tr("Allow"));
    m_tabs->setTabText(2, tr("Local"));
    //: All three lists together.
    m_tabs->setTabText(allTab, tr("All"));
    m_tabs->setAccessibleName(tr("Lists"));
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_tabs->setAccessibleTabName(static_cast<int>(i), m_pages.at(i)->grid()->accessibleName());
    showCounts();
}

void RuleLists::showCounts()
{
    const QLocale locale;
    std::size_t all = 0;
    for (const ListKind list : allLists) {
        const std::size_t rules = m_document.policy().list(list).size();
        all += rules;
        const QString count = locale.toString(static_cast<qulonglong>(rules));
        //: Behind the name of a list: how many rules, and that the list is switched off.
        m_tabs->setCount(tabOf(list), m_document.policy().inForce(list) ? count : tr("%1 · off").arg(count));
    }
    m_tabs->setCount(allTab, locale.toString(static_cast<qulonglong>(all)));
}

} // namespace relaytab
