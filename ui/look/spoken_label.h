#pragma once

#include <QLabel>

namespace relaytab {

/// A label with a fixed name for assistive technology and a changing text, which is its content there. Without a name
/// the text is the name.
class SpokenLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SpokenLabel(QWidget *parent = nullptr);

    /// What is read out: the text without markup and without the mark of its key.
    [[nodiscard]] QString spokenText() const;
};

/// How a change is told to people who do not see it.
enum class Announcement : std::uint8_t {
    Polite, ///< the content of the widget changed
    Alert, ///< something new that must be known
};

/// Tells assistive technology that the widget's content changed. Typing is not interrupted.
void announce(QWidget *widget, Announcement kind);

/// Makes the accessible side of SpokenLabel known. Once, before the first window.
void installAccessibility();

} // namespace relaytab
