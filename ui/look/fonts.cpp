#include "ui/look/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

#include <algorithm>

namespace relaytab {

namespace {

QFont scaled(double factor)
{
    QFont font = QApplication::font();
    // A font may be set in points or in pixels; the other one reads -1.
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

} // namespace

QFont headingFont()
{
    QFont font = scaled(1.35);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont quietFont()
{
    return scaled(0.94);
}

QFont titleFont()
{
    QFont font = scaled(1.0);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont addressFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont body = QApplication::font();
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF());
    else
        font.setPixelSize(body.pixelSize());
    return font;
}

int rowHeightFor(const QFont &font)
{
    constexpr int room = 11; // above and below together
    return std::max(QFontMetrics(font).height(), QFontMetrics(addressFont()).height()) + room;
}

} // namespace relaytab
