#pragma once

#include <QIcon>
#include <QPixmap>

#include "model/analysis/finding.h"

class QPainter;

namespace relaytab {

/// One family: line icons on a 16 px grid, drawn in one colour.
enum class IconName : std::uint8_t {
    New,
    Open,
    Save,
    Undo,
    Redo,
    Add,
    Remove,
    Import,
    Filter,
    Close,
    Copy,
    Lock,
    Reload,
    Danger, ///< octagon
    Warning, ///< triangle
    Note, ///< circle
    Dot,
    Good, ///< circle with a tick
    Wide, ///< globe
    Refused, ///< circle with a stroke through it
    Depends, ///< circle with a question mark
    Review,
};

/// Logical pixels of an icon beside text.
inline constexpr int smallIcon = 16;

/// Follows the application's palette whenever it is painted; disabled and selected states included.
[[nodiscard]] QIcon icon(IconName name);

/// The platform's own icon of that freedesktop name where it has one, else ours.
[[nodiscard]] QIcon themeIcon(const QString &freedesktopName, IconName fallback);

/// The shape of a severity: octagon, octagon, triangle, circle.
[[nodiscard]] IconName severityIcon(Severity severity);

/// Fills `rect` (a square, logical pixels) with the icon in `color`.
void paintIcon(QPainter &painter, const QRectF &rect, IconName name, const QColor &color);

/// `size` in logical pixels.
[[nodiscard]] QPixmap iconPixmap(IconName name, int size, const QColor &color, qreal devicePixelRatio);

} // namespace relaytab
