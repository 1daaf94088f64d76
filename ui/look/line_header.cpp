#include "ui/look/line_header.h"

#include <QPainter>

#include "ui/look/fonts.h"
#include "ui/look/roles.h"

namespace relaytab {

namespace {

constexpr int linePadding = 20; ///< left and right of a number together
constexpr int paddingRight = 5;

} // namespace

LineHeader::LineHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
}

void LineHeader::paintSection(QPainter *painter, const QRect &rect, int row) const
{
    const QColor base = palette().color(QPalette::Base);
    painter->fillRect(rect, base);
    painter->setFont(quietFont());
    painter->setPen(quietColor(palette(), base));
    painter->drawText(rect.adjusted(0, 0, -paddingRight, 0), static_cast<int>(Qt::AlignVCenter | Qt::AlignRight),
                      number(row));
}

QSize LineHeader::sectionSizeFromContents(int /*row*/) const
{
    // Always as wide, so that it does not jump while scrolling.
    return {QFontMetrics(quietFont()).horizontalAdvance(widestNumber()) + linePadding, defaultSectionSize()};
}

QString LineHeader::widestNumber() const
{
    const int rows = model()->rowCount();
    const QString last = number(rows - 1);
    return last.isEmpty() ? number(rows - 2) : last; // below a blank row there is none
}

QString LineHeader::number(int row) const
{
    return model()->headerData(row, Qt::Vertical).toString();
}

} // namespace relaytab
