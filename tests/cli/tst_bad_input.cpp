#include <QDir>
#include <QTest>

#include "backend/format/format.h"
#include "model/wording/file_wording.h"
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

QByteArray placed(const QString &path, TextPlace place)
{
    const QString text =
        place == TextPlace{} ? path : QStringLiteral("%1:%2:%3").arg(path).arg(place.line).arg(place.column);
    return text.toUtf8() + ": ";
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

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
    void everyFileOfTheMuseum_data();
    void everyFileOfTheMuseum();
    void textThatIsNoRule_data();
    void textThatIsNoRule();

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

void TestBadInput::everyFileOfTheMuseum_data()
{
    QTest::addColumn<QString>("path");
    for (const char *format : {"ini", "reg", "yaml"}) {
        const QDir folder(QStringLiteral(RELAYTAB_SOURCE_DIR "/tests/format/data/") + QLatin1String(format));
        const QStringList names = folder.entryList({u"*." + QLatin1String(format)}, QDir::Files);
        QVERIFY(names.size() > 40);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

/// Each file of tests/format/data, through the program: what the reader refuses ends every verb with its place and its
/// sentence, and nothing is written; what it takes is written back as it was, and all it noticed is said.
void TestBadInput::everyFileOfTheMuseum()
{
    QFETCH(QString, path);
    QFile source(path);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray content = source.readAll();
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Format *format = formatBySuffix(name.toStdString());
    m_run.file(name, content);
    const auto parsed = format->parse(view(content), {});
    if (!parsed) {
        const QByteArray message =
            placed(m_run.path(name), parsed.error().place) + FileWording::formatError(parsed.error()).toUtf8() + '\n';
        for (const char *line : {"convert @%1 @out.yaml --allow-loss", "check @%1 10.0.0.1", "lint @%1", "test @%1",
                                 "minimize @%1", "diff @%1 @%1"}) {
            const CliResult result = m_run(QString::fromLatin1(line).arg(name));
            QCOMPARE(result.err, message);
            QCOMPARE(result.out, QByteArray());
            QCOMPARE(result.status, 4);
        }
        QVERIFY(!QFile::exists(m_run.path(QStringLiteral("out.yaml"))));
    } else {
        const CliResult copied = m_run(QStringLiteral("convert @%1 @copy.%2").arg(name, name.section(u'.', -1)));
        QCOMPARE(copied.status, 0);
        QCOMPARE(m_run.content(u"copy." + name.section(u'.', -1)), content);
        for (const FormatNote &note : parsed->notes)
            QVERIFY2(copied.err.contains(placed(m_run.path(name), note.place)), copied.err.constData());
    }
    QCOMPARE(m_run.content(name), content);
}

void TestBadInput::textThatIsNoRule_data()
{
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("ini");
    QTest::addColumn<QByteArray>("list");
    const auto row = [](const char *text, const char *columns, const char *ini = nullptr, const char *list = nullptr) {
        QTest::newRow(text) << QByteArray(columns) << QByteArray(ini != nullptr ? ini : columns)
                            << QByteArray(list != nullptr      ? list
                                              : ini != nullptr ? ini
                                                               : columns);
    };
    const char *fourNumbers = "Four numbers 0–255 are needed, for example 192.168.1.0.";
    const char *space = "A space does not belong in an address.";
    row("10.1", fourNumbers);
    row("1.2.3", fourNumbers);
    row("010.0.0.1", "“010” is ambiguous: some systems read it as 8. Write 10.");
    row("10.0.0.08", "“08” is ambiguous because of its leading zero. Write 8.");
    row("0x0a.1", "“x” does not belong in an address.");
    row("167772161", "“167772161” is larger than 255.");
    row("10.0.0.300", "“300” is larger than 255.");
    row("+1.2.3.4", "“+” does not belong in an address.");
    row("1.2.3. 4", space, nullptr, "A number is missing: four numbers 0–255 are needed, for example 192.168.1.0.");
    row("1.2.3.4 x", space, nullptr, "“x” is not a mask. Write one such as 255.255.255.0 or /24.");
    row("１.2.3.4", "“１” (U+FF11) does not belong in an address: plain digits, dots and colons do.");
    row("1.2.3.٤", "“٤” (U+0664) does not belong in an address: plain digits, dots and colons do.");
    row("1。2.3.4", "“。” (U+3002) does not belong in an address: plain digits, dots and colons do.");
    row("1.2.3.4\u200B", "The character U+200B does not belong in an address.");
    row("::ffff:10.0.0.1", "This is an IPv4 address in IPv6 form. Write 10.0.0.1.");
    row("fe80::1%eth0", "“%eth0” names a network card; a rule has none. Write fe80::1.");
    // Where net and mask stand apart, a slash is one character too many.
    const char *slash = "“/” does not belong in an address: its mask stands in a place of its own.";
    row("10.0.0.0/33", slash, "/33 is longer than the address: IPv4 has 32 bits, IPv6 has 128.");
    row("10.0.0.0/0xff000000", slash, "“0xff000000” is not a mask. Write one such as 255.255.255.0 or /24.");
    row("10.0.0.0/08", slash, "“08” is ambiguous because of its leading zero. Write 8.");
    row("10/8", slash, fourNumbers);
    row("10.1/16", slash, fourNumbers);
}

/// Every spelling of an address that some programs take for another, in every format: a row that is kept as it stands,
/// matches nothing, and is told with its place and what is wrong.
void TestBadInput::textThatIsNoRule()
{
    const QByteArray text = QTest::currentDataTag();
    struct Case {
        const char *name;
        QByteArray content;
        const char *place;
        const char *message;
    };
    QByteArray strings; // of a REG_MULTI_SZ
    for (const QChar c : QString::fromUtf8(text))
        strings += QByteArray::number(c.unicode() & 0xFF, 16) + ',' + QByteArray::number(c.unicode() >> 8, 16) + ',';
    const QString reg = QChar(0xFEFF)
        + QString::fromUtf8("Windows Registry Editor Version 5.00\r\n" + regKey
                            + "\"RelayFlags\"=dword:2\r\n\"RelayAllowList\"=hex(7):" + strings + "00,00,00,00\r\n");
    const std::array cases{
        Case{"a.yaml", "relaytab: 1\nflags: [allow]\nallow:\n  - net: \"" + text + "\"\n", ":4:10: ", "columns"},
        Case{"a.csv", csvHeader + "allow," + text + ",,true,\n", ":2:7: ", "columns"},
        Case{"a.reg", QByteArray(), ":4:25: ", "columns"},
        Case{"a.ini", "[relay]\nformat = 1\nflags = 2\n[allow]\nrule1 = " + text + "\n", ":5:9: ", "ini"},
        Case{"a.list", text + "\n", ":1:1: ", "list"},
    };
    for (const Case &one : cases) {
        const QString name = QString::fromLatin1(one.name);
        const QByteArray content = one.content.isEmpty()
            ? QByteArray(reinterpret_cast<const char *>(reg.utf16()), reg.size() * 2)
            : one.content;
        m_run.file(name, content);
        const QString flags = name == u"a.csv" ? QStringLiteral(" --flags 2") : QString();
        const QByteArray message =
            *static_cast<const QByteArray *>(QTest::qData(one.message, qMetaTypeId<QByteArray>()));
        const CliResult checked = m_run(QStringLiteral("check @%1 10.0.0.1").arg(name) + flags);
        QCOMPARE(checked.err, m_run.path(name).toUtf8() + one.place + "Allow, row 1: " + message + '\n');
        QCOMPARE(checked.out, QByteArray());
        QCOMPARE(checked.status, 4);
        const CliResult linted = m_run(QStringLiteral("lint @%1").arg(name) + flags);
        QVERIFY2(linted.out.startsWith(QByteArray(m_run.path(name).toUtf8() + ":allow:1: error: " + message + " [")),
                 linted.out.constData());
        QCOMPARE(linted.status, 1);
        const QString copy = u"copy." + name.section(u'.', -1);
        QCOMPARE(m_run(QStringLiteral("convert @%1 @%2").arg(name, copy) + flags).status, 0);
        QCOMPARE(m_run.content(copy), content);
    }
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
