#include <QTest>

#include "backend/format/csv.h"
#include "model/policy/entry_text.h"
#include "tests/format/random_policy.h"

using namespace relaytab;
using namespace relaytab::testing;

namespace {

constexpr std::string_view header = "list,net,mask,enabled,comment\n";

ParsedPolicy parsed(std::string_view text, const ParseOptions &options = {})
{
    return parseCsv(text, options).value();
}

std::string with(std::string_view records)
{
    return std::string{header} + std::string{records};
}

QString rendered(const RelayPolicy &policy, std::string_view original)
{
    return QString::fromStdString(renderCsv(policy, original, {}).value().bytes);
}

/// "deny 10.0.0.0;255.0.0.0 off # comment", a row a line.
QString picture(const RelayPolicy &policy)
{
    QStringList lines;
    constexpr std::array<const char *, 3> names{"deny", "allow", "local"};
    for (const ListKind kind : allLists)
        for (const RuleList::RowView row : policy.list(kind)) {
            QString line = QLatin1String(names[static_cast<std::size_t>(kind)]) + u' '
                + QString::fromStdString(registryText(row.entry()));
            if (!row.rule())
                line += u" (text)";
            if (!row.enabled())
                line += u" off";
            if (!row.comment().empty())
                line += u" # " + QString::fromStdString(std::string{row.comment()});
            lines += line;
        }
    return lines.join(u'\n');
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data()
    {
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *record, const char *rows) { QTest::newRow(record) << QString::fromUtf8(rows); };
        row("", "");
        row("  ", "");
        row("deny,10.0.0.0,255.0.0.0,true,", "deny 10.0.0.0;255.0.0.0");
        row("allow,10.0.0.0,255.0.255.0,false,x", "allow 10.0.0.0;255.0.255.0 off # x");
        row("local,10.0.0.1,,,", "local 10.0.0.1");
        row("local,10.0.0.1,,TRUE,", "local 10.0.0.1");
        row("local,10.0.0.1,,False,", "local 10.0.0.1 off");
        row("local,10.0.0.1,,0,", "local 10.0.0.1 off");
        row("local,10.0.0.1,,1,", "local 10.0.0.1");
        row(" deny , 10.0.0.0 , /8 , true , kept ", "deny 10.0.0.0;255.0.0.0 #  kept ");
        row("deny,10.0.0.0,8,true,", "deny 10.0.0.0;255.0.0.0");
        row("deny,10.0.0.0/8,,true,", "deny 10.0.0.0;255.0.0.0");
        row("deny,10.0.0.0-10.0.0.2,,false,x", "deny 10.0.0.0;255.255.255.254 off # x\ndeny 10.0.0.2 off # x");
        row("deny,10.0.0.0/8,255.0.0.0,true,", "deny 10.0.0.0/8;255.0.0.0 (text)");
        row("deny,10.0.0.300,,true,", "deny 10.0.0.300 (text)");
        row("deny,,,true,", "deny  (text)");
        row("deny,10.0.0.1 # x,,true,", "deny 10.0.0.1 # x (text)");
        row("deny,2001:db8::,ffff:ffff::,true,", "deny 2001:db8::;ffff:ffff::");
        row("\"deny\",\"10.0.0.0\",\"255.0.0.0\",\"true\",\"a, \"\"b\"\"\"", "deny 10.0.0.0;255.0.0.0 # a, \"b\"");
        row("deny,10.0.0.1,,true,\"two\nlines\"", "deny 10.0.0.1 # two\nlines");
        row("deny,10.0.0.1,,true,; - = '", "deny 10.0.0.1 # ; - = '");
    }
    void records()
    {
        QFETCH(QString, rows);
        for (const char *end : {"", "\n", "\r\n"})
            QCOMPARE(picture(parsed(with(QTest::currentDataTag() + std::string{end})).policy), rows);
    }

    void refused_data()
    {
        QTest::addColumn<FormatErrorCode>("code");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QString>("suggestion");
        using Code = FormatErrorCode;
        const auto row = [](const char *text, Code code, const char *place, const char *fact, const char *hint = "") {
            QTest::newRow(text) << code << QString::fromLatin1(place) << QString::fromUtf8(fact)
                                << QString::fromUtf8(hint);
        };
        const char *columns = "list,net,mask,enabled,comment";
        row("", Code::NoHeader, "1:1", "", columns);
        row("deny,10.0.0.1,,true,", Code::NoHeader, "1:1", "deny,10.0.0.1,,true,", columns);
        row("list;net;mask;enabled;comment", Code::NoHeader, "1:1", "list;net;mask;enabled;comment", columns);
        row("list,net,mask,enabled", Code::NoHeader, "1:1", "list,net,mask,enabled", columns);
        row("list,net,mask,enabled,comment,owner", Code::NoHeader, "1:1", "list,net,mask,enabled,comment,owner",
            columns);
        row("\nlist,net,mask,enabled,comment", Code::NoHeader, "1:1", "", columns);
        row("list,net,mask,enabled,comment\ndeny,10.0.0.1", Code::Syntax, "2:1", "deny,10.0.0.1", columns);
        row("list,net,mask,enabled,comment\n\ndeny,10.0.0.1,,true,a,b", Code::Syntax, "3:1", "deny,10.0.0.1,,true,a,b",
            columns);
        row("list,net,mask,enabled,comment\ndny,10.0.0.1,,true,", Code::Syntax, "2:1", "dny", "deny, allow, local");
        row("list,net,mask,enabled,comment\n,10.0.0.1,,true,", Code::Syntax, "2:1", "", "deny, allow, local");
        row("list,net,mask,enabled,comment\ndeny,10.0.0.1,,yes,", Code::BadSwitch, "2:16", "yes");
        row("list,net,mask,enabled,comment\ndeny,10.0.0.1,,true,\"open\n", Code::Syntax, "2:21", "\"");
        row("list,net,mask,enabled,comment\ndeny,10.0.0.1,,true,\"x\" y", Code::Syntax, "2:24", " ");
        row("list,net,mask,enabled,comment\ndeny,10.0.0.1,,true,x\"y", Code::Syntax, "2:22", "\"");
        row("list,net,mask,enabled,comment\ndeny,10.0.0.1,,true,x\ry", Code::Syntax, "2:22", "\r");
        row("list,net,mask,enabled,comment\ndeny,10.0.0.1,,true,\xC3\xBC\xC3\n", Code::NotUtf8, "2:22", "");
        row("\xEF\xBB\xBF", Code::NoHeader, "1:1", "", columns);
        row("\xFF\xFEl", Code::WrongEncoding, "0:0", "UTF-16");
    }
    void refused()
    {
        QFETCH(FormatErrorCode, code);
        QFETCH(QString, place);
        QFETCH(QString, fact);
        QFETCH(QString, suggestion);
        const auto read = parseCsv(QTest::currentDataTag(), {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QCOMPARE(QStringLiteral("%1:%2").arg(read.error().place.line).arg(read.error().place.column), place);
        QCOMPARE(QString::fromStdString(read.error().fact), fact);
        QCOMPARE(QString::fromStdString(read.error().suggestion), suggestion);
        if (*QTest::currentDataTag() != '\0')
            QCOMPARE(renderCsv({}, QTest::currentDataTag(), {}).error(), read.error());
    }

    void flagsAreThoseOfTheOptions()
    {
        QVERIFY(!parsed(header).policy.flags);
        QVERIFY(parsed(header).notes.empty());
        const ParsedPolicy table = parsed(header, {.flags = 11});
        QCOMPARE(table.policy.flags.value(), 11U);
        const FormatNote note{.code = FormatNoteCode::ListHasOwnFlags, .place = {}, .fact = "11", .row = {}};
        QCOMPARE(table.notes, std::vector{note});
    }

    void rowsCarryTheirNumberInTheirList()
    {
        const ParsedPolicy table = parsed(with("deny,1.1.1.1,,,\nallow,2.2.2.2,,,\ndeny,3.3.3.0-3.3.3.2,,,\n"
                                               "allow,nobody,,,\n"));
        for (const ListKind kind : allLists)
            for (std::size_t i = 0; i < table.policy.list(kind).size(); ++i)
                QCOMPARE(table.policy.list(kind).origin(i), i + 1);
        const FormatNote note{FormatNoteCode::InvalidRow, {5, 7}, "nobody", RowPlace{ListKind::Allow, 1}};
        QCOMPARE(table.notes, std::vector{note});
    }

    void untouchedIsIdentical()
    {
        for (const std::string &text :
             {with("deny,\"10.0.0.1\",,,\n\n \nallow,10.0.0.0-10.0.0.9,,1,x"), with(""),
              std::string{header.substr(0, 29)}, "\xEF\xBB\xBF" + with("\"local\",::1,,TRUE,\"\"\r\n")})
            QCOMPARE(renderCsv(parsed(text).policy, text, {}).value().bytes, text);
    }

    void anEditKeepsTheOtherRecords()
    {
        const std::string text = with("\"deny\",10.0.0.1,,,\r\nallow,\"10.0.0.2\",,,\n\ndeny,10.0.0.3,,,third\n"
                                      "deny,10.0.0.4,,,");
        RelayPolicy policy = parsed(text).policy;
        RuleRow third = policy.deny.row(1);
        third.enabled = false;
        policy.deny.set(1, third);
        policy.deny.splice(0, 1, {});
        policy.deny.append(Rule::host(Address::v4(5)));
        policy.local.append(Rule::host(Address::v4(6)));
        QCOMPARE(rendered(policy, text),
                 QString::fromStdString(with("allow,\"10.0.0.2\",,,\n\ndeny,10.0.0.3,,false,third\ndeny,10.0.0.4,,,\n"
                                             "deny,0.0.0.5,,true,\nlocal,0.0.0.6,,true,\n")));
    }

    void lossesAreNamed()
    {
        RelayPolicy policy{.flags = 2};
        policy.allow = RuleList{RuleRow{RuleText{"10.0.0.0/8", {}, MaskForm::LeftOut}}, // would be read as a rule
                                RuleRow{RuleText{" 10.0.0.1", {}, MaskForm::LeftOut}}, // this too
                                RuleRow{RuleText{"10.0.0.1", {}, MaskForm::Written}}, // this too
                                RuleRow{RuleText{"10.0.0.300", {}, MaskForm::LeftOut}, false, "a\nb"}};
        policy.expectations = {{.client = Rule::host(Address::v4(3))}};
        const RenderedPolicy result = renderCsv(policy, {}, {}).value();
        QCOMPARE(QString::fromStdString(result.bytes),
                 QStringLiteral("list,net,mask,enabled,comment\r\nallow,10.0.0.300,,false,\"a\nb\"\r\n"));
        const std::vector<Loss> losses{
            {LossCode::Flags, {}, "2"},
            {LossCode::Expectation, {}, "0.0.0.3"},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 0}, "10.0.0.0/8"},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 1}, " 10.0.0.1"},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 2}, "10.0.0.1;"},
        };
        QCOMPARE(result.losses, losses);
    }

    void whatIsWrittenIsReadBack()
    {
        std::mt19937 random{7};
        for (int i = 0; i < 300; ++i) {
            RelayPolicy policy = randomPolicy(random, 20);
            for (const ListKind kind : allLists)
                for (std::size_t row = 0; row < policy.list(kind).size(); ++row)
                    if (random() % 3 == 0) {
                        RuleRow changed = policy.list(kind).row(row);
                        changed.enabled = random() % 2 == 0;
                        for (std::size_t length = random() % 6; length > 0; --length)
                            changed.comment += "a,\"\n\r ;"[random() % 7];
                        policy.list(kind).set(row, changed);
                    }
            const ParseOptions options{.flags = policy.flags};
            const RenderedPolicy fresh = renderCsv(policy, {}, options).value();
            QCOMPARE(fresh.losses.size(), 0U);
            QVERIFY(parsed(fresh.bytes, options).policy == policy);

            RelayPolicy edited = parsed(fresh.bytes, options).policy;
            for (int edits = 0; edits < 6; ++edits)
                editRandomly(random, edited.list(allLists[random() % allLists.size()]));
            const std::string bytes = renderCsv(edited, fresh.bytes, options).value().bytes;
            QVERIFY(parsed(bytes, options).policy == edited);
        }
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
