#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "ui/window/banner.h"
#include "ui/window/scroll_column.h"

using namespace relaytab;

namespace {

const auto words =
    QStringLiteral("Unsaved changes to office.yaml from 24 Nov 2026 18:02 were found. 2 more will be asked about.");

const QLabel *labelOf(const Banner &banner)
{
    const auto labels = banner.findChildren<QLabel *>();
    const auto found =
        std::find_if(labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == words; });
    return found == labels.end() ? nullptr : *found;
}

struct Message {
    Banner banner;
    QPushButton *restore = nullptr;
    QPushButton *discard = nullptr;

    explicit Message(int width)
    {
        banner.resize(width, 60);
        banner.showMessage(ColorRole::Note, words);
        restore = banner.addButton(QStringLiteral("Restore"));
        discard = banner.addButton(QStringLiteral("Discard"));
        resize(width);
    }
    void resize(int width)
    {
        banner.resize(width, banner.heightForWidth(width));
        QCoreApplication::sendPostedEvents(&banner, QEvent::LayoutRequest);
        banner.resize(width, banner.heightForWidth(width));
    }
    [[nodiscard]] const QLabel *label() const { return labelOf(banner); }
    [[nodiscard]] QRect text() const { return label()->geometry(); }
    [[nodiscard]] bool isBelow() const { return restore->y() >= text().bottom(); }
    [[nodiscard]] int characters(int count) const { return count * banner.fontMetrics().averageCharWidth(); }
};

} // namespace

class TestBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buttonsAreBesideTheWords()
    {
        const Message message(1000);
        QVERIFY(!message.isBelow());
        QVERIFY(message.restore->x() > message.text().right());
        QVERIFY(message.discard->x() > message.restore->x());
    }

    void buttonsAreBelowWhereThereIsLittleRoom()
    {
        const Message message(400);
        QVERIFY(message.isBelow());
        QVERIFY(message.text().height() >= message.label()->heightForWidth(message.text().width()));
        QVERIFY(message.restore->x() < message.text().x());
        QVERIFY(message.text().width() > 300);
        QVERIFY(message.banner.rect().contains(message.discard->geometry()));
        QVERIFY(message.banner.rect().contains(message.text()));
    }

    /// A scroll bar that comes and goes with the height must not move them every time.
    void theyDoNotComeBackForAScrollBar()
    {
        Message message(1000);
        int width = 1000;
        for (; !message.isBelow() && width > 100; --width)
            message.resize(width);
        QVERIFY(width > 100);
        message.resize(width + 20);
        QVERIFY(message.isBelow());
        message.resize(width + message.characters(12));
        QVERIFY(!message.isBelow());
    }

    /// As in the window, where the column's width comes and goes with its scroll bar.
    void allWordsAreSeenInAColumn()
    {
        QFont large = QApplication::font();
        large.setPointSizeF(large.pointSizeF() * 2);
        ScrollColumn column;
        column.setFont(large);
        auto *banner = new Banner(&column);
        column.addWidget(banner);
        column.addWidget(new QWidget, 1);
        column.resize(900, 420);
        column.show();
        QVERIFY(QTest::qWaitForWindowExposed(&column));
        banner->showMessage(ColorRole::Note, words);
        for (const char *text : {"Jetzt wiederherstellen", "Später", "Änderungen verwerfen"})
            static_cast<void>(banner->addButton(QString::fromUtf8(text)));
        QTest::qWait(50);
        const QLabel *label = labelOf(*banner);
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        for (const QPushButton *button : banner->findChildren<QPushButton *>())
            QVERIFY(button->width() >= button->sizeHint().width());
    }

    void saysThatItsFocusIsFree()
    {
        Message message(400);
        message.banner.show();
        message.banner.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&message.banner));
        int times = 0;
        connect(&message.banner, &Banner::focusReleased, this, [&times] { ++times; });
        message.banner.setFocus();
        message.restore->setFocus();
        message.banner.hide();
        QCOMPARE(times, 1);
        message.banner.hide();
        QCOMPARE(times, 1);
    }

    void anotherMessageHasNoneOfTheOldButtons()
    {
        Message message(400);
        message.banner.showMessage(ColorRole::Warning, QStringLiteral("Other words."));
        QTRY_VERIFY(message.banner.findChildren<QPushButton *>().isEmpty());
        QPushButton *button = message.banner.addButton(QStringLiteral("Reload"));
        QVERIFY(button->isVisible()); // and with it its key
    }
};

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
