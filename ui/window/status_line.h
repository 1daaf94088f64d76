#pragma once

#include <QStatusBar>

#include "ui/look/tinted_label.h"

class QProgressBar;
class QPushButton;

namespace relaytab {

/// File, format, rules and time of saving at the left; the reading at the right; what runs in between.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Empty parts take no room.
    void setParts(const QStringList &parts);
    void setReading(const QString &reading);
    /// `total` 0: nobody knows how long it takes.
    void showProgress(const QString &what, qint64 done, qint64 total);
    void hideProgress();

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    TintedLabel *m_parts;
    TintedLabel *m_reading;
    QWidget *m_progress;
    TintedLabel *m_what;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace relaytab
