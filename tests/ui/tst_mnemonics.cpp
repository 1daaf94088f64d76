#include <QAbstractButton>
#include <QMenuBar>
#include <QTest>

#include "tests/ui/window_fixture.h"
#include "ui/window/empty_state.h"
#include "ui/window/recovery_flow.h"

using namespace relaytab;
using namespace relaytab::test;

namespace {

using Mnemonics = QMap<QString, QStringList>; ///< key to the texts that claim it

void claim(Mnemonics &mnemonics, const QString &text)
{
    if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
        mnemonics[key.toString()].append(text);
}

Mnemonics ofActions(const QList<QAction *> &actions)
{
    Mnemonics mnemonics;
    for (const QAction *action : actions)
        claim(mnemonics, action->text());
    return mnemonics;
}

/// What a window claims beside its menus: its buttons, and the labels that lead to a field.
void claimFields(Mnemonics &mnemonics, const QWidget &window, bool inEmptyState)
{
    const auto *emptyState = window.findChild<EmptyState *>();
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (emptyState->isAncestorOf(widget) != inEmptyState)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            claim(mnemonics, button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(widget);
                 label != nullptr && label->buddy() != nullptr)
            claim(mnemonics, label->text());
    }
}

QString claimedTwice(const Mnemonics &mnemonics)
{
    QStringList twice;
    for (auto it = mnemonics.begin(); it != mnemonics.end(); ++it) {
        if (it->size() > 1)
            twice.append(it.key() + QStringLiteral(": ") + it->join(QStringLiteral(" | ")));
    }
    return twice.join(QLatin1Char('\n'));
}

} // namespace

/// A mnemonic that two claim does what neither says: it only moves the focus.
class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKeyLeadsToOnePlace_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void eachKeyLeadsToOnePlace()
    {
        QFETCH(QString, language);
        WindowFixture fixture;
        const MainWindow &window = fixture.window();
        // Both banners with what they offer.
        fixture.open(fixture.write(QStringLiteral("mixed.reg"), "Windows Registry Editor Version 5.00\n"));
        window.recovery().offer({{.file = {}, .path = {}, .time = QDateTime::currentDateTimeUtc()}});
        fixture.catalogue().use(language);
        QCoreApplication::sendPostedEvents(); // a window hears of it later
        QCOMPARE(window.menuBar()->actions().first()->text(), language == u"de" ? u"&Datei" : u"&File");
        QTRY_COMPARE(fixture.find("recoveryBanner")->findChildren<QPushButton *>().size(), 3);
        QTRY_COMPARE(fixture.find("fileBanner")->findChildren<QPushButton *>().size(), 2);

        for (const bool inEmptyState : {true, false}) {
            Mnemonics shown = ofActions(window.menuBar()->actions());
            QVERIFY(shown.size() > 4);
            claimFields(shown, window, inEmptyState);
            QVERIFY(shown.size() > 8);
            QCOMPARE(claimedTwice(shown), QString());
        }
        int menus = 0;
        QStringList twice;
        for (const QMenu *menu : window.findChildren<QMenu *>()) {
            menus += menu->actions().isEmpty() ? 0 : 1;
            twice.append(claimedTwice(ofActions(menu->actions())));
        }
        twice.removeAll(QString());
        QCOMPARE(twice.join(QLatin1Char('\n')), QString());
        QVERIFY(menus >= window.menuBar()->actions().size());
    }

    void authenticatedIsTickedByItsKey()
    {
        WindowFixture fixture;
        WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
        auto *box = fixture.find<QAbstractButton>("authenticated");
        QVERIFY(!box->isChecked());
        WindowFixture::press(Qt::Key_A, Qt::AltModifier);
        QTRY_VERIFY(box->isChecked()); // a button that is pressed by key is seen to be pressed for a moment
    }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
