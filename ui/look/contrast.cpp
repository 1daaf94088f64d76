#include "ui/look/contrast.h"

#include <algorithm>
#include <cmath>

namespace relaytab {

namespace {

double channelLuminance(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channelLuminance(color.redF()) + 0.7152 * channelLuminance(color.greenF())
        + 0.0722 * channelLuminance(color.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    // A list, for values: of two temporaries std::minmax would return references.
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor blend(const QColor &under, const QColor &over, double fraction)
{
    const auto mix = [fraction](float from, float to) { return static_cast<float>(from + (to - from) * fraction); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

QColor readableOn(const QColor &background, const QColor &wanted, const QColor &extreme, double ratio)
{
    constexpr int steps = 20;
    for (int step = 0; step < steps; ++step) {
        const QColor color = blend(wanted, extreme, static_cast<double>(step) / steps);
        if (contrast(color, background) >= ratio)
            return color;
    }
    return extreme;
}

} // namespace relaytab
