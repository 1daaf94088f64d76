#include <QTest>

#include <functional>

#include "backend/format/yaml.h"
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

using Change = std::function<void(RelayPolicy &)>;

/// The two rows of `office` and what stands around them.
constexpr auto office = R"(# Relay policy of the office.
relaytab: 1
x-site: Bonn
flags: [deny, allow]   # both lists

# Who may not.
deny:
    # Floor 3, ask Bob.
    - net:   '192.168.1.0'   # the printers
      mask: 255.255.255.248

    - comment: |
        Two
        lines
      net: "10.0.0.0"
      x-id: 7
      mask: "/8"
# The end.
)";

} // namespace

class YamlEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void newFile();
    void newEmptyFile();
    void refuses_data();
    void refuses();
    void hugeListsStayCheap();
};

/// A file, what is done to the policy, and the file that comes out.
void YamlEditTest::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("after");
    const auto test = [](const char *name, const QByteArray &before, const Change &change, const QByteArray &after) {
        QTest::newRow(name) << before << change << after;
    };
    /// What is done to `office`, as a replacement in its text.
    const auto inOffice = [&](const char *name, const Change &change, const QByteArray &was, const QByteArray &is) {
        QVERIFY2(QByteArray{office}.count(was) == 1, name);
        test(name, office, change, QByteArray{office}.replace(was, is));
    };

    inOffice(
        "nothing", [](RelayPolicy &) {}, "Bonn", "Bonn");
    inOffice(
        "a net keeps its quotes", [](RelayPolicy &p) { p.deny.set(0, row("192.168.2.0", "255.255.255.248")); },
        "'192.168.1.0'", "'192.168.2.0'");
    inOffice(
        "a mask stays plain", [](RelayPolicy &p) { p.deny.set(0, row("192.168.1.0", "255.255.255.0")); },
        "255.255.255.248", "255.255.255.0");
    inOffice(
        "a mask goes", [](RelayPolicy &p) { p.deny.set(0, host("192.168.1.0")); }, "      mask: 255.255.255.248\n", "");
    inOffice(
        "a comment comes", [](RelayPolicy &p) { p.deny.set(0, row("192.168.1.0", "255.255.255.248", "say \"hi\"")); },
        "mask: 255.255.255.248\n", "mask: 255.255.255.248\n      comment: \"say \\\"hi\\\"\"\n");
    inOffice(
        "a row is switched off",
        [](RelayPolicy &p) {
            RuleRow first = p.deny.row(0);
            first.enabled = false;
            p.deny.set(0, first);
        },
        "mask: 255.255.255.248\n", "mask: 255.255.255.248\n      enabled: false\n");
    inOffice(
        "a comment of two lines becomes one",
        [](RelayPolicy &p) { p.deny.set(1, row("10.0.0.0", "255.0.0.0", "One")); },
        "comment: |\n        Two\n        lines\n", "comment: \"One\"\n");
    inOffice(
        "the first key of a row goes", [](RelayPolicy &p) { p.deny.set(1, row("10.0.0.0", "255.0.0.0")); },
        "comment: |\n        Two\n        lines\n      net", "net");
    inOffice(
        "a row goes with the comment above it", [](RelayPolicy &p) { p.deny.splice(0, 1, {}); },
        "    # Floor 3, ask Bob.\n    - net:   '192.168.1.0'   # the printers\n      mask: 255.255.255.248\n", "");
    inOffice(
        "a new row is set like its neighbours",
        [](RelayPolicy &p) { p.deny.splice(1, 0, RuleList{row("172.16.0.0", "255.240.0.0", "Lab")}); },
        "255.255.255.248\n",
        "255.255.255.248\n    - net: \"172.16.0.0\"\n      mask: \"255.240.0.0\"\n      comment: \"Lab\"\n");
    inOffice(
        "a new row at the top stands above the first row's comment",
        [](RelayPolicy &p) { p.deny.splice(0, 0, RuleList{host("10.1.1.1")}); }, "deny:\n",
        "deny:\n    - net: \"10.1.1.1\"\n");
    inOffice(
        "a new row at the end", [](RelayPolicy &p) { p.deny.append(host("10.1.1.1")); }, "# The end.",
        "    - net: \"10.1.1.1\"\n# The end.");
    test(
        "rows change places", office, [](RelayPolicy &p) { p.deny.append(p.deny.splice(0, 1, {})); },
        R"(# Relay policy of the office.
relaytab: 1
x-site: Bonn
flags: [deny, allow]   # both lists

# Who may not.
deny:
    - comment: |
        Two
        lines
      net: "10.0.0.0"
      x-id: 7
      mask: "/8"
    # Floor 3, ask Bob.
    - net:   '192.168.1.0'   # the printers
      mask: 255.255.255.248

# The end.
)");
    inOffice(
        "the last row goes", [](RelayPolicy &p) { p.deny.splice(1, 1, {}); },
        "    - comment: |\n        Two\n        lines\n      net: \"10.0.0.0\"\n      x-id: 7\n      mask: \"/8\"\n",
        "");
    test(
        "all rows go", office, [](RelayPolicy &p) { p.deny = {}; },
        R"(# Relay policy of the office.
relaytab: 1
x-site: Bonn
flags: [deny, allow]   # both lists

# Who may not.
deny: []

# The end.
)");
    inOffice(
        "flags change on their line", [](RelayPolicy &p) { p.flags = 13; }, "[deny, allow]",
        "[deny, local, authenticated]");
    inOffice(
        "all flags go", [](RelayPolicy &p) { p.flags = 0; }, "[deny, allow]", "[]");
    inOffice(
        "flags become absent", [](RelayPolicy &p) { p.flags.reset(); }, "flags: [deny, allow]   # both lists\n", "");
    inOffice(
        "unknown bits come", [](RelayPolicy &p) { p.flags = 256 + 3; }, "# both lists\n",
        "# both lists\nunknown-flags: 256\n");
    inOffice(
        "a list comes where it belongs", [](RelayPolicy &p) { p.local.append(host("10.1.1.1")); }, "mask: \"/8\"\n",
        "mask: \"/8\"\nlocal:\n  - net: \"10.1.1.1\"\n");
    inOffice(
        "expectations come",
        [](RelayPolicy &p) {
            p.expectations.push_back({.client = parseRule("10.0.0.0", "/8", MaskForm::Written).value(),
                                      .server = Address::v4(0x0A000001),
                                      .authenticated = true,
                                      .comment = "Guests"});
        },
        "mask: \"/8\"\n",
        "mask: \"/8\"\nexpect:\n  - client: \"10.0.0.0/8\"\n    server: \"10.0.0.1\"\n    authenticated: true\n"
        "    verdict: refused\n    comment: \"Guests\"\n");
    inOffice(
        "an invalid row is kept word for word",
        [](RelayPolicy &p) {
            p.deny.set(0, {RuleText{"10.0.0.300", "255.255.255.248", MaskForm::Written}});
        },
        "'192.168.1.0'", "'10.0.0.300'");

    test(
        "no final newline, and none after", "relaytab: 1\nallow:\n- net: 10.0.0.1",
        [](RelayPolicy &p) { p.allow.append(host("10.0.0.2")); },
        "relaytab: 1\nallow:\n- net: 10.0.0.1\n- net: \"10.0.0.2\"");
    test(
        "line ends are copied", "relaytab: 1\r\nallow:\r\n  -   net: 10.0.0.1\r\n",
        [](RelayPolicy &p) { p.allow.append(row("10.0.0.0", "255.0.0.0")); },
        "relaytab: 1\r\nallow:\r\n  -   net: 10.0.0.1\r\n  -   net: \"10.0.0.0\"\r\n      mask: \"255.0.0.0\"\r\n");
    test(
        "the first row of an empty list", "relaytab: 1\nallow:   # nobody yet\n#  - net: x\nlocal: [] # none\n",
        [](RelayPolicy &p) {
            p.allow.append(host("10.0.0.1"));
            p.local.append(host("10.0.0.2"));
        },
        "relaytab: 1\nallow:   # nobody yet\n  - net: \"10.0.0.1\"\n#  - net: x\nlocal: # none\n  - net: "
        "\"10.0.0.2\"\n");
    test(
        "a touched flow list becomes a block",
        "relaytab: 1\nallow: [{net: 10.0.0.1, x-id: [1, 2]}, # first\n  # above the second\n  {net: 10.0.0.2}] # all\n",
        [](RelayPolicy &p) { p.allow.append(host("10.0.0.3")); },
        "relaytab: 1\nallow: # all\n  # first\n  - net: 10.0.0.1\n    x-id: [1, 2]\n  # above the second\n"
        "  - net: 10.0.0.2\n  - net: \"10.0.0.3\"\n");
    test(
        "a value in braces changes in place", "relaytab: 1\nallow:\n  - {net: 10.0.0.1, mask: /8} # a\n",
        [](RelayPolicy &p) { p.allow.set(0, row("11.0.0.1", "255.0.0.0")); },
        "relaytab: 1\nallow:\n  - {net: 11.0.0.1, mask: /8} # a\n");
    test(
        "a new key opens the braces", "relaytab: 1\nallow:\n  - {net: 10.0.0.1, x-id: 1} # a\n",
        [](RelayPolicy &p) { p.allow.set(0, row("10.0.0.1", "255.0.0.0")); },
        "relaytab: 1\nallow:\n  - net: 10.0.0.1\n    mask: \"255.0.0.0\"\n    x-id: 1 # a\n");
    test(
        "JSON becomes lines", R"({"relaytab": 1, "x-site": {"a": [1]}, "allow": [{"net": "10.0.0.1"}]})",
        [](RelayPolicy &p) { p.flags = 2; },
        "relaytab: 1\nflags: [allow]\nallow:\n  - net: \"10.0.0.1\"\n\"x-site\": {\"a\": [1]}");
    test(
        "a copied row is a row of its own", "relaytab: 1\nallow:\n  # Bob\n  - net: 10.0.0.1\n    x-id: 1\n",
        [](RelayPolicy &p) { p.allow.append(p.allow.slice(0, 1)); },
        "relaytab: 1\nallow:\n  # Bob\n  - net: 10.0.0.1\n    x-id: 1\n  - net: \"10.0.0.1\"\n");
    test(
        "a block scalar does not grow", "relaytab: 1\nallow:\n  - net: 10.0.0.1\n    comment: |\n      a",
        [](RelayPolicy &p) { p.allow.append(host("10.0.0.2")); },
        "relaytab: 1\nallow:\n  - net: 10.0.0.1\n    comment: |-\n      a\n  - net: \"10.0.0.2\"");
    test(
        "nor does it take empty lines",
        "relaytab: 1\nallow:\n  - net: 10.0.0.1\n    comment: |+\n      a\n  - net: 10.0.0.2\n\nlocal: []\n",
        [](RelayPolicy &p) { p.allow.splice(1, 1, {}); },
        "relaytab: 1\nallow:\n  - net: 10.0.0.1\n    comment: |+\n      a\n#\n\nlocal: []\n");
}

void YamlEditTest::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    QFETCH(QByteArray, after);
    const auto parsed = parseYaml(before.toStdString(), {});
    QVERIFY(parsed);
    RelayPolicy policy = parsed->policy;
    change(policy);
    const auto rendered = renderYaml(policy, before.toStdString(), {});
    QVERIFY2(rendered, rendered ? "" : qPrintable(errorText(rendered.error())));
    QCOMPARE(QByteArray::fromStdString(rendered->bytes), after);
    QVERIFY(rendered->losses.empty());
    const auto again = parseYaml(rendered->bytes, {});
    QVERIFY2(again, again ? "" : qPrintable(errorText(again.error())));
    QCOMPARE(again->policy, policy);
}

void YamlEditTest::newFile()
{
    const RelayPolicy policy{.flags = 256 + 3,
                             .deny = {row("192.168.1.0", "255.255.255.248", "Printers\non floor 3 \xE2\x80\xA8")},
                             .allow = {host("10.9.8.7"),
                                       row("2001:db8::", "ffff:ffff::"),
                                       {RuleText{"10.0.0.300", "", MaskForm::LeftOut}, false}},
                             .expectations = {{.client = parseRule("203.0.113.0", "/24", MaskForm::Written).value(),
                                               .comment = "The Internet"}}};
    const auto rendered = renderYaml(policy, {}, {});
    QVERIFY(rendered);
    QCOMPARE(QByteArray::fromStdString(rendered->bytes), QByteArray{R"(relaytab: 1
flags: [deny, allow]
unknown-flags: 256
deny:
  - net: "192.168.1.0"
    mask: "255.255.255.248"
    comment: "Printers\non floor 3 \u2028"
allow:
  - net: "10.9.8.7"
  - net: "2001:db8::"
    mask: "ffff:ffff::"
  - net: "10.0.0.300"
    enabled: false
local: []
expect:
  - client: "203.0.113.0/24"
    verdict: refused
    comment: "The Internet"
)"});
}

void YamlEditTest::newEmptyFile()
{
    const auto rendered = renderYaml({}, {}, {});
    QVERIFY(rendered);
    QCOMPARE(QByteArray::fromStdString(rendered->bytes), QByteArray{"relaytab: 1\ndeny: []\nallow: []\nlocal: []\n"});
}

void YamlEditTest::refuses_data()
{
    QTest::addColumn<RelayPolicy>("policy");
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QString>("error");
    QTest::newRow("a comment in Latin-1") << RelayPolicy{.deny = {row("10.0.0.0", "255.0.0.0", "caf\xE9")}}
                                          << QByteArray{} << QString::fromStdString("0:0 CannotHold \"caf\xE9\"");
    QTest::newRow("half a client") << RelayPolicy{.expectations = {{.client =
                                                                        RuleText{"10.0.", "", MaskForm::LeftOut}}}}
                                   << QByteArray{} << QStringLiteral("0:0 CannotHold \"10.0.\"");
    QTest::newRow("an original that is none") << RelayPolicy{} << QByteArray{"relaytab: 1\ndenny: []\n"}
                                              << QStringLiteral("2:1 UnknownKey \"denny\" near \"deny\"");
}

void YamlEditTest::refuses()
{
    QFETCH(RelayPolicy, policy);
    QFETCH(QByteArray, original);
    QFETCH(QString, error);
    const auto rendered = renderYaml(policy, original.toStdString(), {});
    QVERIFY(!rendered);
    QCOMPARE(errorText(rendered.error()), error);
}

/// Reversing, clearing and thinning out a list of many rows takes no time that grows with its square.
void YamlEditTest::hugeListsStayCheap()
{
    RelayPolicy policy;
    for (std::uint32_t i = 0; i < 20'000; ++i)
        policy.allow.append(Rule::host(Address::v4(i * 7)));
    const std::string text = renderYaml(policy, {}, {}).value().bytes;
    policy = parseYaml(text, {}).value().policy;

    RelayPolicy reversed = policy;
    reversed.allow = {};
    for (std::size_t i = policy.allow.size(); i > 0; --i)
        reversed.allow.append(policy.allow.row(i - 1), policy.allow.origin(i - 1));
    QCOMPARE(parseYaml(renderYaml(reversed, text, {}).value().bytes, {}).value().policy, reversed);

    RelayPolicy thinned = policy;
    thinned.allow = {};
    for (std::size_t i = 0; i < policy.allow.size(); i += 2)
        thinned.allow.append(policy.allow.row(i), policy.allow.origin(i));
    QCOMPARE(parseYaml(renderYaml(thinned, text, {}).value().bytes, {}).value().policy, thinned);

    RelayPolicy empty = policy;
    empty.allow = {};
    QCOMPARE(renderYaml(empty, text, {}).value().bytes, renderYaml({}, {}, {}).value().bytes);
}

QTEST_APPLESS_MAIN(YamlEditTest)
#include "tst_yaml_edit.moc"
