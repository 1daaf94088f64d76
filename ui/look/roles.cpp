#include "ui/look/roles.h"

#include <array>

#include "ui/look/contrast.h"

namespace relaytab {

namespace {

struct RoleColors {
    QRgb light; ///< on a light ground
    QRgb dark; ///< on a dark ground
};

/// Danger, Warning, Good, Note.
constexpr std::array<RoleColors, 4> roleColors{{
    {0xFFB3261E, 0xFFFF8A80},
    {0xFF8A5100, 0xFFF2B04C},
    {0xFF17703A, 0xFF81D09A},
    {0xFF2458BF, 0xFF8AB4F8},
}};

QColor plainColor(ColorRole role, const QPalette &palette)
{
    const RoleColors &colors = roleColors.at(static_cast<std::size_t>(role));
    return QColor::fromRgb(isDark(palette) ? colors.dark : colors.light);
}

/// Black or white, whichever is farther from the ground: a dark selection on a light palette turns it round.
QColor extremeOn(const QColor &background)
{
    return contrast(background, Qt::black) > contrast(background, Qt::white) ? Qt::black : Qt::white;
}

} // namespace

ColorRole colorRoleOf(Severity severity)
{
    switch (severity) {
    case Severity::Note: return ColorRole::Note;
    case Severity::Warning: return ColorRole::Warning;
    case Severity::Error:
    case Severity::Danger: break;
    }
    return ColorRole::Danger;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Base), palette.color(QPalette::Text)) > 20.5
        && contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 20.5;
}

QColor roleColor(ColorRole role, const QPalette &palette, const QColor &background)
{
    return readableOn(background, plainColor(role, palette), extremeOn(background),
                      isHighContrast(palette) ? 7.0 : 4.5);
}

QColor roleGround(ColorRole role, const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    return isHighContrast(palette) ? window : blend(window, plainColor(role, palette), isDark(palette) ? 0.16 : 0.10);
}

QColor quietColor(const QPalette &palette, const QColor &background)
{
    const QColor text = palette.color(QPalette::WindowText);
    if (isHighContrast(palette))
        return extremeOn(background);
    return readableOn(background, blend(background, text, 0.60), extremeOn(background));
}

QColor lineColor(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    return blend(window, palette.color(QPalette::WindowText), isHighContrast(palette) ? 1.0 : 0.12);
}

} // namespace relaytab
