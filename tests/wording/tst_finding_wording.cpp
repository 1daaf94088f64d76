#include <QSet>
#include <QTest>

#include "model/wording/wording.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

/// The first finding about a row alone.
Finding first(std::string_view net, std::string_view mask = {}, ListKind list = ListKind::Allow)
{
    const RuleRow row{entryOf(net, mask, mask.empty() ? MaskForm::LeftOut : MaskForm::Written)};
    const auto findings = rowFindings(row, {list, 0});
    return findings.empty() ? Finding{} : findings.front();
}

} // namespace

class TestFindingWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void rows_data();
    void rows();
    void fixes_data();
    void fixes();
    void related_data();
    void related();
    void lists();
    void flagFixes();
    void everyCodeHasWordsInEveryLanguage();
    void entryErrors_data();
    void entryErrors();
    void numbersFollowTheLocale();

private:
    Catalogue m_catalogue;
};

void TestFindingWording::rows_data()
{
    QTest::addColumn<QByteArray>("net");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *net, const char *mask, const char *brief, const char *sentence) {
        QTest::addRow("%s / %s", net, mask)
            << QByteArray(net) << QByteArray(mask) << QString::fromUtf8(brief) << QString::fromUtf8(sentence);
    };
    add("", "", "no address yet", "Enter a network or host address.");
    add("fe80", "", "not an address", "“f” does not belong in an address.");
    add("10.0.0", "", "not an address", "Four numbers 0–255 are needed, for example 192.168.1.0.");
    add("10.0.0.300", "", "larger than 255", "“300” is larger than 255.");
    add("010.1.1.1", "", "leading zero", "“010” is ambiguous: some systems read it as 8. Write 10.");
    add("10.0.0.08", "", "leading zero", "“08” is ambiguous because of its leading zero. Write 8.");
    add("::ffff:10.0.0.1", "", "not an address", "This is an IPv4 address in IPv6 form. Write 10.0.0.1.");
    add("fe80::1%eth0", "", "not an address", "“%eth0” names a network card; a rule has none. Write fe80::1.");
    add("192.168.1.0", "255.255.255.256", "not a mask",
        "“255.255.255.256” is not a mask. Write one such as 255.255.255.0 or /24.");
    add("192.168.1.0", "::ffff:255.255.255.0", "not a mask", "This is an IPv4 mask in IPv6 form. Write 255.255.255.0.");
    add("192.168.1.0", "/33", "not a mask", "/33 is longer than the address: IPv4 has 32 bits, IPv6 has 128.");
    add("192.168.1.17", "255.255.255.0", "never matches",
        "This row can never match: address bits lie outside the mask.");
    add("192.168.1.0", "0.0.0.255", "wildcard mask",
        "This looks like a router's wildcard mask. Here the ones of a mask are compared, not its zeros.");
    add("255.255.255.0", "192.168.1.0", "exchanged?", "Address and mask look exchanged.");
    add("10.0.0.0", "255.0.255.255", "mask has gaps", "The mask has gaps: it matches 256 scattered addresses.");
    add("10.9.8.1", "255.255.255.1", "mask repeats the host",
        "The mask repeats the host number. An old instruction advised this (Q258140); it lets in 128 addresses.");
    add("0.0.0.0", "0.0.0.0", "everyone may relay", "Everyone may relay: this row matches every address.");
    add("8.0.0.0", "255.0.0.0", "16,777,216 Internet addresses",
        "16,777,216 Internet addresses may relay because of this row. Is it meant to be that wide?");
}

void TestFindingWording::rows()
{
    QFETCH(QByteArray, net);
    QFETCH(QByteArray, mask);
    QFETCH(QString, brief);
    QFETCH(QString, sentence);
    const Wording wording(QLocale(QLocale::English));
    const Finding finding = first(net.toStdString(), mask.toStdString());
    QCOMPARE(wording.shortFinding(finding), brief);
    QCOMPARE(wording.finding(finding), sentence);
}

void TestFindingWording::fixes_data()
{
    QTest::addColumn<QByteArray>("net");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QString>("labels");
    const auto add = [](const char *net, const char *mask, const char *labels) {
        QTest::addRow("%s / %s", net, mask) << QByteArray(net) << QByteArray(mask) << QString::fromUtf8(labels);
    };
    add("192.168.1.17", "255.255.255.0", "Use network 192.168.1.0 | Use host 192.168.1.17");
    add("192.168.1.0", "0.0.0.255", "Use mask 255.255.255.0");
    add("010.1.1.1", "", "Use 10.1.1.1");
    add("255.255.255.0", "192.168.1.0", "Exchange address and mask");
    add("10.0.0.0", "255.0.255.255", "Explain | Host only | Unbroken part: mask 255.0.0.0");
    add("10.9.8.1", "255.255.255.1", "Use mask 255.255.255.255 | Explain");
    add("0.0.0.0", "0.0.0.0", "Remove row | Limit to private nets");
}

void TestFindingWording::fixes()
{
    QFETCH(QByteArray, net);
    QFETCH(QByteArray, mask);
    const Wording wording(QLocale::c());
    const Finding finding = first(net.toStdString(), mask.toStdString());
    QStringList labels;
    for (const Fix &fix : finding.fixes)
        labels.append(wording.fix(finding, fix));
    QTEST(labels.join(QStringLiteral(" | ")), "labels");
}

void TestFindingWording::related_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("rows");
    QTest::addColumn<quint32>("count");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *name, FindingCode code, int rows, quint32 count, const char *sentence) {
        QTest::newRow(name) << static_cast<int>(code) << rows << count << QString::fromUtf8(sentence);
    };
    add("duplicate", FindingCode::Duplicate, 1, 1, "Same as row 2: one of them is enough.");
    add("covered by one", FindingCode::Covered, 1, 1, "Already covered by row 2.");
    add("covered by three", FindingCode::Covered, 3, 1, "Already covered by rows 2, 3, and 4 together.");
    add("covered by many", FindingCode::Covered, 2000, 1, "Already covered by 2,000 rows together.");
    add("denied by one", FindingCode::OverriddenByDeny, 1, 1, "Deny row 2 always wins: this row has no effect.");
    add("denied by two", FindingCode::OverriddenByDeny, 2, 1,
        "Deny rows 2 and 3 together always win: this row has no effect.");
    add("denied by many", FindingCode::OverriddenByDeny, 9, 1, "Deny always wins: this row has no effect.");
    add("one denied", FindingCode::PartlyDenied, 1, 1, "1 of its addresses is refused by Deny row 2.");
    add("eight denied", FindingCode::PartlyDenied, 1, 8, "8 of its addresses are refused by Deny row 2.");
    add("denied by several", FindingCode::PartlyDenied, 2, 8, "8 of its addresses are refused by Deny.");
    add("everyone by two", FindingCode::EveryoneAllowed, 2, 1,
        "Everyone may relay: rows 2 and 3 together match every address.");
    add("everyone by many", FindingCode::EveryoneAllowed, 5, 1,
        "Everyone may relay: 5 rows together match every address.");
}

void TestFindingWording::related()
{
    QFETCH(int, code);
    QFETCH(int, rows);
    QFETCH(quint32, count);
    Finding finding{.code = static_cast<FindingCode>(code), .count = Count::of(count)};
    for (std::size_t row = 1; row <= static_cast<std::size_t>(rows); ++row)
        finding.related.push_back(row);
    QTEST(Wording(QLocale(QLocale::English)).finding(finding), "sentence");
}

void TestFindingWording::lists()
{
    const Wording wording(QLocale::c());
    const auto sentence = [&](FindingCode code, ListKind list, Bits rows) {
        return wording.finding({.code = code, .list = list, .count = Count::of(rows)});
    };
    QCOMPARE(sentence(FindingCode::ListOff, ListKind::Local, 2),
             QStringLiteral("Local is switched off: its 2 rows have no effect."));
    QCOMPARE(sentence(FindingCode::ListOff, ListKind::Allow, 1),
             QStringLiteral("Allow is switched off: its 1 row has no effect."));
    QVERIFY(sentence(FindingCode::EmptyListOn, ListKind::Allow, 0).startsWith(u"Allow is on but has no row"));
    QVERIFY(sentence(FindingCode::EmptyListOn, ListKind::Deny, 0).startsWith(u"Deny is on but has no row"));
    QVERIFY(sentence(FindingCode::EmptyListOn, ListKind::Local, 0).startsWith(u"Local is on but has no row"));
}

void TestFindingWording::flagFixes()
{
    const Wording wording(QLocale::c());
    const auto label = [&](FindingCode code, std::uint32_t flags) {
        return wording.fix({.code = code}, {.kind = FixKind::SetFlags, .flags = flags});
    };
    QCOMPARE(label(FindingCode::NoRestriction, flag::allow), QStringLiteral("Turn on Allow list"));
    QCOMPARE(label(FindingCode::OnlyDeny, flag::deny | flag::authenticated), QStringLiteral("Turn on authentication"));
    QCOMPARE(label(FindingCode::ListOff, 3), QStringLiteral("Turn on"));
    QCOMPARE(label(FindingCode::UnknownFlagBits, 3), QStringLiteral("Clear these bits"));
    QCOMPARE(label(FindingCode::EmptyListOn, 9), QStringLiteral("Set RelayFlags to 9"));
    QCOMPARE(wording.fix({}, {.kind = FixKind::ShowRow, .place = RowPlace{ListKind::Deny, 0}}),
             QStringLiteral("Show Deny, row 1"));
}

void TestFindingWording::everyCodeHasWordsInEveryLanguage()
{
    QSet<QString> seen;
    for (const QString &language : languages()) {
        m_catalogue.use(language);
        const Wording wording{QLocale(language)};
        for (int code = 0; code <= static_cast<int>(FindingCode::CoversNetworkAddress); ++code) {
            const Finding finding{.code = static_cast<FindingCode>(code), .row = RowPlace{}, .text = "x"};
            for (const QString &text : {wording.finding(finding), wording.shortFinding(finding)}) {
                QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
                QVERIFY2(!text.contains(u"(s)"), qPrintable(text));
                seen.insert(language + text);
            }
        }
    }
    // Two sentences a code and language; V02 and the bare V06 and V03 share theirs where no detail is known.
    QVERIFY(seen.size() > 2 * 2 * 24);
}

void TestFindingWording::entryErrors_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *entry, const char *sentence) {
        QTest::newRow(entry) << QByteArray(entry) << QString::fromUtf8(sentence);
    };
    add("10.0.0.9-10.0.0.1", "The range ends before it begins: exchange its two ends.");
    add("10.0.0.1-2001:db8::1", "A range needs two IPv4 or two IPv6 addresses, not one of each.");
    add("10.0.0.0 255.0.0.0 Office", "Only an address and a mask are needed. Put a remark behind #.");
    add("10..0.1", "A number is missing: four numbers 0–255 are needed, for example 192.168.1.0.");
    add("10.0.0.0/", "Enter a mask, for example 255.255.255.0 or /24.");
    add("10.0.0.0/08", "“08” is ambiguous because of its leading zero. Write 8.");
    add("10.0.0.0;ffff::", "Address and mask do not fit: one is IPv4, the other IPv6.");
    add("10.0.0.0/0xff", "“0xff” is not a mask. Write one such as 255.255.255.0 or /24.");
    add("2001:db8:::1", "A group of the IPv6 address is empty: write 0, or :: once for several zero groups.");
    add("2001::db8::1", "In an IPv6 address :: may stand only once.");
    add("2001:db8", "An IPv6 address has eight groups, or fewer with :: in it, for example 2001:db8::1.");
    add("2001:12345::", "“12345” is too long for a group of an IPv6 address: four hexadecimal digits at most.");
    add("１0.0.0.1", "“１” (U+FF11) does not belong in an address: plain digits, dots and colons do.");
    add("10.0.0.1\u200b", "The character U+200B does not belong in an address.");
}

void TestFindingWording::entryErrors()
{
    QFETCH(QByteArray, entry);
    const auto parsed = parseEntry(entry.toStdString());
    QVERIFY(!parsed);
    QTEST(Wording(QLocale::c()).entryError(parsed.error()), "sentence");
}

void TestFindingWording::numbersFollowTheLocale()
{
    m_catalogue.use(QStringLiteral("de"));
    const Wording wording{QLocale(QLocale::German)};
    const Finding finding{.code = FindingCode::MaskWithGaps, .count = Count::of(65536)};
    QCOMPARE(wording.finding(finding),
             QStringLiteral("Die Maske hat Lücken: Sie trifft auf 65.536 verstreute Adressen zu."));
    QCOMPARE(wording.count(Count::power(96)), QStringLiteral("2^96"));
    QCOMPARE(wording.count(Count::power(128)), QStringLiteral("2^128"));
    QCOMPARE(wording.count(Count::of((Bits{1} << 64) + 1)), QStringLiteral("etwa 2^64"));
    QCOMPARE(wording.count(Count::of((Bits{1} << 64) - 1)), QStringLiteral("18.446.744.073.709.551.615"));
}

QTEST_GUILESS_MAIN(TestFindingWording)
#include "tst_finding_wording.moc"
