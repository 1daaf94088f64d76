#include "ui/expectations/expectations_flow.h"

#include <QEvent>
#include <QLocale>

#include "model/editing/expectation_checks.h"
#include "ui/expectations/expectations_panel.h"
#include "ui/window/bottom_panel.h"
#include "ui/window/policy_view.h"

namespace relaytab {

ExpectationsFlow::ExpectationsFlow(PolicyDocument &document, PolicyView &view, QWidget *window)
    : QObject(window),
      m_view(view),
      m_checks(new ExpectationChecks(document, this)),
      m_panel(new ExpectationsPanel(document, *m_checks, &view))
{
    view.bottom()->addPage(m_panel);
    m_panel->installEventFilter(this);
    connect(m_panel, &ExpectationsPanel::testRequested, &view, &PolicyView::test);
    connect(m_checks, &ExpectationChecks::checked, this, &ExpectationsFlow::showState);
    showState();
}

void ExpectationsFlow::setReading(Reading reading)
{
    m_checks->setReading(reading);
}

void ExpectationsFlow::show()
{
    m_view.bottom()->showPage(m_panel);
    m_panel->setFocus(Qt::ShortcutFocusReason);
}

void ExpectationsFlow::commitEdit()
{
    m_panel->commitEdit();
}

QString ExpectationsFlow::brokenInWords() const
{
    const auto broken = static_cast<int>(m_checks->checkedCount() - m_checks->holding());
    return broken == 0 ? QString() : tr("%Ln expectation(s) broken", "", broken);
}

void ExpectationsFlow::showState()
{
    const QLocale locale;
    const std::size_t holding = m_checks->holding();
    const std::size_t of = m_checks->checkedCount();
    m_view.bottom()->setTitle(m_panel, tr("Expectations"));
    //: How many expectations hold, of how many: "2/3"
    m_view.bottom()->setCount(m_panel,
                              of == 0 ? QString()
                                      : tr("%1/%2").arg(locale.toString(static_cast<qulonglong>(holding)),
                                                        locale.toString(static_cast<qulonglong>(of))));
    m_view.bottom()->setSeverity(m_panel, holding < of ? std::optional{Severity::Error} : std::nullopt);
    Q_EMIT stateChanged();
}

bool ExpectationsFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && event->type() == QEvent::LanguageChange)
        showState();
    return QObject::eventFilter(watched, event);
}

} // namespace relaytab
