#include "ui/look/calm_style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/roles.h"

namespace relaytab {

namespace {

constexpr qreal cornerRadius = 4;
constexpr int fieldPadding = 4;
constexpr int headerPadding = 6;

QColor borderColor(const QPalette &palette)
{
    return isHighContrast(palette) ? palette.color(QPalette::WindowText) : palette.color(QPalette::Mid);
}

QColor accentColor(const QStyleOption &option)
{
    return option.palette.color(option.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled,
                                QPalette::Link);
}

QRectF outline(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) { }

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckBox(*option, *painter); return;
    case PE_PanelLineEdit:
        // Editors inside a view draw no frame of their own; the view's delegate does.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0) {
            drawField(*option, *painter);
            return;
        }
        break;
    case PE_PanelButtonCommand: drawPushButton(*option, *painter); return;
    case PE_PanelButtonTool: drawToolButton(*option, *painter); return;
    case PE_FrameStatusBarItem: return;
    case PE_FrameFocusRect:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(accentColor(*option), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(outline(option->rect), cornerRadius, cornerRadius);
        painter->restore();
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool isHorizontal = header == nullptr || header->orientation == Qt::Horizontal;
        painter->fillRect(option->rect, option->palette.color(isHorizontal ? QPalette::Window : QPalette::Base));
        painter->setPen(lineColor(option->palette));
        if (isHorizontal)
            painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet = *header;
            quiet.rect.adjust(headerPadding, 0, -headerPadding, 0);
            quiet.palette.setColor(QPalette::ButtonText,
                                   quietColor(option->palette, option->palette.color(QPalette::Window)));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuBarItem(*item, *painter);
            return;
        }
        break;
    case CE_ToolBar: {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColor(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, option->palette.color(QPalette::Window)); return;
    case CE_Splitter: {
        painter->setPen(lineColor(option->palette));
        const QPoint middle = option->rect.center();
        if (option->state & State_Horizontal)
            painter->drawLine(middle.x(), option->rect.top(), middle.x(), option->rect.bottom());
        else
            painter->drawLine(option->rect.left(), middle.y(), option->rect.right(), middle.y());
        return;
    }
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 16;
    case PM_ToolBarFrameWidth: return 0;
    case PM_ToolBarItemSpacing: return 4;
    case PM_ToolBarItemMargin: return 6;
    case PM_CheckBoxLabelSpacing: return 9;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect plain = QProxyStyle::subElementRect(element, option, widget);
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame != nullptr && frame->lineWidth > 0 ? plain.adjusted(fieldPadding, 0, -fieldPadding, 0) : plain;
    }
    default: return plain;
    }
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit: return plain + QSize(2 * fieldPadding, 6);
    case CT_HeaderSection: return plain.expandedTo(QSize(0, option->fontMetrics.height() + 14));
    case CT_PushButton: return plain + QSize(4, 4);
    case CT_ToolButton: return plain + QSize(6, 4);
    case CT_CheckBox: return plain.expandedTo(QSize(0, 24));
    default: return plain;
    }
}

QIcon CalmStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    return standard == SP_LineEditClearButton ? icon(IconName::Close)
                                              : QProxyStyle::standardIcon(standard, option, widget);
}

void CalmStyle::drawMenuBarItem(const QStyleOptionMenuItem &item, QPainter &painter) const
{
    const QPalette &palette = item.palette;
    const QColor window = palette.color(QPalette::Window);
    painter.fillRect(item.rect, window);
    if (item.state & State_Selected) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(blend(window, palette.color(QPalette::WindowText), 0.09));
        painter.drawRoundedRect(QRectF(item.rect).adjusted(1, 2, -1, -2), cornerRadius, cornerRadius);
        painter.restore();
    }
    const bool showsMnemonics = proxy()->styleHint(SH_UnderlineShortcut, &item, nullptr) != 0;
    const int flags = static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip | Qt::TextSingleLine
        | (showsMnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    proxy()->drawItemText(&painter, item.rect, flags, palette, item.state & State_Enabled, item.text,
                          QPalette::WindowText);
}

void CalmStyle::drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const QPalette &palette = option.palette;
    const int side = std::min({16, option.rect.width(), option.rect.height()});
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool enabled = option.state & State_Enabled;
    const bool filled = option.state & (State_On | State_NoChange);
    const QColor ground = filled && enabled ? accentColor(option)
        : filled                            ? quietColor(palette, palette.color(QPalette::Window))
                                            : palette.color(QPalette::Base);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor quiet = blend(palette.color(QPalette::Base), palette.color(QPalette::WindowText), 0.45);
    painter.setPen(QPen(filled ? ground : enabled ? quiet : borderColor(palette), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(outline(box), cornerRadius, cornerRadius);
    if (filled) {
        const qreal unit = side / 16.0;
        painter.setPen(QPen(contrast(ground, Qt::white) > 3 ? QColor(Qt::white) : QColor(Qt::black), 2 * unit,
                            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        QPainterPath tick;
        if (option.state & State_NoChange) {
            tick.moveTo(4.5 * unit, 8 * unit);
            tick.lineTo(11.5 * unit, 8 * unit);
        } else {
            tick.moveTo(4.2 * unit, 8.3 * unit);
            tick.lineTo(6.9 * unit, 11 * unit);
            tick.lineTo(11.8 * unit, 5.4 * unit);
        }
        painter.translate(box.topLeft());
        painter.drawPath(tick);
    }
    painter.restore();
}

void CalmStyle::drawField(const QStyleOption &option, QPainter &painter)
{
    const bool focused = (option.state & State_HasFocus) && (option.state & State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focused ? QPen(accentColor(option), 1.5) : QPen(borderColor(option.palette), 1));
    painter.setBrush(option.palette.brush(QPalette::Base));
    painter.drawRoundedRect(outline(option.rect), cornerRadius, cornerRadius);
    painter.restore();
}

void CalmStyle::drawPushButton(const QStyleOption &option, QPainter &painter)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool flat = button != nullptr && (button->features & QStyleOptionButton::Flat);
    const bool down = option.state & (State_Sunken | State_On);
    const bool hovered = (option.state & State_MouseOver) && (option.state & State_Enabled);
    const QColor text = option.palette.color(QPalette::ButtonText);
    QColor ground = flat ? QColor(Qt::transparent) : option.palette.color(QPalette::Button);
    if (down || hovered)
        ground = blend(option.palette.color(flat ? QPalette::Window : QPalette::Button), text, down ? 0.14 : 0.06);
    const bool isDefault = button != nullptr && (button->features & QStyleOptionButton::DefaultButton);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = (option.state & State_HasFocus) || isDefault;
    painter.setPen(flat && !marked
                       ? QPen(Qt::NoPen)
                       : QPen(marked ? accentColor(option) : borderColor(option.palette), marked ? 1.5 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(outline(option.rect), cornerRadius, cornerRadius);
    painter.restore();
}

void CalmStyle::drawToolButton(const QStyleOption &option, QPainter &painter)
{
    const bool down = option.state & (State_Sunken | State_On);
    const bool hovered = (option.state & State_MouseOver) && (option.state & State_Enabled);
    const bool focused = option.state & State_HasFocus;
    if (!down && !hovered && !focused)
        return;
    const QColor ground =
        blend(option.palette.color(QPalette::Window), option.palette.color(QPalette::WindowText), down ? 0.14 : 0.07);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focused ? QPen(accentColor(option), 1.5) : QPen(Qt::NoPen));
    painter.setBrush(down || hovered ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(outline(option.rect), cornerRadius, cornerRadius);
    painter.restore();
}

} // namespace relaytab
