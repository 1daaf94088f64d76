#pragma once

#include "ui/look/line_header.h"

namespace relaytab {

/// The numbers of the rules, and at their left edge a bar in the colour of the row's gravest finding.
class RowHeader : public LineHeader
{
    Q_OBJECT

public:
    using LineHeader::LineHeader;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;
    [[nodiscard]] QString widestNumber() const override;
};

} // namespace relaytab
