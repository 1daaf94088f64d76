#pragma once

#include "ui/look/icons.h"
#include "ui/look/roles.h"
#include "ui/look/spoken_label.h"

namespace relaytab {

/// The verdict: a shape and the largest words of the panel.
class VerdictLine : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictLine(QWidget *parent = nullptr);

    /// Read out when it is new. Empty words: there is no verdict.
    void setVerdict(const QString &words, IconName shape, std::optional<ColorRole> role);
    void setVerdictName(const QString &accessibleName) { m_words->setAccessibleName(accessibleName); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    std::optional<ColorRole> m_role;
    IconName m_iconName = IconName::Dot;
    QLabel *m_icon;
    SpokenLabel *m_words;
};

} // namespace relaytab
