#include <QtTest>

#include "model/analysis/policy_findings.h"
#include "model/policy/entry_text.h"

using namespace relaytab;

namespace {

/// Rows as a file lists them; a leading "!" is a disabled row.
RuleList rows(const QByteArrayList &entries)
{
    RuleList list;
    for (const QByteArray &text : entries) {
        const bool off = text.startsWith('!');
        list.append(RuleRow{.entry = parseRegistryEntry(text.mid(off ? 1 : 0).toStdString()), .enabled = !off});
    }
    return list;
}

/// "allow:2 covered 256 by allow 1 3": places and rows counted from 1, as lint prints them.
QByteArray picture(const Finding &finding)
{
    const auto nameOf = [](ListKind list) {
        return std::string{list == ListKind::Deny ? "deny" : list == ListKind::Allow ? "allow" : "local"};
    };
    std::string line = finding.row ? nameOf(finding.row->list) + ':' + std::to_string(finding.row->row + 1)
        : finding.list             ? nameOf(*finding.list)
                                   : "policy";
    line += ' ' + std::string{wordOf(finding.code)};
    if (!finding.count.isZero())
        line += ' ' + toText(finding.count);
    if (!finding.text.empty())
        line += " [" + finding.text + ']';
    if (finding.relatedList)
        line += " by " + nameOf(*finding.relatedList);
    for (const std::size_t row : finding.related)
        line += ' ' + std::to_string(row + 1);
    return QByteArray::fromStdString(line);
}

QByteArrayList picture(const PolicyFindings &findings)
{
    QByteArrayList lines;
    for (const Finding &finding : findings)
        lines += picture(finding);
    return lines;
}

struct Policy {
    std::optional<std::uint32_t> flags = flag::allow;
    QByteArrayList deny = {};
    QByteArrayList allow = {};
    QByteArrayList local = {};

    [[nodiscard]] RelayPolicy policy() const { return {flags, rows(deny), rows(allow), rows(local)}; }
};

} // namespace

class TestPolicyFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_data();
    void findings();
    void options();
    void fixes_data();
    void fixes();
    void findsByRow();
    void nothingWithoutASearch();
    void tellsProgressAndCancels();
    void namesAHundredDenyRowsAtMost();
};

void TestPolicyFindings::findings_data()
{
    QTest::addColumn<RelayPolicy>("policy");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const Policy &policy, const QByteArrayList &expected) {
        QTest::newRow(name) << policy.policy() << expected;
    };
    row("in order", {.allow = {"192.168.1.0;255.255.255.0", "127.0.0.1"}}, {});

    row("flags absent", {.flags = {}}, {"policy no-restriction"});
    row("flags 0 and lists", {.flags = 0, .deny = {"10.0.0.1"}, .allow = {"10.0.0.2", "10.0.0.3", "!10.0.0.4"}},
        {"policy no-restriction", "deny list-off 1", "allow list-off 2"});
    row("unknown bits only", {.flags = 0x10}, {"policy no-restriction", "policy unknown-flag-bits [0x10]"});
    row("only deny, and a bit", {.flags = 0x101}, {"policy only-deny", "policy unknown-flag-bits [0x100]"});
    row("allow is empty", {.flags = flag::allow | flag::deny}, {"allow empty-list-on"});
    row("allow has nothing that matches", {.allow = {"!10.0.0.1", "10.0.0.2;255.0.0.0"}},
        {"allow empty-list-on", "allow:2 never-matches [10.0.0.2]"});
    row("local is empty", {.flags = flag::local}, {"local empty-list-on"});
    row("a list of disabled rows is not off", {.flags = flag::authenticated, .allow = {"!10.0.0.1"}}, {});

    row("duplicates of the first", {.allow = {"10.0.0.1", "10.0.0.1;255.255.255.255", "10.0.0.1"}},
        {"allow:2 duplicate 1 by allow 1", "allow:3 duplicate 1 by allow 1"});
    row("a disabled row is no duplicate", {.allow = {"!10.0.0.1", "10.0.0.1", "!10.0.0.1"}}, {});
    row("a duplicate is not also covered", {.allow = {"10.0.0.0;255.0.0.0", "10.0.0.1", "10.0.0.1"}},
        {"allow:2 covered 1 by allow 1", "allow:3 duplicate 1 by allow 2"});
    row("covered by the widest", {.allow = {"10.1.0.0;255.255.0.0", "10.1.2.3", "10.0.0.0;255.0.0.0"}},
        {"allow:1 covered 65536 by allow 3", "allow:2 covered 1 by allow 3"});
    row("covered by several",
        {.allow = {"10.0.0.64;255.255.255.192", "10.0.0.0;255.255.255.128", "10.0.0.128;255.255.255.128",
                   "10.0.0.0;255.255.255.0"}},
        {"allow:1 covered 64 by allow 4", "allow:2 covers-network-address 128", "allow:2 covered 128 by allow 4",
         "allow:3 covered 128 by allow 4", "allow:4 covered 256 by allow 2 3"});
    row("covered by odd and even",
        {.deny = {}, .allow = {"10.0.0.1;255.255.255.1", "10.0.0.0;255.255.255.1", "10.0.0.7"}},
        {"allow:1 kb-mask-recipe 128 [255.255.255.1]", "allow:2 mask-with-gaps 128 [255.255.255.1]",
         "allow:3 covered 1 by allow 1"});
    row("covered in a list that is off", {.flags = flag::authenticated, .local = {"10.0.0.1", "10.0.0.1"}},
        {"local list-off 2", "local:2 duplicate 1 by local 1"});

    row("denied", {.flags = 3, .deny = {"10.9.0.0;255.255.0.0"}, .allow = {"10.9.1.0;255.255.255.0"}},
        {"allow:1 overridden-by-deny 256 by deny 1"});
    row("denied by the same rule", {.flags = 3, .deny = {"10.9.1.1"}, .allow = {"10.9.1.1"}},
        {"allow:1 overridden-by-deny 1 by deny 1"});
    row("denied by two", {.flags = 3, .deny = {"10.9.1.1", "10.9.1.0"}, .allow = {"10.9.1.0;255.255.255.254"}},
        {"allow:1 overridden-by-deny 2 by deny 1 2"});
    row("partly denied", {.flags = 3, .deny = {"192.168.1.8;255.255.255.248"}, .allow = {"192.168.1.0;255.255.255.0"}},
        {"allow:1 partly-denied 8 by deny 1"});
    row("deny is off", {.flags = 2, .deny = {"10.9.1.1"}, .allow = {"10.9.1.1"}}, {"deny list-off 1"});
    row("covered and denied", {.flags = 3, .deny = {"10.9.1.1"}, .allow = {"10.9.1.0;255.255.255.0", "10.9.1.1"}},
        {"allow:1 partly-denied 1 by deny 1", "allow:2 covered 1 by allow 1",
         "allow:2 overridden-by-deny 1 by deny 1"});
    row("covered and partly denied",
        {.flags = 3, .deny = {"10.9.1.1"}, .allow = {"10.9.1.0;255.255.255.0", "10.9.1.0;255.255.255.128"}},
        {"allow:1 partly-denied 1 by deny 1", "allow:2 covers-network-address 128", "allow:2 covered 128 by allow 1"});

    row("everyone", {.allow = {"0.0.0.0;0.0.0.0"}}, {"allow:1 everyone-allowed 4294967296"});
    row("everyone by two", {.allow = {"0.0.0.0;128.0.0.0", "128.0.0.0;128.0.0.0"}},
        {"allow everyone-allowed 4294967296 by allow 1 2", "allow:1 wide-public-net 2092957696",
         "allow:2 wide-public-net 1609300992"});
    row("everyone, but off", {.flags = flag::authenticated, .allow = {"0.0.0.0;0.0.0.0"}}, {"allow list-off 1"});

    row("local is one address", {.flags = flag::local, .local = {"192.168.1.2", "192.168.1.2"}},
        {"local:1 local-any 1", "local:2 duplicate 1 by local 1"});
    row("local is two addresses", {.flags = flag::local, .local = {"192.168.1.2", "192.168.1.3"}}, {});
    row("local is anything", {.flags = flag::local, .local = {"0.0.0.0;0.0.0.0"}}, {"local:1 local-any 4294967296"});

    row("a container's gateway", {.allow = {"172.17.0.1", "172.17.0.0;255.255.0.0", "172.16.0.0;255.240.0.0"}},
        {"allow:1 gateway-allowed 1 [172.17.0.1]", "allow:1 covered 1 by allow 3",
         "allow:2 gateway-allowed 65536 [172.17.0.1]", "allow:2 covered 65536 by allow 3"});

    row("text rows, also disabled", {.allow = {"10.0.0.300", "!010.0.0.1"}},
        {"allow empty-list-on", "allow:1 octet-too-large [300]", "allow:2 leading-zero [010]"});
    row("lists in order",
        {.flags = 7,
         .deny = {"10.0.0.1;255.0.0.0"},
         .allow = {"10.0.0.2;255.0.0.0", "10.0.0.9"},
         .local = {"10.0.0.3;255.0.0.0", "10.0.0.4;255.255.0.0"}},
        {"local empty-list-on", "deny:1 never-matches [10.0.0.1]", "allow:1 never-matches [10.0.0.2]",
         "local:1 never-matches [10.0.0.3]", "local:2 never-matches [10.0.0.4]"});
}

void TestPolicyFindings::findings()
{
    QFETCH(RelayPolicy, policy);
    const auto findings = policyFindings(policy);
    QVERIFY(findings);
    QTEST(picture(*findings), "expected");
    std::array<std::size_t, 4> severities{};
    for (const Finding &finding : *findings)
        ++severities[static_cast<std::size_t>(severityOf(finding.code))];
    for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Error, Severity::Danger})
        QCOMPARE(findings->count(severity), severities[static_cast<std::size_t>(severity)]);
}

void TestPolicyFindings::options()
{
    const RelayPolicy policy = Policy{.allow = {"10.0.0.5", "2001:db8::1", "!2001:db8::2"}}.policy();
    QCOMPARE(picture(policyFindings(policy).value()), QByteArrayList());
    QCOMPARE(picture(policyFindings(policy, {.registryTarget = true}).value()),
             QByteArrayList({"allow:2 ipv6-in-registry 1"}));
    QCOMPARE(picture(policyFindings(policy, {.beforeSp1 = true}).value()), QByteArrayList({"allow before-sp1 2"}));
    RelayPolicy rich = policy; // a row is off
    rich.allow.set(0, RuleRow{rich.allow.row(0).entry, true, "Bob"});
    rich.expectations = {{.client = Rule::host(Address::v4(0x0A000005U))}};
    QCOMPARE(picture(policyFindings(rich).value()), QByteArrayList());
    QCOMPARE(picture(policyFindings(rich, {.losesComments = true}).value()), QByteArrayList({"policy not-storable 1"}));
    QCOMPARE(picture(policyFindings(rich, {.losesDisabledRows = true}).value()),
             QByteArrayList({"policy not-storable 1"}));
    QCOMPARE(picture(policyFindings(rich, {.losesComments = true, .losesDisabledRows = true, .losesExpectations = true})
                         .value()),
             QByteArrayList({"policy not-storable 3"}));
    QCOMPARE(picture(policyFindings(policy, {.gateways = {Address::v4(0x0A000005U)}}).value()),
             QByteArrayList({"allow:1 gateway-allowed 1 [10.0.0.5]"}));
    QCOMPARE(picture(policyFindings(Policy{.allow = {"10.0.0.5"}}.policy(), {.beforeSp1 = true}).value()),
             QByteArrayList());
}

void TestPolicyFindings::fixes_data()
{
    QTest::addColumn<RelayPolicy>("policy");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const Policy &policy, const char *expected) {
        QTest::newRow(name) << policy.policy() << QByteArray(expected);
    };
    row("no restriction", {.flags = 0x20}, "flags 34, flags 40");
    row("only deny", {.flags = 1}, "flags 3");
    row("unknown bits", {.flags = 0x4A, .allow = {"10.0.0.1"}}, "flags 10");
    row("list off", {.flags = 8, .local = {"10.0.0.1"}}, "flags 12");
    row("duplicate", {.allow = {"10.0.0.1", "10.0.0.1"}}, "remove, show 1:0");
    row("covered", {.allow = {"10.0.0.1", "10.0.0.0;255.255.255.0"}}, "remove, show 1:1");
    row("overridden", {.flags = 3, .deny = {"10.0.0.9", "10.0.0.1"}, .allow = {"10.0.0.1"}}, "show 0:1");
    row("partly denied", {.flags = 3, .deny = {"10.0.0.1"}, .allow = {"10.0.0.0;255.255.255.0"}}, "show 0:0");
    row("everyone together", {.allow = {"::;8000::", "8000::;8000::"}}, "show 1:0");
}

void TestPolicyFindings::fixes()
{
    QFETCH(RelayPolicy, policy);
    const PolicyFindings findings = policyFindings(policy).value();
    QByteArrayList words;
    for (const Fix &fix : findings[0].fixes) {
        if (fix.kind == FixKind::SetFlags)
            words += "flags " + QByteArray::number(*fix.flags);
        if (fix.kind == FixKind::RemoveRow)
            words += "remove";
        if (fix.kind == FixKind::ShowRow)
            words += "show " + QByteArray::number(int(fix.place->list)) + ':' + QByteArray::number(int(fix.place->row));
    }
    QTEST(words.join(", "), "expected");
}

void TestPolicyFindings::findsByRow()
{
    const PolicyFindings findings =
        policyFindings(Policy{.flags = 3,
                              .deny = {"10.9.1.1", "10.9.1.1"},
                              .allow = {"10.9.1.0;255.255.255.0", "192.168.0.1", "10.9.1.1"}}
                           .policy())
            .value();
    const auto codes = [&](RowPlace place) {
        QByteArrayList words;
        const auto [first, last] = findings.ofRow(place);
        for (std::size_t i = first; i < last; ++i) {
            if (findings.row(i) != place)
                words += "wrong";
            words += QByteArray::fromStdString(std::string{wordOf(findings.code(i))});
        }
        return words.join(' ');
    };
    QCOMPARE(codes({ListKind::Deny, 0}), QByteArray());
    QCOMPARE(codes({ListKind::Deny, 1}), QByteArray("duplicate"));
    QCOMPARE(codes({ListKind::Allow, 0}), QByteArray("partly-denied"));
    QCOMPARE(codes({ListKind::Allow, 1}), QByteArray());
    QCOMPARE(codes({ListKind::Allow, 2}), QByteArray("covered overridden-by-deny"));
    QCOMPARE(codes({ListKind::Allow, 3}), QByteArray());
    QCOMPARE(codes({ListKind::Local, 0}), QByteArray());
}

void TestPolicyFindings::nothingWithoutASearch()
{
    const PolicyFindings none;
    QVERIFY(none.empty());
    QVERIFY(none.begin() == none.end());
    QCOMPARE(none.count(Severity::Danger), 0U);
    QVERIFY((none.ofRow({ListKind::Allow, 7}) == std::pair<std::size_t, std::size_t>{0, 0}));
}

void TestPolicyFindings::tellsProgressAndCancels()
{
    RelayPolicy policy{.flags = flag::allow | flag::deny};
    for (std::uint32_t i = 0; i < 30'000; ++i)
        policy.allow.append(Rule::host(Address::v4(i * 2)));
    policy.deny = policy.allow.slice(0, 20'000);

    std::vector<double> told;
    const auto all = policyFindings(policy, {}, [&](double done) {
        told.push_back(done);
        return ProgressStep::Continue;
    });
    QVERIFY(all);
    QCOMPARE(all->count(Severity::Warning), 20'000U);
    QVERIFY(told.size() > 5);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QVERIFY(told.front() >= 0 && told.back() <= 1);

    for (std::size_t stop = 0; stop < told.size(); stop += 3) {
        std::size_t calls = 0;
        const auto cancelled = policyFindings(
            policy, {}, [&](double) { return calls++ == stop ? ProgressStep::Cancel : ProgressStep::Continue; });
        QVERIFY(!cancelled);
        QCOMPARE(calls, stop + 1);
    }
}

void TestPolicyFindings::namesAHundredDenyRowsAtMost()
{
    RelayPolicy policy{.flags = flag::allow | flag::deny};
    policy.allow.append(Rule{Address::v4(0x0A000000U), Mask::prefix(Family::IPv4, 8)});
    for (std::uint32_t i = 0; i < 300; ++i)
        policy.deny.append(Rule::host(Address::v4(0x0A000000U + i * 2)));
    const PolicyFindings findings = policyFindings(policy).value();
    QCOMPARE(findings.size(), 1U);
    const Finding finding = findings[0];
    QCOMPARE(finding.code, FindingCode::PartlyDenied);
    QVERIFY(finding.count == Count::of(300));
    QCOMPARE(finding.related.size(), 100U);
}

QTEST_APPLESS_MAIN(TestPolicyFindings)
#include "tst_policy_findings.moc"
