#pragma once

#include <QWidget>

class QPushButton;

namespace relaytab {

class TintedLabel;

/// What an empty table says instead of rows, with at most one thing to do about it. Lies over the table's viewport.
class GridNote : public QWidget
{
    Q_OBJECT

public:
    explicit GridNote(QWidget *viewport);

    /// An empty `action` shows no button.
    void showNote(const QString &text, const QString &action);

Q_SIGNALS:
    void actionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    TintedLabel *m_text;
    QPushButton *m_action;
};

} // namespace relaytab
