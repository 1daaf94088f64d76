#include "ui/routing/exposure_badge.h"

#include <QPainter>

#include "ui/look/fonts.h"
#include "ui/look/icons.h"

namespace relaytab {

namespace {

constexpr int badgePadding = 12;
constexpr int badgeGap = 8;

IconName iconOf(ExposureLevel level)
{
    switch (level) {
    case ExposureLevel::Closed: return IconName::Lock;
    case ExposureLevel::Restricted: return IconName::Good;
    case ExposureLevel::Wide: return IconName::Warning;
    case ExposureLevel::Open: break;
    }
    return IconName::Danger;
}

} // namespace

ColorRole colorRoleOf(ExposureLevel level)
{
    switch (level) {
    case ExposureLevel::Closed:
    case ExposureLevel::Restricted: return ColorRole::Good;
    case ExposureLevel::Wide: return ColorRole::Warning;
    case ExposureLevel::Open: break;
    }
    return ColorRole::Danger;
}

ExposureBadge::ExposureBadge(QWidget *parent) : SpokenLabel(parent)
{
    setObjectName(QStringLiteral("exposure"));
    setTextInteractionFlags(Qt::NoTextInteraction);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ExposureBadge::setExposure(const Exposure &exposure, const QString &words)
{
    if (exposure.level == m_level && words == text())
        return;
    const bool levelIsNew = exposure.level != m_level;
    m_level = exposure.level;
    setText(words);
    updateGeometry();
    update();
    announce(this, levelIsNew ? Announcement::Alert : Announcement::Polite);
}

QSize ExposureBadge::sizeHint() const
{
    const QFontMetrics metrics(titleFont());
    return {badgePadding + side() + badgeGap + metrics.horizontalAdvance(text()) + badgePadding + 4,
            metrics.height() + 12};
}

int ExposureBadge::side() const
{
    return QFontMetrics(titleFont()).height();
}

void ExposureBadge::paintEvent(QPaintEvent * /*event*/)
{
    const ColorRole role = colorRoleOf(m_level);
    const QColor ground = roleGround(role, palette());
    const QColor color = roleColor(role, palette(), ground);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isHighContrast(palette()) ? QPen(color) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    const qreal radius = height() / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    QRect content = rect().adjusted(badgePadding, 0, -badgePadding, 0);
    QRect iconRect(0, 0, side(), side());
    iconRect.moveCenter(content.center());
    iconRect.moveLeft(content.left());
    if (layoutDirection() == Qt::RightToLeft)
        iconRect.moveRight(content.right());
    paintIcon(painter, iconRect, iconOf(m_level), color);
    if (layoutDirection() == Qt::RightToLeft)
        content.setRight(iconRect.left() - badgeGap);
    else
        content.setLeft(iconRect.right() + badgeGap);
    painter.setFont(titleFont());
    painter.setPen(color);
    painter.drawText(content, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), text());
}

} // namespace relaytab
