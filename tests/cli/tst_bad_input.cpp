#include <QTest>

#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

/// The bytes of a literal, zeros and all.
template <std::size_t Size>
QByteArray bytes(const char (&text)[Size])
{
    return {text, Size - 1};
}

const QByteArray regKey("[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC\\Parameters]\n");
const QByteArray csvHeader("list,net,mask,enabled,comment\n");

} // namespace

/// Files that cannot be read: the message names the place and what would be right, and nothing is written.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void refused_data();
    void refused();
    void saidOnly_data();
    void saidOnly();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestBadInput::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("message"); // behind the file's name
    const auto row = [](const char *name, const QByteArray &content, const QByteArray &message) {
        QTest::newRow(name) << content << message;
    };
    const char *encoding = ": The file is in an encoding that this format does not use: ";
    const auto encoded = [&](const char *name, const QByteArray &content, const char *which) {
        row(name, content, QByteArray(encoding) + which + ".\n");
    };
    encoded("big-endian.reg", bytes("\xFE\xFF\0R\0E"), "UTF-16BE");
    encoded("mark.reg", bytes("\xEF\xBB\xBFREGEDIT4\n"), "UTF-8");
    encoded("no-mark.reg", bytes("R\0E\0G\0"), "UTF-16");
    encoded("utf16.yaml", bytes("\xFF\xFEr\0"), "UTF-16");
    encoded("utf16.csv", bytes("\xFF\xFEl\0"), "UTF-16");
    encoded("utf16.list",
            bytes("\xFF\xFE"
                  "1\0"),
            "UTF-16");
    encoded("utf16.ini", bytes("\xFF\xFE[\0"), "UTF-16");
    encoded("mark.ini", bytes("\xEF\xBB\xBF[relay]\n"), "UTF-8 BOM");

    const char *header = ":1:1: The first line must be “Windows Registry Editor Version 5.00” or “REGEDIT4”.\n";
    row("header.reg", "Regedit4\n", header);
    row("empty.reg", "", header);
    row("hive.reg", "REGEDIT4\n[HKLM\\SYSTEM]\n",
        ":2:1: This cannot be understood: HKLM\\SYSTEM. “HKEY_LOCAL_MACHINE” is needed here.\n");
    row("nine-digits.reg", "REGEDIT4\n" + regKey + "\"RelayFlags\"=dword:123456789\n",
        ":3:28: This cannot be understood: 9\n");
    row("open-quote.reg", "REGEDIT4\n" + regKey + "\"RelayFlags=dword:1\n", ":3:1: This cannot be understood: \"\n");
    row("prose.reg", "REGEDIT4\nhello\n", ":2:1: This cannot be understood: hello\n");

    const auto notSupported = [&](const char *name, const char *content, const char *place, const char *part) {
        row(name, content,
            QByteArray(place) + " This part of YAML is not supported, because readers disagree about it: " + part
                + ".\n");
    };
    notSupported("anchor.yaml", "relaytab: 1\ndeny: &a []\nallow: *a\n", ":2:7:", "&a");
    notSupported("tag.yaml", "relaytab: 1\ndeny: !!set []\n", ":2:7:", "!!set");
    notSupported("merge-key.yaml", "relaytab: 1\n<<: {}\n", ":2:1:", "<<");
    notSupported("two-documents.yaml", "relaytab: 1\n---\nrelaytab: 1\n", ":2:1:", "---");
    notSupported("directive.yaml", "%YAML 1.2\n---\nrelaytab: 1\n", ":1:1:", "%YAML");
    row("key-twice.yaml", "relaytab: 1\ndeny: []\ndeny: []\n", ":3:1: “deny” stands here for the second time.\n");
    row("unknown-key.yaml", "relaytab: 1\nalow: []\n", ":2:1: “alow” is not a known key. Was “allow” meant?\n");
    row("far-key.yaml", "relaytab: 1\nbanana: []\n",
        ":2:1: “banana” is not a known key. Keys of your own begin with x-.\n");
    row("switch.yaml", "relaytab: 1\ndeny:\n  - net: \"10.0.0.1\"\n    enabled: no\n",
        ":4:14: “no” is neither on nor off here: write false.\n");
    row("version.yaml", "relaytab: 2\n",
        ":1:11: Version 2 of the file format is not known: a newer Relaytab may have written it.\n");
    row("flag.yaml", "relaytab: 1\nflags: [deni]\n", ":2:9: “deni” is no value of RelayFlags. Was “deny” meant?\n");
    row("text-for-list.yaml", "relaytab: 1\nallow: \"10.0.0.0\"\n", ":2:8: “allow” holds a value of the wrong kind.\n");
    row("not-utf8.yaml", "relaytab: 1\n# \xFF\n", ":2:3: The file is not valid UTF-8 text.\n");
    row("deep.yaml", "relaytab: 1\nx-a: [[[[[[[[[[[1]]]]]]]]]]]\n", ":2:13: The file is nested too deeply.\n");
    row("verdict.yaml", "relaytab: 1\nexpect:\n  - client: \"10.0.0.1\"\n    verdict: refuse\n",
        ":4:14: “refuse” does not fit in an expectation. Was “refused” meant?\n");
    row("empty.yaml", "", ": “relaytab” is missing.\n");
    row("prose.yaml", "hello\n", ":1:1: “relaytab” holds a value of the wrong kind.\n");

    row("empty.ini", "", ": “format” is missing.\n");
    row("zero.ini", bytes("[relay]\nformat = 1\n[deny]\nrule1 = 10.0\0.0.1\n"),
        ":4:13: This cannot be understood: U+0000\n");
    row("section.ini", "[relay]\nformat = 1\n[alow]\nrule1 = 10.0.0.1\n",
        ":3:1: “[alow]” is not a known key. Was “[allow]” meant?\n");

    row("header.csv", "list,net,mask\n", ":1:1: The first line must be “list,net,mask,enabled,comment”.\n");
    row("open-quote.csv", csvHeader + "deny,\"10.0.0.1,,true,\n", ":2:6: This cannot be understood: \"\n");
    row("fields.csv", csvHeader + "deny,10.0.0.1\n",
        ":2:1: This cannot be understood: deny,10.0.0.1. “list,net,mask,enabled,comment” is needed here.\n");
    row("list-word.csv", csvHeader + "alow,10.0.0.1,,true,\n",
        ":2:1: This cannot be understood: alow. “deny, allow, local” is needed here.\n");
    row("not-utf8.csv", csvHeader + "deny,10.0.0.1,,true,\xFF\n", ":2:21: The file is not valid UTF-8 text.\n");
    row("not-utf8.list", "10.0.0.2\n10.0.0.1 # \xFF\n", ":2:12: The file is not valid UTF-8 text.\n");
    row("picture.bin", "\x89PNG\r\n\x1A\n", ": The format cannot be told from the content. Name it with --from.\n");
}

void TestBadInput::refused()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, message);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    m_run.file(name, content);
    for (const char *line : {"convert @%1 @out.yaml --flags 3 --allow-loss", "check @%1 10.0.0.1 --flags 3",
                             "lint @%1 --flags 3", "minimize @%1 --flags 3", "diff @%1 @%1 --flags 3"}) {
        const CliResult result = m_run(QString::fromLatin1(line).arg(name));
        QCOMPARE(result.err, QByteArray(m_run.path(name).toUtf8() + message));
        QCOMPARE(result.out, QByteArray());
        QCOMPARE(result.status, 4);
    }
    QVERIFY(!QFile::exists(m_run.path(QStringLiteral("out.yaml"))));
    QCOMPARE(m_run.content(name), content);
}

void TestBadInput::saidOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &content, const QByteArray &message) {
        QTest::newRow(name) << content << message;
    };
    row("another-key.reg", "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\n\"RelayFlags\"=dword:1\n",
        ": The file does not hold the mail server's key, HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\"
        "MSExchangeIMC\\Parameters: no restriction was read.\n");
    row("old-key.reg",
        "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Service\\MSExchangeIMC\\Parameters]\n",
        ":2:1: The key is spelled “Service”, which the mail server does not read; it will be written as “Services”.\n");
    row("deleted.reg", "REGEDIT4\n" + regKey + "\"RelayFlags\"=-\n",
        ":3:14: The file deletes RelayFlags in the registry.\n");
    row("type.reg", "REGEDIT4\n" + regKey + "\"RelayFlags\"=\"1\"\n",
        ":3:14: RelayFlags has a registry type that the mail server does not read.\n");
}

/// What may make the policy another than the file seems to say: it is answered, and said.
void TestBadInput::saidOnly()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, message);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    m_run.file(name, content);
    const CliResult result = m_run(QStringLiteral("check @%1 10.0.0.1").arg(name));
    QCOMPARE(result.err, QByteArray(m_run.path(name).toUtf8() + message));
    QCOMPARE(result.out, QByteArray("10.0.0.1\tallowed\tno-restriction\t-\n"));
    QCOMPARE(result.status, 0);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
