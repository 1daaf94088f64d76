#pragma once

#include <QStyledItemDelegate>

namespace relaytab {

/// One problem a line: shape, place, sentence, and the ways out at the end of the line as links.
class ProblemDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The link with the keyboard's attention in the current row: 0 is the place, 1 the first fix.
    void setActiveLink(int link) { m_activeLink = link; }

    /// The link at a point of the row, or nothing. Counted as above.
    [[nodiscard]] std::optional<int> linkAt(const QPoint &point, const QStyleOptionViewItem &option,
                                            const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Line {
        QRect icon;
        QString place;
        QRect placeRect;
        QRect message;
        QList<std::pair<QString, QRect>> fixes;
    };
    [[nodiscard]] static Line layOut(const QStyleOptionViewItem &option, const QModelIndex &index);

    int m_activeLink = 0;
};

} // namespace relaytab
