#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

/// relaytabctl check
class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersFromArguments();
    void exitStatus_data();
    void exitStatus();
    void linesOfInput_data();
    void linesOfInput();
    void aLongWordIsCut();
    void bulkAnswersAreTheSlowOnes_data();
    void bulkAnswersAreTheSlowOnes();
    void rowNumbersOfAnySize();
    void explains();
    void json();
    void jsonIsEscaped();
    void germanChangesOnlyWords();
    void theReadingIsAsked();
    void outputThatFails();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestCheck::init()
{
    m_catalogue.use(QStringLiteral("en"));
    m_run.blockSize = 4096;
    m_run.outLimit = -1;
    m_run.file(QStringLiteral("allow.list"), "10.20.2.0/24\n127.0.0.1 # this server\n2001:db8::/32\n");
    m_run.file(QStringLiteral("deny.list"), "10.20.9.0/24\n192.0.2.1\n");
}

void TestCheck::answersFromArguments()
{
    const CliResult result = m_run(QStringLiteral("check @allow.list 127.0.0.1 2001:db8::5 10.20.3.77 fe80"));
    QCOMPARE(result.out,
             QByteArray("127.0.0.1\tallowed\tallow-list\tallow:2\n"
                        "2001:db8::5\tallowed\tallow-list\tallow:3\n"
                        "10.20.3.77\trefused\tnothing-applied\t-\n"
                        "fe80\tinvalid\tunexpected-character\t-\n"));
    QCOMPARE(result.status, 4);
    QCOMPARE(result.err, QByteArray("relaytabctl: 1 line is no address.\n"));
}

void TestCheck::exitStatus_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status");
    const auto add = [](const char *line, const char *input, int status) {
        QTest::addRow("%s <%s>", line, input) << QString::fromLatin1(line) << QByteArray(input) << status;
    };
    add("check @allow.list 127.0.0.1", "", 0);
    add("check @allow.list", "127.0.0.1\n", 0);
    add("check @allow.list -", "127.0.0.1\n", 0);
    add("check @allow.list", "", 0);
    add("check @allow.list 8.8.8.8", "", 1);
    add("check @allow.list", "127.0.0.1\n8.8.8.8\n127.0.0.1\n", 1);
    add("check @allow.list", "8.8.8.8\n\n", 4);
    add("check - 127.0.0.1", "127.0.0.1\n", 0);
    add("check -", "127.0.0.1\n", 2);
    add("check - -", "127.0.0.1\n", 2);
    add("check", "", 2);
    add("check @missing.list 127.0.0.1", "", 4);
    add("check @deny.list --list deny 8.8.8.8", "", 0);
    add("check @deny.list --list deny 192.0.2.1", "", 1);
    add("check @deny.list --list deny --flags deny,authenticated 8.8.8.8", "", 1);
    add("check @deny.list --list deny --flags 0x9 --authenticated 8.8.8.8", "", 0);
    add("check @deny.list --list local --server 192.0.2.1 8.8.8.8", "", 0);
    add("check @deny.list --list local --server 192.0.2.2 8.8.8.8", "", 1);
    add("check @deny.list --list local --server 192.0.2 8.8.8.8", "", 2);
    add("check @deny.list --list local --flags 99x 8.8.8.8", "", 2);
    add("check @deny.list --from nonsense 8.8.8.8", "", 2);
    add("check @deny.list --reading strict 8.8.8.8", "", 2);
}

void TestCheck::exitStatus()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, input);
    const CliResult result = m_run(line, input);
    QTEST(result.status, "status");
    QCOMPARE(result.err.isEmpty(), result.status < 2);
}

void TestCheck::linesOfInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    const auto add = [](const char *name, const char *input, const char *output) {
        QTest::newRow(name) << QByteArray(input) << QByteArray(output);
    };
    add("nothing", "", "");
    add("no end", "127.0.0.1", "127.0.0.1\tallowed\tallow-list\tallow:2\n");
    add("CRLF", "127.0.0.1\r\n", "127.0.0.1\tallowed\tallow-list\tallow:2\n");
    add("words behind", "127.0.0.1 from mail.example.org\n", "127.0.0.1\tallowed\tallow-list\tallow:2\n");
    add("blanks in front", "\t 127.0.0.1\n", "127.0.0.1\tallowed\tallow-list\tallow:2\n");
    add("blank line", "\n", "\tinvalid\tempty\t-\n");
    add("line of blanks", "  \t\n", "\tinvalid\tempty\t-\n");
    add("IPv6", "2001:DB8::5\n", "2001:DB8::5\tallowed\tallow-list\tallow:3\n");
    add("mapped", "::ffff:127.0.0.1\n", "::ffff:127.0.0.1\tinvalid\tmapped-ipv4\t-\n");
    add("octal", "010.0.0.1\n", "010.0.0.1\tinvalid\tleading-zero\t-\n");
    add("three parts", "10.0.0\n", "10.0.0\tinvalid\tnot-four-parts\t-\n");
    add("net", "10.0.0.0/8\n", "10.0.0.0/8\tinvalid\tunexpected-character\t-\n");
    add("order is kept", "x\n127.0.0.1\n\n2001:db8::1\n8.8.8.8\ny",
        "x\tinvalid\tunexpected-character\t-\n"
        "127.0.0.1\tallowed\tallow-list\tallow:2\n"
        "\tinvalid\tempty\t-\n"
        "2001:db8::1\tallowed\tallow-list\tallow:3\n"
        "8.8.8.8\trefused\tnothing-applied\t-\n"
        "y\tinvalid\tunexpected-character\t-\n");
}

void TestCheck::linesOfInput()
{
    QFETCH(QByteArray, input);
    for (const qsizetype size : {1, 2, 3, 7, 16, 17, 4096}) {
        m_run.blockSize = size;
        QTEST(m_run(QStringLiteral("check @allow.list"), input).out, "output");
    }
}

void TestCheck::aLongWordIsCut()
{
    const QByteArray expected = QByteArray(256, '1') + "\tinvalid\toctet-too-large\t-\n";
    for (const qsizetype size : {1, 100, 4096, 100000}) {
        m_run.blockSize = size;
        const CliResult result = m_run(QStringLiteral("check @allow.list"), QByteArray(5000, '1') + " x\n127.0.0.1\n");
        QCOMPARE(result.out, expected + "127.0.0.1\tallowed\tallow-list\tallow:2\n");
    }
}

void TestCheck::bulkAnswersAreTheSlowOnes_data()
{
    QTest::addColumn<QString>("options");
    for (const char *options : {"--list allow", "--list deny", "--list local", "--list allow --flags 0",
                                "--list allow --flags 11", "--list allow --flags 0 --reading literal",
                                "--list deny --flags 9 --authenticated", "--list local --server 10.1.2.3"})
        QTest::newRow(options) << QString::fromLatin1(options);
}

/// The same addresses one by one, as arguments: another way through the program.
void TestCheck::bulkAnswersAreTheSlowOnes()
{
    QFETCH(QString, options);
    std::mt19937 random(7);
    const auto octets = [&](uint range) -> QByteArray {
        return QByteArray("10.") + QByteArray::number(random() % range) + '.' + QByteArray::number(random() % range)
            + '.' + QByteArray::number(random() % range);
    };
    QByteArray list;
    for (int i = 0; i < 300; ++i)
        list += octets(4) + (random() % 3 == 0 ? "/30\n" : random() % 5 == 0 ? "/255.0.255.1\n" : "\n");
    m_run.file(QStringLiteral("random.list"), list + "2001:db8::/48\n10.1.2.3\n");
    QByteArray input;
    QStringList arguments = QString(u"check " + m_run.path(QStringLiteral("random.list")) + u' ' + options).split(u' ');
    const QStringList command = arguments;
    for (int i = 0; i < 2000; ++i) {
        const auto kind = random() % 40;
        QByteArray word = octets(kind == 1 ? 300 : 5);
        if (kind == 0)
            word = "2001:db8::" + QByteArray::number(static_cast<uint>(random() % 10));
        arguments.append(QString::fromLatin1(word));
        input += (random() % 50 == 0 ? " " : "") + word + (random() % 10 == 0 ? " more\r\n" : "\n");
    }
    const CliResult slow = m_run.with(arguments);
    for (const qsizetype size : {500, 4099, 1000000}) {
        m_run.blockSize = size;
        const CliResult bulk = m_run.with(command, input);
        QCOMPARE(bulk.out, slow.out);
        QCOMPARE(bulk.status, slow.status);
    }
}

void TestCheck::rowNumbersOfAnySize()
{
    QByteArray list;
    const QList<int> rows{1, 9, 10, 99, 100, 999, 1000, 9999, 10000, 65535, 65536, 99999, 100000, 123456};
    for (int row = 1; row <= rows.last(); ++row)
        list += "10." + QByteArray::number(row >> 16) + '.' + QByteArray::number((row >> 8) & 255) + '.'
            + QByteArray::number(row & 255) + '\n';
    m_run.file(QStringLiteral("large.list"), list);
    QByteArray input;
    QByteArray expected;
    for (const int row : rows) {
        const QByteArray address = list.split('\n').at(row - 1);
        input += address + '\n';
        expected += address + "\tallowed\tallow-list\tallow:" + QByteArray::number(row) + '\n';
    }
    QCOMPARE(m_run(QStringLiteral("check @large.list"), input).out, expected);
}

void TestCheck::explains()
{
    const CliResult result = m_run(QStringLiteral("check @allow.list --explain 10.20.3.77"));
    QCOMPARE(result.out,
             QByteArray("10.20.3.77\trefused\tnothing-applied\t-\n"
                        "\tDeny: off.\n"
                        "\tAllow is on: no row matches.\n"
                        "\tRow 1 (10.20.2.0;255.255.255.0) differs only in the third octet (3 instead of 2).\n"
                        "\tLocal: off.\n"
                        "\tAuthentication: off.\n"
                        "\tOnly Deny: does not apply, Deny is off.\n"
                        "\tNothing applied: the client is refused.\n"));
    const QByteArray depends = m_run(QStringLiteral("check @deny.list --list local --explain 8.8.8.8")).out;
    QVERIFY(
        depends.endsWith("\tIt depends on the server address the client connects to: Local is on and lists some.\n"));
    const QByteArray differ = m_run(QStringLiteral("check @allow.list --flags 0 --explain"), "8.8.8.8\n").out;
    QVERIFY(differ.startsWith("8.8.8.8\tallowed\tno-restriction\t-\n"));
    QVERIFY(differ.contains("\tThe readings differ here"));
}

void TestCheck::json()
{
    const CliResult result = m_run(QStringLiteral("check @allow.list --json --explain"), "127.0.0.1\nfe80\n");
    const QList<QByteArray> lines = result.out.split('\n');
    QCOMPARE(lines.size(), 3);
    const QJsonObject first = QJsonDocument::fromJson(lines.at(0)).object();
    QCOMPARE(first.value(QStringLiteral("address")).toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(first.value(QStringLiteral("verdict")).toString(), QStringLiteral("allowed"));
    QCOMPARE(first.value(QStringLiteral("reason")).toString(), QStringLiteral("allow-list"));
    QCOMPARE(first.value(QStringLiteral("row")).toString(), QStringLiteral("allow:2"));
    QCOMPARE(first.value(QStringLiteral("depends_on_server")).toBool(true), false);
    QCOMPARE(first.value(QStringLiteral("readings_differ")).toBool(true), false);
    const QJsonObject step = first.value(QStringLiteral("trace")).toArray().at(1).toObject();
    QCOMPARE(step,
             (QJsonObject{{QStringLiteral("step"), QStringLiteral("allow")},
                          {QStringLiteral("outcome"), QStringLiteral("applied")},
                          {QStringLiteral("row"), QStringLiteral("allow:2")}}));
    const QJsonObject second = QJsonDocument::fromJson(lines.at(1)).object();
    QCOMPARE(second,
             (QJsonObject{{QStringLiteral("address"), QStringLiteral("fe80")},
                          {QStringLiteral("verdict"), QStringLiteral("invalid")},
                          {QStringLiteral("reason"), QStringLiteral("unexpected-character")},
                          {QStringLiteral("row"), QJsonValue::Null}}));
}

void TestCheck::jsonIsEscaped()
{
    const QByteArray word("\"a\\b\x01\xC3\xA4");
    const CliResult result = m_run(QStringLiteral("check @allow.list --json"), word + '\n');
    const QJsonObject object = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(object.value(QStringLiteral("address")).toString(), QString::fromUtf8(word));
}

void TestCheck::germanChangesOnlyWords()
{
    const QByteArray english = m_run(QStringLiteral("check @allow.list --json --explain 127.0.0.1 x")).out;
    const QByteArray plain = m_run(QStringLiteral("check @allow.list 127.0.0.1 x")).out;
    m_catalogue.use(QStringLiteral("de"));
    QCOMPARE(m_run(QStringLiteral("check @allow.list --json --explain 127.0.0.1 x")).out, english);
    QCOMPARE(m_run(QStringLiteral("check @allow.list 127.0.0.1 x")).out, plain);
    QVERIFY(m_run(QStringLiteral("check @allow.list --explain 127.0.0.1")).out.contains("Zulassen ist an"));
    QCOMPARE(m_run(QStringLiteral("check @allow.list x")).err, QByteArray("relaytabctl: 1 Zeile ist keine Adresse.\n"));
}

void TestCheck::theReadingIsAsked()
{
    QCOMPARE(m_run(QStringLiteral("check @allow.list --flags 0 8.8.8.8")).out,
             QByteArray("8.8.8.8\tallowed\tno-restriction\t-\n"));
    QCOMPARE(m_run(QStringLiteral("check @allow.list --flags 0 --reading literal 8.8.8.8")).out,
             QByteArray("8.8.8.8\trefused\tnothing-applied\t-\n"));
}

void TestCheck::outputThatFails()
{
    m_run.outLimit = 10;
    const CliResult result = m_run(QStringLiteral("check @allow.list"), QByteArray("127.0.0.1\n").repeated(100000));
    QCOMPARE(result.status, 5);
    QCOMPARE(result.err, QByteArray("relaytabctl: Standard output could not be written.\n"));
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
