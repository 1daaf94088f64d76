#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

/// relaytabctl lint
class TestLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLineAFinding();
    void severities_data();
    void severities();
    void json();
    void onlyTheMessageIsTranslated();
    void theServicePackIsAsked();
    void badInput();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestLint::init()
{
    m_catalogue.use(QStringLiteral("en"));
    m_run.file(QStringLiteral("odd.list"),
               "10.9.8.1/255.255.255.1\n10.0.0.300\n192.168.1.17/24\n192.168.2.0/24\n192.168.2.5\n192.168.2.0/24\n");
    m_run.file(QStringLiteral("good.list"), "192.168.2.0/24\n");
    m_run.file(QStringLiteral("note.list"), "192.168.2.0/24\n192.168.2.5\n");
    m_run.file(QStringLiteral("all.list"), "0.0.0.0/0\n");
}

void TestLint::aLineAFinding()
{
    const CliResult result = m_run(QStringLiteral("lint @odd.list --severity note"));
    QCOMPARE(result.status, 1);
    const QByteArray file = m_run.path(QStringLiteral("odd.list")).toUtf8();
    const QByteArray expected = "FILE:allow:1: warning: The mask repeats the host number. An old instruction advised "
                                "this (Q258140); it lets in 128 addresses. [kb-mask-recipe]\n"
                                "FILE:allow:2: error: “300” is larger than 255. [octet-too-large]\n"
                                "FILE:allow:3: error: This row can never match: address bits lie outside the mask. "
                                "[never-matches]\n"
                                "FILE:allow:5: note: Already covered by row 4. [covered]\n"
                                "FILE:allow:6: warning: Same as row 4: one of them is enough. [duplicate]\n";
    QCOMPARE(QByteArray(result.out).replace(file, "FILE"), expected);
    QVERIFY(result.err.endsWith(": Only 384 addresses may relay.\n"));
}

void TestLint::severities_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("lines");
    const auto add = [](const char *line, int status, int lines) {
        QTest::newRow(line) << QString::fromLatin1(line) << status << lines;
    };
    add("lint @good.list", 0, 0);
    add("lint @good.list --severity note", 0, 0);
    add("lint @note.list", 0, 0);
    add("lint @note.list --severity note", 1, 1);
    add("lint @odd.list", 1, 4);
    add("lint @odd.list --severity warning", 1, 4);
    add("lint @odd.list --severity error", 1, 2);
    add("lint @odd.list --severity danger", 0, 0);
    add("lint @all.list --severity danger", 1, 1);
    add("lint @odd.list --severity bad", 2, 0);
}

void TestLint::severities()
{
    QFETCH(QString, line);
    const CliResult result = m_run(line);
    QTEST(result.status, "status");
    QTEST(static_cast<int>(result.out.count('\n')), "lines");
}

void TestLint::json()
{
    const CliResult result = m_run(QStringLiteral("lint @odd.list --json --severity note"));
    QCOMPARE(result.status, 1);
    const QJsonObject object = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(object.value(QStringLiteral("exposure")).toString(), QStringLiteral("restricted"));
    const QJsonArray findings = object.value(QStringLiteral("findings")).toArray();
    QCOMPARE(findings.size(), 5);
    QCOMPARE(findings.at(3).toObject(),
             (QJsonObject{{QStringLiteral("row"), QStringLiteral("allow:5")},
                          {QStringLiteral("list"), QStringLiteral("allow")},
                          {QStringLiteral("severity"), QStringLiteral("note")},
                          {QStringLiteral("code"), QStringLiteral("covered")},
                          {QStringLiteral("related"), QJsonArray{QStringLiteral("allow:4")}},
                          {QStringLiteral("count"), QStringLiteral("1")},
                          {QStringLiteral("text"), QString()}}));
    const QJsonObject good = QJsonDocument::fromJson(m_run(QStringLiteral("lint @good.list --json")).out).object();
    QCOMPARE(good.value(QStringLiteral("findings")), QJsonValue(QJsonArray()));
}

void TestLint::onlyTheMessageIsTranslated()
{
    const QByteArray english = m_run(QStringLiteral("lint @odd.list --json --severity note")).out;
    m_catalogue.use(QStringLiteral("de"));
    QCOMPARE(m_run(QStringLiteral("lint @odd.list --json --severity note")).out, english);
    QVERIFY(m_run(QStringLiteral("lint @odd.list"))
                .out.contains("odd.list:allow:2: error: „300“ ist größer als 255. [octet-too-large]\n"));
}

void TestLint::theServicePackIsAsked()
{
    QVERIFY(!m_run(QStringLiteral("lint @note.list --severity note")).out.contains("[before-sp1]"));
    QVERIFY(m_run(QStringLiteral("lint @note.list --severity note --before-sp1")).out.contains("[before-sp1]"));
}

void TestLint::badInput()
{
    QCOMPARE(m_run(QStringLiteral("lint @missing.list")).status, 4);
    QCOMPARE(m_run(QStringLiteral("lint -"), "192.168.2.0/24\n").status, 0);
    QCOMPARE(m_run(QStringLiteral("lint - --from csv"), "x\n").status, 2);
    QCOMPARE(m_run(QStringLiteral("lint - --from csv --flags 2"), "\"x\n").status, 4);
}

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
