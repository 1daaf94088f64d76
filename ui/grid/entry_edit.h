#pragma once

#include <QLineEdit>

#include "ui/grid/live_check.h"

namespace relaytab {

/// The line edit of a Net or Mask cell: underlines what is wrong while it is typed, and never refuses a key.
class EntryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit EntryEdit(QWidget *parent = nullptr);

    void setCheck(const LiveCheck &check);
    [[nodiscard]] const LiveCheck &check() const { return m_check; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LiveCheck m_check;
};

} // namespace relaytab
