#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "translations/catalogue.h"

using namespace relaytab;

namespace {

struct Message {
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool finished = true;
};

QList<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral(RELAYTAB_SOURCE_DIR "/translations/relaytab_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"source") {
            messages.append({xml.readElementText(), {}, true});
        } else if (xml.name() == u"translation") {
            messages.last().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
                messages.last().translations.append(xml.text().toString());
        } else if (xml.name() == u"numerusform") {
            messages.last().translations.append(xml.readElementText());
        }
    }
    return messages;
}

/// The placeholders in a text, each once.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?\\d+|L?n)"));
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data();
    void everythingIsTranslated();
    void placeholdersAgree_data();
    void placeholdersAgree();
    void theSystemsWishIsFollowed_data();
    void theSystemsWishIsFollowed();
    void aLanguageComesIntoForceAndGoes();
};

void TestCatalogue::everythingIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestCatalogue::everythingIsTranslated()
{
    QFETCH(QString, language);
    const QList<Message> messages = messagesOf(language);
    QVERIFY(messages.size() > 10);
    for (const Message &message : messages) {
        QVERIFY2(message.finished && !message.translations.isEmpty(), qPrintable(message.source));
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(message.source));
    }
}

void TestCatalogue::placeholdersAgree_data()
{
    everythingIsTranslated_data();
}

void TestCatalogue::placeholdersAgree()
{
    QFETCH(QString, language);
    for (const Message &message : messagesOf(language))
        for (const QString &translation : message.translations)
            QCOMPARE(placeholders(translation).join(u' ') + u" in " + message.source,
                     placeholders(message.source).join(u' ') + u" in " + message.source);
}

void TestCatalogue::theSystemsWishIsFollowed_data()
{
    QTest::addColumn<QStringList>("preferred");
    QTest::addColumn<QString>("language");
    QTest::newRow("de-AT") << QStringList{QStringLiteral("de-AT")} << QStringLiteral("de");
    QTest::newRow("de_CH") << QStringList{QStringLiteral("de_CH")} << QStringLiteral("de");
    QTest::newRow("fr, then de") << QStringList{QStringLiteral("fr-FR"), QStringLiteral("de")} << QStringLiteral("de");
    QTest::newRow("en before de") << QStringList{QStringLiteral("en-GB"), QStringLiteral("de")} << QStringLiteral("en");
    QTest::newRow("only ja") << QStringList{QStringLiteral("ja")} << QStringLiteral("en");
    QTest::newRow("the C locale") << QStringList{QStringLiteral("C")} << QStringLiteral("en");
    QTest::newRow("nothing") << QStringList{} << QStringLiteral("en");
}

void TestCatalogue::theSystemsWishIsFollowed()
{
    QFETCH(QStringList, preferred);
    QFETCH(QString, language);
    QCOMPARE(languageFor(preferred), language);
}

void TestCatalogue::aLanguageComesIntoForceAndGoes()
{
    const auto allow = [] { return QCoreApplication::translate("Wording", "Allow"); };
    {
        Catalogue catalogue;
        catalogue.use(QStringLiteral("de"));
        QCOMPARE(allow(), QStringLiteral("Zulassen"));
        catalogue.use(QStringLiteral("en"));
        QCOMPARE(allow(), QStringLiteral("Allow"));
        QCOMPARE(QCoreApplication::translate("Wording", "%1 address(es)", nullptr, 2), QStringLiteral("%1 addresses"));
        catalogue.use(QStringLiteral("de"));
        QCOMPARE(allow(), QStringLiteral("Zulassen"));
    }
    QCOMPARE(allow(), QStringLiteral("Allow"));
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
