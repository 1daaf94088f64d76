#pragma once

#include <QFrame>

#include "ui/look/roles.h"
#include "ui/look/spoken_label.h"

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace relaytab {

/// A message in the layout: icon, words, and what can be done about it, below the words where these would have too
/// little room beside it. Takes no room while it is hidden.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows the message; the buttons of the message before are gone. Read out once when text or role is new.
    void showMessage(ColorRole role, const QString &text);
    /// Adds a button to the message that is shown. The caller connects it.
    [[nodiscard]] QPushButton *addButton(const QString &text);

    void setVisible(bool visible) override;

Q_SIGNALS:
    /// It was hidden while one of its buttons had the focus.
    void focusReleased();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Buttons : std::uint8_t { Beside, Below };

    void tint();
    void placeButtons();

    ColorRole m_role = ColorRole::Note;
    QLabel *m_icon;
    SpokenLabel *m_text;
    QHBoxLayout *m_buttons;
    QGridLayout *m_layout;
    Buttons m_place = Buttons::Beside;
};

} // namespace relaytab
