#pragma once

#include <QWidget>

#include "model/editing/latest_job.h"
#include "model/policy/relay_policy.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;

namespace relaytab {

class ClientChecks;
class ClientListModel;
class ClientListView;
class ProgressLine;
class TintedLabel;
struct ClientLines;

/// Many clients at once: how many may relay above, then a line for each.
class ClientsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ClientsPanel(ClientChecks &checks, QWidget *parent = nullptr);

    /// Asks about what the clipboard holds.
    void paste();

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowRequested(relaytab::RowPlace place);
    void testRequested(const QString &client);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void showReport();
    void showState();
    void showCounts();
    void choose();
    void copy(const ClientLines &lines);
    void giveUpCopying();
    void retranslate();

    ClientChecks &m_checks;
    ClientListModel *m_model;
    ClientListView *m_view;
    ProgressLine *m_progress;
    ProgressLine *m_copying;
    TintedLabel *m_state;
    QLabel *m_shownLabel;
    QComboBox *m_shown;
    QPushButton *m_again;
    QPushButton *m_paste;
    QPushButton *m_copy;
    QBoxLayout *m_top;
    bool m_isGivenUp = false;
    LatestJob m_copier{*this}; ///< makes the text
};

} // namespace relaytab
