#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>

#include "model/policy/file_report.h"
#include "model/policy/store_report.h"

namespace relaytab {

/// Every sentence about reading and writing a file, once, in the user's language. Places are left to the caller.
class FileWording
{
    Q_DECLARE_TR_FUNCTIONS(FileWording)

public:
    explicit FileWording(const QLocale &locale = QLocale()) : m_locale(locale) { }

    /// What is wrong with the structure of a file; without its place.
    [[nodiscard]] static QString formatError(const FormatError &error);
    /// What a reader noticed; without its place.
    [[nodiscard]] static QString formatNote(const FormatNote &note);

    /// One thing that a format cannot hold: "The comment of Allow, row 3".
    [[nodiscard]] static QString loss(const Loss &loss);
    /// All losses of one kind: "3 comments", to stand in a list.
    [[nodiscard]] QString losses(LossCode code, std::size_t count) const;

    /// Why `path` was not read or not written. `systemError` is an errno or 0, `fact` what the store adds.
    [[nodiscard]] static QString storeError(StoreErrorCode code, const QString &path, int systemError,
                                            const QString &fact);

    /// The format's name for people: "YAML project", "Registry file"; the id itself for one that is not known.
    [[nodiscard]] static QString formatName(std::string_view id);

    /// What a program that died left: unsaved changes to the file of this name, empty when it had none. Local time.
    [[nodiscard]] QString draftFound(const QString &name, const QDateTime &time) const;
    /// The same where they cannot be read; they stay in `file`.
    [[nodiscard]] QString draftDamaged(const QString &name, const QDateTime &time, const QString &file) const;
    /// That more of them will be asked about.
    [[nodiscard]] QString moreDrafts(int count) const;
    /// Somebody else was first to restore them.
    [[nodiscard]] static QString draftTaken();
    /// That a crash would now lose changes; `reason` is a sentence.
    [[nodiscard]] static QString draftNotKept(const QString &reason);

    /// What is to be done so that the mail server sees a changed registry.
    [[nodiscard]] static QString restartHint();
    /// The commands it speaks of, one a line. Never translated.
    [[nodiscard]] static QString restartCommands();

private:
    [[nodiscard]] QString moment(const QDateTime &time) const;

    QLocale m_locale;
};

} // namespace relaytab
