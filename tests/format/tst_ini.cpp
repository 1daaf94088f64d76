#include <QDir>
#include <QTest>

#include <functional>

#include "backend/format/ini.h"
#include "tests/format/error_text.h"

using namespace relaytab;

namespace {

RuleRow row(const char *net, const char *mask, const char *comment = "")
{
    return {parseRule(net, mask, MaskForm::Written).value(), true, comment};
}

RuleRow host(const char *net)
{
    return {parseRule(net, {}, MaskForm::LeftOut).value()};
}

RuleRow text(const char *net)
{
    return {RuleText{net, "", MaskForm::LeftOut}};
}

using Change = std::function<void(RelayPolicy &)>;

constexpr auto office = R"(; Relay policy of the office.
[relay]
format = 1
flags = 0x3
x-site = Bonn

[other program]
whatever it likes

[deny]
; Floor 3, ask Bob.
rule7=192.168.1.0/255.255.255.248
rule7-note=Printers
x-id = 7

rule3=10.0.0.0/8
rule3-enabled=0
; The end.
)";

} // namespace

class IniTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void everyBrokenFileIsTried();
    void readsAll();
    void entries_data();
    void entries();
    void notes_data();
    void notes();
    void remarks();
    void edits_data();
    void edits();
    void newFile();
    void losesExpectations();
    void refusesWhatIsNoText();
    void scatteredLinesStayCheap();
};

/// Files of tests/format/data/ini, each named by its fault: where it is, what it is, what was probably meant.
void IniTest::refused_data()
{
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *error) { QTest::newRow(name) << QString::fromUtf8(error); };
    row("byte-order-mark", R"(0:0 WrongEncoding "UTF-8 BOM")");
    row("colon", R"(4:1 Syntax "rule1: 10.0.0.1")");
    row("control-character", R"(5:15 Syntax "U+001B")");
    row("empty", R"(0:0 MissingKey "format")");
    row("enabled-empty", R"(5:16 BadSwitch)");
    row("enabled-without-rule", R"(4:1 MissingKey "rule7")");
    row("enabled-yes", R"(5:17 BadSwitch "yes" near "1")");
    row("flags-empty", R"(3:8 BadFlags)");
    row("flags-hex-without-digits", R"(3:9 BadFlags "0x")");
    row("flags-negative", R"(3:9 BadFlags "-1")");
    row("flags-octal", R"(3:9 BadFlags "010")");
    row("flags-too-large", R"(3:9 BadFlags "4294967296")");
    row("flags-twice", R"(4:1 DuplicateKey "flags")");
    row("flags-word", R"(3:9 BadFlags "deny")");
    row("format-2", R"(2:10 BadVersion "2" near "1")");
    row("format-quoted", R"(2:10 BadVersion ""1"" near "1")");
    row("key-before-sections", R"(1:1 UnknownKey "flags")");
    row("no-equals-sign", R"(4:1 Syntax "rule1 10.0.0.1")");
    row("no-format", R"(0:0 MissingKey "format")");
    row("no-key", R"(4:1 Syntax "= 10.0.0.1")");
    row("not-utf8", R"(5:17 NotUtf8)");
    row("note-twice-far-apart", R"(7:3 DuplicateKey "rule1-note2")");
    row("note-twice", R"(6:1 DuplicateKey "rule1-note")");
    row("note-without-rule", R"(5:1 MissingKey "rule2")");
    row("note1", R"(5:1 UnknownKey "rule1-note1" near "rule1-note")");
    row("nul", R"(4:17 Syntax "U+0000")");
    row("only-foreign", R"(0:0 MissingKey "format")");
    row("own-key-twice", R"(5:1 DuplicateKey "x-a")");
    row("place-after-umlauts", R"(7:4 UnknownKey "rule1-nöte" near "rule1-note")");
    row("place-in-crlf", R"(5:1 UnknownKey "rulle2" near "rule2")");
    row("plain-list", R"(4:1 Syntax "10.0.0.1")");
    row("row-key-in-capitals", R"(4:1 UnknownKey "Rule1" near "rule1")");
    row("rule-leading-zero", R"(4:1 UnknownKey "rule01" near "rule1")");
    row("rule-number-too-large", R"(4:1 UnknownKey "rule1000000000")");
    row("rule-twice", R"(6:1 DuplicateKey "rule1")");
    row("rule-without-number", R"(4:1 UnknownKey "rule" near "rule1")");
    row("section-in-capitals", R"(3:1 UnknownKey "[Deny]" near "[deny]")");
    row("section-misspelled", R"(3:1 UnknownKey "[alow]" near "[allow]")");
    row("section-not-closed-in-foreign", R"(5:1 Syntax "[deny")");
    row("section-not-closed", R"(3:1 Syntax "[deny")");
    row("section-twice", R"(6:1 DuplicateKey "[deny]")");
    row("section-with-comment", R"(3:1 Syntax "[deny] ; who may not")");
    row("unknown-relay-key", R"(3:1 UnknownKey "flag" near "flags")");
    row("unknown-row-key", R"(5:1 UnknownKey "rule1-enable" near "rule1-enabled")");
    row("upper-case-key", R"(2:1 UnknownKey "Format" near "format")");
    row("utf16", R"(0:0 WrongEncoding "UTF-16")");
}

void IniTest::refused()
{
    QFETCH(QString, error);
    const auto parsed = parseIni(dataFile(u"ini/" + QString::fromLatin1(QTest::currentDataTag()) + u".ini"), {});
    QVERIFY(!parsed);
    QCOMPARE(errorText(parsed.error()), error);
}

void IniTest::everyBrokenFileIsTried()
{
    const QDir folder{QStringLiteral(RELAYTAB_SOURCE_DIR "/tests/format/data/ini")};
    for (const QString &name : folder.entryList({QStringLiteral("*.ini")}, QDir::Files))
        QVERIFY2(!parseIni(dataFile(u"ini/" + name), {}), qPrintable(name));
}

void IniTest::readsAll()
{
    const auto parsed = parseIni(R"([relay]
format = 1
flags = 261

[deny]
rule2-note = and more
rule1 = 192.168.1.0/255.255.255.248
rule1-note = Guest network: ask Bob +0028ext. 42+0029
rule1-note2 = +0020on floor 3
rule2 = 2001:db8::/32
rule9 = 10.9.8.7
rule9-enabled = 0

[allow]
rule5 = 10.0.0.300
rule1 = 10.0.0.1
rule1-enabled = 1
)",
                                 {});
    QVERIFY2(parsed, parsed ? "" : qPrintable(errorText(parsed.error())));
    RuleRow off = host("10.9.8.7");
    off.enabled = false;
    const RelayPolicy expected{
        .flags = 261,
        .deny = {row("192.168.1.0", "255.255.255.248", "Guest network: ask Bob (ext. 42) on floor 3"),
                 row("2001:db8::", "ffff:ffff::", "and more"), off},
        .allow = {text("10.0.0.300"), host("10.0.0.1")}};
    QCOMPARE(parsed->policy, expected);
    QCOMPARE(parsed->policy.deny.origin(2), RuleList::Origin(3));
    const FormatNote invalid{FormatNoteCode::InvalidRow, {15, 9}, "10.0.0.300", RowPlace{ListKind::Allow, 0}};
    QCOMPARE(parsed->notes, std::vector{invalid});
}

void IniTest::entries_data()
{
    QTest::addColumn<QString>("net");
    QTest::addColumn<QString>("mask");
    QTest::addColumn<bool>("valid");
    const auto test = [](const char *value, const char *net, const char *mask, bool valid = true) {
        QTest::newRow(value) << QString::fromUtf8(net) << QString::fromUtf8(mask) << valid;
    };
    test("10.0.0.1", "10.0.0.1", "");
    test("10.0.0.0/8", "10.0.0.0", "255.0.0.0");
    test("10.0.0.0/255.0.255.0", "10.0.0.0", "255.0.255.0");
    test("10.0.0.0;255.0.0.0", "10.0.0.0", "255.0.0.0");
    test("10.0.0.0,255.0.0.0", "10.0.0.0", "255.0.0.0");
    test("10.0.0.0 255.0.0.0", "10.0.0.0", "255.0.0.0");
    test("2001:db8::/32", "2001:db8::", "ffff:ffff::");
    test("10.0.0.1 ; comment", "10.0.0.1 ", " comment", false); // `;` cuts nothing
    test("10.0.0.1 # comment", "10.0.0.1 # comment", "", false);
    test("10.0.0.1-10.0.0.1", "10.0.0.1-10.0.0.1", "", false);
    test("\"10.0.0.1\"", "\"10.0.0.1\"", "", false);
    test("10.0.0.300/8", "10.0.0.300", "8", false);
    test("+00310.0.0.0/24", "10.0.0.0", "24", false); // an escape makes it text
    test("caf+00E9", "caf\xC3\xA9", "", false);
    test("+003", "+003", "", false);
    test("", "", "", false);
}

void IniTest::entries()
{
    QFETCH(QString, net);
    QFETCH(QString, mask);
    QFETCH(bool, valid);
    const std::string file = std::string{"[relay]\nformat = 1\n[local]\nrule1 = "} + QTest::currentDataTag() + '\n';
    const auto parsed = parseIni(file, {});
    QVERIFY(parsed);
    const RuleEntry entry = parsed->policy.local.row(0).entry;
    QCOMPARE(QString::fromStdString(netText(entry)), net);
    QCOMPARE(QString::fromStdString(maskText(entry)), mask);
    QCOMPARE(std::holds_alternative<Rule>(entry), valid);
}

/// A note and the lines that a new file has for it.
void IniTest::notes_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QByteArray>("lines");
    const auto test = [](const char *name, const QString &note, const QByteArray &lines) {
        QTest::newRow(name) << note << lines;
    };
    test("plain", QStringLiteral("Floor 3: ask Bob_2 a.b/c-d"), "rule1-note = Floor 3: ask Bob_2 a.b/c-d\n");
    test("signs", QStringLiteral("a;b #c=\"d\""), "rule1-note = a+003Bb +0023c+003D+0022d+0022\n");
    test("plus", QStringLiteral("+0041"), "rule1-note = +002B0041\n");
    test("blanks around", QStringLiteral(" a "), "rule1-note = +0020a+0020\n");
    test("a dot first", QStringLiteral(".a"), "rule1-note = +002Ea\n");
    test("a truth value", QStringLiteral("Yes"), "rule1-note = +0059es\n");
    test("lines", QStringLiteral("a\nb"), "rule1-note = a+000Ab\n");
    test("outside the BMP", QStringLiteral("\U0001F600"), "rule1-note = +D83D+DE00\n");
    test("long", QString{200, u'x'},
         "rule1-note = " + QByteArray{166, 'x'} + "\nrule1-note2 = " + QByteArray{34, 'x'} + '\n');
}

void IniTest::notes()
{
    QFETCH(QString, note);
    QFETCH(QByteArray, lines);
    const RelayPolicy policy{.local = {{Rule::host(Address::v4(1)), true, note.toStdString()}}};
    const auto rendered = renderIni(policy, {}, {});
    QVERIFY(rendered);
    QCOMPARE(QByteArray::fromStdString(rendered->bytes),
             QByteArray{"[relay]\nformat = 1\n\n[deny]\n\n[allow]\n\n[local]\nrule1 = 0.0.0.1\n" + lines});
    QCOMPARE(parseIni(rendered->bytes, {}).value().policy, policy);
}

void IniTest::remarks()
{
    const std::string file = "# a = b\n[relay]\nformat = 1\n[deny]\nrule1 = 10.0.0.1\nrule1-note = "
        + std::string(200, 'x') + "\n[other]\n" + std::string(300, 'y') + '\n';
    const auto parsed = parseIni(file, {});
    QVERIFY(parsed);
    const std::vector<FormatNote> notes{{FormatNoteCode::CommentWithEquals, {1, 1}, "# a = b", {}},
                                        {FormatNoteCode::LongLine, {6, 1}, {}, {}},
                                        {FormatNoteCode::LongLine, {8, 1}, {}, {}}};
    QCOMPARE(parsed->notes, notes);
}

/// A file, what is done to the policy, and the file that comes out.
void IniTest::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("after");
    const auto test = [](const char *name, const QByteArray &before, const Change &change, const QByteArray &after) {
        QTest::newRow(name) << before << change << after;
    };
    const auto inOffice = [&](const char *name, const Change &change, const QByteArray &was, const QByteArray &is) {
        QVERIFY2(QByteArray{office}.count(was) == 1, name);
        test(name, office, change, QByteArray{office}.replace(was, is));
    };
    inOffice(
        "nothing", [](RelayPolicy &) {}, "Bonn", "Bonn");
    inOffice(
        "flags", [](RelayPolicy &p) { p.flags = 11; }, "0x3", "11");
    inOffice(
        "flags go", [](RelayPolicy &p) { p.flags.reset(); }, "flags = 0x3\n", "");
    inOffice(
        "a rule", [](RelayPolicy &p) { p.deny.set(0, row("192.168.1.0", "255.255.255.0", "Printers")); },
        "255.255.255.248", "255.255.255.0");
    inOffice(
        "a note", [](RelayPolicy &p) { p.deny.set(0, row("192.168.1.0", "255.255.255.248", "Lab")); }, "=Printers",
        "=Lab");
    inOffice(
        "a note goes", [](RelayPolicy &p) { p.deny.set(0, row("192.168.1.0", "255.255.255.248")); },
        "rule7-note=Printers\n", "");
    inOffice(
        "a row goes with its lines and the comment above", [](RelayPolicy &p) { p.deny.splice(0, 1, {}); },
        "; Floor 3, ask Bob.\nrule7=192.168.1.0/255.255.255.248\nrule7-note=Printers\n", "");
    inOffice(
        "a new row has a new number and its neighbour's look",
        [](RelayPolicy &p) { p.deny.splice(1, 0, RuleList{row("172.16.0.0", "255.240.0.0", "Lab")}); }, "=Printers\n",
        "=Printers\nrule8=172.16.0.0/255.240.0.0\nrule8-note=Lab\n");
    inOffice(
        "a row is switched on", [](RelayPolicy &p) { p.deny.set(1, row("10.0.0.0", "255.0.0.0")); }, "-enabled=0",
        "-enabled=1");
    inOffice(
        "rows change places", [](RelayPolicy &p) { p.deny.append(p.deny.splice(0, 1, {})); },
        "; Floor 3, ask Bob.\nrule7=192.168.1.0/255.255.255.248\nrule7-note=Printers\nx-id = 7\n\n"
        "rule3=10.0.0.0/8\nrule3-enabled=0\n",
        "rule3=10.0.0.0/8\nrule3-enabled=0\n; Floor 3, ask Bob.\nrule7=192.168.1.0/255.255.255.248\n"
        "rule7-note=Printers\nx-id = 7\n\n");
    test(
        "a section comes behind the one before it", office, [](RelayPolicy &p) { p.allow.append(host("10.1.1.1")); },
        QByteArray{office} + "\n[allow]\nrule1 = 10.1.1.1\n");
    test(
        "line ends and the missing last one", "[relay]\r\nformat=1\r\n[local]\r\nrule1=10.0.0.1",
        [](RelayPolicy &p) { p.local.append(host("10.0.0.2")); },
        "[relay]\r\nformat=1\r\n[local]\r\nrule1=10.0.0.1\r\nrule2=10.0.0.2");
    test(
        "numbers end somewhere", "[relay]\nformat = 1\n[local]\nrule999999999 = 10.0.0.1\nrule1 = 10.0.0.2\n",
        [](RelayPolicy &p) { p.local.append(host("10.0.0.3")); },
        "[relay]\nformat = 1\n[local]\nrule999999999 = 10.0.0.1\nrule1 = 10.0.0.2\nrule2 = 10.0.0.3\n");
    test(
        "a value where none was", "[relay]\nformat = 1\n[local]\nrule1 =\n",
        [](RelayPolicy &p) { p.local.set(0, host("10.0.0.3")); }, "[relay]\nformat = 1\n[local]\nrule1 = 10.0.0.3\n");
}

void IniTest::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    QFETCH(QByteArray, after);
    const auto parsed = parseIni(before.toStdString(), {});
    QVERIFY(parsed);
    RelayPolicy policy = parsed->policy;
    change(policy);
    const auto rendered = renderIni(policy, before.toStdString(), {});
    QVERIFY2(rendered, rendered ? "" : qPrintable(errorText(rendered.error())));
    QCOMPARE(QByteArray::fromStdString(rendered->bytes), after);
    QCOMPARE(parseIni(rendered->bytes, {}).value().policy, policy);
}

void IniTest::newFile()
{
    const RelayPolicy policy{.flags = 5,
                             .deny = {row("10.0.0.0", "255.0.0.0", "Guests"), host("192.168.1.7")},
                             .allow = {row("2001:db8::", "ffff:ffff::"),
                                       text("10.0.0.0/8"),
                                       {RuleText{"10.0.0.300", "255.0.0.0", MaskForm::Written}, false}}};
    const auto rendered = renderIni(policy, {}, {});
    QVERIFY(rendered);
    QCOMPARE(QByteArray::fromStdString(rendered->bytes), QByteArray{R"([relay]
format = 1
flags = 5

[deny]
rule1 = 10.0.0.0/255.0.0.0
rule1-note = Guests
rule2 = 192.168.1.7

[allow]
rule1 = 2001:db8::/32
rule2 = +00310.0.0.0+002F8
rule3 = 10.0.0.300/255.0.0.0
rule3-enabled = 0

[local]
)"});
    QCOMPARE(parseIni(rendered->bytes, {}).value().policy, policy);
}

void IniTest::losesExpectations()
{
    const RelayPolicy policy{.expectations = {{.client = row("10.0.0.0", "255.0.0.0").entry}}};
    const auto rendered = renderIni(policy, {}, {});
    QVERIFY(rendered);
    const Loss loss{.code = LossCode::Expectation, .fact = "10.0.0.0;255.0.0.0"};
    QCOMPARE(rendered->losses, std::vector{loss});
}

void IniTest::refusesWhatIsNoText()
{
    const auto rendered = renderIni({.deny = {row("10.0.0.0", "255.0.0.0", "caf\xE9")}}, {}, {});
    QVERIFY(!rendered);
    QCOMPARE(rendered.error().code, FormatErrorCode::CannotHold);
    QCOMPARE(renderIni({}, "[relay]\n", {}).error().code, FormatErrorCode::MissingKey);
}

/// Notes in the reverse order of their rules take no time that grows with its square.
void IniTest::scatteredLinesStayCheap()
{
    constexpr int rules = 20'000;
    std::string file = "[relay]\nformat = 1\n[deny]\n";
    for (int i = 1; i <= rules; ++i)
        file += "rule" + std::to_string(i) + " = 10.0.0.1\n";
    for (int i = rules; i >= 1; --i)
        file += "rule" + std::to_string(i) + "-note = n" + std::to_string(i) + '\n';
    const auto parsed = parseIni(file, {});
    QVERIFY(parsed);
    QCOMPARE(parsed->policy.deny.row(rules - 1).comment, "n" + std::to_string(rules));
    RelayPolicy policy = parsed->policy;
    policy.deny.splice(0, rules / 2, {});
    QCOMPARE(parseIni(renderIni(policy, file, {}).value().bytes, {}).value().policy, policy);
}

QTEST_APPLESS_MAIN(IniTest)
#include "tst_ini.moc"
