#include "ui/grid/row_header.h"

#include <QPainter>

#include "model/editing/rule_table_model.h"
#include "ui/look/fonts.h"
#include "ui/look/roles.h"

namespace relaytab {

namespace {

constexpr int barWidth = 3;
constexpr int padding = 8;

} // namespace

RowHeader::RowHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
}

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
    const QColor base = palette().color(QPalette::Base);
    painter->fillRect(rect, base);
    painter->setPen(lineColor(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QVariant severity = model()->index(row, 0).data(RuleTableModel::SeverityRole);
    if (severity.isValid()) {
        const ColorRole role = colorRoleOf(static_cast<Severity>(severity.toInt()));
        if (role != ColorRole::Note)
            painter->fillRect(QRect(rect.left(), rect.top(), barWidth, rect.height() - 1),
                              roleColor(role, palette(), base));
    }
    painter->setFont(quietFont());
    painter->setPen(quietColor(palette(), base));
    painter->drawText(rect.adjusted(barWidth, 0, -padding / 2, 0), static_cast<int>(Qt::AlignVCenter | Qt::AlignRight),
                      model()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString());
}

QSize RowHeader::sectionSizeFromContents(int /*row*/) const
{
    // As wide as the largest number there is, so that it does not jump with scrolling or with a filter.
    const QFontMetrics metrics(quietFont());
    const auto *rules = qobject_cast<const RuleTableModel *>(model());
    const std::size_t largest = rules != nullptr ? rules->largestRowNumber() : 0;
    const auto digits = static_cast<int>(QString::number(std::max<std::size_t>(largest, 10)).size());
    return {barWidth + padding + digits * metrics.horizontalAdvance(u'0') + padding / 2, defaultSectionSize()};
}

} // namespace relaytab
