#include "ui/problems/problem_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include "model/editing/problems_model.h"
#include "ui/look/icons.h"
#include "ui/look/roles.h"

namespace relaytab {

namespace {

constexpr int margin = 18;
constexpr int problemGap = 8;
constexpr int linkGap = 14;

} // namespace

ProblemDelegate::Line ProblemDelegate::layOut(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QFontMetrics metrics(option.font);
    QRect room = option.rect.adjusted(margin, 0, -margin, 0);
    Line line;
    line.icon = QRect(room.left(), room.center().y() - smallIcon / 2, smallIcon, smallIcon);
    room.setLeft(room.left() + smallIcon + problemGap);

    // The sentence comes first: fixes have the room that it leaves, and at least that of the first of them.
    line.place = index.data(ProblemsModel::PlaceTextRole).toString();
    const int placeWidth = line.place.isEmpty() ? 0 : metrics.horizontalAdvance(line.place) + 2 + problemGap;
    const int messageWidth = metrics.horizontalAdvance(index.data(ProblemsModel::MessageRole).toString()) + problemGap;
    QStringList fixes = index.data(ProblemsModel::FixTextsRole).toStringList();
    const auto widthOf = [&](const QStringList &texts) {
        int width = 0;
        for (const QString &text : texts)
            width += metrics.horizontalAdvance(text) + 2 + linkGap;
        return width;
    };
    while (fixes.size() > 1 && widthOf(fixes) > room.width() - placeWidth - messageWidth)
        fixes.removeLast();
    int right = room.right();
    for (auto text = fixes.crbegin(); text != fixes.crend(); ++text) {
        const int width = std::min(metrics.horizontalAdvance(*text) + 2, room.width() / 2);
        line.fixes.prepend({*text, QRect(right - width, room.top(), width, room.height())});
        right -= width + linkGap;
    }
    line.placeRect = QRect(room.left(), room.top(), std::max(0, placeWidth - problemGap), room.height());
    line.message = QRect(room.left() + placeWidth, room.top(), right - room.left() - placeWidth, room.height());

    const auto mirror = [&](QRect &rect) { rect = QStyle::visualRect(option.direction, option.rect, rect); };
    mirror(line.icon);
    mirror(line.placeRect);
    mirror(line.message);
    for (auto &[text, rect] : line.fixes)
        mirror(rect);
    return line;
}

std::optional<int> ProblemDelegate::linkAt(const QPoint &point, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Line line = layOut(item, index);
    if (line.placeRect.contains(point))
        return 0;
    for (int i = 0; i < line.fixes.size(); ++i) {
        if (line.fixes.at(i).second.adjusted(-linkGap / 2, 0, linkGap / 2, 0).contains(point))
            return i + 1;
    }
    return std::nullopt;
}

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Line line = layOut(item, index);
    const bool isSelected = item.state & QStyle::State_Selected;
    const bool hasFocus = item.state & QStyle::State_HasFocus;
    const QColor ground = item.palette.color(isSelected ? QPalette::Highlight : QPalette::Window);
    const QFontMetrics metrics(item.font);
    painter->save();
    painter->fillRect(item.rect, ground);
    const auto severity = static_cast<Severity>(index.data(ProblemsModel::SeverityRole).toInt());
    paintIcon(*painter, line.icon, severityIcon(severity), roleColor(colorRoleOf(severity), item.palette, ground));

    const int alignment = static_cast<int>(QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const QColor link = isSelected ? item.palette.color(QPalette::HighlightedText) : item.palette.color(QPalette::Link);
    const auto drawLink = [&](const QString &text, const QRect &rect, bool isActive) {
        QFont font = item.font;
        font.setUnderline(isActive || isSelected);
        painter->setFont(font);
        painter->setPen(link);
        painter->drawText(rect, alignment, metrics.elidedText(text, Qt::ElideRight, rect.width()));
        if (isActive) {
            painter->setPen(QPen(item.palette.color(QPalette::Link), 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRect(rect.left() - 4, rect.center().y() - metrics.height() / 2 - 2,
                                           rect.width() + 8, metrics.height() + 4),
                                     4, 4);
        }
    };
    painter->setRenderHint(QPainter::Antialiasing);
    if (!line.place.isEmpty())
        drawLink(line.place, line.placeRect, hasFocus && m_activeLink == 0);
    for (int i = 0; i < line.fixes.size(); ++i)
        drawLink(line.fixes.at(i).first, line.fixes.at(i).second, hasFocus && m_activeLink == i + 1);
    painter->setFont(item.font);
    painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::WindowText));
    painter->drawText(line.message, alignment | static_cast<int>(Qt::TextWordWrap),
                      index.data(ProblemsModel::MessageRole).toString());
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        item.rect.setWidth(view->viewport()->width());
    const QRect message = layOut(item, index).message;
    const QString text = index.data(ProblemsModel::MessageRole).toString();
    const QFontMetrics metrics(item.font);
    int height = metrics.height();
    if (metrics.horizontalAdvance(text) + problemGap > message.width())
        height =
            std::max(height, metrics.boundingRect(QRect(0, 0, message.width(), 0), Qt::TextWordWrap, text).height());
    return {200, height + 12};
}

} // namespace relaytab
