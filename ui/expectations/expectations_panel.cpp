#include "ui/expectations/expectations_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>

#include "model/editing/expectations_model.h"
#include "model/editing/policy_document.h"
#include "model/editing/tester.h"
#include "model/wording/expectation_wording.h"
#include "model/wording/wording.h"
#include "ui/expectations/expectation_view.h"
#include "ui/look/tinted_label.h"

namespace relaytab {

ExpectationsPanel::ExpectationsPanel(PolicyDocument &document, const ExpectationChecks &checks, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_checks(checks),
      m_model(new ExpectationsModel(document, checks, this)),
      m_view(new ExpectationView(*m_model, this)),
      m_state(new TintedLabel(this)),
      m_add(new QPushButton(this)),
      m_remove(new QPushButton(this)),
      m_test(new QPushButton(this))
{
    setObjectName(QStringLiteral("expectationsPanel"));
    m_state->setObjectName(QStringLiteral("expectationsState"));
    m_state->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("addExpectation"));
    m_remove->setObjectName(QStringLiteral("removeExpectations"));
    m_test->setObjectName(QStringLiteral("testExpectation"));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(18, 6, 12, 6);
    top->setSpacing(8);
    top->addWidget(m_state, 1);
    for (QPushButton *button : {m_test, m_add, m_remove})
        top->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_add, &QPushButton::clicked, m_view, &ExpectationView::editNew);
    connect(m_remove, &QPushButton::clicked, m_view, &ExpectationView::removeSelected);
    connect(m_test, &QPushButton::clicked, this, [this] { test(m_view->currentIndex()); });
    connect(m_view, &ExpectationView::resultRequested, this, &ExpectationsPanel::test);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExpectationsPanel::showButtons);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExpectationsPanel::showButtons);
    connect(&checks, &ExpectationChecks::checked, this, &ExpectationsPanel::showState);
    retranslate();
}

void ExpectationsPanel::commitEdit()
{
    m_view->commitEdit();
}

void ExpectationsPanel::test(const QModelIndex &index)
{
    const Expectation *expectation = m_model->expectationAt(index);
    if (expectation == nullptr)
        return;
    const ExpectationResult *result = m_model->resultAt(index);
    const auto written = [](const Address &address) { return QString::fromStdString(toText(address)); };
    Q_EMIT testRequested({.client = result != nullptr && result->check.witness ? written(*result->check.witness)
                                                                               : Wording::entry(expectation->client),
                          .server = expectation->server ? written(*expectation->server) : QString(),
                          .authenticated = expectation->authenticated});
}

void ExpectationsPanel::showState()
{
    const bool isEmpty = m_document.policy().expectations.empty();
    const QString text = isEmpty
        ? tr("No expectations yet. Type an address or a net that must stay allowed or refused; edits that break it "
             "are told at once.")
        : ExpectationWording().summary(m_checks.holding(), m_checks.checkedCount());
    const bool isBroken = m_checks.holding() < m_checks.checkedCount();
    if (isBroken)
        m_state->setRole(ColorRole::Danger);
    else
        m_state->setQuiet();
    const bool isNew = text != m_state->text();
    m_state->setText(text);
    if (isNew && !isEmpty)
        announce(m_state, isBroken ? Announcement::Alert : Announcement::Polite);
    showButtons();
}

void ExpectationsPanel::showButtons()
{
    m_test->setEnabled(m_model->expectationAt(m_view->currentIndex()) != nullptr);
    bool canRemove = false;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        canRemove = canRemove || index.row() < m_model->blankRow();
    m_remove->setEnabled(canRemove);
}

void ExpectationsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ExpectationsPanel::retranslate()
{
    m_model->setLocale(QLocale());
    m_state->setAccessibleName(tr("State of the expectations"));
    m_add->setText(tr("Add"));
    m_add->setToolTip(
        tr("Add an expectation (%1)").arg(QKeySequence(Qt::Key_Insert).toString(QKeySequence::NativeText)));
    m_add->setAccessibleName(tr("Add an expectation"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Remove the selected expectations (%1)")
                             .arg(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)));
    m_remove->setAccessibleName(tr("Remove the selected expectations"));
    m_test->setText(tr("Test"));
    m_test->setToolTip(tr("Show in the tester what happens to it, or to the address that breaks it"));
    m_test->setAccessibleName(tr("Show in the tester"));
    showState();
}

} // namespace relaytab
