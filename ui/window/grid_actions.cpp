#include "ui/window/grid_actions.h"

#include <QMenu>

#include "model/editing/fixes.h"
#include "model/editing/problems_model.h"
#include "model/wording/wording.h"
#include "ui/grid/rule_lists.h"
#include "ui/window/actions.h"

namespace relaytab {

GridActions::GridActions(Actions &actions, RuleLists &lists, PolicyDocument &document, ProblemsModel &problems,
                         QObject *parent)
    : QObject(parent), m_actions(actions), m_lists(lists), m_document(document), m_problems(problems)
{
    connectActions();
    for (ListPage *page : m_lists.pages()) {
        RuleGrid *grid = page->grid();
        // Here the keys mean rows; in a text field they mean text.
        grid->addActions({actions.addRule, actions.remove, actions.duplicate, actions.toggle, actions.moveUp,
                          actions.moveDown, actions.quickFix, actions.cut, actions.copy, actions.paste});
        grid->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(grid, &QWidget::customContextMenuRequested, this,
                [this, grid](const QPoint &position) { showMenu(grid, position); });
    }
}

void GridActions::connectActions()
{
    const auto onGrid = [this](QAction *action, void (RuleGrid::*verb)()) {
        connect(action, &QAction::triggered, this, [this, verb] { (m_lists.currentGrid()->*verb)(); });
    };
    onGrid(m_actions.addRule, &RuleGrid::addRow);
    onGrid(m_actions.remove, &RuleGrid::removeRows);
    onGrid(m_actions.duplicate, &RuleGrid::duplicateRows);
    onGrid(m_actions.toggle, &RuleGrid::toggleRows);
    onGrid(m_actions.paste, &RuleGrid::pasteRows);
    connect(m_actions.copy, &QAction::triggered, this, [this] { m_lists.currentGrid()->copyRows(); });
    connect(m_actions.cut, &QAction::triggered, this, [this] {
        m_lists.currentGrid()->copyRows();
        m_lists.currentGrid()->removeRows();
    });
    connect(m_actions.moveUp, &QAction::triggered, this, [this] { m_lists.currentGrid()->moveRows(-1); });
    connect(m_actions.moveDown, &QAction::triggered, this, [this] { m_lists.currentGrid()->moveRows(1); });
    connect(m_actions.quickFix, &QAction::triggered, this, &GridActions::fixCurrent);
    connect(m_actions.explain, &QAction::triggered, this, &GridActions::explainCurrent);
    for (int i = 0; i < m_actions.lists.size(); ++i) {
        connect(m_actions.lists.at(i), &QAction::triggered, this, [this, i] {
            m_lists.setScope(static_cast<RuleTableModel::Scope>(i));
            m_lists.currentGrid()->setFocus(Qt::ShortcutFocusReason);
        });
    }
    const auto goTo = [this](ProblemsModel::Direction direction) {
        RuleGrid *grid = m_lists.currentGrid();
        if (const auto place = m_problems.nextProblem(grid->rules().placeOf(grid->currentIndex()), direction))
            m_lists.showRow(*place);
    };
    connect(m_actions.nextProblem, &QAction::triggered, this, [goTo] { goTo(ProblemsModel::Direction::Next); });
    connect(m_actions.previousProblem, &QAction::triggered, this, [goTo] { goTo(ProblemsModel::Direction::Previous); });
}

void GridActions::fixCurrent()
{
    RuleGrid *grid = m_lists.currentGrid();
    grid->commitEdit();
    const QModelIndex current = grid->currentIndex();
    for (const Finding &finding : grid->rules().findings(current)) {
        if (finding.fixes.empty())
            continue;
        const Fix &fix = finding.fixes.front();
        if (isEdit(fix.kind))
            applyFix(m_document, finding, fix);
        else if (fix.kind == FixKind::ShowRow && fix.place)
            m_lists.showRow(*fix.place);
        else
            explainCurrent();
        return;
    }
}

void GridActions::showMenu(RuleGrid *grid, const QPoint &position)
{
    auto *menu = new QMenu(grid);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Wording wording;
    for (const Finding &finding : grid->rules().findings(grid->currentIndex())) {
        for (const Fix &fix : finding.fixes) {
            QAction *action = menu->addAction(wording.fix(finding, fix));
            connect(action, &QAction::triggered, this, [this, finding, fix] {
                if (isEdit(fix.kind))
                    applyFix(m_document, finding, fix);
                else if (fix.kind == FixKind::ShowRow && fix.place)
                    m_lists.showRow(*fix.place);
                else
                    explainCurrent();
            });
        }
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addActions({m_actions.addRule, m_actions.duplicate, m_actions.toggle, m_actions.explain});
    menu->addSeparator();
    menu->addActions({m_actions.cut, m_actions.copy, m_actions.paste});
    menu->addSeparator();
    menu->addAction(m_actions.remove);
    menu->popup(grid->viewport()->mapToGlobal(position));
}

void GridActions::explainCurrent()
{
    RuleGrid *grid = m_lists.currentGrid();
    const QModelIndex current = grid->currentIndex();
    if (current.isValid())
        Q_EMIT explainRequested(grid->rules().placeOf(current), current.column());
}

} // namespace relaytab
