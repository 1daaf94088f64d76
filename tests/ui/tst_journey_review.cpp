#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTreeView>

#include "tests/ui/window_fixture.h"

using namespace relaytab;
using relaytab::test::WindowFixture;

/// J7: a wide net is narrowed and reviewed before it is saved; somebody else was faster.
class TestJourneyReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void showsTheEffectAndTheText();
    void cancelWritesNothing();
    void saves();
    void somebodyWasFaster();
    void somebodyWasFasterWhileReviewing();
    void slowWorkShowsProgress();
    void cancelledWhileItWorks();
    void nothingChanged();
    void untitled();
    void openRelayIsStillAskedAbout();
    void followsTheLanguage();

private:
    [[nodiscard]] QDialog *review() const
    {
        m_window->press(Qt::Key_R, Qt::ControlModifier);
        return m_window->dialog("reviewSheet");
    }
    [[nodiscard]] QString lines() const { return m_window->find<QPlainTextEdit>("reviewText")->toPlainText(); }
    [[nodiscard]] bool isGone() const
    {
        return m_window->window().findChild<QDialog *>(QStringLiteral("reviewSheet")) == nullptr;
    }
    void theirs(const QByteArray &bytes)
    {
        m_window->write(QStringLiteral("wide.yaml"), bytes);
        Q_EMIT m_window->watch().changed(DiskContent::Changed, revisionOf(bytes));
    }
    void press(const char *banner, QStringView text)
    {
        for (QPushButton *button : m_window->find(banner)->findChildren<QPushButton *>())
            if (button->text() == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL("no such button");
    }

    QByteArray m_before = "# Who may relay\nrelaytab: 1\nflags: [allow]\ndeny: []\nallow:\n"
                          "  - net: \"192.168.0.0\"\n    mask: \"255.255.0.0\"\nlocal: []\n";
    std::unique_ptr<WindowFixture> m_window;
};

void TestJourneyReview::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->open(m_window->write(QStringLiteral("wide.yaml"), m_before));
    if (qstrcmp(QTest::currentTestFunction(), "nothingChanged") == 0)
        return;
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->press(Qt::Key_Delete);
    m_window->type(QStringLiteral("192.168.1.0/24"));
    m_window->press(Qt::Key_Return);
    m_window->type(QStringLiteral("192.168.2.0/23"));
    m_window->press(Qt::Key_Return);
    QCOMPARE(m_window->text("exposure"), u"Restricted · 768 addresses");
}

void TestJourneyReview::showsTheEffectAndTheText()
{
    QVERIFY(review() != nullptr);
    QCOMPARE(m_window->text("reviewHeading"), u"All clients: lost 64,768 addresses, gained 0 (65,536 → 768)");
    QCOMPARE(lines(),
             QStringLiteral("  flags: [allow]\n  deny: []\n  allow:\n−   - net: \"192.168.0.0\"\n"
                            "−     mask: \"255.255.0.0\"\n+   - net: \"192.168.1.0\"\n+     mask: \"255.255.255.0\"\n"
                            "+   - net: \"192.168.2.0\"\n+     mask: \"255.255.254.0\"\n  local: []")
                 .prepend(QStringLiteral("  …\n")));
    auto *tree = m_window->find<QTreeView>("reviewDifference");
    QCOMPARE(tree->model()->rowCount(), 2);
    QCOMPARE(tree->model()->index(0, 0, tree->model()->index(0, 0)).data().toString(),
             u"For example 192.168.0.0: allowed before, refused now");
    QVERIFY(!m_window->find("reviewWarning")->isVisible());
}

void TestJourneyReview::cancelWritesNothing()
{
    QVERIFY(review() != nullptr);
    m_window->press(Qt::Key_Escape);
    QTRY_VERIFY(isGone());
    QCOMPARE(m_window->read(QStringLiteral("wide.yaml")), m_before);
    QVERIFY(m_window->window().isWindowModified());
}

void TestJourneyReview::saves()
{
    QVERIFY(review() != nullptr);
    m_window->press(Qt::Key_Return); // the focus is on Save
    QTRY_VERIFY(!m_window->window().isWindowModified());
    QVERIFY(m_window->read(QStringLiteral("wide.yaml")).contains("192.168.2.0"));
    QVERIFY(isGone());
}

void TestJourneyReview::somebodyWasFaster()
{
    const QByteArray other = "relaytab: 1\nflags: [allow]\ndeny: []\nallow:\n  - net: \"10.0.0.1\"\nlocal: []\n";
    theirs(other);
    QVERIFY(review() != nullptr);
    QVERIFY(m_window->find("reviewWarning")->isVisible());
    QVERIFY(lines().contains(u"−   - net: \"10.0.0.1\""));
    m_window->press(Qt::Key_Return);
    QTRY_VERIFY(m_window->find("fileBanner")->isVisible() && !m_window->isBusy());
    m_window->comeBack();
    QCOMPARE(m_window->read(QStringLiteral("wide.yaml")), other);
    // Both versions, side by side in the Difference panel; still nothing is written.
    press("fileBanner", u"Compare");
    QTRY_COMPARE(m_window->text("differenceSummary"), u"All clients: lost 1 address, gained 768 (1 → 768)");
    QCOMPARE(m_window->read(QStringLiteral("wide.yaml")), other);
    press("fileBanner", u"Keep mine");
    // The banner took its focus with it: what is typed next goes into the grid, as before.
    QCOMPARE(QApplication::focusWidget(), m_window->grid("allowRules"));
    QVERIFY(review() != nullptr);
    QVERIFY(!m_window->find("reviewWarning")->isVisible());
    m_window->press(Qt::Key_Return);
    QTRY_VERIFY(!m_window->window().isWindowModified());
    QVERIFY(m_window->read(QStringLiteral("wide.yaml")).contains("192.168.2.0"));
}

void TestJourneyReview::somebodyWasFasterWhileReviewing()
{
    QVERIFY(review() != nullptr);
    const QByteArray other = m_before + "# theirs\n";
    m_window->write(QStringLiteral("wide.yaml"), other);
    m_window->press(Qt::Key_Return);
    QTRY_VERIFY(m_window->find("fileBanner")->isVisible());
    QCOMPARE(m_window->read(QStringLiteral("wide.yaml")), other);
    QVERIFY(m_window->window().isWindowModified());
}

void TestJourneyReview::slowWorkShowsProgress()
{
    m_window->store().holdLoads();
    QVERIFY(review() != nullptr);
    QVERIFY(m_window->find<QProgressBar>("reviewProgress")->isVisible());
    QVERIFY(!m_window->find("reviewAccept")->isEnabled());
    m_window->store().letLoadsGo();
    QTRY_COMPARE(m_window->text("reviewHeading"), u"All clients: lost 64,768 addresses, gained 0 (65,536 → 768)");
    QVERIFY(!m_window->find("reviewProgress")->isVisible());
    QVERIFY(m_window->find("reviewAccept")->isEnabled());
    m_window->press(Qt::Key_Return);
    QTRY_VERIFY(!m_window->window().isWindowModified());
}

void TestJourneyReview::cancelledWhileItWorks()
{
    m_window->store().holdLoads();
    QVERIFY(review() != nullptr);
    m_window->press(Qt::Key_Escape);
    m_window->store().letLoadsGo();
    QTRY_VERIFY(isGone() && !m_window->isBusy());
    QTest::qWait(50);
    QVERIFY(isGone());
    QCOMPARE(m_window->read(QStringLiteral("wide.yaml")), m_before);
    m_window->comeBack();
    QVERIFY(review() != nullptr);
    QTRY_VERIFY(m_window->find("reviewAccept")->isEnabled());
}

void TestJourneyReview::nothingChanged()
{
    QVERIFY(review() != nullptr);
    QCOMPARE(m_window->text("reviewHeading"), u"Nothing changed.");
    QCOMPARE(lines(), u"The file would stay as it is, byte for byte.");
    QVERIFY(!m_window->find("reviewAccept")->isEnabled());
}

void TestJourneyReview::untitled()
{
    m_window->window().startNew();
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(review() != nullptr);
    QVERIFY(!m_window->find("reviewText")->isVisible());
    m_window->press(Qt::Key_Escape);
}

void TestJourneyReview::openRelayIsStillAskedAbout()
{
    m_window->press(Qt::Key_2, Qt::ControlModifier);
    m_window->grid("allowRules")->setCurrentIndex(m_window->grid("allowRules")->model()->index(2, RuleTableModel::Net));
    m_window->type(QStringLiteral("0.0.0.0/0"));
    m_window->press(Qt::Key_Return);
    QVERIFY(m_window->find("dangerBanner")->isVisible());
    QVERIFY(review() != nullptr);
    m_window->press(Qt::Key_Return);
    QVERIFY(m_window->dialog("typedConfirmation") != nullptr);
    QCOMPARE(m_window->read(QStringLiteral("wide.yaml")), m_before);
    m_window->press(Qt::Key_Escape);
}

/// Another window can change the language while the sheet is open.
void TestJourneyReview::followsTheLanguage()
{
    theirs(m_before + "# theirs\n");
    QDialog *sheet = review();
    QVERIFY(sheet != nullptr);
    QCOMPARE(sheet->windowTitle(), u"Review the changes to wide.yaml");
    const QString text = lines();
    QLocale::setDefault(localeFor(QStringLiteral("de")));
    m_window->catalogue().use(QStringLiteral("de"));
    QTRY_COMPARE(sheet->windowTitle(), u"Änderungen an wide.yaml prüfen");
    QCOMPARE(m_window->text("reviewHeading"), u"Alle Clients: 64.768 Adressen verloren, 0 gewonnen (65.536 → 768)");
    QCOMPARE(m_window->find("reviewHeading")->accessibleName(), sheet->windowTitle());
    QVERIFY(
        m_window->find("reviewWarning")->accessibleName().startsWith(u"Ein anderes Programm hat wide.yaml geändert"));
    QCOMPARE(m_window->find<QPushButton>("reviewAccept")->text(), u"&Speichern");
    QCOMPARE(m_window->find("reviewText")->accessibleName(), u"Die Datei, Zeile für Zeile");
    QCOMPARE(lines(), text);
    auto *tree = m_window->find<QTreeView>("reviewDifference");
    QCOMPARE(tree->model()->headerData(0, Qt::Horizontal).toString(), u"Seit dem Öffnen");
    m_window->press(Qt::Key_Escape);
}

QTEST_MAIN(TestJourneyReview)
#include "tst_journey_review.moc"
