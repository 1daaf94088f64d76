#include <QTest>

#include "model/policy/entry_text.h"
#include "model/wording/difference_wording.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

RuleList listOf(std::initializer_list<std::string_view> entries)
{
    RuleList list;
    for (const std::string_view entry : entries)
        list.append(RuleRow{.entry = parseRegistryEntry(entry)});
    return list;
}

QString textOf(const RelayPolicy &before, const RelayPolicy &after, std::size_t nets = 100)
{
    const auto report = changeReport(before, after, Reading::Observed, {}, nets);
    return DifferenceWording::asText(DifferenceWording(QLocale(QLocale::English)).sections(*report));
}

} // namespace

class TestDifferenceWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void narrowedNet();
    void longListsAreCut_data();
    void longListsAreCut();
    void serversAreNamed();
    void whatIsWritten();
    void summaries();
    void mergeAndRepair();
    void german();

private:
    Catalogue m_catalogue;
};

void TestDifferenceWording::narrowedNet()
{
    QCOMPARE(textOf({.flags = 2, .allow = listOf({"192.168.0.0;255.255.0.0"})},
                    {.flags = 2, .allow = listOf({"192.168.0.0;255.255.254.0"})}, 2),
             QStringLiteral("All clients: lost 65,024 addresses, gained 0 (65,536 → 512)\n"
                            "  For example 192.168.2.0: allowed before, refused now\n"
                            "  − 192.168.2.0/23\t512\n"
                            "  − 192.168.4.0/22\t1,024\n"
                            "  − and 5 more nets\n"
                            "As written: rows added 0, removed 0, changed 1\n"
                            "  − Allow, row 1: 192.168.0.0;255.255.0.0\n"
                            "  + Allow, row 1: 192.168.0.0;255.255.254.0\n"));
}

void TestDifferenceWording::longListsAreCut_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("last");
    QTest::newRow("all shown") << 3 << "  + 10.0.0.5\t1";
    QTest::newRow("1 more") << 2 << "  + and 1 more net";
    QTest::newRow("2 more") << 1 << "  + and 2 more nets";
}

void TestDifferenceWording::longListsAreCut()
{
    QFETCH(int, limit);
    QFETCH(QString, last);
    const QString text = textOf({.flags = 2}, {.flags = 2, .allow = listOf({"10.0.0.1", "10.0.0.3", "10.0.0.5"})},
                                static_cast<std::size_t>(limit));
    QCOMPARE(text.section(QStringLiteral("As written"), 0, 0).trimmed().section(u'\n', -1), last);
}

void TestDifferenceWording::serversAreNamed()
{
    const QString text = textOf({.flags = 4, .local = listOf({"10.0.0.1", "10.0.0.2"})},
                                {.flags = 4, .local = listOf({"10.0.0.2", "10.0.0.3"})});
    QVERIFY2(text.contains(u"All clients at a server address that left Local (10.0.0.1): lost "), qPrintable(text));
    QVERIFY2(text.contains(u"All clients at a server address new in Local (10.0.0.3): lost 0 addresses, gained "),
             qPrintable(text));
    QVERIFY2(text.contains(u"All clients at a server address in Local (10.0.0.2): proven equal\n"), qPrintable(text));
    QVERIFY2(text.contains(u"All clients at a server address outside Local: proven equal\n"), qPrintable(text));
}

void TestDifferenceWording::whatIsWritten()
{
    RelayPolicy after{.flags = 3};
    after.allow.append({.entry = parseRegistryEntry("10.0.0.1"), .enabled = false, .comment = "Old\nprinter"});
    after.expectations.push_back({.client = parseRegistryEntry("10.0.0.1")});
    QCOMPARE(textOf({.flags = {}, .deny = listOf({"10.9.9.9"})}, after).section(QStringLiteral("As written"), 1),
             QStringLiteral(": rows added 1, removed 1, changed 0\n"
                            "  − RelayFlags: –\n"
                            "  + RelayFlags: 3\n"
                            "  − Deny, row 1: 10.9.9.9\n"
                            "  + Allow, row 1: 10.0.0.1 (off) # Old printer\n"
                            "  The expectations are others\n"));
}

void TestDifferenceWording::summaries()
{
    const DifferenceWording wording{QLocale(QLocale::English)};
    const auto of = [&](const RelayPolicy &before, const RelayPolicy &after) {
        return wording.summary(*changeReport(before, after, Reading::Observed));
    };
    const RelayPolicy one{.flags = 2, .allow = listOf({"10.0.0.1"})};
    QCOMPARE(of(one, one), QStringLiteral("Nothing changed."));
    QCOMPARE(of(one, {.flags = 2, .allow = listOf({"10.0.0.1;255.255.255.255"})}),
             QStringLiteral("Proven equal: no client gets another verdict."));
    QCOMPARE(of(one, {.flags = 2}), QStringLiteral("All clients: lost 1 address, gained 0 (1 → 0)"));
    QCOMPARE(
        of(one, {.flags = 10, .allow = one.allow}),
        QStringLiteral("Only some clients get another verdict: those that authenticate, or by the server address."));
}

void TestDifferenceWording::mergeAndRepair()
{
    const DifferenceWording wording{QLocale(QLocale::English)};
    QCOMPARE(wording.merged(ListKind::Allow, 1200, 5), QStringLiteral("Allow: 1,200 rows become 5"));
    QCOMPARE(wording.repaired(1), QStringLiteral("The mask of 1 row is repaired"));
    QCOMPARE(wording.repaired(3), QStringLiteral("The masks of 3 rows are repaired"));
}

void TestDifferenceWording::german()
{
    m_catalogue.use(QStringLiteral("de"));
    const auto report = changeReport({.flags = 2, .allow = listOf({"192.168.0.0;255.255.0.0"})},
                                     {.flags = 2, .allow = listOf({"192.168.1.0;255.255.255.0"})}, Reading::Observed);
    QCOMPARE(DifferenceWording(QLocale(QLocale::German)).summary(*report).section(QStringLiteral(": "), 1),
             QStringLiteral("65.280 Adressen verloren, 0 gewonnen (65.536 → 256)"));
}

QTEST_GUILESS_MAIN(TestDifferenceWording)
#include "tst_difference_wording.moc"
