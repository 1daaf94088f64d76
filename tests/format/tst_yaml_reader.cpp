#include <QDir>
#include <QTest>

#include "backend/format/yaml.h"
#include "tests/format/error_text.h"

using namespace relaytab;

namespace {

Rule rule(const char *net, const char *mask)
{
    return parseRule(net, mask, MaskForm::Written).value();
}

Rule host(const char *net)
{
    return parseRule(net, {}, MaskForm::LeftOut).value();
}

} // namespace

class YamlReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void everyBrokenFileIsTried();
    void readsAll();
    void flags_data();
    void flags();
    void spellings_data();
    void spellings();
    void invalidRowsAreRows();
    void ownKeysAreAllowed();
    void clients_data();
    void clients();
    void deepEnough();
};

/// Files of tests/format/data/yaml, each named by its fault: where it is, what it is, what was probably meant.
void YamlReaderTest::refused_data()
{
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *error) { QTest::newRow(name) << QString::fromUtf8(error); };
    row("alias", R"(2:6 NotSupported "*a")");
    row("anchor-on-scalar", R"(3:10 NotSupported "&a")");
    row("anchor", R"(2:7 NotSupported "&all")");
    row("bad-escape", R"(4:15 Syntax "found unknown escape character")");
    row("bad-indent", R"(4:4 Syntax "did not find expected '-' indicator")");
    row("byte-order-mark-inside", R"(2:1 Syntax "U+FEFF")");
    row("comment-is-list", R"(4:14 WrongType "comment")");
    row("control-character", R"(2:7 Syntax "U+001B")");
    row("directive-tag", R"(1:1 NotSupported "%TAG")");
    row("directive-unknown", R"(1:5 Syntax "found unknown directive name")");
    row("directive-yaml", R"(1:1 NotSupported "%YAML")");
    row("duplicate-deep-own-key", R"(6:5 DuplicateKey "c")");
    row("duplicate-own-key", R"(3:1 DuplicateKey "x-a")");
    row("duplicate-row-key", R"(5:5 DuplicateKey "net")");
    row("duplicate-top-key", R"(4:1 DuplicateKey "allow")");
    row("empty", R"(0:0 MissingKey "relaytab")");
    row("enabled-1", R"(4:14 BadSwitch "1")");
    row("enabled-FALSE", R"(4:14 BadSwitch "FALSE" near "false")");
    row("enabled-missing-value", R"(4:13 BadSwitch)");
    row("enabled-no", R"(4:14 BadSwitch "no" near "false")");
    row("enabled-null", R"(4:14 BadSwitch "~")");
    row("enabled-off", R"(4:14 BadSwitch "off" near "false")");
    row("enabled-on", R"(4:14 BadSwitch "on" near "true")");
    row("enabled-quoted", R"(4:14 BadSwitch "true" near "true")");
    row("enabled-True", R"(4:14 BadSwitch "True" near "true")");
    row("enabled-yes", R"(4:14 BadSwitch "yes" near "true")");
    row("expectation-authenticated-yes", R"(4:20 BadSwitch "yes" near "true")");
    row("expectation-client", R"(3:13 BadExpectation "10.0.0.300")");
    row("expectation-is-text", R"(2:10 WrongType "expect")");
    row("expectation-server", R"(4:13 BadExpectation "010.0.0.1" near "10.0.0.1")");
    row("expectation-verdict", R"(4:14 BadExpectation "refuse" near "refused")");
    row("expectation-without-client", R"(3:5 MissingKey "client")");
    row("expectation-without-verdict", R"(3:5 MissingKey "verdict")");
    row("flags-map", R"(2:8 WrongType "flags")");
    row("flags-nested", R"(2:9 WrongType "flags")");
    row("flags-nothing", R"(2:7 BadFlags)");
    row("flags-number", R"(2:8 BadFlags "5" near "[deny, local]")");
    row("flags-unknown-word", R"(2:15 BadFlags "alow" near "allow")");
    row("flags-word-twice", R"(2:15 BadFlags "deny")");
    row("flags-word", R"(2:8 BadFlags "deny" near "[deny]")");
    row("line-separator-u2028", R"(2:8 Syntax "U+2028")");
    row("key-over-lines", R"(2:10 NotSupported "?")");
    row("list-as-key", R"(3:3 NotSupported "?")");
    row("list-is-map", R"(3:3 WrongType "deny")");
    row("list-is-text", R"(2:7 WrongType "deny")");
    row("merge-key-in-own", R"(3:3 NotSupported "<<")");
    row("merge-key", R"(3:5 NotSupported "<<")");
    row("net-is-map", R"(3:10 WrongType "net")");
    row("next-line-u0085", R"(2:7 Syntax "U+0085")");
    row("no-version", R"(1:1 MissingKey "relaytab")");
    row("not-utf8", R"(2:10 NotUtf8)");
    row("nul", R"(2:8 Syntax "U+0000")");
    row("only-comment", R"(0:0 MissingKey "relaytab")");
    row("open-bracket", R"(2:8 Syntax "did not find expected ',' or ']'")");
    row("open-quote", R"(3:10 Syntax "found unexpected end of stream")");
    row("overlong-utf8", R"(2:7 NotUtf8)");
    row("place-after-umlauts", R"(7:5 UnknownKey "mäsk")");
    row("place-in-crlf", R"(3:5 UnknownKey "nett" near "net")");
    row("question-mark-key", R"(2:3 NotSupported "?")");
    row("root-list", R"(1:1 WrongType "relaytab")");
    row("root-scalar", R"(1:1 WrongType "relaytab")");
    row("row-is-list", R"(3:5 WrongType "allow")");
    row("row-is-text", R"(3:5 WrongType "allow")");
    row("row-without-net", R"(3:5 MissingKey "net")");
    row("second-document-empty", R"(2:1 NotSupported "---")");
    row("tab-indent", R"(3:1 Syntax "found character that cannot start any token")");
    row("tag-on-scalar", R"(3:10 NotSupported "!ip")");
    row("tag", R"(2:7 NotSupported "!!seq")");
    row("text-after-document", R"(3:1 Syntax "did not find expected <document start>")");
    row("too-deep", R"(2:13 TooDeep "8")");
    row("two-documents", R"(2:1 NotSupported "---")");
    row("unknown-expect-key", R"(5:5 UnknownKey "auth" near "authenticated")");
    row("unknown-flags-alone", R"(2:1 MissingKey "flags")");
    row("unknown-flags-hex", R"(3:16 BadFlags "0x100")");
    row("unknown-flags-known-bit", R"(3:16 BadFlags "257")");
    row("unknown-flags-negative", R"(3:16 BadFlags "-16")");
    row("unknown-flags-too-large", R"(3:16 BadFlags "4294967296")");
    row("unknown-row-key-case", R"(3:5 UnknownKey "Net" near "net")");
    row("unknown-row-key", R"(4:5 UnknownKey "maks" near "mask")");
    row("unknown-top-key-far", R"(2:1 UnknownKey "whitelist")");
    row("unknown-top-key", R"(3:1 UnknownKey "denny" near "deny")");
    row("unquoted-ipv6-end", R"(3:19 Syntax "mapping values are not allowed in this context")");
    row("utf16be", R"(0:0 WrongEncoding "UTF-16")");
    row("utf16le", R"(0:0 WrongEncoding "UTF-16")");
    row("version-2", R"(1:11 BadVersion "2" near "1")");
    row("version-list", R"(1:11 WrongType "relaytab")");
    row("version-quoted", R"(1:11 BadVersion "1" near "1")");
}

void YamlReaderTest::refused()
{
    QFETCH(QString, error);
    const auto parsed = parseYaml(dataFile(u"yaml/" + QString::fromLatin1(QTest::currentDataTag()) + u".yaml"), {});
    QVERIFY(!parsed);
    QCOMPARE(errorText(parsed.error()), error);
}

void YamlReaderTest::everyBrokenFileIsTried()
{
    const QDir folder{QStringLiteral(RELAYTAB_SOURCE_DIR "/tests/format/data/yaml")};
    for (const QString &name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files))
        QVERIFY2(!parseYaml(dataFile(u"yaml/" + name), {}), qPrintable(name));
}

void YamlReaderTest::readsAll()
{
    const auto parsed = parseYaml(R"(# The office.
relaytab: 1
flags: [deny, allow, authenticated]     # RelayFlags
unknown-flags: 256
deny:
  - net: "192.168.1.0"
    mask: "255.255.255.248"
    comment: "Printers on floor 3"
allow:
  - net: "192.168.1.0"
    mask: "255.255.255.0"
  - net: "10.9.8.7"
    enabled: false
  - net: "2001:db8::"
    mask: "/32"
local: []
expect:
  - client: "203.0.113.0/24"
    verdict: refused
    comment: "The Internet"
  - client: "192.168.1.5"
    authenticated: true
    server: "192.168.1.2"
    verdict: allowed
)",
                                  {});
    QVERIFY(parsed);
    QVERIFY(parsed->notes.empty());
    const RelayPolicy expected{
        .flags = 256 + 1 + 2 + 8,
        .deny = {{rule("192.168.1.0", "255.255.255.248"), true, "Printers on floor 3"}},
        .allow = {{rule("192.168.1.0", "255.255.255.0")}, {host("10.9.8.7"), false}, {rule("2001:db8::", "/32")}},
        .expectations = {{.client = rule("203.0.113.0", "/24"), .comment = "The Internet"},
                         {.client = host("192.168.1.5"),
                          .server = parseAddress("192.168.1.2").value(),
                          .authenticated = true,
                          .verdict = Verdict::Allowed}}};
    QCOMPARE(parsed->policy, expected);
    for (std::size_t row = 0; row < 3; ++row)
        QCOMPARE(parsed->policy.allow.origin(row), RuleList::Origin(row + 1));
}

void YamlReaderTest::flags_data()
{
    QTest::addColumn<qint64>("flags");
    QTest::newRow("") << qint64{-1};
    QTest::newRow("flags: []") << qint64{0};
    QTest::newRow("flags: [ authenticated , deny ]") << qint64{9};
    QTest::newRow("flags:\n  - allow\n  - 'local'") << qint64{6};
    QTest::newRow("flags: []\nunknown-flags: 0") << qint64{0};
    QTest::newRow("unknown-flags: 4294967280\nflags: [deny, allow, local, authenticated]") << qint64{0xFFFFFFFF};
}

void YamlReaderTest::flags()
{
    QFETCH(qint64, flags);
    const auto parsed = parseYaml(std::string{"relaytab: 1\n"} + QTest::currentDataTag(), {});
    QVERIFY(parsed);
    QCOMPARE(parsed->policy.flags ? qint64{*parsed->policy.flags} : qint64{-1}, flags);
}

/// Documents that all say: allow 10.0.0.0;255.0.0.0.
void YamlReaderTest::spellings_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray{text}; };
    row("canonical", "relaytab: 1\nallow:\n  - net: \"10.0.0.0\"\n    mask: \"255.0.0.0\"\n");
    row("no final newline", "relaytab: 1\nallow:\n  - net: \"10.0.0.0\"\n    mask: \"255.0.0.0\"");
    row("crlf", "relaytab: 1\r\nallow:\r\n  - net: \"10.0.0.0\"\r\n    mask: \"255.0.0.0\"\r\n");
    row("cr", "relaytab: 1\rallow:\r  - net: \"10.0.0.0\"\r    mask: \"255.0.0.0\"\r");
    row("byte order mark", "\xEF\xBB\xBFrelaytab: 1\nallow:\n  - net: \"10.0.0.0\"\n    mask: \"255.0.0.0\"\n");
    row("document markers", "---\nrelaytab: 1\nallow:\n- net: 10.0.0.0\n  mask: 255.0.0.0\n...\n");
    row("plain and single quotes", "relaytab: 1\nallow:\n  - net: 10.0.0.0\n    mask: '255.0.0.0'\n");
    row("prefix length", "relaytab: 1\nallow:\n  - net: 10.0.0.0\n    mask: /8\n");
    row("other order", "allow:\n    -\n        mask: /8\n        net: 10.0.0.0\nrelaytab: 1\n");
    row("flow", "relaytab: 1\nallow: [{net: 10.0.0.0, mask: /8}]\n");
    row("json", R"({"relaytab":1,"allow":[{"net":"10.0.0.0","mask":"255.0.0.0"}],"deny":[]})");
    row("single pair", "relaytab: 1\nallow:\n  - {mask: \"\\x2f8\", \"net\": \"10.\\\n    0.0.0\"}\n");
    row("block scalar", "relaytab: 1\nallow:\n  - net: |-\n      10.0.0.0\n    mask: >-\n      /8\n");
    row("empty lists", "relaytab: 1\nallow: [{net: 10.0.0.0, mask: /8}]\ndeny:\nlocal: ~\nexpect: null\n");
}

void YamlReaderTest::spellings()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseYaml(text.toStdString(), {});
    QVERIFY2(parsed, parsed ? "" : qPrintable(errorText(parsed.error())));
    QVERIFY(parsed->notes.empty());
    QCOMPARE(parsed->policy, (RelayPolicy{.allow = {{rule("10.0.0.0", "255.0.0.0")}}}));
}

void YamlReaderTest::invalidRowsAreRows()
{
    const auto parsed = parseYaml("relaytab: 1\n"
                                  "deny:\n"
                                  "  - net: 10.0.0.0/8\n"
                                  "  - comment: a float to some\n"
                                  "    net: 10.0\n"
                                  "  - net: 10.0.0.0\n"
                                  "    mask: 8\n"
                                  "  - net: ''\n"
                                  "    mask:\n",
                                  {});
    QVERIFY(parsed);
    const RuleList expected{{RuleText{"10.0.0.0/8", "", MaskForm::LeftOut}},
                            {RuleText{"10.0", "", MaskForm::LeftOut}, true, "a float to some"},
                            {RuleText{"10.0.0.0", "8", MaskForm::Written}},
                            {RuleText{"", "", MaskForm::Written}}};
    QCOMPARE(parsed->policy.deny, expected);
    const auto note = [](TextPlace place, const char *fact, std::size_t row) {
        return FormatNote{FormatNoteCode::InvalidRow, place, fact, RowPlace{ListKind::Deny, row}};
    };
    const std::vector<FormatNote> notes{note({3, 10}, "10.0.0.0/8", 0), note({5, 10}, "10.0", 1),
                                        note({7, 11}, "10.0.0.0;8", 2), note({8, 10}, ";", 3)};
    QCOMPARE(parsed->notes, notes);
}

void YamlReaderTest::ownKeysAreAllowed()
{
    const auto parsed = parseYaml("relaytab: 1\n"
                                  "x-site: {name: Bonn, racks: [1, 2]}\n"
                                  "routing:\n"
                                  "  - domain: example.org\n"
                                  "allow:\n"
                                  "  - x-id: 7\n"
                                  "    net: \"10.0.0.1\"\n"
                                  "    owner: bob\n"
                                  "    ticket: 2026-11-24\n"
                                  "    tags: [a, {b: c}]\n"
                                  "    added: yes\n"
                                  "    changed:\n"
                                  "    expires: 1\n"
                                  "expect:\n"
                                  "  - {client: 10.0.0.1, verdict: allowed, x-why: because}\n",
                                  {});
    QVERIFY2(parsed, parsed ? "" : qPrintable(errorText(parsed.error())));
    QCOMPARE(parsed->policy.allow, RuleList{{host("10.0.0.1")}});
    QCOMPARE(parsed->policy.expectations.size(), 1U);
}

void YamlReaderTest::clients_data()
{
    QTest::addColumn<QString>("net");
    QTest::addColumn<QString>("mask");
    QTest::newRow("10.0.0.1") << "10.0.0.1"
                              << "";
    QTest::newRow("10.0.0.0/8") << "10.0.0.0"
                                << "255.0.0.0";
    QTest::newRow("10.0.0.0/255.0.255.0") << "10.0.0.0"
                                          << "255.0.255.0";
    QTest::newRow("2001:db8::/32") << "2001:db8::"
                                   << "ffff:ffff::";
    QTest::newRow("10.0.0.1/32") << "10.0.0.1"
                                 << "255.255.255.255";
}

void YamlReaderTest::clients()
{
    QFETCH(QString, net);
    QFETCH(QString, mask);
    const std::string text =
        std::string{"relaytab: 1\nexpect: [{verdict: refused, client: \""} + QTest::currentDataTag() + "\"}]\n";
    const auto parsed = parseYaml(text, {});
    QVERIFY(parsed);
    const RuleEntry &client = parsed->policy.expectations.at(0).client;
    QCOMPARE(QString::fromStdString(netText(client)), net);
    QCOMPARE(QString::fromStdString(maskText(client)), mask);
}

/// The eighth level is the last; a million brackets are refused without being walked through.
void YamlReaderTest::deepEnough()
{
    QVERIFY(parseYaml("relaytab: 1\nx-a: [[[[[[[deep]]]]]]]\n", {}));
    const auto parsed = parseYaml("relaytab: 1\nx-a: " + std::string(1'000'000, '['), {});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, FormatErrorCode::TooDeep);
}

QTEST_APPLESS_MAIN(YamlReaderTest)
#include "tst_yaml_reader.moc"
