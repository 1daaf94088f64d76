#include "ui/grid/row_header.h"

#include <QPainter>

#include "model/editing/rule_table_model.h"
#include "ui/look/roles.h"

namespace relaytab {

void RowHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    // Below the last row it is part of the page, not of a frame around it.
    if (const int end = length() - offset(); end < viewport()->height())
        QPainter(viewport())
            .fillRect(0, end, viewport()->width(), viewport()->height() - end, palette().color(QPalette::Base));
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int row) const
{
    LineHeader::paintSection(painter, rect, row);
    painter->setPen(lineColor(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QVariant severity = model()->index(row, 0).data(RuleTableModel::SeverityRole);
    if (!severity.isValid())
        return;
    constexpr int barWidth = 3;
    const ColorRole role = colorRoleOf(static_cast<Severity>(severity.toInt()));
    if (role != ColorRole::Note)
        painter->fillRect(QRect(rect.left(), rect.top(), barWidth, rect.height() - 1),
                          roleColor(role, palette(), palette().color(QPalette::Base)));
}

QString RowHeader::widestNumber() const
{
    // Of the whole list, so that a filter does not move the columns. All digits are as wide.
    const auto *rules = qobject_cast<const RuleTableModel *>(model());
    return QString::number(std::max<std::size_t>(rules->largestRowNumber(), 10));
}

} // namespace relaytab
