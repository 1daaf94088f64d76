#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

/// relaytabctl diff
class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void netsInAddressOrder();
    void equalPolicies();
    void classesOfClients();
    void rowsAsWritten();
    void theLimit();
    void json();
    void wrongUse();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestDiff::init()
{
    m_catalogue.use(QStringLiteral("en"));
    m_run.file(QStringLiteral("wide.list"), "192.168.0.0/16\n2001:db8::/32\n");
    m_run.file(QStringLiteral("narrow.list"), "10.0.0.1\n192.168.1.0/24\n192.168.2.0/23\n2001:db8::/32\n");
}

void TestDiff::netsInAddressOrder()
{
    const CliResult result = m_run(QStringLiteral("diff @wide.list @narrow.list"));
    QCOMPARE(result.status, 1);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.out,
             QByteArray("+ 10.0.0.1/32 1\n"
                        "- 192.168.0.0/24 256\n"
                        "- 192.168.4.0/22 1024\n"
                        "- 192.168.8.0/21 2048\n"
                        "- 192.168.16.0/20 4096\n"
                        "- 192.168.32.0/19 8192\n"
                        "- 192.168.64.0/18 16384\n"
                        "- 192.168.128.0/17 32768\n"
                        "gained 1 lost 64768\n"));
}

void TestDiff::equalPolicies()
{
    m_run.file(QStringLiteral("halves.list"), "192.168.128.0/17\n192.168.0.0/17\n2001:db8::/32\n2001:db8::5\n");
    const CliResult result = m_run(QStringLiteral("diff @wide.list @halves.list"));
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray("gained 0 lost 0\n"));
    QCOMPARE(result.err, QByteArray());
}

void TestDiff::classesOfClients()
{
    m_run.file(QStringLiteral("a.csv"), "list,net,mask,enabled,comment\nallow,10.0.0.1,,true,\n");
    m_run.file(QStringLiteral("b.csv"),
               "list,net,mask,enabled,comment\nallow,10.0.0.1,,true,\nlocal,10.9.9.9,,true,\n");
    const CliResult unlisted = m_run(QStringLiteral("diff @a.csv @b.csv --flags 6"));
    QCOMPARE(unlisted.out, QByteArray("gained 0 lost 0\n"));
    QCOMPARE(unlisted.status, 0);
    QVERIFY(unlisted.err.contains("--server shows it"));
    const CliResult listed = m_run(QStringLiteral("diff @a.csv @b.csv --flags 6 --server 10.9.9.9 --limit 0"));
    QCOMPARE(listed.out, QByteArray("gained 340282366920938463463374607436063178751 lost 0\n"));
    QCOMPARE(listed.status, 1);
}

void TestDiff::rowsAsWritten()
{
    const CliResult result = m_run(QStringLiteral("diff @wide.list @narrow.list --rows --limit 0"));
    for (const char *line : {"< allow:1 192.168.0.0;255.255.0.0\n", "> allow:1 10.0.0.1\n",
                             "> allow:2 192.168.1.0;255.255.255.0\n", "> allow:3 192.168.2.0;255.255.254.0\n"})
        QVERIFY2(result.out.contains(line), result.out.constData());
    QVERIFY(!result.out.contains("2001"));
    m_run.file(QStringLiteral("a.csv"), "list,net,mask,enabled,comment\nallow,10.0.0.1,,true,\n");
    m_run.file(QStringLiteral("b.csv"), "list,net,mask,enabled,comment\nallow,10.0.0.1,,false,\"two\nlines\"\n");
    const QByteArray changed = m_run(QStringLiteral("diff @a.csv @b.csv --rows --flags 2")).out;
    QVERIFY(changed.contains("< allow:1 10.0.0.1\n> allow:1 10.0.0.1 off # two lines\n"));
}

void TestDiff::theLimit()
{
    const CliResult result = m_run(QStringLiteral("diff @wide.list @narrow.list --limit 2"));
    QCOMPARE(result.out,
             QByteArray("+ 10.0.0.1/32 1\n"
                        "- 192.168.0.0/24 256\n"
                        "gained 1 lost 64768\n"));
    QCOMPARE(result.err, QByteArray("relaytabctl: Stopped after 2 of 8 nets: see --limit. The counts are exact.\n"));
    // 2^31 prefixes: counted, not listed.
    m_run.file(QStringLiteral("odd.list"), "0.0.0.1/0.0.0.1\n");
    m_run.file(QStringLiteral("even.list"), "0.0.0.0/0.0.0.1\n");
    const CliResult huge = m_run(QStringLiteral("diff @odd.list @even.list --limit 3"));
    QCOMPARE(huge.out,
             QByteArray("+ 0.0.0.0/32 1\n"
                        "- 0.0.0.1/32 1\n"
                        "+ 0.0.0.2/32 1\n"
                        "gained 2147483648 lost 2147483648\n"));
}

void TestDiff::json()
{
    const CliResult result = m_run(QStringLiteral("diff @wide.list @narrow.list --json --limit 2 --rows"));
    QCOMPARE(result.status, 1);
    const QJsonObject object = QJsonDocument::fromJson(result.out).object();
    const QJsonObject gained = object.value(QStringLiteral("gained")).toObject();
    QCOMPARE(gained.value(QStringLiteral("count")).toString(), QStringLiteral("1"));
    QCOMPARE(gained.value(QStringLiteral("nets")).toArray().at(0).toObject(),
             (QJsonObject{{QStringLiteral("net"), QStringLiteral("10.0.0.1/32")},
                          {QStringLiteral("count"), QStringLiteral("1")}}));
    const QJsonObject lost = object.value(QStringLiteral("lost")).toObject();
    QCOMPARE(lost.value(QStringLiteral("count")).toString(), QStringLiteral("64768"));
    QCOMPARE(object.value(QStringLiteral("cut")).toBool(false), true);
    QCOMPARE(object.value(QStringLiteral("equal_for_every_client")).toBool(true), false);
    QVERIFY(!object.value(QStringLiteral("rows")).toArray().isEmpty());
}

void TestDiff::wrongUse()
{
    QCOMPARE(m_run(QStringLiteral("diff @wide.list")).status, 2);
    QCOMPARE(m_run(QStringLiteral("diff @wide.list @missing.list")).status, 4);
    QCOMPARE(m_run(QStringLiteral("diff @wide.list @narrow.list --server x")).status, 2);
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
