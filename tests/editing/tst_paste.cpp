#include <QTest>

#include "model/editing/paste.h"
#include "model/editing/typed_text.h"
#include "tests/editing/rows.h"

using namespace relaytab;

namespace {

/// The list of journey J6, a line a form.
const QString mixed = QStringLiteral("10.0.0.0/8\n"
                                     "172.16.0.0 255.240.0.0\n"
                                     "192.168.1.17\n"
                                     "192.168.5.0;255.255.255.0 # Branch\n"
                                     "198.51.100.10-198.51.100.20\n"
                                     "2001:db8::/32\n"
                                     "10.0.0.300\n"
                                     "fe80\n"
                                     "192.168.9.0 0.0.0.255\n");

const QString mixedRows =
    QStringLiteral("10.0.0.0;255.0.0.0 172.16.0.0;255.240.0.0 192.168.1.17 192.168.5.0;255.255.255.0#Branch "
                   "198.51.100.10;255.255.255.254 198.51.100.12;255.255.255.252 198.51.100.16;255.255.255.252 "
                   "198.51.100.20 2001:db8::;ffff:ffff::");

} // namespace

class TestPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheGoodLinesAndListsTheBad_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("as it is") << mixed;
        QTest::newRow("CRLF") << QString(mixed).replace(u'\n', QStringLiteral("\r\n"));
        QTest::newRow("comma") << QString(mixed).replace(QStringLiteral(" 255"), QStringLiteral(",255"));
        QTest::newRow("comma and blank") << QString(mixed).replace(QStringLiteral(" 255"), QStringLiteral(", 255"));
        QTest::newRow("tab") << QString(mixed).replace(QStringLiteral(" 255"), QStringLiteral("\t255"));
        QTest::newRow("indented") << QStringLiteral("  ") + QString(mixed).replace(u'\n', QStringLiteral(" \n\t"));
        QTest::newRow("no-break blanks") << QString(mixed).replace(QStringLiteral(" 255"), QStringLiteral("\u00a0255"));
        QTest::newRow("byte order mark") << QChar(0xFEFF) + mixed;
        QTest::newRow("full width") << QString(mixed).replace(QStringLiteral("10.0.0.0/8"),
                                                              QStringLiteral("１０．０．０．０／８"));
    }
    void takesTheGoodLinesAndListsTheBad()
    {
        QFETCH(QString, text);
        const Paste paste = parsePaste(text);
        QCOMPARE(picture(paste.rows), mixedRows);
        QCOMPARE(paste.goodLines, 6);
        QCOMPARE(paste.badLines.size(), std::size_t{3});
        const BadLine &octet = paste.badLines[0];
        QCOMPARE(octet.line, 7);
        QCOMPARE(octet.text, QStringLiteral("10.0.0.300"));
        QCOMPARE(octet.error.position, std::size_t{7});
        QCOMPARE(std::get<AddressError>(octet.error.rule->why).code, AddressErrorCode::OctetTooLarge);
        QCOMPARE(paste.badLines[1].line, 8);
        QCOMPARE(paste.badLines[1].error.code, EntryErrorCode::Net);
        QCOMPARE(paste.badLines[2].line, 9);
        QVERIFY(paste.badLines[2].suggestion.has_value());
        QCOMPARE(paste.badLines[2].suggestion->code, FindingCode::WildcardMask);
        QVERIFY(!paste.badLines[2].suggestion->fixes.empty());
    }

    void blankAndCommentLinesSayNothing()
    {
        const Paste paste = parsePaste(QStringLiteral("\n# our nets\n\n10.0.0.1\n   \n  # end\n\n"));
        QCOMPARE(picture(paste.rows), QStringLiteral("10.0.0.1"));
        QVERIFY(paste.badLines.empty());
        QCOMPARE(parsePaste({}).goodLines, 0);
    }

    void aSemicolonAlwaysMeansNetAndMask()
    {
        const Paste paste = parsePaste(QStringLiteral("192.168.1.1;192.168.1.2"));
        QCOMPARE(picture(paste.rows), QStringLiteral("192.168.1.1;192.168.1.2"));
        QCOMPARE(paste.rows.size(), std::size_t{1});
    }

    void aRangeKeepsItsCommentOnEveryRow()
    {
        QCOMPARE(picture(parsePaste(QStringLiteral("10.0.0.1-10.0.0.2 # Lab")).rows),
                 QStringLiteral("10.0.0.1#Lab 10.0.0.2#Lab"));
    }

    void rowsComeBackAsTheyWere()
    {
        std::mt19937 random(11);
        RuleList rows;
        while (rows.size() < 3000) {
            const RuleRow row = randomRow(random);
            if (std::holds_alternative<Rule>(row.entry))
                rows.append(row);
        }
        rows.append(rowOf("10.0.0.1", "a # in it; and, all/that"));
        rows.append(rowOf("10.0.0.1", "#off"));
        rows.append(rowOf("10.0.0.1", "Büro ９", false));
        const Paste paste = parsePaste(rowsAsText(rows));
        QVERIFY(paste.badLines.empty());
        QCOMPARE(picture(paste.rows), picture(rows));
        QVERIFY(paste.rows == rows);
    }

    void rowsThatAreOffAreCommentsElsewhere()
    {
        const RuleList rows{rowOf("10.0.0.0;255.0.0.0", "two\nlines", false), rowOf("1.2.3.4")};
        QCOMPARE(rowsAsText(rows), QStringLiteral("#off 10.0.0.0;255.0.0.0 # two lines\n1.2.3.4\n"));
    }

    void cleansWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char *name, const char *typed, const char *clean) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(clean);
        };
        row("plain", "10.0.0.1", "10.0.0.1");
        row("blanks around", " 10.0.0.1\t", "10.0.0.1");
        row("full width", "１９２．１６８．１．０／２４", "192.168.1.0/24");
        row("Arabic digits", "١٠.0.0.١", "10.0.0.1");
        row("zero width space", "10.\u200b0.0.1", "10.0.0.1");
        row("direction marks", "\u200e10.0.0.1\u200f", "10.0.0.1");
        row("comment stays", "１ # ９ \u200b", "1# ９ \u200b");
        row("letters stay", "bür o", "bür o");
    }
    void cleansWhatIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, clean);
        QCOMPARE(cleanEntry(typed), clean);
    }
};

QTEST_GUILESS_MAIN(TestPaste)
#include "tst_paste.moc"
