#include "ui/look/color_scheme.h"

#include <QApplication>
#include <QStyle>

#include "ui/look/calm_style.h"
#include "ui/look/contrast.h"

namespace relaytab {

namespace {

struct Tones {
    QRgb window, base, text, button, line, accent, selection, tip;
};

QPalette paletteOf(const Tones &tones)
{
    const QColor window = QColor::fromRgb(tones.window);
    const QColor base = QColor::fromRgb(tones.base);
    const QColor text = QColor::fromRgb(tones.text);
    const QColor button = QColor::fromRgb(tones.button);
    const QColor line = QColor::fromRgb(tones.line);
    const QColor accent = QColor::fromRgb(tones.accent);

    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, base);
    palette.setColor(QPalette::ToolTipBase, QColor::fromRgb(tones.tip));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, readableOn(base, blend(base, text, 0.55), text));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Highlight, QColor::fromRgb(tones.selection));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Light, blend(button, Qt::white, 0.2));
    palette.setColor(QPalette::Midlight, blend(window, line, 0.5));
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, blend(line, text, 0.3));
    palette.setColor(QPalette::Shadow, blend(line, Qt::black, 0.6));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, blend(window, text, 0.45));
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, blend(window, text, 0.12));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, blend(window, text, 0.45));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = 0xFFF6F6F7,
                      .base = 0xFFFFFFFF,
                      .text = 0xFF1C1D21,
                      .button = 0xFFFFFFFF,
                      .line = 0xFFCFD2D8,
                      .accent = 0xFF2460CC,
                      .selection = 0xFFDBE8FB,
                      .tip = 0xFFFFFFFF});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xFF232529,
                      .base = 0xFF1B1D20,
                      .text = 0xFFE9EAED,
                      .button = 0xFF2D3035,
                      .line = 0xFF45484F,
                      .accent = 0xFF7FB0F8,
                      .selection = 0xFF27405F,
                      .tip = 0xFF2D3035});
}

QPalette mendedRoles(const QPalette &platform)
{
    QPalette mended;
    const auto mend = [&](QPalette::ColorGroup group, QPalette::ColorRole role, QPalette::ColorRole on, double ratio) {
        const QColor ground = platform.color(on);
        const QColor wanted = platform.color(group, role);
        const QColor shown = blend(ground, wanted, wanted.alphaF());
        if (contrast(shown, ground) < ratio) {
            const QColor text = platform.color(on == QPalette::Base ? QPalette::Text : QPalette::WindowText);
            mended.setColor(group, role, readableOn(ground, shown, text, ratio));
        }
    };
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        mend(group, QPalette::PlaceholderText, QPalette::Base, 4.5);
    mend(QPalette::Disabled, QPalette::WindowText, QPalette::Window, 3.0);
    mend(QPalette::Disabled, QPalette::ButtonText, QPalette::Button, 3.0);
    mend(QPalette::Disabled, QPalette::Text, QPalette::Base, 3.0);
    return mended;
}

void applyColorScheme(ColorScheme appearance)
{
    // Asked once, before any palette of ours is set.
    static const bool platformHasOpinion = QApplication::palette() != QApplication::style()->standardPalette();

    if (QApplication::style()->name() == u"fusion")
        QApplication::setStyle(new CalmStyle);
    switch (appearance) {
    case ColorScheme::System:
        QApplication::setPalette(platformHasOpinion ? QPalette() : lightPalette());
        if (const QPalette mended = mendedRoles(QApplication::palette()); mended != QPalette())
            QApplication::setPalette(mended);
        break;
    case ColorScheme::Light: QApplication::setPalette(lightPalette()); break;
    case ColorScheme::Dark: QApplication::setPalette(darkPalette()); break;
    }
}

} // namespace relaytab
