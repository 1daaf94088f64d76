#include <QFile>
#include <QProcess>
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

/// relaytabctl completion, and the manual page: both say what the table of commands says.
class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShellKnowsEveryWord_data();
    void everyShellKnowsEveryWord();
    void bashCompletes_data();
    void bashCompletes();
    void anotherShell();
    void theManualNamesEverything();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestCompletion::everyShellKnowsEveryWord_data()
{
    QTest::addColumn<QByteArray>("dashes");
    QTest::newRow("bash") << QByteArray("--");
    QTest::newRow("zsh") << QByteArray("--");
    QTest::newRow("fish") << QByteArray("-l ");
}

void TestCompletion::everyShellKnowsEveryWord()
{
    QFETCH(QByteArray, dashes);
    const CliResult result = m_run(u"completion " + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(result.status, 0);
    for (const Command &command : commands()) {
        QVERIFY(result.out.contains(bytes(command.name)));
        for (const OptionSpec &option : command.options)
            QVERIFY2(result.out.contains(QByteArray(dashes + bytes(option.name))), option.name.data());
    }
}

void TestCompletion::bashCompletes_data()
{
    QTest::addColumn<QByteArray>("replies");
    QTest::newRow("c") << QByteArray("check convert completion\n");
    QTest::newRow("check --au") << QByteArray("--authenticated\n");
    QTest::newRow("check --list ''") << QByteArray("deny allow local\n");
    QTest::newRow("lint --severity d") << QByteArray("danger\n");
    QTest::newRow("minimize -o ''") << QByteArray("\n");
    QTest::newRow("check file") << QByteArray("\n");
}

void TestCompletion::bashCompletes()
{
    m_run.file(QStringLiteral("completion.bash"), m_run(QStringLiteral("completion bash")).out);
    QProcess bash;
    bash.start(QStringLiteral("bash"),
               {QStringLiteral("-c"),
                QStringLiteral("source %1; COMP_WORDS=(relaytabctl %2); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); "
                               "_relaytabctl; echo \"${COMPREPLY[*]}\"")
                    .arg(m_run.path(QStringLiteral("completion.bash")), QString::fromLatin1(QTest::currentDataTag()))});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardError(), QByteArray());
    QTEST(bash.readAllStandardOutput(), "replies");
}

void TestCompletion::anotherShell()
{
    const CliResult result = m_run(QStringLiteral("completion csh"));
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
}

void TestCompletion::theManualNamesEverything()
{
    QFile file(QStringLiteral(RELAYTAB_SOURCE_DIR "/packaging/man/relaytabctl.1"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray manual = file.readAll();
    for (const Command &command : commands()) {
        const qsizetype begin = manual.indexOf(QByteArray("\n.SS " + bytes(command.name)));
        QVERIFY2(begin >= 0, command.name.data());
        const qsizetype end = manual.indexOf("\n.S", begin + 1);
        const QByteArray section = manual.mid(begin, end - begin);
        for (const OptionSpec &option : command.options) {
            QByteArray escaped = bytes(option.name);
            escaped.replace('-', "\\-");
            QVERIFY2(section.contains(QByteArray("\\-\\-" + escaped)),
                     qPrintable(QString::fromLatin1(bytes(command.name) + ": " + bytes(option.name))));
        }
    }
    for (const Format &format : formats()) {
        QVERIFY2(manual.contains(QByteArray("\n.BR " + bytes(format.id)))
                     || manual.contains(QByteArray("\n.B " + bytes(format.id))),
                 format.id.data());
        for (const std::string_view suffix : format.suffixes)
            QVERIFY2(manual.contains(QByteArray(" " + bytes(suffix) + " ")), suffix.data());
    }
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
