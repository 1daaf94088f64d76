#pragma once

#include <QList>
#include <QPointer>

#include "ui/window/main_window.h"

namespace relaytab {

/// All windows of the program: a policy has one window, and a file is open in one only.
class Windows : public QObject
{
    Q_OBJECT

public:
    explicit Windows(const Surroundings &surroundings, QObject *parent = nullptr);

    /// A window without a policy.
    MainWindow *newWindow();
    /// Raises the window that has the file, or opens it in `preferred` if that is unused, or in a new one.
    void open(const QString &path, PolicyFile::OpenAs how, MainWindow *preferred = nullptr);
    /// Lets the window ask about what programs that died left behind.
    void offerDrafts(MainWindow *window);
    /// Closes one window after the other; stops at the first that stays open.
    void quit();

private:
    /// In the window of its file, in the window that asked, or in a new one: where no changes are in the way.
    void restore(const AbandonedDraft &draft, MainWindow *asked);
    [[nodiscard]] MainWindow *windowOf(const QString &path) const;

    Surroundings m_surroundings;
    QList<QPointer<MainWindow>> m_windows;
    bool m_isQuitting = false; ///< goes on when the window that asks is closed
};

} // namespace relaytab
