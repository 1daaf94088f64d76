#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include "app/commands/words.h"
#include "backend/format/format.h"
#include "tests/cli/cli_run.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

QString page()
{
    QFile file(QStringLiteral(RELAYTAB_SOURCE_DIR "/docs/cli.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// docs/cli.md: every example on it is run where its files are, and must print what the page says.
class TestCliDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void examples_data();
    void examples();
    void namesEveryOptionAndFormat();

private:
    Catalogue m_catalogue;
    CliRun m_run;
};

void TestCliDocument::examples_data()
{
    QTest::addColumn<QString>("output");
    const QStringList blocks = page().split(QStringLiteral("```console\n$ ")).mid(1);
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
    // A CSV table has CRLF, the page has not.
    QTEST(QString::fromUtf8(result.out).remove(u'\r'), "output");
}

void TestCliDocument::namesEveryOptionAndFormat()
{
    const QString text = page();
    for (const Command &command : commands()) {
        QVERIFY2(text.contains(u"\n## " + latin1(command.name)), command.name.data());
        for (const OptionSpec &option : command.options)
            QVERIFY2(text.contains(u"--" + latin1(option.name)), option.name.data());
    }
    QStringList ids;
    QStringList suffixes;
    for (const Format &format : formats()) {
        ids.append(latin1(format.id));
        for (const std::string_view suffix : format.suffixes)
            suffixes.append(latin1(suffix));
    }
    QVERIFY(text.contains(u'`' + ids.join(u' ') + u'`'));
    QVERIFY(text.contains(u'`' + suffixes.join(u' ') + u'`'));
}

QTEST_GUILESS_MAIN(TestCliDocument)
#include "tst_cli_document.moc"
