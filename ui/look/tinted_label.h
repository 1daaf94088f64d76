#pragma once

#include "ui/look/roles.h"
#include "ui/look/spoken_label.h"

namespace relaytab {

/// Text in a colour that follows the palette: quiet, or that of a role.
class TintedLabel : public SpokenLabel
{
    Q_OBJECT

public:
    /// Quiet.
    explicit TintedLabel(QWidget *parent = nullptr);

    void setQuiet();
    void setRole(ColorRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    std::optional<ColorRole> m_role;
};

} // namespace relaytab
