#include "ui/grid/squiggle.h"

#include <QPainter>
#include <QPainterPath>

namespace relaytab {

void paintSquiggle(QPainter &painter, const QPointF &start, double width, const QColor &color)
{
    constexpr double step = 2;
    constexpr double height = 2;
    QPainterPath path(start);
    int waves = 0;
    for (double x = step; x <= std::max(width, 3 * step); x += step)
        path.lineTo(start.x() + x, start.y() + (++waves % 2 == 1 ? height : 0));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

} // namespace relaytab
