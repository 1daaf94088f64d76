#include "ui/window/actions.h"

#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

#include "model/policy/decision_words.h"
#include "ui/look/color_scheme.h"
#include "ui/look/icons.h"

namespace relaytab {

namespace {

QList<QKeySequence> withAlso(QKeySequence::StandardKey standard, const QKeySequence &also)
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(standard);
    if (!keys.contains(also))
        keys.append(also);
    return keys;
}

} // namespace

Actions::Actions(QWidget *window, QUndoStack *undoStack)
    : QObject(window),
      recentFiles(new QMenu(window)),
      m_undoStack(undoStack),
      m_file(new QMenu(window)),
      m_edit(new QMenu(window)),
      m_rules(new QMenu(window)),
      m_test(new QMenu(window)),
      m_compare(new QMenu(window)),
      m_view(new QMenu(window)),
      m_appearance(new QMenu(window)),
      m_language(new QMenu(window)),
      m_reading(new QMenu(window)),
      m_help(new QMenu(window))
{
    newPolicy = add(QStringLiteral("actionNew"), QKeySequence::New);
    open = add(QStringLiteral("actionOpen"), QKeySequence::Open);
    import = add(QStringLiteral("actionImport"), Qt::CTRL | Qt::Key_I);
    readOtherWay = add(QStringLiteral("actionReadOtherWay"));
    save = add(QStringLiteral("actionSave"), QKeySequence::Save);
    saveAs = add(QStringLiteral("actionSaveAs"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    close = add(QStringLiteral("actionClose"), Qt::CTRL | Qt::Key_W);
    quit = add(QStringLiteral("actionQuit"), Qt::CTRL | Qt::Key_Q);

    undo = add(QStringLiteral("actionUndo"), QKeySequence::Undo);
    redo = add(QStringLiteral("actionRedo"));
    redo->setShortcuts(withAlso(QKeySequence::Redo, Qt::CTRL | Qt::Key_Y));
    undo->setEnabled(undoStack->canUndo());
    redo->setEnabled(undoStack->canRedo());
    connect(undo, &QAction::triggered, undoStack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, undoStack, &QUndoStack::redo);
    connect(undoStack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(undoStack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(undoStack, &QUndoStack::indexChanged, this, &Actions::retranslateSteps);
    history = add(QStringLiteral("actionHistory"));
    cut = add(QStringLiteral("actionCut"), QKeySequence::Cut);
    copy = add(QStringLiteral("actionCopy"), QKeySequence::Copy);
    paste = add(QStringLiteral("actionPaste"), QKeySequence::Paste);
    find = add(QStringLiteral("actionFind"), QKeySequence::Find);

    addRule = add(QStringLiteral("actionAdd"));
    addRule->setShortcuts({Qt::Key_Insert, Qt::CTRL | Qt::SHIFT | Qt::Key_N});
    remove = add(QStringLiteral("actionRemove"), QKeySequence::Delete);
    duplicate = add(QStringLiteral("actionDuplicate"), Qt::CTRL | Qt::Key_D);
    toggle = add(QStringLiteral("actionToggle"), Qt::Key_Space);
    moveUp = add(QStringLiteral("actionMoveUp"), Qt::ALT | Qt::Key_Up);
    moveDown = add(QStringLiteral("actionMoveDown"), Qt::ALT | Qt::Key_Down);
    quickFix = add(QStringLiteral("actionQuickFix"));
    quickFix->setShortcuts({Qt::ALT | Qt::Key_Return, Qt::ALT | Qt::Key_Enter});
    explain = add(QStringLiteral("actionExplain"), Qt::Key_F1);
    repairAll = add(QStringLiteral("actionRepairAll"));
    repairAll->setShortcuts({Qt::ALT | Qt::SHIFT | Qt::Key_Return, Qt::ALT | Qt::SHIFT | Qt::Key_Enter});
    merge = add(QStringLiteral("actionMerge"), Qt::CTRL | Qt::Key_M);
    nextProblem = add(QStringLiteral("actionNextProblem"), Qt::Key_F8);
    previousProblem = add(QStringLiteral("actionPreviousProblem"), Qt::SHIFT | Qt::Key_F8);
    for (QAction *action : {cut, copy, paste, remove, duplicate, toggle, moveUp, moveDown, quickFix, addRule})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);

    tester = add(QStringLiteral("actionTester"), Qt::CTRL | Qt::Key_T);
    testMany = add(QStringLiteral("actionTestMany"), Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    decidingRow = add(QStringLiteral("actionDecidingRow"));
    decidingRow->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});

    pin = add(QStringLiteral("actionPin"), Qt::CTRL | Qt::Key_P);
    expectations = add(QStringLiteral("actionExpectations"), Qt::CTRL | Qt::SHIFT | Qt::Key_E);

    review = add(QStringLiteral("actionReview"), Qt::CTRL | Qt::Key_R);
    difference = add(QStringLiteral("actionDifference"), Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    compareFile = add(QStringLiteral("actionCompareFile"), Qt::CTRL | Qt::SHIFT | Qt::Key_R);

    const QStringList listNames{QStringLiteral("actionDeny"), QStringLiteral("actionAllow"),
                                QStringLiteral("actionLocal"), QStringLiteral("actionAll")};
    for (int i = 0; i < listNames.size(); ++i)
        lists.append(add(listNames.at(i), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))));
    nextPane = add(QStringLiteral("actionNextPane"), Qt::Key_F6);
    previousPane = add(QStringLiteral("actionPreviousPane"), Qt::SHIFT | Qt::Key_F6);

    appearance = new QActionGroup(this);
    addToGroup(appearance, QStringLiteral("appearanceSystem"), static_cast<int>(ColorScheme::System));
    addToGroup(appearance, QStringLiteral("appearanceLight"), static_cast<int>(ColorScheme::Light));
    addToGroup(appearance, QStringLiteral("appearanceDark"), static_cast<int>(ColorScheme::Dark));
    language = new QActionGroup(this);
    addToGroup(language, QStringLiteral("languageSystem"), QString());
    addToGroup(language, QStringLiteral("languageEnglish"), QStringLiteral("en"));
    addToGroup(language, QStringLiteral("languageGerman"), QStringLiteral("de"));
    reading = new QActionGroup(this);
    addToGroup(reading, QStringLiteral("readingObserved"), static_cast<int>(Reading::Observed));
    addToGroup(reading, QStringLiteral("readingLiteral"), static_cast<int>(Reading::Literal));
    reducedMotion = add(QStringLiteral("actionReducedMotion"));
    reducedMotion->setCheckable(true);

    shortcuts = add(QStringLiteral("actionShortcuts"), Qt::CTRL | Qt::Key_Question);
    about = add(QStringLiteral("actionAbout"));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);

    newPolicy->setIcon(themeIcon(QStringLiteral("document-new"), IconName::New));
    open->setIcon(themeIcon(QStringLiteral("document-open"), IconName::Open));
    save->setIcon(themeIcon(QStringLiteral("document-save"), IconName::Save));
    undo->setIcon(themeIcon(QStringLiteral("edit-undo"), IconName::Undo));
    redo->setIcon(themeIcon(QStringLiteral("edit-redo"), IconName::Redo));
    addRule->setIcon(icon(IconName::Add));
    remove->setIcon(icon(IconName::Remove));
    review->setIcon(icon(IconName::Review));
    retranslate();
}

QAction *Actions::add(const QString &objectName, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(objectName);
    action->setShortcut(keys);
    return action;
}

QAction *Actions::addToGroup(QActionGroup *group, const QString &objectName, const QVariant &data)
{
    QAction *action = add(objectName);
    action->setCheckable(true);
    action->setData(data);
    group->addAction(action);
    return action;
}

QList<QAction *> Actions::rowActions() const
{
    return {cut,      copy,         paste,       find,     addRule,      remove,          duplicate,  toggle,
            moveUp,   moveDown,     quickFix,    explain,  nextProblem,  previousProblem, tester,     nextPane,
            lists[0], previousPane, decidingRow, lists[1], lists[2],     lists[3],        difference, compareFile,
            review,   repairAll,    merge,       pin,      expectations, testMany};
}

void Actions::fill(QMenuBar *menuBar)
{
    recentFiles->setObjectName(QStringLiteral("menuRecentFiles"));
    m_file->addActions({newPolicy, open});
    m_file->addMenu(recentFiles);
    m_file->addActions({import, readOtherWay});
    m_file->addSeparator();
    m_file->addActions({save, saveAs});
    m_file->addSeparator();
    m_file->addActions({close, quit});
    m_edit->addActions({undo, redo, history});
    m_edit->addSeparator();
    m_edit->addActions({cut, copy, paste});
    m_edit->addSeparator();
    m_edit->addAction(find);
    m_rules->addActions({addRule, remove, duplicate, toggle});
    m_rules->addSeparator();
    m_rules->addActions({moveUp, moveDown});
    m_rules->addSeparator();
    m_rules->addActions({quickFix, repairAll, merge, explain, nextProblem, previousProblem});
    m_test->addActions({tester, testMany, decidingRow});
    m_test->addSeparator();
    m_test->addActions({pin, expectations});
    m_compare->addActions({review, difference, compareFile});
    m_view->addActions(lists);
    m_view->addSeparator();
    m_view->addActions({nextPane, previousPane});
    m_view->addSeparator();
    m_reading->addActions(reading->actions());
    m_view->addMenu(m_reading);
    m_appearance->addActions(appearance->actions());
    m_view->addMenu(m_appearance);
    m_language->addActions(language->actions());
    m_view->addMenu(m_language);
    m_view->addAction(reducedMotion);
    m_help->addActions({shortcuts, about});
    for (QMenu *menu : {m_file, m_edit, m_rules, m_test, m_compare, m_view, m_help})
        menuBar->addMenu(menu);
}

void Actions::fill(QToolBar *toolBar) const
{
    toolBar->addActions({newPolicy, open, save});
    toolBar->addSeparator();
    toolBar->addActions({undo, redo});
    for (QAction *action : {undo, redo}) {
        if (auto *button = qobject_cast<QToolButton *>(toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly); // their words change with every step
    }
    toolBar->addSeparator();
    toolBar->addActions({addRule, remove});
    toolBar->addSeparator();
    toolBar->addAction(review);
}

void Actions::retranslate()
{
    retranslateFile();
    retranslateSteps();
    retranslateRows();
    retranslateView();
}

void Actions::retranslateFile()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_rules->setTitle(tr("&Rules"));
    m_test->setTitle(tr("&Test"));
    m_compare->setTitle(tr("&Compare"));
    m_view->setTitle(tr("&View"));
    m_help->setTitle(tr("&Help"));
    recentFiles->setTitle(tr("Open &recent"));
    newPolicy->setText(tr("&New"));
    newPolicy->setToolTip(tr("Start a new policy"));
    open->setText(tr("&Open…"));
    //: Short, on the tool bar.
    open->setIconText(tr("Open"));
    open->setToolTip(tr("Open a policy file"));
    import->setText(tr("&Import…"));
    import->setToolTip(tr("Read a policy as the start of a new one"));
    save->setText(tr("&Save"));
    save->setToolTip(tr("Save the policy"));
    saveAs->setText(tr("Save &as…"));
    close->setText(tr("&Close window"));
    quit->setText(tr("&Quit"));
    history->setText(tr("&History…"));
    cut->setText(tr("Cu&t rows"));
    copy->setText(tr("&Copy rows"));
    paste->setText(tr("&Paste rows"));
    find->setText(tr("&Filter…"));
}

void Actions::retranslateSteps()
{
    const auto named = [](const QString &plain, const QString &withStep, const QString &step) {
        return step.isEmpty() ? plain : withStep.arg(step);
    };
    //: %1 is a step such as "Remove 3 rules from Deny"
    undo->setText(named(tr("&Undo"), tr("&Undo: %1"), m_undoStack->undoText()));
    //: %1 is a step such as "Remove 3 rules from Deny"
    redo->setText(named(tr("&Redo"), tr("&Redo: %1"), m_undoStack->redoText()));
}

void Actions::retranslateRows()
{
    addRule->setText(tr("&Add rule"));
    addRule->setToolTip(tr("Add a rule below the current one"));
    remove->setText(tr("&Remove rules"));
    //: Short, on the tool bar.
    remove->setIconText(tr("Remove"));
    remove->setToolTip(tr("Remove the selected rules"));
    duplicate->setText(tr("&Duplicate"));
    toggle->setText(tr("Switch &on or off"));
    moveUp->setText(tr("Move &up"));
    moveDown->setText(tr("Move do&wn"));
    quickFix->setText(tr("&Fix…"));
    repairAll->setText(tr("Repair all &masks…"));
    merge->setText(tr("Mer&ge rules…"));
    explain->setText(tr("&Explain this cell"));
    nextProblem->setText(tr("&Next problem"));
    previousProblem->setText(tr("&Previous problem"));
    tester->setText(tr("&Test an address"));
    testMany->setText(tr("Test &many clients"));
    decidingRow->setText(tr("&Go to the deciding row"));
    pin->setText(tr("&Pin as expectation"));
    expectations->setText(tr("Show &expectations"));
}

void Actions::retranslateView()
{
    review->setText(tr("&Review changes…"));
    //: Short, on the tool bar.
    review->setIconText(tr("Review"));
    review->setToolTip(tr("See what a save would change, and save"));
    difference->setText(tr("Show &difference"));
    compareFile->setText(tr("Compare with &file…"));
    lists[0]->setText(tr("&Deny"));
    lists[1]->setText(tr("Allo&w"));
    lists[2]->setText(tr("&Local"));
    //: All three lists together.
    lists[3]->setText(tr("&All"));
    nextPane->setText(tr("Ne&xt pane"));
    previousPane->setText(tr("Pre&vious pane"));
    //: Light or dark colours.
    m_appearance->setTitle(tr("Appea&rance"));
    appearance->actions().at(0)->setText(tr("As the &system"));
    appearance->actions().at(1)->setText(tr("&Light"));
    appearance->actions().at(2)->setText(tr("&Dark"));
    m_language->setTitle(tr("Lan&guage"));
    language->actions().at(0)->setText(tr("As the &system"));
    // Languages are called by their own names.
    language->actions().at(1)->setText(QStringLiteral("English"));
    language->actions().at(2)->setText(QStringLiteral("Deutsch"));
    //: How RelayFlags 0 is read.
    m_reading->setTitle(tr("RelayFlags &0 means"));
    reading->actions().at(0)->setText(tr("&Everyone may relay (observed)"));
    reading->actions().at(1)->setText(tr("&Nobody may relay (by the letter)"));
    reducedMotion->setText(tr("Reduce &motion"));
    shortcuts->setText(tr("&Keyboard shortcuts"));
    about->setText(tr("&About Relaytab"));
}

} // namespace relaytab
