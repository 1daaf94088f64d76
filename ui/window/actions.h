#pragma once

#include <QAction>
#include <QActionGroup>

class QMenuBar;
class QMenu;
class QToolBar;
class QUndoStack;
class QWidget;

namespace relaytab {

/// Every action of a window with its keys, icon and words. Those of the grid work while the grid has the focus.
class Actions : public QObject
{
    Q_OBJECT

public:
    Actions(QWidget *window, QUndoStack *undoStack);

    QAction *newPolicy;
    QAction *open;
    QAction *import;
    QAction *readOtherWay; ///< its words are those of ReadingChoice
    QAction *save;
    QAction *saveAs;
    QAction *close;
    QAction *quit;

    QAction *undo;
    QAction *redo;
    QAction *history;
    QAction *cut;
    QAction *copy;
    QAction *paste;
    QAction *find;

    QAction *addRule;
    QAction *remove;
    QAction *duplicate;
    QAction *toggle;
    QAction *moveUp;
    QAction *moveDown;
    QAction *quickFix;
    QAction *explain;
    QAction *repairAll;
    QAction *merge;
    QAction *nextProblem;
    QAction *previousProblem;

    QAction *tester;
    QAction *testMany;
    QAction *decidingRow;
    QAction *pin;
    QAction *expectations;

    QAction *review;
    QAction *difference;
    QAction *compareFile;

    QList<QAction *> lists; ///< Deny, Allow, Local, All
    QAction *nextPane;
    QAction *previousPane;
    QActionGroup *appearance; ///< data: Appearance as int
    QActionGroup *language; ///< data: "" (system), "en", "de"
    QActionGroup *reading; ///< data: Reading as int
    QAction *reducedMotion;

    QAction *shortcuts;
    QAction *about;

    QMenu *recentFiles;

    /// Those that work on rows: enabled while a policy is open.
    [[nodiscard]] QList<QAction *> rowActions() const;

    void fill(QMenuBar *menuBar);
    void fill(QToolBar *toolBar) const;
    void retranslate();

private:
    QAction *add(const QString &objectName, const QKeySequence &keys = {});
    QAction *addToGroup(QActionGroup *group, const QString &objectName, const QVariant &data);
    void retranslateFile();
    void retranslateSteps();
    void retranslateRows();
    void retranslateView();

    QUndoStack *m_undoStack;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_rules;
    QMenu *m_test;
    QMenu *m_compare;
    QMenu *m_view;
    QMenu *m_appearance;
    QMenu *m_language;
    QMenu *m_reading;
    QMenu *m_help;
};

} // namespace relaytab
