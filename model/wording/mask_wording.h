#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include "model/analysis/mask_bits.h"

namespace relaytab {

/// What a mask does, in sentences.
class MaskWording
{
    Q_DECLARE_TR_FUNCTIONS(MaskWording)

public:
    explicit MaskWording(const QLocale &locale = QLocale()) : m_locale(locale) { }

    /// "This rule matches 128 addresses in 2 runs of 64."
    [[nodiscard]] QString summary(const MaskBits &bits) const;
    /// The runs, the first and the last of them: "192.168.1.64 – 192.168.1.127", "…".
    [[nodiscard]] QStringList runs(const MaskBits &bits) const;
    /// Where the mask comes from and what it does wrong; empty for one in order.
    [[nodiscard]] QString advice(const MaskBits &bits) const;
    /// "Use 255.255.255.255"; empty when there is nothing to repair.
    [[nodiscard]] QString repair(const MaskBits &bits) const;

private:
    QLocale m_locale;
};

} // namespace relaytab
