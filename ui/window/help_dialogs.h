#pragma once

class QUndoStack;
class QWidget;

namespace relaytab {

class Actions;

/// Each opens beside the window, or raises the one that is open.
void showHistory(QUndoStack &undoStack, QWidget *window);
void showShortcuts(const Actions &actions, QWidget *window);
void showAbout(QWidget *window);

} // namespace relaytab
