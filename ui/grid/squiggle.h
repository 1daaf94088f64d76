#pragma once

class QColor;
class QPainter;
class QPointF;

namespace relaytab {

/// A wavy line below text, from `start` (its baseline of waves) to the right.
void paintSquiggle(QPainter &painter, const QPointF &start, double width, const QColor &color);

} // namespace relaytab
