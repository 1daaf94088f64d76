#pragma once

#include <QPalette>

#include "model/analysis/finding.h"

namespace relaytab {

/// What a colour stands for. Always with a shape and a word beside it, never behind typed text.
enum class ColorRole : std::uint8_t { Danger, Warning, Good, Note };

[[nodiscard]] ColorRole colorRoleOf(Severity severity);

/// True when the palette is light text on a dark ground.
[[nodiscard]] bool isDark(const QPalette &palette);

/// True when text and ground are as far apart as they can be: the user asked for high contrast.
[[nodiscard]] bool isHighContrast(const QPalette &palette);

/// The role's colour as text or icon on `background`, contrast 4.5 or more (7 in a high contrast palette).
[[nodiscard]] QColor roleColor(ColorRole role, const QPalette &palette, const QColor &background);

/// The role's faint ground for a badge or a banner; roleColor() is readable on it.
[[nodiscard]] QColor roleGround(ColorRole role, const QPalette &palette);

/// Text that steps back: units, hints, what is off. Contrast 4.5 or more on `background`.
[[nodiscard]] QColor quietColor(const QPalette &palette, const QColor &background);

/// A thin line between rows or areas; decoration only.
[[nodiscard]] QColor lineColor(const QPalette &palette);

} // namespace relaytab
