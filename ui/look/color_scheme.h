#pragma once

#include <QPalette>

namespace relaytab {

/// What the user chose under View > ColorScheme.
enum class ColorScheme : std::uint8_t { System, Light, Dark };

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// What is hardly seen in a platform's palette, made readable: hints in empty fields (4.5 to 1), and what is switched
/// off (3 to 1). No other role is set, so that those go on to follow the platform.
[[nodiscard]] QPalette mendedRoles(const QPalette &platform);

/// Sets the application's palette and, where the platform brings no style of its own, the quiet variant of Fusion.
/// System keeps the platform's palette; a platform without an opinion gets the light one. Call with a QApplication.
void applyColorScheme(ColorScheme appearance);

} // namespace relaytab
