#pragma once

#include <QWidget>

#include "model/policy/relay_policy.h"

class QLabel;
class QPushButton;

namespace relaytab {

class DifferenceView;
class PolicyComparison;
class ProgressLine;

/// What the document changes against another version of it: the one it was opened from or last saved as, or a file.
class DifferencePanel : public QWidget
{
    Q_OBJECT

public:
    explicit DifferencePanel(PolicyComparison &comparison, QWidget *parent = nullptr);

    /// What the other version is, in words. `isForeign`: it is another file than that of the document.
    void setBase(const QString &what, bool isForeign);

Q_SIGNALS:
    void rowRequested(relaytab::RowPlace place);
    void fileRequested();
    /// Back to the version that was opened or saved.
    void storedRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showReport();
    void retranslate();

    PolicyComparison &m_comparison;
    DifferenceView *m_view;
    ProgressLine *m_progress;
    QLabel *m_summary;
    QPushButton *m_again;
    QPushButton *m_stored;
    QPushButton *m_file;
    QPushButton *m_copy;
    bool m_isGivenUp = false;
};

} // namespace relaytab
