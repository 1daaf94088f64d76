#pragma once

#include <QObject>

#include "model/policy/decision_words.h"

namespace relaytab {

class ExpectationChecks;
class ExpectationsPanel;
class PolicyDocument;
class PolicyView;

/// Keeps the expectations of a window checked, and their tab below the lists.
class ExpectationsFlow : public QObject
{
    Q_OBJECT

public:
    ExpectationsFlow(PolicyDocument &document, PolicyView &view, QWidget *window);

    void setReading(Reading reading);
    /// Shows the panel and gives it the focus.
    void show();
    void commitEdit();
    /// "1 expectation broken", or nothing.
    [[nodiscard]] QString brokenInWords() const;

Q_SIGNALS:
    /// brokenInWords() may be new.
    void stateChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();

    PolicyView &m_view;
    ExpectationChecks *m_checks;
    ExpectationsPanel *m_panel;
};

} // namespace relaytab
