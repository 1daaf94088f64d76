#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

/// relaytabctl test: journey J9
class TestExpectations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allHold();
    void aBrokenOneNamesAWitness();
    void expectationsOfAnotherFile();
    void nothingToProve();
    void json();
    void wrongUse();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestExpectations::init()
{
    m_catalogue.use(QStringLiteral("en"));
    const QByteArray expect = "expect:\n"
                              "  - client: \"203.0.113.0/24\"\n    verdict: refused\n    comment: \"Internet\"\n"
                              "  - client: \"10.20.3.77\"\n    verdict: allowed\n"
                              "  - client: \"8.8.8.8\"\n    authenticated: true\n    verdict: refused\n";
    const QByteArray policy = "relaytab: 1\nflags: [allow]\nallow:\n  - net: \"10.20.3.77\"\n";
    m_run.file(QStringLiteral("prod.yaml"), policy + expect);
    m_run.file(QStringLiteral("open.yaml"), policy + "  - net: \"0.0.0.0\"\n    mask: \"0.0.0.0\"\n" + expect);
    m_run.file(QStringLiteral("bare.yaml"), policy);
}

void TestExpectations::allHold()
{
    const CliResult result = m_run(QStringLiteral("test @prod.yaml"));
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out,
             QByteArray("1\tholds\t203.0.113.0/24\trefused\t-\n"
                        "2\tholds\t10.20.3.77\tallowed\t-\n"
                        "3\tholds\t8.8.8.8\trefused\t-\n"));
    QCOMPARE(result.err, QByteArray());
}

void TestExpectations::aBrokenOneNamesAWitness()
{
    const CliResult result = m_run(QStringLiteral("test @open.yaml"));
    QCOMPARE(result.status, 1);
    QVERIFY(result.out.startsWith("1\tbroken\t203.0.113.0/24\trefused\t203.0.113.0\n"));
    QVERIFY(
        result.err.contains("Expectation 1 is broken: “203.0.113.0/24 is refused” does not hold, for 203.0.113.0 may "
                            "relay (256 of 256).\n"));
    QVERIFY(result.err.contains("Expectation 3 is broken: “8.8.8.8, authenticated, is refused” does not hold.\n"));
}

void TestExpectations::expectationsOfAnotherFile()
{
    QCOMPARE(m_run(QStringLiteral("test @bare.yaml --expect @prod.yaml")).status, 0);
    m_run.file(QStringLiteral("all.list"), "0.0.0.0/0\n");
    QCOMPARE(m_run(QStringLiteral("test @all.list --expect @prod.yaml")).status, 1);
}

void TestExpectations::nothingToProve()
{
    const CliResult result = m_run(QStringLiteral("test @bare.yaml"));
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(result.err.contains("There are no expectations here, so nothing was proven.\n"));
}

void TestExpectations::json()
{
    const QByteArray english = m_run(QStringLiteral("test @open.yaml --json")).out;
    const QJsonObject object = QJsonDocument::fromJson(english).object();
    QCOMPARE(object.value(QStringLiteral("broken")).toInt(), 2);
    QCOMPARE(object.value(QStringLiteral("hold")).toInt(), 1);
    QCOMPARE(object.value(QStringLiteral("unusable")).toInt(-1), 0);
    QCOMPARE(object.value(QStringLiteral("expectations")).toArray().at(0).toObject(),
             (QJsonObject{{QStringLiteral("number"), 1},
                          {QStringLiteral("client"), QStringLiteral("203.0.113.0/24")},
                          {QStringLiteral("server"), QJsonValue::Null},
                          {QStringLiteral("authenticated"), false},
                          {QStringLiteral("verdict"), QStringLiteral("refused")},
                          {QStringLiteral("comment"), QStringLiteral("Internet")},
                          {QStringLiteral("state"), QStringLiteral("broken")},
                          {QStringLiteral("witness"), QStringLiteral("203.0.113.0")},
                          {QStringLiteral("broken_addresses"), QStringLiteral("256")},
                          {QStringLiteral("addresses"), QStringLiteral("256")}}));
    m_catalogue.use(QStringLiteral("de"));
    QCOMPARE(m_run(QStringLiteral("test @open.yaml --json")).out, english);
}

void TestExpectations::wrongUse()
{
    QCOMPARE(m_run(QStringLiteral("test")).status, 2);
    QCOMPARE(m_run(QStringLiteral("test @missing.yaml")).status, 4);
    QCOMPARE(m_run(QStringLiteral("test @bare.yaml --expect @missing.yaml")).status, 4);
    m_run.file(QStringLiteral("typo.yaml"), "relaytab: 1\nflags: [allow]\nalow: []\n");
    const CliResult typo = m_run(QStringLiteral("test @typo.yaml"));
    QCOMPARE(typo.status, 4);
    QVERIFY2(typo.err.contains("typo.yaml:3:1: “alow” is not a known key. Was “allow” meant?\n"), typo.err.constData());
}

QTEST_GUILESS_MAIN(TestExpectations)
#include "tst_expectations.moc"
