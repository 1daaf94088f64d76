#include <QTest>

#include "backend/format/list.h"
#include "backend/format/list_line.h"
#include "tests/format/random_policy.h"

using namespace relaytab;
using namespace relaytab::testing;

namespace {

ParsedPolicy parsed(std::string_view text, const ParseOptions &options = {})
{
    return parseList(text, options).value();
}

QString rendered(const RelayPolicy &policy, std::string_view original)
{
    return QString::fromStdString(renderList(policy, original, {}).value().bytes);
}

/// "10.0.0.0;255.0.0.0 # comment", a row a line.
QString picture(const RuleList &list)
{
    QStringList lines;
    for (const RuleList::RowView view : list) {
        const RuleRow row = view.row();
        QString line = QString::fromStdString(netText(row.entry) + ';' + maskText(row.entry));
        if (std::holds_alternative<RuleText>(row.entry))
            line += u" (text)";
        if (!row.comment.empty())
            line += u" # " + QString::fromStdString(row.comment);
        lines += line;
    }
    return lines.join(u'\n');
}

ByteSource inPieces(std::string_view bytes, std::size_t piece)
{
    return [bytes, piece]() mutable {
        const std::string_view next = bytes.substr(0, piece);
        bytes.remove_prefix(next.size());
        return std::span<const char>{next.data(), next.size()};
    };
}

constexpr std::string_view sample = "# Blocked since May\n"
                                    "10.0.0.0/8\n"
                                    "\n"
                                    "  192.168.1.7   # the printer\n"
                                    "172.16.0.1-172.16.0.3\r\n"
                                    "10.0.0.300\n"
                                    "2001:DB8::/32\n"
                                    "# the end";

} // namespace

class ListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *text, const char *rows) { QTest::newRow(text) << QString::fromUtf8(rows); };
        row("", "");
        row("# only this", "");
        row(" \t", "");
        row("10.0.0.0/8", "10.0.0.0;255.0.0.0");
        row("10.0.0.0/0", "10.0.0.0;0.0.0.0");
        row("10.0.0.0/32", "10.0.0.0;255.255.255.255");
        row("10.0.0.0/08", "10.0.0.0;08 (text)");
        row("10.0.0.0/33", "10.0.0.0;33 (text)");
        row("10.0.0.0/", "10.0.0.0; (text)");
        row("10.0.0.0/1234", "10.0.0.0;1234 (text)");
        row("10.0.0.0/4294967304", "10.0.0.0;4294967304 (text)");
        row("10.0.0.0/255.0.0.255", "10.0.0.0;255.0.0.255");
        row("10.0.0.0;255.0.0.0", "10.0.0.0;255.0.0.0");
        row("10.0.0.0 255.0.0.0", "10.0.0.0;255.0.0.0");
        row("10.1.2.3", "10.1.2.3;");
        row("10.1.2.3#close", "10.1.2.3; # close");
        row("10.1.2.256", "10.1.2.256; (text)");
        row("10.1.2.1000", "10.1.2.1000; (text)");
        row("010.1.2.3", "010.1.2.3; (text)");
        row("10.1.2.03", "10.1.2.03; (text)");
        row("10.1.2", "10.1.2; (text)");
        row("10.1.2.3.4", "10.1.2.3.4; (text)");
        row("10..2.3", "10..2.3; (text)");
        row("10.0.0.0-10.0.0.1", "10.0.0.0;255.255.255.254");
        row("10.0.0.9-10.0.0.1", "10.0.0.9-10.0.0.1; (text)");
        row("mail.example.com # who?", "mail.example.com; (text) # who?");
        row("a b c", "a b c; (text)");
        row("a b", "a;b (text)");
        row("::1", "::1;");
        row("10.0.0.0/8\r", "10.0.0.0;255.0.0.0");
    }
    void lines()
    {
        QFETCH(QString, rows);
        // With and without a line end, whole and byte by byte: the fast way and the slow one agree.
        for (const char *end : {"", "\n", "\r\n"}) {
            const std::string text = QTest::currentDataTag() + std::string{end};
            QCOMPARE(picture(parsed(text).policy.allow), rows);
            std::size_t at = 0;
            const ByteSource source = [&] {
                return at == text.size() ? std::span<const char>{} : std::span<const char>{&text[at++], 1};
            };
            QCOMPARE(picture(parseListStream(source, {}).value().policy.allow), rows);
        }
    }

    void rowsCarryTheirNumber()
    {
        const ParsedPolicy list = parsed(sample);
        QCOMPARE(picture(list.policy.allow),
                 QStringLiteral("10.0.0.0;255.0.0.0\n192.168.1.7; # the printer\n172.16.0.1;\n"
                                "172.16.0.2;255.255.255.254\n10.0.0.300; (text)\n2001:db8::;ffff:ffff::"));
        for (std::size_t i = 0; i < list.policy.allow.size(); ++i)
            QCOMPARE(list.policy.allow.origin(i), i + 1);
        const FormatNote invalid{FormatNoteCode::InvalidRow, {6, 1}, "10.0.0.300", RowPlace{ListKind::Allow, 4}};
        QCOMPARE(list.notes.back(), invalid);
    }

    void theOneListIsInEffect_data()
    {
        QTest::addColumn<ListKind>("kind");
        QTest::addColumn<unsigned>("flags");
        QTest::newRow("deny") << ListKind::Deny << 1U;
        QTest::newRow("allow") << ListKind::Allow << 2U;
        QTest::newRow("local") << ListKind::Local << 4U;
    }
    void theOneListIsInEffect()
    {
        QFETCH(ListKind, kind);
        QFETCH(unsigned, flags);
        const ParsedPolicy list = parsed("10.0.0.1\n", {.list = kind});
        QCOMPARE(list.policy.flags.value(), flags);
        QCOMPARE(list.policy.list(kind).size(), 1U);
        QCOMPARE(list.notes.front().code, FormatNoteCode::ListHasOwnFlags);
        QCOMPARE(parsed("", {.list = kind, .flags = 15}).policy.flags.value(), 15U);
    }

    void wrongEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<FormatErrorCode>("code");
        QTest::addColumn<unsigned>("line");
        QTest::addColumn<unsigned>("column");
        QTest::newRow("UTF-16LE") << QByteArray("\xFF\xFE"
                                                "1\0",
                                                4)
                                  << FormatErrorCode::WrongEncoding << 0U << 0U;
        QTest::newRow("UTF-16BE") << QByteArray("\xFE\xFF\0"
                                                "1",
                                                4)
                                  << FormatErrorCode::WrongEncoding << 0U << 0U;
        QTest::newRow("Latin-1 in a row")
            << QByteArray("::1\n1.2.3.4 # \xC3\xBC \xFC\n") << FormatErrorCode::NotUtf8 << 2U << 13U;
    }
    void wrongEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(FormatErrorCode, code);
        QFETCH(unsigned, line);
        QFETCH(unsigned, column);
        const TextPlace place{line, column};
        const auto whole = parseList({bytes.data(), static_cast<std::size_t>(bytes.size())}, {});
        QCOMPARE(whole.error().code, code);
        QCOMPARE(whole.error().place, place);
        int at = 0;
        const auto stream = parseListStream(
            [&] {
                return at == bytes.size() ? std::span<const char>{} : std::span<const char>{bytes.data() + at++, 1};
            },
            {});
        QCOMPARE(stream.error(), whole.error());
    }

    void foreignCommentsMayBeAnything()
    {
        const std::string_view text = "# Latin-1: \xFC\n10.0.0.1\n";
        ParsedPolicy list = parsed(text);
        list.policy.allow.append(Rule::host(Address::v4(1)));
        QCOMPARE(renderList(list.policy, text, {}).value().bytes, std::string{text} + "0.0.0.1\n");
    }

    void untouchedIsIdentical()
    {
        for (const std::string_view text : {sample, std::string_view{}, std::string_view{"\xEF\xBB\xBF 1.2.3.4"}})
            QCOMPARE(renderList(parsed(text).policy, text, {}).value().bytes, text);
    }

    void aChangedRowChangesItsLine()
    {
        RelayPolicy policy = parsed(sample).policy;
        RuleRow printer = policy.allow.row(1);
        printer.comment = "gone";
        policy.allow.set(1, printer);
        QCOMPARE(rendered(policy, sample),
                 QString::fromLatin1(sample.data())
                     .replace(QStringLiteral("  192.168.1.7   # the printer"), QStringLiteral("192.168.1.7 # gone")));
    }

    void aChangedRangeKeepsItsOtherRows()
    {
        RelayPolicy policy = parsed(sample).policy;
        policy.allow.splice(2, 1, {});
        QCOMPARE(rendered(policy, sample),
                 QString::fromLatin1(sample.data())
                     .replace(QStringLiteral("172.16.0.1-172.16.0.3"), QStringLiteral("172.16.0.2/31")));
    }

    void rowsMoveWithTheirLine()
    {
        RelayPolicy policy = parsed("1.1.1.1 # a\n# about b\n2.2.2.2  # b\n3.3.3.3").policy;
        const std::string_view original = "1.1.1.1 # a\n# about b\n2.2.2.2  # b\n3.3.3.3";
        const RuleList last = policy.allow.splice(2, 1, {});
        policy.allow.splice(0, 0, last);
        QCOMPARE(rendered(policy, original), QStringLiteral("3.3.3.3\n1.1.1.1 # a\n# about b\n2.2.2.2  # b\n"));
    }

    void newRowsFollowTheirNeighbour()
    {
        const std::string_view original = "# head\n1.1.1.1\n# tail";
        RelayPolicy policy = parsed(original).policy;
        policy.allow.append(Rule::host(Address::v4(0x02020202)));
        policy.allow.splice(0, 0, RuleList{RuleRow{Rule::host(Address::v4(0)), true, "first"}});
        QCOMPARE(rendered(policy, original), QStringLiteral("# head\n0.0.0.0 # first\n1.1.1.1\n2.2.2.2\n# tail"));
    }

    void aListReplacedWholeStandsWhereTheOldOneDid()
    {
        const std::string_view original = "# head\r\n1.1.1.1\r\n2.2.2.2\r\n# tail\r\n";
        RelayPolicy policy = parsed(original).policy;
        policy.allow = RuleList{RuleRow{Rule::host(Address::v4(9))}};
        QCOMPARE(rendered(policy, original), QStringLiteral("# head\r\n0.0.0.9\r\n# tail\r\n"));
        policy.allow = {};
        QCOMPARE(rendered(policy, original), QStringLiteral("# head\r\n# tail\r\n"));
    }

    void aFirstRowThatLooksLikeAMarkIsKept()
    {
        const std::string_view text = "10.0.0.1\n\xEF\xBB\xBFx\n";
        RelayPolicy policy = parsed(text).policy;
        policy.allow.splice(0, 1, {});
        QVERIFY(parsed(renderList(policy, text, {}).value().bytes).policy == policy);
        QVERIFY(parsed(renderList(policy, {}, {}).value().bytes).policy == policy);
    }

    void lossesAreNamed()
    {
        const auto text = [](const char *net, const char *mask, MaskForm form) {
            return RuleRow{RuleText{net, mask, form}};
        };
        RelayPolicy policy;
        policy.flags = 15;
        policy.deny = RuleList{RuleRow{Rule::host(Address::v4(1))}};
        policy.allow = RuleList{RuleRow{Rule::host(Address::v4(1)), false},
                                RuleRow{Rule::host(Address::v4(2)), true, "two\nlines"},
                                text("", "", MaskForm::LeftOut),
                                text("10.0.0.0/8", "", MaskForm::LeftOut), // would be read as a rule
                                text("10.0.0.300", "", MaskForm::LeftOut),
                                text("a/b", "c", MaskForm::Written)};
        policy.expectations = {{.client = Rule::host(Address::v4(3))}};
        const RenderedPolicy result = renderList(policy, {}, {}).value();
        QCOMPARE(QString::fromStdString(result.bytes), QStringLiteral("0.0.0.2\n10.0.0.300\na/b;c\n"));
        const std::vector<Loss> losses{
            {LossCode::Flags, {}, "15"},
            {LossCode::List, RowPlace{ListKind::Deny, 0}, {}},
            {LossCode::Expectation, {}, "0.0.0.3"},
            {LossCode::DisabledRow, RowPlace{ListKind::Allow, 0}, "0.0.0.1"},
            {LossCode::Comment, RowPlace{ListKind::Allow, 1}, "two\nlines"},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 2}, ""},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 3}, "10.0.0.0/8"},
        };
        QCOMPARE(result.losses, losses);
    }

    void whatIsWrittenIsReadBack()
    {
        std::mt19937 random{1};
        for (int i = 0; i < 500; ++i) {
            RelayPolicy policy{.flags = 2, .allow = randomList(random, random() % 40)};
            const RenderedPolicy fresh = renderList(policy, {}, {}).value();
            QCOMPARE(fresh.losses.size(), 0U);
            QVERIFY(parsed(fresh.bytes).policy == policy);

            RelayPolicy edited = parsed(fresh.bytes).policy;
            for (int edits = 0; edits < 5; ++edits)
                editRandomly(random, edited.allow);
            const std::string bytes = renderList(edited, fresh.bytes, {}).value().bytes;
            QVERIFY(parsed(bytes).policy == edited);
        }
    }

    void canonicalFiles_data()
    {
        QTest::addColumn<bool>("canonical");
        const auto row = [](const char *text, bool canonical) { QTest::newRow(text) << canonical; };
        row("", true);
        row("10.0.0.0/8\n", true);
        row("10.0.0.1\n0.0.0.0/0\n10.0.0.1/32\n10.1.0.0/8\n", true);
        row("10.0.0.0/8", false); // no line end
        row("10.0.0.0/8\r\n", false);
        row("10.0.0.0/8 \n", false);
        row(" 10.0.0.0/8\n", false);
        row("10.0.0.0/8\n\n", false);
        row("10.0.0.0/8 # office\n", false);
        row("# office\n10.0.0.0/8\n", false);
        row("10.0.0.0/08\n", false);
        row("10.0.0.0/33\n", false);
        row("10.0.0.0;255.0.0.0\n", false);
        row("10.0.0.1-10.0.0.2\n", false);
        row("10.0.0.300\n", false);
        row("2001:db8::/32\n", false);
        row("\xEF\xBB\xBF"
            "10.0.0.0/8\n",
            false);
    }

    void canonicalFiles()
    {
        QFETCH(bool, canonical);
        const std::string text = QTest::currentDataTag();
        for (const std::size_t piece : {1U, 3U, 4096U}) {
            const auto read = parseCanonicalList(inPieces(text, piece), {});
            QCOMPARE(read.has_value(), canonical);
            if (canonical) {
                QVERIFY(read->policy == parsed(text).policy);
                QCOMPARE(read->notes, parsed(text).notes);
                QCOMPARE(rendered(read->policy, {}), QString::fromStdString(text));
            }
        }
    }

    void ofACanonicalFileOnlyTheRowsAreNeeded()
    {
        std::mt19937 random{4};
        for (int i = 0; i < 500; ++i) {
            std::string text;
            for (std::size_t rows = random() % 20; rows > 0; --rows) {
                const Mask mask = Mask::prefix(Family::IPv4, static_cast<int>(random() % 33));
                const Address net = Address::v4(static_cast<std::uint32_t>(random() % 4));
                text += *lineOfRow({random() % 3 == 0 ? Rule::host(net) : Rule{net, mask}}) + '\n';
            }
            RelayPolicy policy = parseCanonicalList(inPieces(text, 1 + random() % 50), {})->policy;
            for (std::size_t edits = random() % 5; edits > 0; --edits)
                editRandomly(random, policy.allow);
            if (policy.allow.size() > 1 && random() % 2 == 0) { // the last row to the front
                const RuleList moved = policy.allow.splice(policy.allow.size() - 1, 1, {});
                policy.allow.splice(0, 0, moved);
            }
            QCOMPARE(rendered(policy, {}), rendered(policy, text));
        }
    }

    void aThousandRowsInPieces()
    {
        std::mt19937 random{2};
        const RelayPolicy policy{.flags = 2, .allow = randomList(random, 3000)};
        const std::string bytes = renderList(policy, {}, {}).value().bytes;
        for (const std::size_t piece : {1U, 7U, 64U, 4096U}) {
            QVERIFY(parseListStream(inPieces(bytes, piece), {}).value().policy == policy);
        }
    }
};

QTEST_APPLESS_MAIN(ListTest)
#include "tst_list.moc"
