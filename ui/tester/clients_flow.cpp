#include "ui/tester/clients_flow.h"

#include <QEvent>
#include <QLocale>

#include "model/editing/client_checks.h"
#include "model/editing/policy_document.h"
#include "model/editing/tester.h"
#include "ui/grid/rule_lists.h"
#include "ui/tester/clients_panel.h"
#include "ui/tester/tester_panel.h"
#include "ui/window/bottom_panel.h"
#include "ui/window/policy_view.h"

namespace relaytab {

ClientsFlow::ClientsFlow(PolicyDocument &document, Tester &tester, PolicyView &view, QWidget *window)
    : QObject(window),
      m_document(document),
      m_tester(tester),
      m_view(view),
      m_checks(new ClientChecks(document, this)),
      m_panel(new ClientsPanel(*m_checks, &view))
{
    view.bottom()->addPage(m_panel);
    m_panel->installEventFilter(this);
    connect(&tester, &Tester::queryChanged, this, &ClientsFlow::takeQuery);
    connect(view.tester(), &TesterPanel::listPasted, this, &ClientsFlow::ask);
    connect(view.tester(), &TesterPanel::listRequested, this, &ClientsFlow::show);
    connect(m_panel, &ClientsPanel::testRequested, &view, &PolicyView::testAddress);
    connect(m_panel, &ClientsPanel::rowRequested, this, &ClientsFlow::showRow);
    connect(m_checks, &ClientChecks::finished, this, &ClientsFlow::showTitle);
    showTitle();
}

void ClientsFlow::setReading(Reading reading)
{
    m_checks->setReading(reading);
}

void ClientsFlow::show()
{
    m_view.bottom()->showPage(m_panel);
    m_panel->setFocus(Qt::ShortcutFocusReason);
}

void ClientsFlow::ask(const QString &list)
{
    m_checks->setText(list);
    m_view.makeRoomBelow();
    show();
}

void ClientsFlow::takeQuery()
{
    // While something else than an address stands there, it is the last one that counts.
    if (const auto client = m_tester.bulkClient())
        m_checks->setClient(*client);
}

void ClientsFlow::showRow(RowPlace place)
{
    // The answers may be a moment behind an edit.
    if (place.row < m_document.policy().list(place.list).size())
        m_view.lists()->showRow(place);
}

void ClientsFlow::showTitle()
{
    m_view.bottom()->setTitle(m_panel, tr("Clients"));
    m_view.bottom()->setCount(m_panel,
                              m_checks->report()
                                  ? QLocale().toString(static_cast<qulonglong>(m_checks->report()->list->lines.size()))
                                  : QString());
}

bool ClientsFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && event->type() == QEvent::LanguageChange)
        showTitle();
    return QObject::eventFilter(watched, event);
}

} // namespace relaytab
