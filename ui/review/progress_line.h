#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace relaytab {

class TintedLabel;

/// How far a worker is, with a way to stop it. Appears only when the work takes longer than a moment.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    enum class Task : std::uint8_t { Comparing, Checking, Copying };

    /// `objectName` is that of the bar.
    ProgressLine(const QString &objectName, Task task, QWidget *parent = nullptr);

    void start();
    /// 0: nobody knows.
    void setPercent(int percent);
    void stop();

Q_SIGNALS:
    /// The work takes longer than a moment.
    void appeared();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString taskInWords() const;
    void retranslate();

    Task m_task;
    TintedLabel *m_what;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_patience;
};

} // namespace relaytab
