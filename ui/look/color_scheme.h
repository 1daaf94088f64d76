#pragma once

#include <QPalette>

namespace relaytab {

/// What the user chose under View > ColorScheme.
enum class ColorScheme : std::uint8_t { System, Light, Dark };

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// Sets the application's palette and, where the platform brings no style of its own, the quiet variant of Fusion.
/// System keeps the platform's palette; a platform without an opinion gets the light one. Call with a QApplication.
void applyColorScheme(ColorScheme appearance);

} // namespace relaytab
