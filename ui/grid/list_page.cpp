#include "ui/grid/list_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/grid/grid_note.h"
#include "ui/look/tinted_label.h"

namespace relaytab {

namespace {

std::optional<ListKind> listOf(RuleTableModel::Scope scope)
{
    switch (scope) {
    case RuleTableModel::Scope::Deny: return ListKind::Deny;
    case RuleTableModel::Scope::Allow: return ListKind::Allow;
    case RuleTableModel::Scope::Local: return ListKind::Local;
    case RuleTableModel::Scope::All: break;
    }
    return std::nullopt;
}

QString objectNameOf(RuleTableModel::Scope scope)
{
    switch (scope) {
    case RuleTableModel::Scope::Deny: return QStringLiteral("denyRules");
    case RuleTableModel::Scope::Allow: return QStringLiteral("allowRules");
    case RuleTableModel::Scope::Local: return QStringLiteral("localRules");
    case RuleTableModel::Scope::All: break;
    }
    return QStringLiteral("allRules");
}

} // namespace

ListPage::ListPage(PolicyDocument &document, RuleTableModel::Scope scope, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_scope(scope),
      m_grid(new RuleGrid(document, scope, this)),
      m_note(new GridNote(m_grid->viewport())),
      m_line(new QWidget(this)),
      m_lineText(new TintedLabel(m_line)),
      m_lineAction(new QPushButton(m_line))
{
    m_grid->setObjectName(objectNameOf(scope));
    m_lineText->setObjectName(QStringLiteral("listLine"));
    m_lineAction->setFlat(true);
    m_lineText->setWordWrap(true);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(18, 4, 12, 4);
    line->addWidget(m_lineText, 1);
    line->addWidget(m_lineAction);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(m_grid, 1);

    connect(m_lineAction, &QPushButton::clicked, this, [this] {
        if (std::exchange(m_orderHint, false)) {
            Q_EMIT orderHintDismissed();
            showState();
        } else if (const auto list = listOf(m_scope)) {
            m_document.setFlag(flagOf(*list), true);
        }
    });
    connect(m_note, &GridNote::actionRequested, this, [this] { Q_EMIT testRequested(m_grid->rules().filter()); });
    connect(&m_document, &PolicyDocument::changed, this, &ListPage::showState);
    connect(&m_document, &PolicyDocument::policyReset, this, &ListPage::showState);
    retranslate();
}

void ListPage::setFilter(const QString &text)
{
    m_grid->commitEdit();
    m_grid->rules().setFilter(text.trimmed());
    showState();
}

void ListPage::showOrderHint()
{
    m_orderHint = true;
    showState();
}

void ListPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ListPage::retranslate()
{
    m_grid->rules().setLocale(QLocale());
    switch (m_scope) {
    case RuleTableModel::Scope::Deny: m_grid->setAccessibleName(tr("Deny rules")); break;
    case RuleTableModel::Scope::Allow: m_grid->setAccessibleName(tr("Allow rules")); break;
    case RuleTableModel::Scope::Local: m_grid->setAccessibleName(tr("Local address rules")); break;
    case RuleTableModel::Scope::All: m_grid->setAccessibleName(tr("All rules")); break;
    }
    showState();
}

void ListPage::showState()
{
    const RuleTableModel &rules = m_grid->rules();
    const auto list = listOf(m_scope);
    const bool isOff = list && !m_document.policy().inForce(*list) && !m_document.policy().list(*list).isEmpty();
    m_line->setVisible(m_orderHint || isOff);
    if (m_orderHint) {
        m_lineText->setText(
            tr("The order of rows has no effect on what the server does. Sorting changes only this view."));
        m_lineAction->setText(tr("Got it"));
    } else if (isOff) {
        m_lineText->setText(tr("Off – these rows have no effect."));
        m_lineAction->setText(tr("Turn on"));
    }

    if (rules.visibleRules() > 0) {
        m_note->hide();
    } else if (!rules.filter().isEmpty()) {
        const bool isAddress = parseAddress(rules.filter().toStdString()).has_value();
        m_note->showNote(tr("No row contains “%1”.").arg(rules.filter()),
                         isAddress ? tr("Test this address") : QString());
    } else {
        m_note->showNote(emptyText(), {});
    }
}

QString ListPage::emptyText() const
{
    switch (m_scope) {
    case RuleTableModel::Scope::Deny: return tr("Nobody is explicitly refused.");
    case RuleTableModel::Scope::Allow: return tr("No addresses yet. Paste a list or type 192.168.1.0/24.");
    case RuleTableModel::Scope::Local:
        return tr("For servers with several network cards: clients may relay when they connect to an address that is "
                  "listed here, for example the one inside your network.");
    case RuleTableModel::Scope::All: break;
    }
    return tr("No rules yet. Add some to Deny, Allow or Local.");
}

} // namespace relaytab
