#include <QtTest>

#include "backend/store/backup_folder.h"
#include "backend/store/key_value_text.h"
#include "backend/store/preferences.h"
#include "tests/store/files.h"

using namespace relaytab;
using files::read;
using files::write;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void textSurvives_data();
    void textSurvives();
    void valuesSurviveAnyText();
    void nothingSavedMeansDefaults();
    void allSurvivesASaveAndALoad();
    void writesOnlyWhatChanged();
    void keepsWhatAnotherWindowSaved();
    void readsWhatItCan_data();
    void readsWhatItCan();
    void aBrokenFileIsKept();
    void anUnreadableFileIsLeftAlone();

private:
    [[nodiscard]] PreferenceFile file() const { return {m_folder->filePath(QStringLiteral("config")), data()}; }
    [[nodiscard]] QString data() const { return m_folder->filePath(QStringLiteral("data")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestPreferences::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = file().path();
}

void TestPreferences::textSurvives_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rendered");
    QTest::addColumn<bool>("isWhole");
    const QByteArray good("# of mine\n\nfuture-key=a=b\nlanguage=de\n");
    QTest::newRow("empty") << QByteArray() << QByteArray() << true;
    QTest::newRow("all kinds") << good << good << true;
    QTest::newRow("CRLF") << QByteArray("a=1\r\n# x\r\n") << QByteArray("a=1\n# x\n") << true;
    QTest::newRow("no last newline") << QByteArray("a=1") << QByteArray("a=1\n") << true;
    QTest::newRow("escapes") << QByteArray("a=\\\\n\\n\\r\\\\\n") << QByteArray("a=\\\\n\\n\\r\\\\\n") << true;
    QTest::newRow("no equals sign") << QByteArray("a=1\nlanguage\nb=2\n") << QByteArray("a=1\nb=2\n") << false;
    QTest::newRow("no key") << QByteArray("=1\nb=2\n") << QByteArray("b=2\n") << false;
    QTest::newRow("no UTF-8") << QByteArray("a=\xff\nb=2\n") << QByteArray("b=2\n") << false;
    QTest::newRow("NUL") << QByteArray("a=1\0\nb=2\n", 9) << QByteArray("b=2\n") << false;
}

void TestPreferences::textSurvives()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, rendered);
    QFETCH(bool, isWhole);
    const auto parsed = KeyValueText::parse(text);
    QCOMPARE(parsed.render(), rendered);
    QCOMPARE(parsed.isWhole(), isWhole);
}

void TestPreferences::valuesSurviveAnyText()
{
    const QStringList values{QString(),
                             QStringLiteral(" a = b "),
                             QStringLiteral("#no comment"),
                             QStringLiteral("line\nend\r\n"),
                             QStringLiteral("\\n is no line end\\"),
                             QStringLiteral("\u90f5\U0001F4E7")};
    KeyValueText text;
    text.setValues(QLatin1String("key"), values);
    text.setValues(QLatin1String("other"), {QStringLiteral("x")});
    const auto parsed = KeyValueText::parse(text.render());
    QVERIFY(parsed.isWhole());
    QCOMPARE(parsed.values(QLatin1String("key")), values);
    QCOMPARE(parsed.values(QLatin1String("other")), QStringList{QStringLiteral("x")});
}

void TestPreferences::nothingSavedMeansDefaults()
{
    auto preferences = file();
    QCOMPARE(preferences.load(), Preferences{});
    QVERIFY(preferences.save(Preferences{}));
    QVERIFY(!QFile::exists(m_path)); // there was nothing to say
}

void TestPreferences::allSurvivesASaveAndALoad()
{
    const Preferences chosen{.language = QStringLiteral("pt_BR"),
                             .appearance = Appearance::Dark,
                             .reducedMotion = true,
                             .showPrefixLengths = true,
                             .literalReading = true,
                             .orderHintSeen = true,
                             .recentFiles = {QStringLiteral("/etc/relay = new.yaml"), QStringLiteral("/tmp/\n.reg")},
                             .windowGeometry = QByteArray("\0\1\n=\xff", 5),
                             .columnsSplit = QByteArray("\xff\0", 2),
                             .rowsSplit = QByteArray("\0", 1)};
    QVERIFY(file().save(chosen));
    QCOMPARE(file().load(), chosen);

    auto again = file();
    QCOMPARE(again.load(), chosen);
    QVERIFY(again.save(Preferences{}));
    QCOMPARE(file().load(), Preferences{});
}

void TestPreferences::writesOnlyWhatChanged()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("config")));
    write(m_path, "# of mine\nfuture-key=7\nappearance=light\nlanguage=de\n");
    auto preferences = file();
    auto values = preferences.load();
    QCOMPARE(values.appearance, Appearance::Light);
    values.appearance = Appearance::Dark;
    QVERIFY(preferences.save(values));
    QCOMPARE(read(m_path), QByteArray("# of mine\nfuture-key=7\nappearance=dark\nlanguage=de\n"));
    QVERIFY(BackupFolder(data(), m_path).list().isEmpty());
}

void TestPreferences::keepsWhatAnotherWindowSaved()
{
    auto one = file();
    auto other = file();
    auto ours = one.load();
    auto theirs = other.load();
    theirs.language = QStringLiteral("de");
    QVERIFY(other.save(theirs));
    ours.reducedMotion = true;
    QVERIFY(one.save(ours));
    const auto both = file().load();
    QCOMPARE(both.language, QStringLiteral("de"));
    QVERIFY(both.reducedMotion);
}

void TestPreferences::readsWhatItCan_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a line of rubbish") << QByteArray("rubbish\nlanguage=de\n");
    QTest::newRow("an appearance that is none") << QByteArray("appearance=purple\nlanguage=de\n");
    QTest::newRow("a switch that is none") << QByteArray("reduced-motion=maybe\nlanguage=de\n");
    QTest::newRow("twice") << QByteArray("language=fr\nlanguage=de\n");
    QTest::newRow("binary") << QByteArray("\0\1\2\xff\xfe\nlanguage=de\n", 18);
}

void TestPreferences::readsWhatItCan()
{
    QFETCH(QByteArray, text);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("config")));
    write(m_path, text);
    QCOMPARE(file().load(), Preferences{.language = QStringLiteral("de")});
}

void TestPreferences::aBrokenFileIsKept()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("config")));
    write(m_path, "rubbish\nfuture-key=7\n");
    auto preferences = file();
    auto values = preferences.load();
    values.language = QStringLiteral("de");
    QVERIFY(preferences.save(values));
    QCOMPARE(read(m_path), QByteArray("future-key=7\nlanguage=de\n"));
    const auto kept = BackupFolder(data(), m_path).list();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(read(kept.first().path), QByteArray("rubbish\nfuture-key=7\n"));
}

void TestPreferences::anUnreadableFileIsLeftAlone()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("config")));
    const QByteArray huge(2'000'000, '#');
    write(m_path, huge);
    auto preferences = file();
    QCOMPARE(preferences.load(), Preferences{});
    Preferences german;
    german.language = QStringLiteral("de");
    QCOMPARE(preferences.save(german).error().code, StoreErrorCode::TooLarge);
    QVERIFY(read(m_path) == huge);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
