#include <QtTest>

#include "model/analysis/finding.h"
#include "model/policy/entry_text.h"

using namespace relaytab;

namespace {

/// What the grid would hold after someone typed `net` and `mask` ("-": the mask is left out).
RuleRow typed(const char *net, const char *mask)
{
    const bool leftOut = std::string_view{mask} == "-";
    return {.entry = entryOf(net, leftOut ? "" : mask, leftOut ? MaskForm::LeftOut : MaskForm::Written)};
}

/// A finding on one line: "never-matches 0 [192.168.1.17]: 192.168.1.0;255.255.255.0 | 192.168.1.17;255.255.255.255".
QByteArray picture(const Finding &finding)
{
    std::string line{wordOf(finding.code)};
    line += ' ' + toText(finding.count);
    if (!finding.text.empty())
        line += " [" + finding.text + ']';
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
        const Fix &fix = finding.fixes[i];
        line += i == 0 ? ": " : " | ";
        if (fix.kind == FixKind::ReplaceRow)
            line += registryText(*fix.entry);
        for (const RuleEntry &entry : fix.further)
            line += " + " + registryText(entry);
        if (fix.kind == FixKind::RemoveRow)
            line += "remove";
        if (fix.kind == FixKind::Explain)
            line += "explain";
    }
    return QByteArray::fromStdString(line);
}

QByteArray picture(const std::vector<Finding> &findings)
{
    QByteArrayList lines;
    for (const Finding &finding : findings)
        lines += picture(finding);
    return lines.join("\n");
}

} // namespace

class TestRowFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void positions_data();
    void positions();
    void masks_data();
    void masks();
    void lists_data();
    void lists();
    void disabledRowsAreOnlyToldThatTheyAreNoRule();
    void aListThatIsOffOpensNothing();
    void placeIsCarried();
    void firstFixesLeaveNoFaultOfTheSameKind();
};

void TestRowFindings::texts_data()
{
    QTest::addColumn<QByteArray>("net");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QByteArray>("findings");
    const auto row = [](const char *net, const char *mask, const char *findings) {
        QTest::addRow("%s;%s", net, mask) << QByteArray(net) << QByteArray(mask) << QByteArray(findings);
    };
    row("", "-", "empty-net 0");
    row("", "255.0.0.0", "empty-net 0");
    row("fe80", "-", "not-an-address 0 [fe80]");
    row("10.0.0", "-", "not-an-address 0 [10.0.0]");
    row("10.0.0.0/8", "-", "not-an-address 0 [10.0.0.0/8]: 10.0.0.0;255.0.0.0");
    row(" 10.0.0.1 ", "-", "not-an-address 0 [ 10.0.0.1 ]: 10.0.0.1");
    row("10.0.0.0-10.255.255.255", "-", "not-an-address 0 [10.0.0.0-10.255.255.255]: 10.0.0.0;255.0.0.0");
    row("10.0.0.1-10.0.0.2", "-", "not-an-address 0 [10.0.0.1-10.0.0.2]");
    row("::ffff:10.0.0.1", "-", "not-an-address 0 [::ffff:10.0.0.1]: 10.0.0.1");
    row("fe80::1%eth0", "-", "not-an-address 0 [fe80::1%eth0]: fe80::1");
    row("10.0.0.300", "-", "octet-too-large 0 [300]");
    row("010.1.1.1", "-", "leading-zero 0 [010]: 10.1.1.1");
    row("010.1.1.1", "255.255.255.255", "leading-zero 0 [010]: 10.1.1.1;255.255.255.255");
    row("10.1.1.1", "/08", "leading-zero 0 [08]: 10.1.1.1;255.0.0.0");
    row("10.1.1.0", "255.255.255.00", "leading-zero 0 [00]: 10.1.1.0;255.255.255.0");
    row("10.1.1.0", "", "not-a-mask 0: 10.1.1.0");
    row("10.1.1.0", "/33", "not-a-mask 0 [/33]: 10.1.1.0");
    row("10.1.1.0", "255.255.255",
        "not-a-mask 0 [255.255.255]: 10.1.1.0;255.255.255.0 | 10.1.1.0;255.255.254.0 | "
        "10.1.1.0;255.255.252.0");
    row("10.1.1.0", "255.255.2550",
        "not-a-mask 0 [255.255.2550]: 10.1.1.0;255.255.255.0 | 10.1.1.0;255.255.254.0 | "
        "10.1.1.0;255.255.252.0");
    row("10.1.1.0", "::ffff:255.255.255.0", "not-a-mask 0 [::ffff:255.255.255.0]: 10.1.1.0;255.255.255.0");
    row("10.1.1.0", "banana", "not-a-mask 0 [banana]");
    row("2001:db8::", "255.255.0.0", "not-a-mask 0 [255.255.0.0]");
    row("2001:db8::", "ffff;ffff::",
        "not-a-mask 0 [ffff;ffff::]: 2001:db8::;ffff:ffff:: | 2001:db8::;ffff:fffe:: | "
        "2001:db8::;ffff:fffc::");
}

void TestRowFindings::texts()
{
    QFETCH(QByteArray, net);
    QFETCH(QByteArray, mask);
    QTEST(picture(rowFindings(typed(net.constData(), mask.constData()), {ListKind::Allow, 0})), "findings");
}

void TestRowFindings::positions_data()
{
    QTest::addColumn<QByteArray>("net");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<qulonglong>("inEntry");
    QTest::newRow("10.0.0.300") << QByteArray("10.0.0.300") << QByteArray("-") << 7ULL;
    QTest::newRow("10.010.0.1") << QByteArray("10.010.0.1") << QByteArray("-") << 3ULL;
    QTest::newRow("10.0.0.0;255.0.00.0") << QByteArray("10.0.0.0") << QByteArray("255.0.00.0") << 15ULL;
}

void TestRowFindings::positions()
{
    QFETCH(QByteArray, net);
    QFETCH(QByteArray, mask);
    const auto findings = rowFindings(typed(net.constData(), mask.constData()), {});
    QCOMPARE(findings.size(), 1U);
    QVERIFY(findings[0].error && findings[0].error->rule);
    QTEST(qulonglong{findings[0].error->position}, "inEntry");
}

void TestRowFindings::masks_data()
{
    QTest::addColumn<QByteArray>("net");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QByteArray>("findings");
    const auto row = [](const char *net, const char *mask, const char *findings) {
        QTest::addRow("%s;%s", net, mask) << QByteArray(net) << QByteArray(mask) << QByteArray(findings);
    };
    row("192.168.1.0", "255.255.255.0", "");
    row("192.168.1.128", "255.255.255.128", "");
    row("10.0.0.1", "-", "");
    row("0.0.0.0", "0.0.0.0", "");
    row("2001:db8::", "ffff:ffff::", "");

    row("255.255.255.0", "192.168.1.0", "swapped 0 [192.168.1.0]: 192.168.1.0;255.255.255.0");
    row("255.255.255.255", "10.0.0.1", "swapped 0 [10.0.0.1]: 10.0.0.1;255.255.255.255");
    row("ffff:ffff::", "2001:db8::", "swapped 0 [2001:db8::]: 2001:db8::;ffff:ffff::");

    row("192.168.1.0", "0.0.0.255", "wildcard-mask 0 [0.0.0.255]: 192.168.1.0;255.255.255.0");
    row("192.168.1.17", "0.0.0.255", "wildcard-mask 0 [0.0.0.255]: 192.168.1.0;255.255.255.0");
    row("10.0.0.0", "0.255.255.255", "wildcard-mask 0 [0.255.255.255]: 10.0.0.0;255.0.0.0");
    row("255.255.255.0", "0.0.0.255", "wildcard-mask 0 [0.0.0.255]: 255.255.255.0;255.255.255.0");
    row("2001:db8::", "::ffff:ffff",
        "wildcard-mask 0 [::ffff:ffff]: "
        "2001:db8::;ffff:ffff:ffff:ffff:ffff:ffff::");

    row("123.123.123.123", "255.255.255.123",
        "kb-mask-recipe 4 [255.255.255.123]: 123.123.123.123;255.255.255.255 | explain");
    row("10.9.8.1", "255.255.255.1", "kb-mask-recipe 128 [255.255.255.1]: 10.9.8.1;255.255.255.255 | explain");
    row("10.9.8.64", "255.255.255.64", "kb-mask-recipe 128 [255.255.255.64]: 10.9.8.64;255.255.255.255 | explain");
    row("10.9.8.7", "10.9.8.7", "kb-mask-recipe 16777216 [10.9.8.7]: 10.9.8.7;255.255.255.255 | explain");

    row("192.168.1.17", "255.255.255.0",
        "never-matches 0 [192.168.1.17]: 192.168.1.0;255.255.255.0 | 192.168.1.17;255.255.255.255");
    row("192.168.1.17", "128.0.0.0",
        "never-matches 0 [192.168.1.17]: 192.168.1.17;255.255.255.255 | 128.0.0.0;128.0.0.0");
    row("192.168.1.17", "0.0.0.0", "never-matches 0 [192.168.1.17]: 192.168.1.17;255.255.255.255");
    row("2001:db8::1", "ffff:ffff::",
        "never-matches 0 [2001:db8::1]: 2001:db8::;ffff:ffff:: | "
        "2001:db8::1;ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    row("10.0.5.0", "255.0.255.0",
        "mask-with-gaps 65536 [255.0.255.0]: explain | 10.0.5.0;255.255.255.255 | "
        "10.0.0.0;255.0.0.0");
    row("0.0.0.5", "0.0.0.255", "mask-with-gaps 16777216 [0.0.0.255]: explain | 0.0.0.5;255.255.255.255");
}

void TestRowFindings::masks()
{
    QFETCH(QByteArray, net);
    QFETCH(QByteArray, mask);
    QTEST(picture(rowFindings(typed(net.constData(), mask.constData()), {ListKind::Deny, 0})), "findings");
}

void TestRowFindings::lists_data()
{
    QTest::addColumn<ListKind>("list");
    QTest::addColumn<QByteArray>("net");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QByteArray>("findings");
    const auto row = [](ListKind list, const char *net, const char *mask, const char *findings) {
        QTest::addRow("%d %s;%s", static_cast<int>(list), net, mask)
            << list << QByteArray(net) << QByteArray(mask) << QByteArray(findings);
    };
    row(ListKind::Allow, "0.0.0.0", "0.0.0.0",
        "everyone-allowed 4294967296: remove | 10.0.0.0;255.0.0.0 + 172.16.0.0;255.240.0.0 + 192.168.0.0;255.255.0.0");
    row(ListKind::Allow,
        "::", "::", "everyone-allowed 340282366920938463463374607431768211456: remove | fc00::;fe00::");
    row(ListKind::Allow, "8.8.8.0", "255.255.255.0", "");
    row(ListKind::Allow, "8.8.8.0", "255.255.254.0", "wide-public-net 512: explain");
    row(ListKind::Allow, "10.0.0.0", "255.0.0.0", "");
    row(ListKind::Allow, "10.0.0.0", "254.0.0.0", "wide-public-net 16777216: explain");
    row(ListKind::Allow, "0.0.0.0", "128.0.0.0", "wide-public-net 2092957696: explain");
    row(ListKind::Allow, "2001:db8::", "/48", "");
    row(ListKind::Allow, "2001:db8::", "/47", "wide-public-net 2417851639229258349412352: explain");
    row(ListKind::Allow, "fc00::", "/7", "");
    row(ListKind::Allow, "8.8.8.8", "8.8.8.8",
        "kb-mask-recipe 268435456 [8.8.8.8]: 8.8.8.8;255.255.255.255 | explain\nwide-public-net 230539264: explain");
    row(ListKind::Deny, "8.8.8.0", "255.255.254.0", "");
    row(ListKind::Local, "0.0.0.0", "0.0.0.0", "local-any 4294967296: explain");
    row(ListKind::Local, "192.168.1.2", "-", "");
    row(ListKind::Deny, "192.168.1.0", "255.255.255.248", "covers-network-address 8");
    row(ListKind::Allow, "192.168.1.0", "255.255.255.128", "covers-network-address 128");
    row(ListKind::Allow, "192.168.1.8", "255.255.255.248", "");
    row(ListKind::Allow, "192.168.1.0", "255.255.255.254", "");
}

void TestRowFindings::lists()
{
    QFETCH(ListKind, list);
    QFETCH(QByteArray, net);
    QFETCH(QByteArray, mask);
    QTEST(picture(rowFindings(typed(net.constData(), mask.constData()), {list, 0})), "findings");
}

void TestRowFindings::disabledRowsAreOnlyToldThatTheyAreNoRule()
{
    for (const auto &[net, mask] : {std::pair{"0.0.0.0", "0.0.0.0"}, {"10.0.0.1", "255.0.0.0"}, {"10.0.0.0", "/29"}}) {
        RuleRow row = typed(net, mask);
        QVERIFY(!rowFindings(row, {ListKind::Allow, 0}).empty());
        row.enabled = false;
        QCOMPARE(picture(rowFindings(row, {ListKind::Allow, 0})), QByteArray());
    }
    RuleRow text = typed("10.0.0.300", "-");
    text.enabled = false;
    QCOMPARE(picture(rowFindings(text, {ListKind::Allow, 0})), QByteArray("octet-too-large 0 [300]"));
}

void TestRowFindings::aListThatIsOffOpensNothing()
{
    QVERIFY(rowFindings(typed("0.0.0.0", "0.0.0.0"), {ListKind::Allow, 0}, ListEffect::Off).empty());
    QVERIFY(rowFindings(typed("8.0.0.0", "255.0.0.0"), {ListKind::Allow, 0}, ListEffect::Off).empty());
    QVERIFY(rowFindings(typed("::", "::"), {ListKind::Local, 0}, ListEffect::Off).empty());
    QCOMPARE(rowFindings(typed("10.0.0.1", "255.0.0.0"), {ListKind::Allow, 0}, ListEffect::Off).size(), 1U);
}

void TestRowFindings::placeIsCarried()
{
    const RowPlace place{ListKind::Deny, 41};
    for (const char *net : {"10.0.0.300", "10.0.0.1"}) {
        const auto findings = rowFindings(typed(net, "255.0.0.0"), place);
        QCOMPARE(findings.size(), 1U);
        QVERIFY(findings[0].row == place);
        QVERIFY(findings[0].list == ListKind::Deny);
    }
}

void TestRowFindings::firstFixesLeaveNoFaultOfTheSameKind()
{
    int fixed = 0;
    for (const char *net : {"10.0.0.1", "192.168.1.0", "255.255.255.0", "010.0.0.1", "10.0.0.0/8", "0.0.0.5"})
        for (const char *mask : {"-", "255.255.255.0", "0.0.0.255", "255.255.255.1", "192.168.1.0", "/33", "0.0.0.0"})
            for (const Finding &finding : rowFindings(typed(net, mask), {ListKind::Allow, 0})) {
                if (finding.fixes.empty() || finding.fixes[0].kind != FixKind::ReplaceRow)
                    continue;
                for (const Finding &left : rowFindings({.entry = *finding.fixes[0].entry}, {ListKind::Allow, 0}))
                    QVERIFY2(left.code != finding.code, net);
                ++fixed;
            }
    QVERIFY(fixed > 20);
}

QTEST_APPLESS_MAIN(TestRowFindings)
#include "tst_row_findings.moc"
