#pragma once

#include <QDialog>

#include "model/policy/relay_policy.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace relaytab {

class BitsView;
class PolicyDocument;
class SpokenLabel;

/// What a cell of the grid means, and for a rule what its mask does bit by bit. Stays beside the window and follows the
/// policy; Esc closes it.
class ExplainDialog : public QDialog
{
    Q_OBJECT

public:
    ExplainDialog(PolicyDocument &document, QWidget *parent);

    /// `column` is a RuleTableModel::Column; no place: the blank row.
    void explain(std::optional<RowPlace> place, int column);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRow();
    void showMask(const Rule &rule);
    void repair();

    PolicyDocument &m_document;
    std::optional<RowPlace> m_place;
    int m_column = 0;
    QLabel *m_heading;
    SpokenLabel *m_meaning;
    SpokenLabel *m_findings;
    BitsView *m_bits;
    SpokenLabel *m_summary;
    SpokenLabel *m_runs;
    SpokenLabel *m_advice;
    QPushButton *m_repair;
};

} // namespace relaytab
