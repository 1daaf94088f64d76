#pragma once

#include <QWidget>

class QPushButton;

namespace relaytab {

class ExpectationChecks;
class ExpectationView;
class ExpectationsModel;
class PolicyDocument;
class TintedLabel;
struct TesterQuery;

/// What must stay true of the policy, and whether it does.
class ExpectationsPanel : public QWidget
{
    Q_OBJECT

public:
    ExpectationsPanel(PolicyDocument &document, const ExpectationChecks &checks, QWidget *parent = nullptr);

    void commitEdit();

Q_SIGNALS:
    /// An expectation, or the witness that breaks it, is to be asked about.
    void testRequested(const relaytab::TesterQuery &query);

protected:
    void changeEvent(QEvent *event) override;

private:
    void test(const QModelIndex &index);
    void showState();
    void showButtons();
    void retranslate();

    const PolicyDocument &m_document;
    const ExpectationChecks &m_checks;
    ExpectationsModel *m_model;
    ExpectationView *m_view;
    TintedLabel *m_state;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_test;
};

} // namespace relaytab
