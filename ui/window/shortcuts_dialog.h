#pragma once

#include <QDialog>

namespace relaytab {

class Actions;

/// All keys, in the words of the menus.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const Actions &actions, QWidget *parent);
};

} // namespace relaytab
