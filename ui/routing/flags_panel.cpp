#include "ui/routing/flags_panel.h"

#include <QEvent>
#include <QGridLayout>

#include "model/editing/policy_document.h"
#include "ui/routing/flag_switch.h"
#include "ui/routing/relay_flags_edit.h"

namespace relaytab {

namespace {

constexpr std::array flagBits{flag::deny, flag::allow, flag::local, flag::authenticated};
constexpr int columnGap = 28;

} // namespace

FlagsPanel::FlagsPanel(PolicyDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_grid(new QGridLayout), m_number(new RelayFlagsEdit(this))
{
    for (std::size_t i = 0; i < flagBits.size(); ++i) {
        m_switches.at(i) = new FlagSwitch(flagBits.at(i), this);
        connect(m_switches.at(i), &FlagSwitch::switched, &m_document, &PolicyDocument::setFlag);
    }
    connect(m_number, &RelayFlagsEdit::flagsEdited, &m_document, &PolicyDocument::setFlags);
    connect(&m_document, &PolicyDocument::changed, this, &FlagsPanel::showFlags);
    connect(&m_document, &PolicyDocument::policyReset, this, &FlagsPanel::showFlags);

    m_grid->setHorizontalSpacing(columnGap);
    m_grid->setVerticalSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 4, 18, 6);
    layout->setSpacing(8);
    layout->addLayout(m_grid);
    layout->addWidget(m_number);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    showFlags();
    arrange();
}

QSize FlagsPanel::minimumSizeHint() const
{
    // One column is always possible.
    int width = 0;
    for (const FlagSwitch *each : m_switches)
        width = std::max(width, each->minimumSizeHint().width());
    return {width + 36, QWidget::minimumSizeHint().height()};
}

void FlagsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        showFlags();
        arrange();
    }
    QWidget::changeEvent(event);
}

void FlagsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FlagsPanel::showFlags()
{
    const RelayPolicy &policy = m_document.policy();
    const auto rules = [&](ListKind list) { return tr("%Ln rule(s)", "", static_cast<int>(policy.list(list).size())); };
    m_switches[0]->setTexts(tr("&Deny list in effect"), rules(ListKind::Deny),
                            tr("Refuse clients whose address is in Deny, also when they authenticate"));
    m_switches[1]->setTexts(tr("Allo&w list in effect"), rules(ListKind::Allow),
                            tr("Relay for clients whose address is in Allow"));
    m_switches[2]->setTexts(tr("&Local address list in effect"), rules(ListKind::Local),
                            tr("Relay for clients that connect to a server address in Local"));
    m_switches[3]->setTexts(tr("A&uthenticated clients may relay"), QString(),
                            tr("Relay for clients that have authenticated"));
    for (std::size_t i = 0; i < flagBits.size(); ++i)
        m_switches.at(i)->setOn((policy.knownFlags() & flagBits.at(i)) != 0);
    m_number->setFlags(policy.flags);
    const bool denyAndAuthenticated = (policy.knownFlags() & (flag::deny | flag::authenticated)) > flag::authenticated;
    m_number->setRemark(policy.unknownFlags() != 0 ? tr("· other bits than 1, 2, 4 and 8 are kept as they are")
                            : denyAndAuthenticated ? tr("· a client in Deny is refused even when it authenticates")
                                                   : QString());
}

void FlagsPanel::arrange()
{
    int widest = 0;
    for (const FlagSwitch *each : m_switches)
        widest = std::max(widest, each->sizeHint().width());
    const int columns = contentsRect().width() - 36 >= 2 * widest + columnGap ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_switches.size(); ++i)
        m_grid->addWidget(m_switches.at(i), static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    updateGeometry();
}

} // namespace relaytab
