#pragma once

#include <QFont>

namespace relaytab {

/// The sizes there are: heading, body (the application's font as it is) and quiet. All scale with the system font.
[[nodiscard]] QFont headingFont();
[[nodiscard]] QFont quietFont();
/// A little above body, for the name of a panel.
[[nodiscard]] QFont titleFont();
/// For addresses and masks: fixed pitch, the size of body, so that octets line up.
[[nodiscard]] QFont addressFont();

/// Of a row in a table whose cells hold words in the font, or addresses.
[[nodiscard]] int rowHeightFor(const QFont &font);

/// Logical pixels left and right of a text in a cell together, with the frame of an editor.
inline constexpr int cellPadding = 20;

} // namespace relaytab
