#pragma once

#include <QHeaderView>

namespace relaytab {

/// The numbers of the rows, and at their left edge a bar in the colour of the row's gravest finding.
class RowHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RowHeader(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int row) const override;
};

} // namespace relaytab
