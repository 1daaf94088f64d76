#include <QTest>

#include "backend/format/format.h"
#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

/// One of everything that some format cannot hold.
constexpr const char *everything = "relaytab: 1\n"
                                   "flags: [deny, allow]\n"
                                   "deny:\n"
                                   "  - net: \"192.0.2.1\"\n"
                                   "    comment: \"Spam; yes = no\"\n"
                                   "allow:\n"
                                   "  - net: \"10.0.0.0\"\n"
                                   "    mask: \"255.0.255.0\"\n"
                                   "  - net: \"10.9.8.7\"\n"
                                   "    enabled: false\n"
                                   "  - net: \"2001:db8::\"\n"
                                   "    mask: \"/32\"\n"
                                   "  - net: \"10.0.0.300\"\n"
                                   "local:\n"
                                   "  - net: \"192.168.1.2\"\n"
                                   "expect:\n"
                                   "  - client: \"203.0.113.0/24\"\n"
                                   "    verdict: refused\n";

const QByteArray comment("the comment of Deny, row 1");
const QByteArray disabled("Allow, row 2, which is switched off");
const QByteArray ipv6("Allow, row 3, which is IPv6");
const QByteArray expectation("the expectation for 203.0.113.0");
const QByteArray flags("RelayFlags");
const QByteArray denyList("the list Deny");
const QByteArray localList("the list Local");

RelayPolicy parsed(const QByteArray &id, const QByteArray &bytes)
{
    const auto policy =
        formatById(id.toStdString())->parse({bytes.constData(), static_cast<std::size_t>(bytes.size())}, {});
    return policy ? policy->policy : RelayPolicy{};
}

} // namespace

/// What the command line says about the formats: each loss by name, and every verb on each of them.
class TestCliFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyLossIsNamed_data();
    void everyLossIsNamed();
    void theRestIsKept_data();
    void theRestIsKept();
    void whatIsNotOursIsNamed_data();
    void whatIsNotOursIsNamed();
    void iniAnswers();
    void iniIsRead_data();
    void iniIsRead();
    void iniErrorsHaveTheirPlace_data();
    void iniErrorsHaveTheirPlace();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestCliFormats::init()
{
    m_catalogue.use(QStringLiteral("en"));
    m_run.file(QStringLiteral("all.yaml"), everything);
    m_run.file(QStringLiteral("all.ini"), m_run(QStringLiteral("convert @all.yaml - --to ini --allow-loss")).out);
}

void TestCliFormats::everyLossIsNamed_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArrayList>("losses");
    const auto add = [](const char *to, const char *from, const QByteArrayList &losses) {
        QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << losses;
    };
    add("yaml", "yaml", {});
    add("reg", "yaml", {comment, disabled, ipv6, expectation});
    add("ini", "yaml", {expectation});
    add("csv", "yaml", {flags, expectation});
    add("list", "yaml", {disabled, flags, denyList, localList, expectation});
    // What INI has already lost.
    add("yaml", "ini", {});
    add("reg", "ini", {comment, disabled, ipv6});
    add("ini", "ini", {});
    add("csv", "ini", {flags});
    add("list", "ini", {disabled, flags, denyList, localList});
}

void TestCliFormats::everyLossIsNamed()
{
    QFETCH(QString, from);
    QFETCH(QByteArrayList, losses);
    const QString to = QString::fromLatin1(QTest::currentDataTag()).section(u' ', -1);
    const CliResult result = m_run(u"convert @all." + from + u" @out." + to);
    QCOMPARE(result.status, losses.isEmpty() ? 0 : 3);
    QCOMPARE(QFile::exists(m_run.path(u"out." + to)), losses.isEmpty());
    for (const QByteArray &loss : losses)
        QVERIFY2(result.err.contains(QByteArray("cannot hold " + loss)), result.err.constData());
    QCOMPARE(result.err.count("cannot hold"), losses.size());
    QFile::remove(m_run.path(u"out." + to));
}

void TestCliFormats::theRestIsKept_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("yaml") << 4;
    QTest::newRow("ini") << 4;
    QTest::newRow("reg") << 2;
    QTest::newRow("csv") << 4;
    QTest::newRow("list") << 3;
}

/// There and back: what the format holds is what it was.
void TestCliFormats::theRestIsKept()
{
    const QString to = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(m_run(u"convert @all.ini @out." + to + u" --allow-loss").status, 0);
    const QString read = to == u"csv" ? QStringLiteral(" --flags 3") : QString();
    QCOMPARE(m_run(u"convert @out." + to + u" @back.ini --allow-loss" + read).status, 0);
    const RelayPolicy before = parsed("ini", m_run.content(QStringLiteral("all.ini")));
    const RelayPolicy after = parsed("ini", m_run.content(QStringLiteral("back.ini")));
    QTEST(static_cast<int>(after.allow.size()), "rows");
    for (const RuleList::RowView row : after.allow)
        QVERIFY(std::any_of(before.allow.begin(), before.allow.end(),
                            [&](const RuleList::RowView &old) { return old.row() == row.row(); }));
    if (to == u"yaml" || to == u"ini" || to == u"csv")
        QVERIFY(after == before);
}

void TestCliFormats::whatIsNotOursIsNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("named");
    const QByteArray key("[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC\\Parameters]\r\n");
    const auto row = [](const char *name, const QByteArray &content, bool named) {
        QTest::newRow(name) << content << named;
    };
    row("plain.yaml", "relaytab: 1\nallow:\n  - net: \"10.0.0.1\"\n    comment: \"a # b, it's: 'c # d\"\n", false);
    row("comment.yaml", "relaytab: 1\n  # mine\nallow: []\n", true);
    row("behind.yaml", "relaytab: 1\nallow: [] # it's mine\n", true);
    row("behind-quotes.yaml", "relaytab: 1\nallow:\n- {net: \"10.0.0.1\", comment: 'x'} # y\n", true);
    row("own-key.yaml", "relaytab: 1\nx-mine: 1\n", true);
    row("reserved.yaml", "relaytab: 1\nallow:\n  - owner: Bob\n    net: \"10.0.0.1\"\n", true);
    row("plain.ini", "[relay]\r\nformat = 1\r\n[allow]\r\nrule1 = 10.0.0.1\r\nrule1-note = +003B\r\n", false);
    row("comment.ini", "; mine\n[relay]\nformat = 1\n", true);
    row("section.ini", "[relay]\nformat = 1\n[mine]\n", true);
    row("own-key.ini", "[relay]\nformat = 1\nx-mine = 1\n", true);
    row("plain.list", "10.0.0.1 # carried\n", false);
    row("comment.list", "# mine\n10.0.0.1\n", true);
    row("plain.reg",
        "REGEDIT4\r\n\r\n" + key + "\"relayflags\"=dword:2\r\n\"RelayAllowList\"=hex(7):31,\\\r\n  00,00\r\n", false);
    row("comment.reg", "REGEDIT4\n; mine\n" + key, true);
    row("value.reg", "REGEDIT4\n" + key + "\"Other\"=dword:1\n", true);
    row("key.reg", "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\n" + key, true);
}

/// It stays in its own format, and another one has no place for it: a note, no refusal.
void TestCliFormats::whatIsNotOursIsNamed()
{
    QFETCH(QByteArray, content);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    m_run.file(name, content);
    for (const QString &to : {QStringLiteral("yaml"), QStringLiteral("ini")}) {
        const bool same = name.endsWith(to);
        const CliResult result = m_run(u"convert @" + name + u" - --allow-loss --to " + to);
        QCOMPARE(result.status, 0);
        QFETCH(bool, named);
        QCOMPARE(result.err.contains("cannot hold comments and other content of the file."), named && !same);
        if (same)
            QCOMPARE(result.out, content);
    }
}

void TestCliFormats::iniAnswers()
{
    m_run.file(
        QStringLiteral("office.ini"),
        "; the office\n[relay]\nformat = 1\nflags = 3\n[deny]\nrule1 = 192.168.1.5\n"
        "[allow]\nrule7 = 192.168.1.0/24\nrule7-note = Office\nrule3 = 192.168.1.9\nrule2 = 10.0.0.0;255.0.255.0\n"
        "[other]\nx = y\n");
    const CliResult check = m_run(QStringLiteral("check @office.ini 192.168.1.5 192.168.1.8 10.7.0.7 10.7.1.7"));
    QCOMPARE(check.out,
             QByteArray("192.168.1.5\trefused\tdeny-list\tdeny:1\n"
                        "192.168.1.8\tallowed\tallow-list\tallow:1\n"
                        "10.7.0.7\tallowed\tallow-list\tallow:3\n"
                        "10.7.1.7\trefused\tnothing-applied\t-\n"));
    QCOMPARE(check.status, 1);
    const CliResult lint = m_run(QStringLiteral("lint @office.ini --severity note --json"));
    QCOMPARE(lint.status, 1);
    for (const char *code : {R"("code":"covered")", R"("code":"mask-with-gaps")", R"("code":"partly-denied")"})
        QVERIFY2(lint.out.contains(code), lint.out.constData());
    QCOMPARE(m_run(QStringLiteral("diff @office.ini @office.ini")).status, 0);
    // The covered row goes, and with it only its own line.
    QCOMPARE(m_run(QStringLiteral("minimize @office.ini")).out,
             m_run.content(QStringLiteral("office.ini")).replace("rule3 = 192.168.1.9\n", ""));
}

void TestCliFormats::iniIsRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("by its suffix") << QStringLiteral("check @all.ini 192.0.2.1");
    QTest::newRow("by its content") << QStringLiteral("check @all.txt 192.0.2.1");
    QTest::newRow("by --from") << QStringLiteral("check @all.list --from ini 192.0.2.1");
    QTest::newRow("by --format") << QStringLiteral("check @all.list --format ini 192.0.2.1");
    QTest::newRow("from standard input") << QStringLiteral("check - 192.0.2.1");
}

void TestCliFormats::iniIsRead()
{
    QFETCH(QString, line);
    const QByteArray ini("[relay]\nformat = 1\nflags = 1\n[deny]\nrule1 = 192.0.2.1\n");
    for (const char *name : {"all.ini", "all.txt", "all.list"})
        m_run.file(QString::fromLatin1(name), ini);
    const CliResult result = m_run(line, ini);
    QCOMPARE(result.out, QByteArray("192.0.2.1\trefused\tdeny-list\tdeny:1\n"));
    QCOMPARE(result.status, 1);
}

void TestCliFormats::iniErrorsHaveTheirPlace_data()
{
    QTest::addColumn<QByteArray>("ini");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("unknown key") << QByteArray("[relay]\nformat = 1\nflag = 3\n")
                                 << QByteArray("bad.ini:3:1: “flag” is not a known key. Was “flags” meant?\n");
    QTest::newRow("key twice") << QByteArray("[relay]\nformat = 1\n[deny]\nrule1 = 10.0.0.1\nrule1 = 10.0.0.2\n")
                               << QByteArray("bad.ini:5:1: “rule1” stands here for the second time.\n");
    QTest::newRow("flags") << QByteArray("[relay]\nformat = 1\nflags = deny\n")
                           << QByteArray("bad.ini:3:9: “deny” is no value of RelayFlags.\n");
    QTest::newRow("switch") << QByteArray("[relay]\nformat = 1\n[deny]\nrule1 = 10.0.0.1\nrule1-enabled = no\n")
                            << QByteArray("bad.ini:5:17: “no” is neither on nor off here: write 0.");
    QTest::newRow("no format") << QByteArray("[deny]\nrule1 = 10.0.0.1\n")
                               << QByteArray("bad.ini: “format” is missing.\n");
    QTest::newRow("row that is no rule") << QByteArray(
        "[relay]\nformat = 1\n[deny]\nrule1 = 10.0.0.1 ; not a comment\n")
                                         << QByteArray("bad.ini:4:9: Deny, row 1: ");
}

void TestCliFormats::iniErrorsHaveTheirPlace()
{
    QFETCH(QByteArray, ini);
    QFETCH(QByteArray, message);
    m_run.file(QStringLiteral("bad.ini"), ini);
    const CliResult result = m_run(QStringLiteral("check @bad.ini 10.0.0.1"));
    QCOMPARE(result.status, 4);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(message), result.err.constData());
}

QTEST_GUILESS_MAIN(TestCliFormats)
#include "tst_cli_formats.moc"
