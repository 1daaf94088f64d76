#pragma once

#include <QObject>

class QWidget;

namespace relaytab {

class SaveFlow;

/// Asks about unsaved changes when a window is to be closed, and closes it when the answer lets it.
class CloseQuestion : public QObject
{
    Q_OBJECT

public:
    CloseQuestion(SaveFlow &saveFlow, QWidget *window);

    /// Asked once, however often; `path` is that of the file, empty when it has none.
    void ask(const QString &path);
    /// The answer was that the changes may go.
    [[nodiscard]] bool mayDiscard() const { return m_mayDiscard; }

Q_SIGNALS:
    /// The window stays.
    void cancelled();

private:
    SaveFlow &m_saveFlow;
    QWidget *m_window;
    bool m_mayDiscard = false;
};

} // namespace relaytab
