#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The built program: what only a process of its own can show.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theLanguageIsTheSystems_data();
    void theLanguageIsTheSystems();
    void aFullDisk();
    void answersLineByLine();
    void aReaderThatGoesAway();
    void aPolicyThatIsReadOnce_data();
    void aPolicyThatIsReadOnce();

private:
    /// Runs a line of shell in which "ctl" is the program and "policy" a policy.
    QProcess &shell(const QString &line, const QStringList &environment = {});

    QTemporaryDir m_folder;
    QProcess m_process;
};

void TestProgram::initTestCase()
{
    QFile file(m_folder.filePath(QStringLiteral("policy.list")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("10.0.0.0/8\n") > 0);
}

QProcess &TestProgram::shell(const QString &line, const QStringList &environment)
{
    QString script = line;
    script.replace(QStringLiteral("ctl"), QStringLiteral(RELAYTABCTL));
    script.replace(QStringLiteral("policy"), m_folder.filePath(QStringLiteral("policy.list")));
    m_process.setEnvironment(QStringList{QStringLiteral("PATH=/usr/bin:/bin")} + environment);
    m_process.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
    m_process.waitForStarted();
    return m_process;
}

void TestProgram::theLanguageIsTheSystems_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<QByteArray>("message");
    const QByteArray english("relaytabctl: 1 line is no address.\n");
    const QByteArray german("relaytabctl: 1 Zeile ist keine Adresse.\n");
    // Also in the bare C locale nothing else is said on standard error.
    QTest::newRow("nothing") << QStringList{} << english;
    QTest::newRow("LC_ALL=C") << QStringList{QStringLiteral("LC_ALL=C")} << english;
    QTest::newRow("LANGUAGE=de") << QStringList{QStringLiteral("LANG=en_US.UTF-8"), QStringLiteral("LANGUAGE=de")}
                                 << german;
    QTest::newRow("LANG=de_AT") << QStringList{QStringLiteral("LANG=de_AT.UTF-8")} << german;
}

void TestProgram::theLanguageIsTheSystems()
{
    QFETCH(QStringList, environment);
    QProcess &process = shell(QStringLiteral("ctl check policy x"), environment);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 4);
    QCOMPARE(process.readAllStandardOutput(), QByteArray("x\tinvalid\tunexpected-character\t-\n"));
    QTEST(process.readAllStandardError(), "message");
}

void TestProgram::aFullDisk()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("no /dev/full here");
    QProcess &process = shell(QStringLiteral("ctl check policy 10.0.0.1 > /dev/full"));
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 5);
}

void TestProgram::answersLineByLine()
{
    QProcess &process = shell(QStringLiteral("exec ctl check policy"));
    for (const char *address : {"10.0.0.1", "10.0.0.2"}) {
        process.write(QByteArray(address) + '\n');
        QVERIFY(process.waitForReadyRead());
        QCOMPARE(process.readAllStandardOutput(), QByteArray(QByteArray(address) + "\tallowed\tallow-list\tallow:1\n"));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::aReaderThatGoesAway()
{
    QProcess &process = shell(QStringLiteral("yes 10.0.0.1 | ctl check policy | head -1"));
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), QByteArray("10.0.0.1\tallowed\tallow-list\tallow:1\n"));
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TestProgram::aPolicyThatIsReadOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("smallest");
    // Whether a file is nothing but its rows is known at its end only; a pipe cannot be read again then.
    QTest::newRow("rows") << QStringLiteral(R"(10.0.0.0/9\n10.128.0.0/9\n)") << QByteArray("10.0.0.0/8\n");
    QTest::newRow("a comment at the end")
        << QStringLiteral(R"(10.0.0.0/9\n10.128.0.0/9\n# end\n)") << QByteArray("10.0.0.0/8\n# end\n");
}

void TestProgram::aPolicyThatIsReadOnce()
{
    QFETCH(QString, text);
    for (const char *line : {"ctl minimize --from list <(printf '%1')", "printf '%1' | ctl minimize --from list -",
                             "printf '%1' >policy.new; ctl minimize --from list policy.new"}) {
        QProcess &process = shell(QString::fromLatin1(line).arg(text));
        QVERIFY(process.waitForFinished());
        QTEST(process.readAllStandardOutput(), "smallest");
        QCOMPARE(process.exitCode(), 0);
    }
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
