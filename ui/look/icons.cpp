#include "ui/look/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace relaytab {

namespace {

constexpr std::array<QLatin1StringView, 22> fileNames{
    QLatin1StringView("new"),    QLatin1StringView("open"),    QLatin1StringView("save"),
    QLatin1StringView("undo"),   QLatin1StringView("redo"),    QLatin1StringView("add"),
    QLatin1StringView("remove"), QLatin1StringView("import"),  QLatin1StringView("filter"),
    QLatin1StringView("close"),  QLatin1StringView("copy"),    QLatin1StringView("lock"),
    QLatin1StringView("reload"), QLatin1StringView("danger"),  QLatin1StringView("warning"),
    QLatin1StringView("note"),   QLatin1StringView("dot"),     QLatin1StringView("good"),
    QLatin1StringView("wide"),   QLatin1StringView("refused"), QLatin1StringView("depends"),
    QLatin1StringView("review"),
};

QByteArray drawing(IconName name, const QColor &color)
{
    QFile file(u":/relaytab/icons/" + fileNames.at(static_cast<std::size_t>(name)) + u".svg");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

class TintedEngine : public QIconEngine
{
public:
    explicit TintedEngine(IconName name) : m_name(name) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QRectF square(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side,
                            side);
        paintIcon(*painter, square, m_name, colorOf(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        return iconPixmap(m_name, std::min(size.width(), size.height()), colorOf(mode), 1.0);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(m_name); }

private:
    [[nodiscard]] static QColor colorOf(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
    }

    IconName m_name;
};

} // namespace

QIcon icon(IconName name)
{
    return QIcon(new TintedEngine(name));
}

QIcon themeIcon(const QString &freedesktopName, IconName fallback)
{
    return QIcon::hasThemeIcon(freedesktopName) ? QIcon::fromTheme(freedesktopName) : icon(fallback);
}

IconName severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Note: return IconName::Note;
    case Severity::Warning: return IconName::Warning;
    case Severity::Error:
    case Severity::Danger: break;
    }
    return IconName::Danger;
}

void paintIcon(QPainter &painter, const QRectF &rect, IconName name, const QColor &color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(rect.topLeft(), iconPixmap(name, qRound(rect.width()), color, ratio));
}

QPixmap iconPixmap(IconName name, int size, const QColor &color, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    const QString key = QStringLiteral("relaytab/%1/%2/%3").arg(static_cast<int>(name)).arg(pixels).arg(color.rgba());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(drawing(name, color)).render(&painter, QRectF(0, 0, pixels, pixels));
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace relaytab
