#pragma once

#include <QObject>

#include "model/policy/relay_policy.h"

namespace relaytab {

class ClientChecks;
class ClientsPanel;
class PolicyDocument;
class PolicyView;
class Tester;

/// Many clients tested at once, in their tab below the lists. What else the tester is asked with goes for them, too.
class ClientsFlow : public QObject
{
    Q_OBJECT

public:
    ClientsFlow(PolicyDocument &document, Tester &tester, PolicyView &view, QWidget *window);

    void setReading(Reading reading);
    /// Shows the panel and gives it the focus.
    void show();
    /// The same, and asks about the list.
    void ask(const QString &list);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeQuery();
    void showRow(RowPlace place);
    void showTitle();

    const PolicyDocument &m_document;
    Tester &m_tester;
    PolicyView &m_view;
    ClientChecks *m_checks;
    ClientsPanel *m_panel;
};

} // namespace relaytab
