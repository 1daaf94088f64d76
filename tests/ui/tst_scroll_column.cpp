#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>

#include "ui/window/scroll_column.h"

using namespace relaytab;

namespace {

constexpr int pageHeight = 200;
constexpr int otherPageHeight = 2000;

QWidget *page(int height)
{
    auto *widget = new QWidget;
    widget->setMinimumHeight(height);
    return widget;
}

struct Column {
    ScrollColumn scroll;
    QLabel *words = new QLabel(QStringLiteral("Many words that take more lines the narrower they are. ").repeated(4));
    QStackedWidget *stack = new QStackedWidget;
    QLineEdit *edit = new QLineEdit(page(pageHeight));

    Column()
    {
        words->setWordWrap(true);
        edit->setFocusPolicy(Qt::ClickFocus); // not from the start
        edit->setGeometry(0, pageHeight - 30, 100, 30);
        stack->addWidget(edit->parentWidget());
        stack->addWidget(page(otherPageHeight));
        scroll.addWidget(words);
        scroll.addWidget(stack, 1);
    }

    void show(const QSize &size)
    {
        scroll.resize(size);
        scroll.show();
        QVERIFY(QTest::qWaitForWindowActive(&scroll));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
};

} // namespace

class TestScrollColumn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsItsPlace()
    {
        Column column;
        column.show({600, 500});
        QCOMPARE(column.scroll.widget()->height(), 500);
        QCOMPARE(column.stack->height(), 500 - column.words->height());
    }

    void scrollsWhereHeightIsWanting()
    {
        Column column;
        column.show({200, 150});
        QVERIFY(column.scroll.widget()->height() > 150);
        QVERIFY(column.words->height() >= column.words->heightForWidth(column.words->width()));
        QVERIFY(column.stack->height() >= pageHeight);
        QVERIFY(column.scroll.widget()->height() < otherPageHeight); // pages that are not shown do not count
    }

    void longerWordsPushTheRestDown()
    {
        Column column;
        column.show({200, 150});
        const int before = column.scroll.widget()->height();
        column.words->setText(column.words->text().repeated(2));
        QTRY_VERIFY(column.scroll.widget()->height() > before);
    }

    void showsWhatHasTheFocus()
    {
        Column column;
        column.show({200, 150});
        QVERIFY(column.edit->visibleRegion().isEmpty());
        column.edit->setFocus();
        QTRY_COMPARE(column.edit->visibleRegion().boundingRect(), column.edit->rect());
    }

    void theFocusStaysInView()
    {
        Column column;
        column.show({200, 150});
        column.edit->setFocus();
        const int before = column.scroll.widget()->height();
        column.words->setText(column.words->text().repeated(3));
        QTRY_VERIFY(column.scroll.widget()->height() > before);
        QTRY_COMPARE(column.edit->visibleRegion().boundingRect(), column.edit->rect());
        column.scroll.resize(200, 100);
        QTRY_COMPARE(column.edit->visibleRegion().boundingRect(), column.edit->rect());
    }

    void whoScrolledItAwayIsLeftThere()
    {
        Column column;
        column.show({200, 150});
        column.edit->setFocus();
        column.scroll.verticalScrollBar()->setValue(0);
        const int before = column.scroll.widget()->height();
        column.words->setText(column.words->text().repeated(3));
        QTRY_VERIFY(column.scroll.widget()->height() > before);
        QCOMPARE(column.scroll.verticalScrollBar()->value(), 0);
    }
};

QTEST_MAIN(TestScrollColumn)
#include "tst_scroll_column.moc"
