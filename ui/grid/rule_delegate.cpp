#include "ui/grid/rule_delegate.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include "model/editing/rule_table_model.h"
#include "ui/grid/entry_edit.h"
#include "ui/grid/squiggle.h"
#include "ui/look/contrast.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/roles.h"

namespace relaytab {

namespace {

constexpr int padding = 8;
constexpr int gap = 6;

bool holdsAddress(int column)
{
    return column == RuleTableModel::Net || column == RuleTableModel::Mask;
}

/// The row as it stands in the document, and where; for the blank row an empty one at the end of its list.
std::pair<RuleRow, RowPlace> rowOf(const PolicyDocument &document, const QModelIndex &index)
{
    const auto *model = qobject_cast<const RuleTableModel *>(index.model());
    if (const auto place = model->placeOf(index))
        return {document.policy().list(place->list).row(place->row), *place};
    RuleText text{.net = index.siblingAtColumn(RuleTableModel::Net).data(Qt::EditRole).toString().toStdString(),
                  .mask = index.siblingAtColumn(RuleTableModel::Mask).data(Qt::EditRole).toString().toStdString()};
    text.form = text.mask.empty() ? MaskForm::LeftOut : MaskForm::Written;
    return {{.entry = entryOf(text.net, text.mask, text.form)}, model->insertionPlace(index)};
}

} // namespace

RuleDelegate::RuleDelegate(const PolicyDocument &document, QObject *parent)
    : QStyledItemDelegate(parent), m_document(document)
{ }

void RuleDelegate::setLit(const QModelIndex &index, bool lit)
{
    if (lit)
        m_lit.append(index);
    else
        m_lit.removeAll(index);
}

QColor RuleDelegate::groundOf(const QStyleOptionViewItem &option)
{
    const bool isActive = option.state & QStyle::State_Active;
    return option.palette.color(isActive ? QPalette::Active : QPalette::Inactive,
                                option.state & QStyle::State_Selected ? QPalette::Highlight : QPalette::Base);
}

QColor RuleDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QColor ground = groundOf(option);
    if (index.data(RuleTableModel::QuietRole).toBool() || index.data(RuleTableModel::DimmedRole).toBool())
        return quietColor(option.palette, ground);
    return option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text);
}

void RuleDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (holdsAddress(index.column()) && !index.data(RuleTableModel::BlankRole).toBool())
        option->font = addressFont();
}

void RuleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QColor ground = groundOf(cell);
    if (m_lit.contains(index))
        ground = blend(ground, cell.palette.color(QPalette::Link), 0.25);
    painter->save();
    painter->fillRect(cell.rect, ground);
    painter->setPen(lineColor(cell.palette));
    painter->drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight());
    switch (index.column()) {
    case RuleTableModel::On: paintCheckBox(*painter, cell); break;
    case RuleTableModel::Status: paintStatus(*painter, cell, index); break;
    default: paintText(*painter, cell, index); break;
    }
    if (cell.state & QStyle::State_HasFocus && index != m_edited) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(cell.palette.color(QPalette::Link), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(cell.rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4);
    }
    painter->restore();
}

void RuleDelegate::paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (!(option.features & QStyleOptionViewItem::HasCheckIndicator))
        return;
    QStyleOptionViewItem box = option;
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    box.rect = QRect(QPoint(),
                     QSize(style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget),
                           style->pixelMetric(QStyle::PM_IndicatorHeight, &option, option.widget)));
    box.rect.moveCenter(option.rect.center());
    box.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
    box.state |= option.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, option.widget);
}

void RuleDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    const QFontMetrics metrics(option.font);
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, room.width());
    painter.setFont(option.font);
    painter.setPen(textColor(option, index));
    const Qt::Alignment alignment = Qt::AlignVCenter | (option.displayAlignment & Qt::AlignHorizontal_Mask);
    painter.drawText(room, static_cast<int>(QStyle::visualAlignment(option.direction, alignment)), text);

    const QVariant severity = index.data(RuleTableModel::CellSeverityRole);
    const QPoint fault = index.data(RuleTableModel::FaultSpanRole).toPoint();
    if (!severity.isValid() || fault.y() == 0 || index == m_edited)
        return;
    const int left = metrics.horizontalAdvance(option.text.left(fault.x()));
    const int width = metrics.horizontalAdvance(option.text.mid(fault.x(), fault.y()));
    const double baseline = room.center().y() + metrics.height() / 2.0 - metrics.descent() + 3;
    painter.setClipRect(room);
    paintSquiggle(painter, QPointF(room.left() + left, baseline), width,
                  roleColor(colorRoleOf(static_cast<Severity>(severity.toInt())), option.palette, groundOf(option)));
    painter.setClipping(false);
}

void RuleDelegate::paintStatus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isEdited = m_edited.isValid() && m_edited.row() == index.row();
    QString words = option.text;
    QString fix = index.data(RuleTableModel::FixTextRole).toString();
    std::optional<Severity> severity;
    if (const QVariant found = index.data(RuleTableModel::SeverityRole); found.isValid())
        severity = static_cast<Severity>(found.toInt());
    if (isEdited && m_check.severity) {
        words = m_check.status;
        fix = m_check.fix;
        severity = m_check.severity;
    }
    const QColor ground = groundOf(option);
    QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    painter.setFont(option.font);
    QColor color = textColor(option, index);
    if (severity && !index.data(RuleTableModel::BlankRole).toBool()) {
        color = roleColor(colorRoleOf(*severity), option.palette, ground);
        QRect iconRect(0, 0, smallIcon, smallIcon);
        iconRect.moveCenter(room.center());
        iconRect.moveLeft(room.left());
        paintIcon(painter, QStyle::visualRect(option.direction, room, iconRect), severityIcon(*severity), color);
        room.setLeft(room.left() + smallIcon + gap);
    }
    const QFontMetrics metrics(option.font);
    const auto draw = [&](const QString &text, const QColor &pen) {
        painter.setPen(pen);
        painter.drawText(QStyle::visualRect(option.direction, option.rect, room),
                         static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                         metrics.elidedText(text, Qt::ElideRight, room.width()));
        room.setLeft(room.left() + metrics.horizontalAdvance(text) + gap);
    };
    draw(words, color);
    // The way out stands where the eye is: in the row with the cursor.
    const bool isCurrent = option.state & QStyle::State_Selected;
    if (!fix.isEmpty() && isCurrent) {
        const QString key = QKeySequence(Qt::ALT | Qt::Key_Enter).toString(QKeySequence::NativeText);
        for (const QString &hint : {QString(key + u": " + fix), key}) {
            if (metrics.horizontalAdvance(hint) > room.width())
                continue;
            draw(hint, quietColor(option.palette, ground));
            break;
        }
    }
}

QWidget *RuleDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!holdsAddress(index.column())) {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->setFrame(true);
        return editor;
    }
    auto *editor = new EntryEdit(parent);
    m_edited = index;
    const QString column = index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    editor->setAccessibleName(column);
    connect(
        editor, &QLineEdit::textChanged, this,
        [this, editor, cell = QPersistentModelIndex(index)](const QString &text) { checkTyped(*editor, cell, text); });
    return editor;
}

void RuleDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // Not while typing: the model may tell of other things about this row meanwhile.
    if (auto *line = qobject_cast<QLineEdit *>(editor); line != nullptr && line->isModified())
        return;
    QStyledItemDelegate::setEditorData(editor, index);
}

void RuleDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex & /*index*/) const
{
    // The text stays where it was: what the frame takes is given back around the cell.
    editor->setGeometry(option.rect.adjusted(2, 1, -2, -2));
}

void RuleDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    if (m_edited.isValid()) {
        m_edited = QPersistentModelIndex();
        m_check = {};
        Q_EMIT checkChanged();
    }
    QStyledItemDelegate::destroyEditor(editor, index);
}

void RuleDelegate::checkTyped(EntryEdit &editor, const QModelIndex &index, const QString &text) const
{
    if (!index.isValid())
        return;
    const auto [row, place] = rowOf(m_document, index);
    m_check = liveCheck(row, place, index.column() == RuleTableModel::Net ? EntryCell::Net : EntryCell::Mask, text);
    editor.setCheck(m_check);
    Q_EMIT checkChanged();
}

bool RuleDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    // The whole cell is the target of the check box, not its 16 pixels.
    if (index.column() != RuleTableModel::On || !(index.flags() & Qt::ItemIsUserCheckable))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    if (event->type() != QEvent::MouseButtonRelease
        || static_cast<const QMouseEvent *>(event)->button() != Qt::LeftButton)
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace relaytab
