#pragma once

#include <QColor>

namespace relaytab {

/// WCAG 2.1 contrast ratio of two opaque colours: 1 (equal) to 21 (black on white).
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// `wanted`, moved towards `extreme` only as far as its contrast on `background` needs to reach `ratio`.
[[nodiscard]] QColor readableOn(const QColor &background, const QColor &wanted, const QColor &extreme,
                                double ratio = 4.5);

/// `fraction` of `over` laid on `under`: 0 is `under`, 1 is `over`.
[[nodiscard]] QColor blend(const QColor &under, const QColor &over, double fraction);

} // namespace relaytab
