#pragma once

#include <QDialog>

class QLineEdit;

namespace relaytab {

/// Asks to type a phrase before something harmful is done. Cancel is the default; the other button waits for the
/// phrase.
class TypedConfirmation : public QDialog
{
    Q_OBJECT

public:
    /// `harm` says what would happen, `action` is the verb on the button.
    TypedConfirmation(const QString &title, const QString &harm, const QString &phrase, const QString &action,
                      QWidget *parent);

private:
    QLineEdit *m_typed;
};

} // namespace relaytab
