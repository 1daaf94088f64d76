#include "translations/catalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

namespace relaytab {

namespace {

const QString &folder()
{
    static const QString path = QStringLiteral(":/i18n");
    return path;
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("de"), QStringLiteral("en")};
}

QString languageFor(const QStringList &preferred)
{
    const QStringList known = languages();
    for (const QString &name : preferred) {
        const QString language = name.section(QLatin1Char('-'), 0, 0).section(QLatin1Char('_'), 0, 0).toLower();
        if (known.contains(language))
            return language;
    }
    return QStringLiteral("en");
}

QLocale localeFor(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale own(language);
    return system.language() == own.language() ? system : own;
}

Catalogue::~Catalogue()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Catalogue::use(const QString &language)
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // What a translator is asked last it is installed first.
    if (m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral("relaytab_") + language, folder()))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace relaytab
