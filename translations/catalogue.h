#pragma once

#include <QLocale>
#include <QStringList>
#include <QTranslator>

namespace relaytab {

/// The languages that are compiled in, as ISO 639 codes: "de", "en".
[[nodiscard]] QStringList languages();

/// The first language of `preferred` ("de-AT", "fr", ...) that there is; "en" when there is none.
[[nodiscard]] QString languageFor(const QStringList &preferred);

/// How numbers and dates are written beside texts in `language`: as the system says where it speaks that language.
[[nodiscard]] QLocale localeFor(const QString &language);

/// Puts a language in force for the whole program, until this object goes or another language is put in force. Needs a
/// QCoreApplication. GUI thread only.
class Catalogue
{
public:
    Catalogue() = default;
    ~Catalogue();
    Q_DISABLE_COPY_MOVE(Catalogue)

    /// `language` is one of languages(). Qt's own texts follow where Qt has them. English has a catalogue as well,
    /// because its plural forms are written there.
    void use(const QString &language);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace relaytab
