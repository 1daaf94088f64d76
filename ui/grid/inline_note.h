#pragma once

#include <QFrame>

#include "ui/grid/live_check.h"
#include "ui/look/tinted_label.h"

namespace relaytab {

/// One line below the cell that is typed in: what is wrong, and the key that mends it. Takes no focus and no clicks.
class InlineNote : public QFrame
{
    Q_OBJECT

public:
    explicit InlineNote(QWidget *parent);

    /// Shows the check below `cell` (in the parent's coordinates), or above it where there is no room; hides itself
    /// when all is well.
    void showCheck(const LiveCheck &check, const QRect &cell);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    SpokenLabel *m_message;
    TintedLabel *m_fix;
};

} // namespace relaytab
