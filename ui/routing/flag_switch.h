#pragma once

#include <QWidget>

#include "ui/look/tinted_label.h"

class QCheckBox;

namespace relaytab {

/// One of the four switches of RelayFlags: what it does, how many rules it has, and its value in the flags.
class FlagSwitch : public QWidget
{
    Q_OBJECT

public:
    /// `bit` is one of flag::deny, allow, local, authenticated.
    explicit FlagSwitch(std::uint32_t bit, QWidget *parent = nullptr);

    void setOn(bool on);
    /// `rules` is "5 rules", or empty where there is no list.
    void setTexts(const QString &label, const QString &rules, const QString &description);

Q_SIGNALS:
    /// The user switched it.
    void switched(std::uint32_t bit, bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    std::uint32_t m_bit;
    QCheckBox *m_box;
    TintedLabel *m_rules;
    TintedLabel *m_value;
};

} // namespace relaytab
