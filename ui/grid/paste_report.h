#pragma once

#include <QWidget>

#include "model/editing/paste.h"
#include "model/policy/relay_policy.h"

class QPlainTextEdit;
class QPushButton;

namespace relaytab {

class SpokenLabel;

/// The lines of a paste that are no rules, each with its reason, to be copied and mended.
class PasteReport : public QWidget
{
    Q_OBJECT

public:
    explicit PasteReport(QWidget *parent = nullptr);

    void setPaste(ListKind list, const Paste &paste);
    [[nodiscard]] int badLines() const { return static_cast<int>(m_paste.badLines.size()); }

Q_SIGNALS:
    void dismissed();
    /// The lines with a suggestion are to become the rows it makes of them.
    void suggestionsAccepted(relaytab::ListKind list, const relaytab::RuleList &rows);

protected:
    void changeEvent(QEvent *event) override;

private:
    void acceptSuggestions();
    void retranslate();

    ListKind m_list = ListKind::Allow;
    Paste m_paste;
    SpokenLabel *m_heading;
    QPlainTextEdit *m_lines;
    QPushButton *m_accept;
    QPushButton *m_copy;
    QPushButton *m_dismiss;
};

} // namespace relaytab
