#include <QTest>

#include "backend/format/format.h"
#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

/// A store whose save goes wrong in one way.
class BrokenStore final : public Store
{
public:
    explicit BrokenStore(StoreErrorCode code) : m_code(code) { }

    using Store::load;
    Expected<StoredBytes, StoreError> load(const QString &path, const LoadControl &) override { return fail(path); }
    Expected<Revision, StoreError> save(const QString &path, const QByteArray &, const Revision &,
                                        const QString &) override
    {
        return fail(path);
    }
    Expected<Revision, StoreError> currentRevision(const QString &) override { return Revision{}; }
    QList<Backup> backups(const QString &) override { return {}; }

private:
    [[nodiscard]] Unexpected<StoreError> fail(const QString &path) const
    {
        return Unexpected<StoreError>({.code = m_code, .path = path});
    }

    StoreErrorCode m_code;
};

RelayPolicy parsed(const char *format, const QByteArray &bytes, const ParseOptions &options = {})
{
    return formatById(format)->parse({bytes.constData(), static_cast<std::size_t>(bytes.size())}, options)->policy;
}

} // namespace

/// relaytabctl convert, minimize: the verbs that write
class TestConvert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesTheOtherFormat();
    void theSameFormatKeepsTheBytes();
    void registryListsAreReadEitherWay();
    void invalidRowsAreKeptInTheirOwnFormat();
    void lossesAreNamedAndRefused();
    void lossesMayBeAllowed();
    void textThatWouldBeARuleIsNamed();
    void aNewOpenRelayIsRefused();
    void anOldOpenRelayIsOnlyMentioned();
    void theFormatOfTheOutputMustBeKnown();
    void standardInputAndOutput();
    void badInput();
    void whatWasThereIsKept();
    void writingThatFails_data();
    void writingThatFails();
    void minimizes();
    void minimizesIntoAFile();
    void minimizedPoliciesStayEqual();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestConvert::init()
{
    m_catalogue.use(QStringLiteral("en"));
    m_run.failingStore = nullptr;
    m_run.file(QStringLiteral("allow.list"), "# nets\n10.20.2.0/24\n127.0.0.1 # this server\n");
    m_run.file(QStringLiteral("all.csv"),
               "list,net,mask,enabled,comment\n"
               "deny,192.0.2.1,,true,spammer\n"
               "allow,10.0.0.0,255.0.0.0,true,\n"
               "allow,10.9.8.7,,false,\n");
}

void TestConvert::writesTheOtherFormat()
{
    const CliResult result = m_run(QStringLiteral("convert @all.csv @out.reg --flags 11 --allow-loss"));
    QCOMPARE(result.status, 0);
    const RelayPolicy policy = parsed("reg", m_run.content(QStringLiteral("out.reg")));
    QCOMPARE(policy.flags, std::optional<std::uint32_t>{11});
    QCOMPARE(policy.deny.size(), std::size_t{1});
    QCOMPARE(policy.allow.size(), std::size_t{1});
}

void TestConvert::theSameFormatKeepsTheBytes()
{
    const CliResult result = m_run(QStringLiteral("convert @allow.list @copy.list"));
    QCOMPARE(result.status, 0);
    QCOMPARE(m_run.content(QStringLiteral("copy.list")), m_run.content(QStringLiteral("allow.list")));
}

/// The first line says UTF-16, but the file and its list are 8-bit.
void TestConvert::registryListsAreReadEitherWay()
{
    const QByteArray key("[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC\\Parameters]\n");
    const QByteArray mixed = "Windows Registry Editor Version 5.00\n" + key
        + "\"RelayFlags\"=dword:2\n\"RelayAllowList\"=hex(7):31,30,2e,30,2e,30,2e,31,00,31,30,2e,30,2e,30,2e,31,00,"
          "00\n";
    m_run.file(QStringLiteral("mixed.reg"), mixed);
    const QByteArray place = m_run.path(QStringLiteral("mixed.reg")).toUtf8() + ":1:1: ";
    const QByteArray disagree("The first line and the encoding of the file disagree. ");

    // Neither is a guess: it is said, and what can be done about it.
    const QByteArray byHeader = place + disagree
        + "The first line was followed; Windows may read the lists differently. --reg-data file follows the "
          "encoding.\n";
    for (const char *line : {"check @mixed.reg 10.0.0.1", "check @mixed.reg 10.0.0.1 --reg-data header"}) {
        const CliResult result = m_run(QString::fromLatin1(line));
        QCOMPARE(result.status, 4); // the list is no rules
        QVERIFY2(result.err.startsWith(byHeader), result.err.constData());
    }
    const CliResult byFile = m_run(QStringLiteral("check @mixed.reg 10.0.0.1 10.0.0.2 --reg-data file"));
    QCOMPARE(byFile.out, QByteArray("10.0.0.1\tallowed\tallow-list\tallow:1\n10.0.0.2\trefused\tnothing-applied\t-\n"));
    QCOMPARE(byFile.err, place + disagree + "The encoding was followed; Windows may read the lists differently.\n");

    // From standard input, too; and what is written over the file is stored as it was read.
    QCOMPARE(m_run(QStringLiteral("check --from reg - 10.0.0.1 --reg-data file"), mixed).status, 0);
    QCOMPARE(m_run(QStringLiteral("convert @mixed.reg @mixed.reg --reg-data file")).status, 0);
    QCOMPARE(m_run.content(QStringLiteral("mixed.reg")), mixed);
    QCOMPARE(m_run(QStringLiteral("convert @mixed.reg @out.yaml --reg-data file")).status, 0);
    QCOMPARE(m_run(QStringLiteral("diff @mixed.reg @out.yaml --reg-data file --rows")).out,
             QByteArray("gained 0 lost 0\n"));
    QCOMPARE(m_run(QStringLiteral("minimize @mixed.reg -o @mixed.reg --reg-data file")).status, 0);
    QCOMPARE(m_run.content(QStringLiteral("mixed.reg")),
             QByteArray(mixed).replace("31,00,31,30,2e,30,2e,30,2e,31,00,00", "31,00,00"));

    const CliResult wrong = m_run(QStringLiteral("check @mixed.reg 10.0.0.1 --reg-data encoding"));
    QCOMPARE(wrong.status, 2);
    QCOMPARE(wrong.err, QByteArray("relaytabctl: --reg-data does not take “encoding”, only: header, file.\n"));
}

void TestConvert::invalidRowsAreKeptInTheirOwnFormat()
{
    m_run.file(QStringLiteral("bad.list"), "10.0.0.300\n10.0.0.1\n");
    const CliResult copied = m_run(QStringLiteral("convert @bad.list @copy.list"));
    QCOMPARE(copied.status, 0);
    QCOMPARE(m_run.content(QStringLiteral("copy.list")), QByteArray("10.0.0.300\n10.0.0.1\n"));
    QVERIFY(copied.err.contains("bad.list:1:1: Allow, row 1: “300” is larger than 255.\n"));
    const CliResult checked = m_run(QStringLiteral("check @bad.list 10.0.0.1"));
    QCOMPARE(checked.status, 4);
    QCOMPARE(checked.out, QByteArray());
    QVERIFY(checked.err.contains("bad.list:1:1: Allow, row 1: “300” is larger than 255.\n"));
}

void TestConvert::lossesAreNamedAndRefused()
{
    const CliResult result = m_run(QStringLiteral("convert @all.csv @lossy.reg --flags 3"));
    QCOMPARE(result.status, 3);
    QVERIFY(!QFile::exists(m_run.path(QStringLiteral("lossy.reg"))));
    QVERIFY(result.err.contains("lossy.reg: cannot hold the comment of Deny, row 1.\n"));
    QVERIFY(result.err.contains("lossy.reg: cannot hold Allow, row 2, which is switched off.\n"));
    QVERIFY(result.err.contains("--allow-loss writes it all the same."));
}

void TestConvert::lossesMayBeAllowed()
{
    QByteArray many = "list,net,mask,enabled,comment\n";
    for (int row = 0; row < 30; ++row)
        many += "allow,10.0.0." + QByteArray::number(row) + ",,true,note\n";
    m_run.file(QStringLiteral("many.csv"), many);
    const CliResult result = m_run(QStringLiteral("convert @many.csv @out.reg --flags 2 --allow-loss"));
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.contains("out.reg: cannot hold the comment of Allow, row 10.\n"));
    QVERIFY(!result.err.contains("row 11"));
    QVERIFY(result.err.contains("out.reg: cannot hold 30 comments of rows in all.\n"));
}

/// An escape makes the value of a rule text; a project file cannot say that of an address.
void TestConvert::textThatWouldBeARuleIsNamed()
{
    m_run.file(QStringLiteral("escape.ini"),
               "[relay]\nformat = 1\nflags = 2\n[allow]\nrule1 = 10+002E0.0.0\nrule2 = 10.0.0.1\n");
    const CliResult refused = m_run(QStringLiteral("convert @escape.ini @out.yaml"));
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("out.yaml: cannot hold Allow, row 1, which is no rule.\n"), refused.err.constData());
    QCOMPARE(m_run(QStringLiteral("convert @escape.ini @out.yaml --allow-loss")).status, 0);
    QCOMPARE(parsed("yaml", m_run.content(QStringLiteral("out.yaml"))).allow.size(), std::size_t{1});
}

void TestConvert::aNewOpenRelayIsRefused()
{
    // Without its Deny list the policy lets everyone in.
    m_run.file(QStringLiteral("most.csv"),
               "list,net,mask,enabled,comment\n"
               "deny,0.0.0.0,128.0.0.0,true,\n"
               "deny,128.0.0.0,128.0.0.0,true,\n"
               "allow,0.0.0.0,0.0.0.0,true,\n");
    const QString line = QStringLiteral("convert @most.csv @open.list --flags 3 --allow-loss");
    const CliResult refused = m_run(line);
    QCOMPARE(refused.status, 3);
    QVERIFY(!QFile::exists(m_run.path(QStringLiteral("open.list"))));
    QVERIFY(refused.err.contains("--allow-open-relay writes it all the same."));
    const CliResult allowed = m_run(line + u" --allow-open-relay");
    QCOMPARE(allowed.status, 0);
    QCOMPARE(m_run.content(QStringLiteral("open.list")), QByteArray("0.0.0.0/0\n"));
}

void TestConvert::anOldOpenRelayIsOnlyMentioned()
{
    const CliResult result = m_run(QStringLiteral("convert @all.csv @out.reg --flags 0 --allow-loss"));
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.contains(
        "out.reg: Anyone on the Internet can send through this server: no restriction is active.\n"));
}

void TestConvert::theFormatOfTheOutputMustBeKnown()
{
    QCOMPARE(m_run(QStringLiteral("convert @allow.list @out.txt")).status, 2);
    QCOMPARE(m_run(QStringLiteral("convert @allow.list -")).status, 2);
    QCOMPARE(m_run(QStringLiteral("convert @allow.list @out.txt --to list")).status, 0);
    QCOMPARE(m_run(QStringLiteral("convert @allow.list @out.txt --to nonsense")).status, 2);
    QCOMPARE(m_run(QStringLiteral("convert @all.csv @out.reg")).status, 2); // CSV has no flags
}

void TestConvert::standardInputAndOutput()
{
    const CliResult result = m_run(QStringLiteral("convert - - --to list"), "10.0.0.1\n10.0.0.2 # two\n");
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray("10.0.0.1\n10.0.0.2 # two\n"));
}

void TestConvert::badInput()
{
    m_run.file(QStringLiteral("broken.csv"), "list,net,mask,enabled,comment\nallow,\"10.0.0.0,,true,\n");
    const CliResult broken = m_run(QStringLiteral("convert @broken.csv @out.list --flags 2"));
    QCOMPARE(broken.status, 4);
    QVERIFY2(broken.err.contains("broken.csv:2:"), broken.err.constData());
    QCOMPARE(m_run(QStringLiteral("convert @missing.csv @out.list --flags 2")).status, 4);
    const CliResult unknown = m_run(QStringLiteral("convert - @out.list"), "what is this\n");
    QCOMPARE(unknown.status, 4);
    QVERIFY(unknown.err.contains("--from"));
}

void TestConvert::whatWasThereIsKept()
{
    m_run.file(QStringLiteral("out.list"), "192.0.2.7\n");
    QCOMPARE(m_run(QStringLiteral("convert @allow.list @out.list")).status, 0);
    FileStore store(m_run.path(QStringLiteral("data")));
    const QList<Backup> backups = store.backups(m_run.path(QStringLiteral("out.list")));
    QCOMPARE(backups.size(), 1);
    QFile backup(backups.first().path);
    QVERIFY(backup.open(QIODevice::ReadOnly));
    QCOMPARE(backup.readAll(), QByteArray("192.0.2.7\n"));
}

void TestConvert::writingThatFails_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::newRow("changed underneath") << static_cast<int>(StoreErrorCode::ChangedUnderneath) << 5;
    QTest::newRow("no space") << static_cast<int>(StoreErrorCode::NoSpace) << 5;
    QTest::newRow("locked") << static_cast<int>(StoreErrorCode::Locked) << 5;
    QTest::newRow("saved, not durable") << static_cast<int>(StoreErrorCode::SavedNotDurable) << 0;
}

void TestConvert::writingThatFails()
{
    QFETCH(int, code);
    BrokenStore store(static_cast<StoreErrorCode>(code));
    m_run.failingStore = &store;
    const CliResult result = m_run(QStringLiteral("convert @allow.list @out.list"));
    QTEST(result.status, "status");
    QVERIFY(result.err.contains("out.list"));
}

void TestConvert::minimizes()
{
    const CliResult result =
        m_run(QStringLiteral("minimize -"), "10.0.0.0/9 # a\n# rest\n10.128.0.0/9 # b\n10.1.1.1\n");
    QCOMPARE(result.status, 0);
    QCOMPARE(parsed("list", result.out).allow, parsed("list", "10.0.0.0/8 # a; b\n").allow);
    QVERIFY(result.out.contains("# rest\n"));
    QCOMPARE(result.err, QByteArray("relaytabctl: Allow: 3 rows, now 1.\n"));
    const CliResult dropped = m_run(QStringLiteral("minimize -"), "10.0.0.1/8 # typing mistake\n10.0.0.1 # Bob\n");
    QCOMPARE(dropped.out, QByteArray("10.0.0.1 # Bob\n"));
    QVERIFY2(dropped.err.contains("Allow, row 1 can never match and is gone, with its comment “typing mistake”.\n"),
             dropped.err.constData());
}

void TestConvert::minimizesIntoAFile()
{
    QCOMPARE(m_run(QStringLiteral("minimize @allow.list -o @small.list")).status, 0);
    QCOMPARE(m_run.content(QStringLiteral("small.list")), m_run.content(QStringLiteral("allow.list")));
    QCOMPARE(m_run(QStringLiteral("minimize @allow.list -o @small.csv")).status, 3);
    QCOMPARE(m_run(QStringLiteral("minimize @allow.list -o @small.csv --allow-loss")).status, 0);
    QVERIFY(m_run.content(QStringLiteral("small.csv")).startsWith("list,net,mask,enabled,comment"));
    QCOMPARE(m_run(QStringLiteral("minimize @missing.list -o @small.list")).status, 4);
}

void TestConvert::minimizedPoliciesStayEqual()
{
    QByteArray rows = "list,net,mask,enabled,comment\n";
    for (int i = 0; i < 200; ++i)
        rows += QByteArray(i % 3 == 0 ? "deny" : "allow") + ",10.0.0." + QByteArray::number(i)
            + (i % 4 == 0 ? ",255.255.255.252,true,\n" : ",,true,\n");
    m_run.file(QStringLiteral("many.csv"), rows);
    QCOMPARE(m_run(QStringLiteral("minimize @many.csv -o @small.csv --flags 11")).status, 0);
    QVERIFY(m_run.content(QStringLiteral("small.csv")).size() < rows.size());
    const CliResult difference = m_run(QStringLiteral("diff @many.csv @small.csv --flags 11"));
    QCOMPARE(difference.out, QByteArray("gained 0 lost 0\n"));
    QCOMPARE(difference.status, 0);
}

QTEST_GUILESS_MAIN(TestConvert)
#include "tst_convert.moc"
