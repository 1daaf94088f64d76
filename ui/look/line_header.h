#pragma once

#include <QHeaderView>

namespace relaytab {

/// The numbers of lines at the left of a table, quiet: the model's vertical header, which may be empty for a blank last
/// row.
class LineHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit LineHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int row) const override;
    /// The number that needs the most room.
    [[nodiscard]] virtual QString widestNumber() const;

private:
    [[nodiscard]] QString number(int row) const;
};

} // namespace relaytab
