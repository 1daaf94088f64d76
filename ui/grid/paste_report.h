#pragma once

#include <QWidget>

#include "model/editing/paste.h"

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

    void setPaste(const Paste &paste);
    [[nodiscard]] int badLines() const { return static_cast<int>(m_paste.badLines.size()); }

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Paste m_paste;
    SpokenLabel *m_heading;
    QPlainTextEdit *m_lines;
    QPushButton *m_copy;
    QPushButton *m_dismiss;
};

} // namespace relaytab
