#pragma once

#include <QWidget>

#include "model/analysis/finding.h"

class QListView;

namespace relaytab {

class ProblemDelegate;
class ProblemsModel;
class TintedLabel;

/// The list of problems. Up and Down choose one, Left and Right one of its links, Enter follows it.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(ProblemsModel &model, QWidget *parent = nullptr);

    /// Below 100: a worker still looks.
    void setProgress(int percent);

Q_SIGNALS:
    /// The place of a problem was followed.
    void rowRequested(relaytab::RowPlace place);
    /// Every row with this problem is to be repaired.
    void repairAllRequested(relaytab::FindingCode code);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);
    void setActiveLink(int link);
    void follow(const QModelIndex &index, int link);
    void showMenu(const QPoint &position);
    void showState();
    void retranslate();

    ProblemsModel &m_model;
    QListView *m_view;
    ProblemDelegate *m_delegate;
    TintedLabel *m_state;
    int m_activeLink = 0;
    int m_progress = 100;
};

} // namespace relaytab
