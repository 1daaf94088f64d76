#pragma once

#include <QProxyStyle>

class QStyleOptionMenuItem;

namespace relaytab {

/// Fusion without its gradients and frames, for platforms that bring no style of their own. Draws from the palette
/// alone; sizes and behaviour stay Fusion's.
class CalmStyle : public QProxyStyle
{
    Q_OBJECT

public:
    CalmStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;

    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    void drawMenuBarItem(const QStyleOptionMenuItem &item, QPainter &painter) const;
    static void drawCheckBox(const QStyleOption &option, QPainter &painter);
    static void drawField(const QStyleOption &option, QPainter &painter);
    static void drawPushButton(const QStyleOption &option, QPainter &painter);
    static void drawToolButton(const QStyleOption &option, QPainter &painter);
};

} // namespace relaytab
