#include <QTest>

#include <cerrno>

#include "model/wording/file_wording.h"
#include "translations/catalogue.h"

using namespace relaytab;

class TestFileWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void everyCodeHasASentence();
    void errorsNameTheFact();
    void losses();
    void storeErrorsNameFileAndReason();
    void draftsAreNamedWithTheirTime_data();
    void draftsAreNamedWithTheirTime();
    void theRestartCommandsAreNotTranslated();

private:
    Catalogue m_catalogue;
};

void TestFileWording::everyCodeHasASentence()
{
    const auto check = [](const QString &text) {
        QVERIFY2(!text.isEmpty() && !text.contains(u'%') && !text.contains(u"(s)"), qPrintable(text));
    };
    for (const QString &language : languages()) {
        m_catalogue.use(language);
        const FileWording wording{QLocale(language)};
        for (int code = 0; code <= static_cast<int>(FormatErrorCode::CannotHold); ++code)
            for (const char *fact : {"", "x"})
                check(FileWording::formatError({.code = static_cast<FormatErrorCode>(code), .fact = fact}));
        for (int code = 0; code <= static_cast<int>(FormatNoteCode::ListHasOwnFlags); ++code)
            for (const char *fact : {"", "x"})
                check(FileWording::formatNote({.code = static_cast<FormatNoteCode>(code), .fact = fact}));
        for (int code = 0; code <= static_cast<int>(LossCode::ForeignContent); ++code) {
            check(FileWording::loss({.code = static_cast<LossCode>(code), .row = RowPlace{}}));
            check(wording.losses(static_cast<LossCode>(code), 2));
        }
        for (int code = 0; code <= static_cast<int>(StoreErrorCode::Cancelled); ++code)
            check(FileWording::storeError(static_cast<StoreErrorCode>(code), QStringLiteral("/x"), ENOENT, {}));
    }
}

void TestFileWording::errorsNameTheFact()
{
    QCOMPARE(FileWording::formatError({.code = FormatErrorCode::UnknownKey, .fact = "alow", .suggestion = "allow"}),
             QStringLiteral("“alow” is not a known key. Was “allow” meant?"));
    // A fact that looks like a placeholder stays what it is.
    QCOMPARE(FileWording::formatError({.code = FormatErrorCode::UnknownKey, .fact = "%2", .suggestion = "allow"}),
             QStringLiteral("“%2” is not a known key. Was “allow” meant?"));
}

void TestFileWording::losses()
{
    QCOMPARE(FileWording::loss({.code = LossCode::Comment, .row = RowPlace{ListKind::Allow, 2}}),
             QStringLiteral("the comment of Allow, row 3"));
    QCOMPARE(FileWording(QLocale(QLocale::English)).losses(LossCode::Comment, 1), QStringLiteral("1 comment of a row"));
    QCOMPARE(FileWording(QLocale(QLocale::English)).losses(LossCode::IPv6Row, 1200), QStringLiteral("1,200 IPv6 rows"));
}

void TestFileWording::storeErrorsNameFileAndReason()
{
    QCOMPARE(FileWording::storeError(StoreErrorCode::NotReadable, QStringLiteral("/etc/x.yaml"), EACCES, {}),
             QStringLiteral("/etc/x.yaml cannot be read: Permission denied."));
    QCOMPARE(FileWording::storeError(StoreErrorCode::Locked, QStringLiteral("x.yaml"), 0, QStringLiteral("relaytab")),
             QStringLiteral("relaytab is writing x.yaml. Try again in a moment."));
}

void TestFileWording::draftsAreNamedWithTheirTime_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("damaged");
    const auto row = [](const char *language, const char *name, const char *found, const char *damaged) {
        QTest::addRow("%s, %s", language, *name == '\0' ? "untitled" : name)
            << QString::fromUtf8(name) << QString::fromUtf8(found) << QString::fromUtf8(damaged);
    };
    row("en", "office.yaml", "Unsaved changes to office.yaml from 24 Nov 2026 18:02 were found.",
        "Unsaved changes to office.yaml from 24 Nov 2026 18:02 were found but cannot be read. They are in /d/1.draft.");
    row("en", "", "Unsaved changes to a policy that has no file yet, from 24 Nov 2026 18:02, were found.",
        "Unsaved changes from 24 Nov 2026 18:02 were found but cannot be read. They are in /d/1.draft.");
    row("de", "%1.yaml", "Nicht gespeicherte Änderungen an %1.yaml vom 24. November 2026 um 18:02 wurden gefunden.",
        "Nicht gespeicherte Änderungen an %1.yaml vom 24. November 2026 um 18:02 wurden gefunden, lassen sich aber "
        "nicht "
        "lesen. Sie liegen in /d/1.draft.");
}

void TestFileWording::draftsAreNamedWithTheirTime()
{
    QFETCH(QString, name);
    QFETCH(QString, found);
    QFETCH(QString, damaged);
    const QString language = QString::fromLatin1(QTest::currentDataTag()).left(2);
    m_catalogue.use(language);
    const FileWording wording{localeFor(language)};
    const QDateTime time(QDate(2026, 11, 24), QTime(18, 2, 33));
    QCOMPARE(wording.draftFound(name, time), found);
    QCOMPARE(wording.draftDamaged(name, time, QStringLiteral("/d/1.draft")), damaged);
}

void TestFileWording::theRestartCommandsAreNotTranslated()
{
    m_catalogue.use(QStringLiteral("de"));
    QCOMPARE(FileWording::restartCommands(), QStringLiteral("net stop MSExchangeIMC\nnet start MSExchangeIMC"));
    QVERIFY(FileWording::restartHint()
            != QString::fromUtf8(
                "The mail server reads its restrictions when it starts. After importing the file, restart it:"));
}

QTEST_GUILESS_MAIN(TestFileWording)
#include "tst_file_wording.moc"
