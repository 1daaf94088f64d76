#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

/// docs/cli.md: every example on it is run where its files are, and must print what the page says.
class TestCliDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void examples_data();
    void examples();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestCliDocument::examples_data()
{
    QTest::addColumn<QString>("output");
    QFile file(QStringLiteral(RELAYTAB_SOURCE_DIR "/docs/cli.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList blocks = QString::fromUtf8(file.readAll()).split(QStringLiteral("```console\n$ ")).mid(1);
    QVERIFY(blocks.size() > 10);
    for (const QString &block : blocks) {
        const QString example = block.section(QStringLiteral("```"), 0, 0);
        QTest::newRow(qPrintable(example.section(u'\n', 0, 0))) << example.section(u'\n', 1);
    }
}

void TestCliDocument::examples()
{
    QVERIFY(QDir::setCurrent(QStringLiteral(RELAYTAB_SOURCE_DIR "/docs/examples")));
    QString line = QString::fromUtf8(QTest::currentDataTag());
    QByteArray input;
    if (line.startsWith(u"printf ")) {
        // printf 'text' | relaytabctl ...
        QString text = line.section(u'\'', 1, 1);
        input = text.replace(QStringLiteral("\\n"), QStringLiteral("\n")).toUtf8();
        line = line.section(QStringLiteral(" | "), 1);
    }
    QVERIFY(line.startsWith(u"relaytabctl "));
    const CliResult result = m_run(line.mid(12), input);
    if (line == u"relaytabctl formats") {
        // The page need not name every format there will be, but what it says of one is so.
        QFETCH(QString, output);
        const QStringList lines = QString::fromUtf8(result.out).split(u'\n');
        for (const QString &shown : output.split(u'\n'))
            QVERIFY2(lines.contains(shown), qPrintable(shown));
        return;
    }
    // A CSV table has CRLF, the page has not.
    QTEST(QString::fromUtf8(result.out).remove(u'\r'), "output");
}

QTEST_GUILESS_MAIN(TestCliDocument)
#include "tst_cli_document.moc"
