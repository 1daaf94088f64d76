#include "ui/explain/bits_view.h"

#include <QPainter>

#include "ui/look/contrast.h"
#include "ui/look/fonts.h"
#include "ui/look/roles.h"

namespace relaytab {

namespace {

constexpr int bitsInLine = 32;
constexpr int bitsInGroup = 8;
constexpr int groupGap = 10;
constexpr int lineGap = 6;

QString signOf(BitUse use)
{
    switch (use) {
    case BitUse::Zero: return QStringLiteral("0");
    case BitUse::One: return QStringLiteral("1");
    case BitUse::Free: return QStringLiteral("·");
    case BitUse::Conflict: break;
    }
    return QStringLiteral("!");
}

} // namespace

BitsView::BitsView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BitsView::setBits(const MaskBits &bits)
{
    m_bits = bits;
    QString spoken;
    for (std::size_t i = 0; i < bits.bits.size(); ++i)
        spoken += (i > 0 && i % bitsInGroup == 0 ? QStringLiteral(" ") : QString()) + signOf(bits.bits.at(i));
    setAccessibleDescription(spoken);
    updateGeometry();
    update();
}

int BitsView::cell() const
{
    return QFontMetrics(addressFont()).horizontalAdvance(u'0') + 6;
}

QSize BitsView::sizeHint() const
{
    const int lines = (static_cast<int>(m_bits.bits.size()) + bitsInLine - 1) / bitsInLine;
    const int height = QFontMetrics(addressFont()).height() + 6;
    return {bitsInLine * cell() + 3 * groupGap + 2, std::max(1, lines) * (height + lineGap) - lineGap + 2};
}

void BitsView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(addressFont());
    const int height = QFontMetrics(addressFont()).height() + 6;
    const QColor window = palette().color(QPalette::Window);
    const QColor text = palette().color(QPalette::WindowText);
    for (int i = 0; i < static_cast<int>(m_bits.bits.size()); ++i) {
        const int inLine = i % bitsInLine;
        const QRect box(1 + inLine * cell() + inLine / bitsInGroup * groupGap, 1 + i / bitsInLine * (height + lineGap),
                        cell() - 2, height);
        const BitUse use = m_bits.bits.at(static_cast<std::size_t>(i));
        const bool isCompared = use == BitUse::Zero || use == BitUse::One;
        const QColor ground = isCompared ? blend(window, palette().color(QPalette::Link), 0.18) : window;
        const QColor color = use == BitUse::Conflict ? roleColor(ColorRole::Danger, palette(), window)
            : isCompared                             ? text
                                                     : quietColor(palette(), window);
        painter.setPen(isCompared ? QPen(Qt::NoPen) : QPen(lineColor(palette())));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.setPen(color);
        painter.drawText(box, Qt::AlignCenter, signOf(use));
    }
}

} // namespace relaytab
