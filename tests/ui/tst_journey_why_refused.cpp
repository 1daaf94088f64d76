#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// J3: why does the scanner get 550? And let it in.
class TestJourneyWhyRefused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void saysWhy();
    void letsTheHostIn();
    void ctrlReturnGoesToTheDecidingRow();
    void answersANetAndAMistake();
    void recallsWhatWasAsked();

private:
    void ask(const QString &client);
    [[nodiscard]] QStringList steps() const;

    std::unique_ptr<WindowFixture> m_window;
};

void TestJourneyWhyRefused::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(m_window->write(QStringLiteral("prod.yaml"),
                                   "relaytab: 1\nflags: [deny, allow]\ndeny:\n"
                                   "  - net: \"10.20.9.1\"\n  - net: \"10.20.9.2\"\n  - net: \"10.20.9.3\"\n"
                                   "  - net: \"10.20.9.64\"\n    mask: \"255.255.255.192\"\n"
                                   "allow:\n  - net: \"10.20.2.0\"\n    mask: \"255.255.255.0\"\n"
                                   "  - net: \"127.0.0.1\"\nlocal: []\n"));
}

void TestJourneyWhyRefused::ask(const QString &client)
{
    m_window->press(Qt::Key_T, Qt::ControlModifier);
    m_window->retype(client);
}

QStringList TestJourneyWhyRefused::steps() const
{
    QStringList texts;
    for (const auto *label : m_window->find("steps")->findChildren<SpokenLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

void TestJourneyWhyRefused::saysWhy()
{
    ask(QStringLiteral("10.20.3.77"));
    QCOMPARE(m_window->text("verdict"), u"Refused");
    QCOMPARE(steps(),
             QStringList({QStringLiteral("Deny is on: no row matches."), QStringLiteral("Allow is on: no row matches."),
                          QStringLiteral("Local: off."), QStringLiteral("Authentication: off."),
                          QStringLiteral("Nothing applied: the client is refused.")}));
    QCOMPARE(m_window->text("nearestMiss"),
             u"Row 1 (10.20.2.0;255.255.255.0) differs only in the third octet (3 instead of 2).");
    QCOMPARE(m_window->find<QLabel>("reply")->text(), u"550 relaying prohibited");
}

void TestJourneyWhyRefused::letsTheHostIn()
{
    QCOMPARE(m_window->text("exposure"), u"Restricted · 257 addresses");
    ask(QStringLiteral("10.20.3.77"));
    auto *button = m_window->find<QPushButton>("allowOnlyThisHost");
    QVERIFY(button->isVisible());
    button->setFocus();
    m_window->press(Qt::Key_Space);
    QCOMPARE(m_window->rules("allowRules"), 3);
    // The comment is waiting to be typed.
    m_window->type(QStringLiteral("Scanner"));
    m_window->press(Qt::Key_Return);
    QCOMPARE(m_window->row("allowRules", 3), u"10.20.3.77 | 255.255.255.255 | 1 | ok | Scanner");
    QCOMPARE(m_window->text("verdict"), u"Allowed");
    QCOMPARE(m_window->text("exposure"), u"Restricted · 258 addresses");
    QVERIFY(!button->isVisible());
}

void TestJourneyWhyRefused::ctrlReturnGoesToTheDecidingRow()
{
    ask(QStringLiteral("10.20.9.70"));
    QCOMPARE(m_window->text("verdictReason"), u"by Deny, row 4");
    m_window->press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_window->focus(), m_window->grid("denyRules"));
    QCOMPARE(m_window->grid("denyRules")->currentIndex().row(), 3);
}

void TestJourneyWhyRefused::answersANetAndAMistake()
{
    ask(QStringLiteral("10.20.2.0/23"));
    QCOMPARE(m_window->text("verdict"), u"Mixed");
    QCOMPARE(m_window->text("verdictCounts"), u"256 of 512 addresses may relay.");
    ask(QStringLiteral("10.20.2.300"));
    QVERIFY(!m_window->find("verdict")->isVisible());
    QCOMPARE(m_window->text("clientError"), u"“300” is larger than 255.");
}

void TestJourneyWhyRefused::recallsWhatWasAsked()
{
    ask(QStringLiteral("10.20.2.1"));
    m_window->press(Qt::Key_Return);
    ask(QStringLiteral("10.20.2.2"));
    m_window->press(Qt::Key_Return);
    m_window->press(Qt::Key_Up);
    m_window->press(Qt::Key_Up);
    QCOMPARE(m_window->find<QLineEdit>("clientIp")->text(), u"10.20.2.1");
}

QTEST_MAIN(TestJourneyWhyRefused)
#include "tst_journey_why_refused.moc"
