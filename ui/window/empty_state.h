#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace relaytab {

class TintedLabel;

/// What the window shows while no policy is open: three ways to begin, and the files opened last.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void importRequested();
    void fileRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeButtons();
    void retranslate();

    QLabel *m_title;
    TintedLabel *m_hint;
    QPushButton *m_new;
    QPushButton *m_open;
    QPushButton *m_import;
    QBoxLayout *m_buttons;
    QLabel *m_recentTitle;
    QVBoxLayout *m_recent;
};

} // namespace relaytab
