#pragma once

#include <QScrollArea>

#include "model/policy/relay_policy.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace relaytab {

class ClientEdit;
class SpokenLabel;
class StepList;
class Tester;
struct TesterQuery;
class TintedLabel;
class VerdictLine;

/// What happens to a client: three fields to ask with, and the answer, live.
class TesterPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit TesterPanel(Tester &tester, QWidget *parent = nullptr);

    void setClient(const QString &client);
    void setQuery(const TesterQuery &query);
    /// Keeps the answer as an expectation, if it is one verdict.
    void pin();
    /// The cursor goes to Client IP, all of it selected.
    void focusClient();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowRequested(relaytab::RowPlace place);
    /// The host was added there; its comment is to be typed now.
    void hostAllowed(relaytab::RowPlace place);
    /// Many clients are to be asked about.
    void listRequested();
    void listPasted(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFields(QWidget *content, QVBoxLayout &layout);
    void buildAnswer(QWidget *content, QVBoxLayout &layout);
    void ask();
    void remember();
    void recall(int step);
    void showAnswer();
    void showReason();
    void showExamples();
    void retranslate();

    Tester &m_tester;
    QLabel *m_title;
    QLabel *m_clientLabel;
    QPushButton *m_many;
    ClientEdit *m_client;
    TintedLabel *m_clientError;
    QLabel *m_serverLabel;
    QLineEdit *m_server;
    TintedLabel *m_serverError;
    QCheckBox *m_authenticated;
    VerdictLine *m_verdict;
    SpokenLabel *m_reason;
    SpokenLabel *m_rule;
    SpokenLabel *m_counts;
    SpokenLabel *m_examples;
    StepList *m_steps;
    SpokenLabel *m_nearest;
    TintedLabel *m_note;
    QLabel *m_reply;
    QPushButton *m_allowHost;
    QPushButton *m_copy;
    QPushButton *m_pin;
    SpokenLabel *m_pinned; ///< what the last pin did
    TintedLabel *m_limits;
    QStringList m_history; ///< clients asked for, the newest first
    int m_recalled = -1; ///< index into m_history
};

} // namespace relaytab
