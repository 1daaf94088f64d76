#include <QPainter>
#include <QPixmap>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "ui/look/color_scheme.h"
#include "ui/look/contrast.h"
#include "ui/look/count_tab_bar.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/line_header.h"
#include "ui/look/roles.h"

using namespace relaytab;

namespace {

constexpr std::array allRoles{ColorRole::Danger, ColorRole::Warning, ColorRole::Good, ColorRole::Note};

QPalette plain(Qt::GlobalColor ground, Qt::GlobalColor text)
{
    QPalette palette;
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Button})
        palette.setColor(role, ground);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Highlight, text);
    palette.setColor(QPalette::HighlightedText, ground);
    return palette;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448); // a grey known to just fail
    }

    void rolesAreReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<double>("ratio");
        QTest::newRow("light") << lightPalette() << 4.5;
        QTest::newRow("dark") << darkPalette() << 4.5;
        QTest::newRow("black on white") << plain(Qt::white, Qt::black) << 7.0;
        QTest::newRow("white on black") << plain(Qt::black, Qt::white) << 7.0;
    }
    void rolesAreReadable()
    {
        QFETCH(QPalette, palette);
        QFETCH(double, ratio);
        for (const ColorRole role : allRoles) {
            for (const QColor &ground : {palette.color(QPalette::Base), palette.color(QPalette::Window),
                                         palette.color(QPalette::Highlight), roleGround(role, palette)})
                QVERIFY(contrast(roleColor(role, palette, ground), ground) >= ratio);
        }
        for (const QColor &ground : {palette.color(QPalette::Base), palette.color(QPalette::Window)})
            QVERIFY(contrast(quietColor(palette, ground), ground) >= ratio);
    }

    void ownPalettesAreReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    void ownPalettesAreReadable()
    {
        QFETCH(QPalette, palette);
        QVERIFY(!isHighContrast(palette));
        const QColor base = palette.color(QPalette::Base);
        const QColor window = palette.color(QPalette::Window);
        QVERIFY(contrast(palette.color(QPalette::Text), base) >= 7);
        QVERIFY(contrast(palette.color(QPalette::WindowText), window) >= 7);
        QVERIFY(contrast(palette.color(QPalette::Link), base) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), window) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), base) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 7);
    }

    void hintsAndWhatIsOffAreMended()
    {
        QPalette platform = plain(Qt::black, Qt::white);
        platform.setColor(QPalette::PlaceholderText, Qt::black);
        platform.setColor(QPalette::Disabled, QPalette::WindowText, QColor(10, 10, 10));
        platform.setColor(QPalette::Disabled, QPalette::ButtonText, Qt::white);
        platform.setColor(QPalette::Disabled, QPalette::Text, Qt::white);
        const QPalette mended = mendedRoles(platform);
        QVERIFY(contrast(mended.color(QPalette::Active, QPalette::PlaceholderText), Qt::black) >= 4.5);
        QVERIFY(contrast(mended.color(QPalette::Disabled, QPalette::WindowText), Qt::black) >= 3.0);
        QVERIFY(mended.isBrushSet(QPalette::Disabled, QPalette::WindowText));
        QVERIFY(!mended.isBrushSet(QPalette::Disabled, QPalette::ButtonText));
        QVERIFY(!mended.isBrushSet(QPalette::Active, QPalette::Text));
    }

    void readablePalettesAreLeftAlone_data() { ownPalettesAreReadable_data(); }
    void readablePalettesAreLeftAlone()
    {
        QFETCH(QPalette, palette);
        const QPalette mended = mendedRoles(palette);
        QVERIFY(!mended.isBrushSet(QPalette::Active, QPalette::PlaceholderText));
    }

    void darknessAndContrastAreSeen()
    {
        QVERIFY(!isDark(lightPalette()));
        QVERIFY(isDark(darkPalette()));
        QVERIFY(isHighContrast(plain(Qt::black, Qt::white)));
    }

    void everyIconDrawsSomething()
    {
        for (int name = 0; name <= static_cast<int>(IconName::Depends); ++name) {
            const QImage image = iconPixmap(static_cast<IconName>(name), 16, Qt::red, 2.0).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            int painted = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > 200) {
                        ++painted;
                        QCOMPARE(image.pixelColor(x, y).rgb(), QColor(Qt::red).rgb());
                    }
                }
            }
            QVERIFY2(painted > 20, qPrintable(QString::number(name)));
        }
    }

    void severitiesDifferInShape()
    {
        QVERIFY(severityIcon(Severity::Danger) != severityIcon(Severity::Warning));
        QVERIFY(severityIcon(Severity::Warning) != severityIcon(Severity::Note));
    }

    /// What is drawn below an arrow would show through it.
    void tabsEndAtTheScrollArrows()
    {
        CountTabBar tabs;
        for (int i = 0; i < 6; ++i) {
            tabs.addTab(QStringLiteral("HHHHHHHHHH"));
            tabs.setCount(i, QStringLiteral("88"));
        }
        tabs.resize(tabs.sizeHint().width() / 2, tabs.sizeHint().height());
        tabs.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tabs));
        QRegion arrows;
        for (const QToolButton *arrow : tabs.findChildren<QToolButton *>())
            if (arrow->isVisible())
                arrows += arrow->geometry();
        QVERIFY(!arrows.isEmpty());
        QImage image(tabs.size(), QImage::Format_RGB32);
        for (const bool isFirst : {true, false}) {
            tabs.setCurrentIndex(isFirst ? 0 : 3);
            tabs.render(&image, QPoint(), QRegion(), QWidget::DrawWindowBackground); // without the arrows
            const QRect below = arrows.boundingRect().adjusted(0, 0, 0, -2); // but for the line at the bottom
            const QRgb ground = image.pixel(below.topLeft());
            for (int y = below.top(); y <= below.bottom(); ++y)
                for (int x = below.left(); x <= below.right(); ++x)
                    QCOMPARE(image.pixel(x, y), ground);
        }
    }

    /// A plain header of this style shows nothing there.
    void lineHeaderShowsNumbers()
    {
        QStandardItemModel model(3, 1);
        model.setVerticalHeaderLabels({QStringLiteral("1"), QStringLiteral("88"), QString()});
        QTableView view;
        view.setVerticalHeader(new LineHeader(&view));
        view.setModel(&model);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QHeaderView *header = view.verticalHeader();
        QVERIFY(header->width() > QFontMetrics(quietFont()).horizontalAdvance(QStringLiteral("88")));
        const QImage image = header->viewport()->grab().toImage();
        const auto colors = [&](int row) {
            QSet<QRgb> found;
            for (int y = 0; y < header->sectionSize(row); ++y)
                for (int x = 0; x < image.width(); ++x)
                    found.insert(image.pixel(x, header->sectionViewportPosition(row) + y));
            return found.size();
        };
        QVERIFY(colors(0) > 1);
        QVERIFY(colors(1) > 1);
        QCOMPARE(colors(2), 1);
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
