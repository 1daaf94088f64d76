#include <QTest>

#include "backend/format/format.h"
#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

QByteArray bytes(std::string_view word)
{
    return {word.data(), static_cast<qsizetype>(word.size())};
}

} // namespace

/// What is the same for every command: usage, help, wrong options.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void wrong_data();
    void wrong();
    void help();
    void helpOfEveryCommandNamesEveryOption();
    void version();
    void optionsMayStandAnywhere();
    void optionsOfNoUse_data();
    void optionsOfNoUse();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestCommandLine::wrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *line, const char *message) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromUtf8(message);
    };
    add("chek", "There is no command “chek”. Was check meant?");
    add("fly", "There is no command “fly”. --help lists them.");
    add("--verbose", "There is no command “--verbose”. --help lists them.");
    add("check x --jsn", "check has no option --jsn. Was --json meant?");
    add("check x --quux", "check has no option --quux.");
    add("check x -q", "check has no option -q.");
    add("check x -json", "check has no option -json. Was --json meant?");
    add("check x --json=yes", "--json takes no value.");
    add("check x --server", "--server needs a value: ADDRESS.");
    add("check x --list alow", "--list does not take “alow”, only: deny, allow, local.");
    add("check x --from x", "There is no format “x”, only:");
    add("check", "check needs more: POLICY [ADDRESS...].");
    add("convert a", "convert needs more: IN OUT.");
    add("convert a b c", "convert does not know what to do with “c”.");
    add("diff - -", "Only one of the two can come from standard input.");
    add("test - --expect -", "Only one of the two can come from standard input.");
    add("diff a b --limit many", "--limit does not take “many”: write a number.");
}

void TestCommandLine::wrong()
{
    QFETCH(QString, line);
    QFETCH(QString, message);
    const CliResult result = m_run(line);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.startsWith(QString(u"relaytabctl: " + message).toUtf8()), result.err.constData());
}

void TestCommandLine::help()
{
    const CliResult asked = m_run(QStringLiteral("--help"));
    QCOMPARE(asked.status, 0);
    QCOMPARE(asked.err, QByteArray());
    for (const Command &command : commands())
        QVERIFY(asked.out.contains(QByteArray("\n  " + bytes(command.name))));
    for (const Format &format : formats())
        for (const std::string_view suffix : format.suffixes)
            QVERIFY(asked.out.contains(bytes(suffix)));
    const CliResult nothing = m_run(QString());
    QCOMPARE(nothing.status, 2);
    QCOMPARE(nothing.out, QByteArray());
    QCOMPARE(nothing.err, asked.out);
}

void TestCommandLine::helpOfEveryCommandNamesEveryOption()
{
    for (const QString &language : languages()) {
        m_catalogue.use(language);
        for (const Command &command : commands()) {
            const QString name = QString::fromLatin1(bytes(command.name));
            const CliResult result = m_run(name + u" --help");
            QCOMPARE(result.status, 0);
            for (const OptionSpec &option : command.options)
                QVERIFY(result.out.contains(QByteArray("--" + bytes(option.name))));
        }
    }
}

void TestCommandLine::version()
{
    const CliResult result = m_run(QStringLiteral("--version"));
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.startsWith("relaytabctl "));
}

void TestCommandLine::optionsMayStandAnywhere()
{
    m_run.file(QStringLiteral("allow.list"), "127.0.0.1\n");
    const QByteArray expected("127.0.0.1\tallowed\tallow-list\tallow:1\n");
    for (const char *line : {"check --list allow @allow.list 127.0.0.1", "check @allow.list --list=allow 127.0.0.1",
                             "check @allow.list 127.0.0.1 --list allow", "check --list allow -- @allow.list 127.0.0.1"})
        QCOMPARE(m_run(QString::fromLatin1(line)).out, expected);
}

void TestCommandLine::optionsOfNoUse_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *line, const char *message = "") {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromUtf8(message);
    };
    const char *list = "--list is for plain lists: here every row is in a list already.";
    const char *flags = "--flags is for CSV tables and plain lists: here the file has RelayFlags.";
    add("check @a.yaml 10.0.0.1 --list deny", list);
    add("check @a.yaml 10.0.0.1 --flags 3", flags);
    add("check @a.csv 10.0.0.1 --flags 2 --list allow", list);
    add("lint @a.yaml --flags 3", flags);
    add("test @a.yaml --list local", list);
    add("diff @a.yaml @a.yaml --flags 3", flags);
    add("minimize @a.yaml --flags 3", flags);
    add("convert @a.yaml - --to ini --flags 3", flags);
    add("convert @a.yaml - --to csv --flags 2 --list deny", list);
    const char *regData = "--reg-data is for registry files: here none is read.";
    add("check @a.yaml 10.0.0.1 --reg-data file", regData);
    add("lint @a.yaml --reg-data header", regData);
    add("test @a.yaml --reg-data file", regData);
    add("diff @a.yaml @a.yaml --reg-data file", regData);
    add("minimize @a.yaml --to reg --reg-data file", regData);
    add("convert @a.yaml - --to reg --reg-data file", regData);
    add("check @a.reg 10.0.0.1 --reg-data file");
    add("diff @a.yaml @a.reg --reg-data header");
    add("diff @a.reg @a.yaml --reg-data file");
    add("minimize @a.reg --reg-data file");
    add("convert @a.reg - --to yaml --reg-data file");
    add("check @a.csv 10.0.0.1 --flags 2");
    add("check @a.list 10.0.0.1 --flags 2 --list allow");
    add("diff @a.yaml @a.csv --flags 2");
    add("diff @a.list @a.yaml --list allow");
    add("convert @a.yaml - --to list --list allow");
    add("convert @a.yaml - --to csv --flags 2");
    add("minimize @a.yaml --to csv --flags 2");
}

/// --list, --flags and --reg-data say what a file cannot; where no file needs it they would be ignored.
void TestCommandLine::optionsOfNoUse()
{
    m_run.file(QStringLiteral("a.yaml"), "relaytab: 1\nflags: [allow]\nallow:\n  - net: \"10.0.0.1\"\n");
    m_run.file(QStringLiteral("a.csv"), "list,net,mask,enabled,comment\nallow,10.0.0.1,,true,\n");
    m_run.file(QStringLiteral("a.list"), "10.0.0.1\n");
    m_run.file(QStringLiteral("a.reg"),
               "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC\\Parameters]\n"
               "\"RelayFlags\"=dword:2\n\"RelayAllowList\"=hex(7):31,30,2e,30,2e,30,2e,31,00,00\n");
    QFETCH(QString, line);
    QFETCH(QString, message);
    const CliResult result = m_run(line);
    QCOMPARE(result.status, message.isEmpty() ? 0 : 2);
    if (!message.isEmpty()) {
        QCOMPARE(result.out, QByteArray());
        QVERIFY2(result.err.startsWith(QString(u"relaytabctl: " + message).toUtf8()), result.err.constData());
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
