#include <QPlainTextEdit>

#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// J6: nine lines of every kind are pasted; good ones become rows in one step, bad ones stay to be copied.
class TestJourneyBulkPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void pastes_data();
    void pastes();
    void aSuggestionIsTaken();
    void badLinesCanBeCopied();
    void savingAsRegistryNamesTheIPv6Row();

private:
    void paste(const QString &text);

    std::unique_ptr<WindowFixture> m_window;
};

namespace {

const QStringList pastedLines{
    QStringLiteral("10.0.0.0/8"),
    QStringLiteral("172.16.0.0 255.240.0.0"),
    QStringLiteral("192.168.1.17"),
    QStringLiteral("192.168.5.0;255.255.255.0 # Branch"),
    QStringLiteral("198.51.100.10-198.51.100.20"),
    QStringLiteral("2001:db8::/32"),
    QStringLiteral("10.0.0.300"),
    QStringLiteral("fe80"),
    QStringLiteral("192.168.9.0 0.0.0.255"),
};

} // namespace

void TestJourneyBulkPaste::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(
        m_window->write(QStringLiteral("a.yaml"), "relaytab: 1\nflags: [allow]\ndeny: []\nallow: []\nlocal: []\n"));
}

void TestJourneyBulkPaste::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_V, Qt::ControlModifier);
}

void TestJourneyBulkPaste::pastes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("lines") << pastedLines.join(u'\n');
    QTest::newRow("CRLF") << pastedLines.join(QStringLiteral("\r\n"));
    QTest::newRow("blank lines") << pastedLines.join(QStringLiteral("\n\n")) + u"\n\n";
    QTest::newRow("tabs")
        << QString(pastedLines.join(u'\n')).replace(QStringLiteral(" 255.240"), QStringLiteral("\t255.240"));
}

void TestJourneyBulkPaste::pastes()
{
    QFETCH(QString, text);
    paste(text);
    // Six good lines: nine rows, the range being four.
    QCOMPARE(m_window->rules("allowRules"), 9);
    QStringList nets;
    for (int row = 1; row <= 9; ++row)
        nets.append(m_window->cell("allowRules", row, RuleTableModel::Net) + u'/'
                    + m_window->cell("allowRules", row, RuleTableModel::Mask));
    const QString expected = QStringLiteral("10.0.0.0/255.0.0.0 172.16.0.0/255.240.0.0 192.168.1.17/255.255.255.255 "
                                            "192.168.5.0/255.255.255.0 198.51.100.10/255.255.255.254 "
                                            "198.51.100.12/255.255.255.252 198.51.100.16/255.255.255.252 "
                                            "198.51.100.20/255.255.255.255 2001:db8::/ffff:ffff::");
    QCOMPARE(nets.join(u' '), expected);
    QCOMPARE(m_window->cell("allowRules", 4, RuleTableModel::Comment), u"Branch");
    const QString bad = m_window->find<QPlainTextEdit>("badLines")->toPlainText();
    QVERIFY(m_window->find("badLines")->isVisible());
    QVERIFY2(bad.contains(u"10.0.0.300") && bad.contains(u"“300” is larger than 255."), qPrintable(bad));
    QVERIFY2(bad.contains(u"fe80"), qPrintable(bad));
    QVERIFY2(bad.contains(u"wildcard mask") && bad.contains(u"Use mask 255.255.255.0"), qPrintable(bad));

    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->rules("allowRules"), 0);
}

void TestJourneyBulkPaste::aSuggestionIsTaken()
{
    paste(pastedLines.join(u'\n'));
    QTest::mouseClick(m_window->find<QPushButton>("acceptSuggestions"), Qt::LeftButton);
    QCOMPARE(m_window->rules("allowRules"), 10);
    QCOMPARE(m_window->cell("allowRules", 10, RuleTableModel::Net), u"192.168.9.0");
    QCOMPARE(m_window->cell("allowRules", 10, RuleTableModel::Mask), u"255.255.255.0");
    QVERIFY(!m_window->find("acceptSuggestions")->isVisible());
    QVERIFY(m_window->find<QPlainTextEdit>("badLines")->toPlainText().contains(u"fe80"));
}

void TestJourneyBulkPaste::badLinesCanBeCopied()
{
    paste(pastedLines.join(u'\n'));
    m_window->find("badLines")->setFocus();
    m_window->press(Qt::Key_A, Qt::ControlModifier);
    m_window->press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"10.0.0.300"));
}

void TestJourneyBulkPaste::savingAsRegistryNamesTheIPv6Row()
{
    paste(QStringLiteral("192.168.1.0/24\n2001:db8::/32\n"));
    m_window->press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->answerFileDialog(m_window->path(QStringLiteral("a.reg")));
    auto *box = m_window->dialog<QMessageBox>("askLosses");
    QVERIFY(box != nullptr);
    QVERIFY2(box->informativeText().contains(u"1 IPv6 row"), qPrintable(box->informativeText()));
    QVERIFY(!QFile::exists(m_window->path(QStringLiteral("a.reg"))));
    box->reject();
    QTRY_VERIFY(m_window->window().findChild<QMessageBox *>() == nullptr);
    QVERIFY(!QFile::exists(m_window->path(QStringLiteral("a.reg"))));
    QVERIFY(m_window->window().isWindowModified());
}

QTEST_MAIN(TestJourneyBulkPaste)
#include "tst_journey_bulk_paste.moc"
