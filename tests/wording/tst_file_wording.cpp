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
