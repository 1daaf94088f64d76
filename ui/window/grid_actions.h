#pragma once

#include <QObject>

#include "model/policy/relay_policy.h"

class QPoint;

namespace relaytab {

class Actions;
class PolicyDocument;
class ProblemsModel;
class RuleGrid;
class RuleLists;

/// Joins the actions on rows to the grid that is shown.
class GridActions : public QObject
{
    Q_OBJECT

public:
    GridActions(Actions &actions, RuleLists &lists, PolicyDocument &document, ProblemsModel &problems,
                QObject *parent = nullptr);

Q_SIGNALS:
    /// F1: what is this cell? `column` is a RuleTableModel::Column.
    void explainRequested(std::optional<relaytab::RowPlace> place, int column);

private:
    void connectActions();
    void fixCurrent();
    void showMenu(RuleGrid *grid, const QPoint &position);
    void explainCurrent();

    Actions &m_actions;
    RuleLists &m_lists;
    PolicyDocument &m_document;
    ProblemsModel &m_problems;
};

} // namespace relaytab
