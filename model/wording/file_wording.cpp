#include "model/wording/file_wording.h"

#include <cstring>

#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

QString systemText(int systemError)
{
    return systemError == 0 ? FileWording::tr("unknown reason") : QString::fromLocal8Bit(std::strerror(systemError));
}

} // namespace

QString FileWording::formatError(const FormatError &error)
{
    const QString fact = text(error.fact);
    const QString suggestion = text(error.suggestion);
    switch (error.code) {
    case FormatErrorCode::NotUtf8: return tr("The file is not valid UTF-8 text.");
    case FormatErrorCode::WrongEncoding:
        return fact.isEmpty() ? tr("The file is in an encoding that this format does not use.")
                              //: %1 is the name of an encoding, such as UTF-16BE
                              : tr("The file is in an encoding that this format does not use: %1.").arg(fact);
    case FormatErrorCode::NoHeader:
        return suggestion.isEmpty() ? tr("The first line must be “Windows Registry Editor Version 5.00” or “REGEDIT4”.")
                                    //: %1 is the line that is needed
                                    : tr("The first line must be “%1”.").arg(suggestion);
    case FormatErrorCode::Syntax:
        if (!suggestion.isEmpty())
            //: %1 is the text at fault, %2 what would be right
            return tr("This cannot be understood: %1. “%2” is needed here.").arg(fact, suggestion);
        return fact.isEmpty() ? tr("This cannot be understood.")
                              //: %1 is the text at fault
                              : tr("This cannot be understood: %1").arg(fact);
    case FormatErrorCode::UnknownKey:
        return suggestion.isEmpty()
            //: %1 is a key in a file
            ? tr("“%1” is not a known key. Keys of your own begin with x-.").arg(fact)
            //: %1 is a key in a file, %2 the nearest known one
            : tr("“%1” is not a known key. Was “%2” meant?").arg(fact, suggestion);
    case FormatErrorCode::DuplicateKey:
        //: %1 is a key in a file
        return tr("“%1” stands here for the second time.").arg(fact);
    case FormatErrorCode::WrongType:
        //: %1 is a key in a file
        return tr("“%1” holds a value of the wrong kind.").arg(fact);
    case FormatErrorCode::BadFlags:
        return suggestion.isEmpty()
            //: %1 is the text at fault
            ? tr("“%1” is no value of RelayFlags.").arg(fact)
            //: %1 is the text at fault, %2 what was probably meant
            : tr("“%1” is no value of RelayFlags. Was “%2” meant?").arg(fact, suggestion);
    case FormatErrorCode::BadSwitch:
        return suggestion.isEmpty()
            //: %1 is the text at fault; true, false, 0 and 1 are written in the file and not translated
            ? tr("“%1” is neither on nor off: write true or false, in an INI file 1 or 0.").arg(fact)
            //: %1 is the text at fault, %2 what was probably meant: true, false, 1 or 0
            : tr("“%1” is neither on nor off here: write %2.").arg(fact, suggestion);
    case FormatErrorCode::BadVersion:
        //: %1 is a version number
        return tr("Version %1 of the file format is not known: a newer Relaytab may have written it.").arg(fact);
    case FormatErrorCode::NotSupported:
        //: %1 names a part of the YAML language
        return tr("This part of YAML is not supported, because readers disagree about it: %1.").arg(fact);
    case FormatErrorCode::TooDeep: return tr("The file is nested too deeply.");
    case FormatErrorCode::TooLarge: return tr("The file is too large.");
    case FormatErrorCode::MissingKey:
        //: %1 is a key in a file
        return tr("“%1” is missing.").arg(fact);
    case FormatErrorCode::BadExpectation:
        return suggestion.isEmpty()
            //: %1 is the text at fault
            ? tr("“%1” does not fit in an expectation.").arg(fact)
            //: %1 is the text at fault, %2 what was probably meant
            : tr("“%1” does not fit in an expectation. Was “%2” meant?").arg(fact, suggestion);
    case FormatErrorCode::NotReadBack:
        return fact.isEmpty()
            ? tr("What was to be written does not read back as the same policy. Nothing was written.")
            //: %1 is the text of a row
            : tr("What was to be written does not read back as the same policy: see “%1”. Nothing was written.")
                  .arg(fact);
    case FormatErrorCode::CannotHold:
        //: %1 names what cannot be written
        return tr("This format cannot hold it: %1.").arg(fact);
    }
    return {};
}

QString FileWording::formatNote(const FormatNote &note)
{
    const QString fact = text(note.fact);
    switch (note.code) {
    case FormatNoteCode::InvalidRow:
        //: %1 is the text of a row
        return tr("“%1” is no rule: the row is kept and matches nothing.").arg(fact);
    case FormatNoteCode::ServiceKey:
        //: Service and Services are names in the registry
        return tr("The key is spelled “Service”, which the mail server does not read; it will be written as "
                  "“Services”.");
    case FormatNoteCode::BothKeys:
        return tr("The file has both spellings of the key, “Service” and “Services”; the second was read.");
    case FormatNoteCode::NoRelayKey:
        //: %1 is the path of a key in the Windows registry
        return tr("The file does not hold the mail server's key, %1: no restriction was read.")
            .arg(QStringLiteral("HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC\\"
                                "Parameters"));
    case FormatNoteCode::ControlSetKey:
        return fact.isEmpty() ? tr("There is no CurrentControlSet in the file; a numbered control set was read.")
                              //: %1 is a name such as ControlSet001
                              : tr("There is no CurrentControlSet in the file; %1 was read.").arg(fact);
    case FormatNoteCode::HeaderEncoding:
        return tr("The first line and the encoding of the file disagree. The first line was followed; Windows may "
                  "read the lists differently.");
    case FormatNoteCode::EncodingOverHeader:
        return tr("The first line and the encoding of the file disagree. The encoding was followed; Windows may read "
                  "the lists differently.");
    case FormatNoteCode::EmbeddedEmptyString:
        return tr("An empty string stands inside a list: Windows programs do not see what follows it.");
    case FormatNoteCode::OddByteCount: return tr("A list has an odd number of bytes; the last one was left out.");
    case FormatNoteCode::WrongValueType:
        //: %1 is the name of a registry value
        return tr("%1 has a registry type that the mail server does not read.").arg(fact);
    case FormatNoteCode::DeletedValue:
        return fact.isEmpty() ? tr("The file deletes values in the registry.")
                              //: %1 is the name of a registry value or key
                              : tr("The file deletes %1 in the registry.").arg(fact);
    case FormatNoteCode::LongLine: return tr("The line is longer than 199 bytes, and some programs cut it.");
    case FormatNoteCode::CommentWithEquals:
        return tr("A comment with # and = in it: some programs read it as a key. Write ; instead of #.");
    case FormatNoteCode::MissingNewline: return tr("The last line has no end.");
    case FormatNoteCode::ListHasOwnFlags:
        return fact.isEmpty() ? tr("The format has no RelayFlags.")
                              //: %1 is a number
                              : tr("The format has no RelayFlags; %1 was taken.").arg(fact);
    }
    return {};
}

QString FileWording::loss(const Loss &loss)
{
    const QString fact = text(loss.fact);
    const QString place = loss.row ? Wording::place(*loss.row) : QString();
    switch (loss.code) {
    case LossCode::Comment:
        //: Something that a file format cannot hold; %1 is for example "Allow, row 3"
        return tr("the comment of %1").arg(place);
    case LossCode::DisabledRow:
        //: Something that a file format cannot hold; %1 is for example "Allow, row 3"
        return tr("%1, which is switched off").arg(place);
    case LossCode::Expectation:
        //: Something that a file format cannot hold
        return fact.isEmpty() ? tr("an expectation") : tr("the expectation for %1").arg(fact);
    case LossCode::IPv6Row:
        //: Something that a file format cannot hold; %1 is for example "Allow, row 3"
        return tr("%1, which is IPv6").arg(place);
    case LossCode::InvalidRow:
        //: Something that a file format cannot hold; %1 is for example "Allow, row 3"
        return tr("%1, which is no rule").arg(place);
    case LossCode::Flags:
        //: Something that a file format cannot hold; RelayFlags is the name of a value
        return tr("RelayFlags");
    case LossCode::List:
        //: Something that a file format cannot hold; %1 is the name of a list
        return tr("the list %1").arg(Wording::listName(loss.row ? loss.row->list : ListKind::Allow));
    case LossCode::ForeignContent:
        //: Something that does not carry over from one file to another
        return fact.isEmpty() ? tr("comments and other content of the file")
                              : tr("other content of the file: %1").arg(fact);
    }
    return {};
}

QString FileWording::losses(LossCode code, std::size_t count) const
{
    const int plural = static_cast<int>(std::min<std::size_t>(count, 1'000'000'000));
    const QString number = m_locale.toString(static_cast<qulonglong>(count));
    switch (code) {
    //: These stand in a list of what a file format cannot hold; %1 is how many
    case LossCode::Comment: return tr("%1 comment(s) of rows", nullptr, plural).arg(number);
    case LossCode::DisabledRow: return tr("%1 row(s) that is/are switched off", nullptr, plural).arg(number);
    case LossCode::Expectation: return tr("%1 expectation(s)", nullptr, plural).arg(number);
    case LossCode::IPv6Row: return tr("%1 IPv6 row(s)", nullptr, plural).arg(number);
    case LossCode::InvalidRow: return tr("%1 row(s) that is/are no rule", nullptr, plural).arg(number);
    case LossCode::Flags: return tr("RelayFlags");
    case LossCode::List: return tr("%1 list(s)", nullptr, plural).arg(number);
    case LossCode::ForeignContent: return tr("comments and other content of the file");
    }
    return {};
}

QString FileWording::storeError(StoreErrorCode code, const QString &path, int systemError, const QString &fact)
{
    switch (code) {
    //: In all of these %1 is the path of a file
    case StoreErrorCode::NotFound: return tr("%1 does not exist.").arg(path);
    case StoreErrorCode::NotReadable:
        //: %1 is the path of a file, %2 the system's reason
        return tr("%1 cannot be read: %2.").arg(path, systemText(systemError));
    case StoreErrorCode::TooLarge: return tr("%1 is too large to be read.").arg(path);
    case StoreErrorCode::NotWritable:
        //: %1 is the path of a file, %2 the system's reason
        return tr("%1 may not be written: %2. Save it under another name.").arg(path, systemText(systemError));
    case StoreErrorCode::Locked:
        return fact.isEmpty() ? tr("Another program is writing %1. Try again in a moment.").arg(path)
                              //: %1 is the path of a file, %2 the name of a program
                              : tr("%2 is writing %1. Try again in a moment.").arg(path, fact);
    case StoreErrorCode::ChangedUnderneath:
        return tr("Another program changed %1 since it was read. Nothing was written.").arg(path);
    case StoreErrorCode::NoSpace:
        return tr("There is no space left to write %1. What was there is untouched.").arg(path);
    case StoreErrorCode::WriteFailed:
        //: %1 is the path of a file, %2 the system's reason
        return tr("%1 could not be written: %2. What was there is untouched.").arg(path, systemText(systemError));
    case StoreErrorCode::VerifyFailed:
        return tr("What was written to %1 does not read back the same. What was there is untouched.").arg(path);
    case StoreErrorCode::CannotKeepOwner:
        return fact.isEmpty()
            ? tr("Owner and permissions of %1 could not be kept. What was there is untouched.").arg(path)
            //: %1 is the path of a file, %2 a technical word for what could not be kept
            : tr("Owner and permissions of %1 could not be kept (%2). What was there is untouched.").arg(path, fact);
    case StoreErrorCode::HardLinked:
        //: %1 is the path of a file, %2 a number
        return tr("%1 is one of %2 names of the same file, and a save would part them. Save it under another name.")
            .arg(path, fact);
    case StoreErrorCode::BackupFailed:
        return tr("The version of %1 that was to be replaced could not be kept. Nothing was written.").arg(path);
    case StoreErrorCode::SavedNotDurable:
        return tr("%1 was saved, but the disk did not confirm it: a power cut now may undo it.").arg(path);
    case StoreErrorCode::Cancelled: return tr("Cancelled. %1 is untouched.").arg(path);
    }
    return {};
}

QString FileWording::formatName(std::string_view id)
{
    if (id == "yaml")
        //: Name of the file format that holds everything
        return tr("YAML project");
    if (id == "reg")
        //: Name of a file format: exported from the Windows registry
        return tr("Registry file");
    if (id == "ini")
        //: Name of a file format
        return tr("INI file");
    if (id == "csv")
        //: Name of a file format: comma-separated values
        return tr("CSV table");
    if (id == "list")
        //: Name of a file format: one address or net a line
        return tr("Plain list");
    return text(id);
}

QString FileWording::moment(const QDateTime &time) const
{
    // Short dates of numbers are read in two ways.
    //: Date and time in the letters of Qt: d is the day, MMM the month in letters, yyyy the year, hh:mm the time of day
    return m_locale.toString(time, tr("d MMM yyyy hh:mm"));
}

QString FileWording::draftFound(const QString &name, const QDateTime &time) const
{
    const QString when = moment(time);
    //: The program had crashed; %1 is date and time
    return name.isEmpty() ? tr("Unsaved changes to a policy that has no file yet, from %1, were found.").arg(when)
                          //: The program had crashed; %1 is the name of a file, %2 date and time
                          : tr("Unsaved changes to %1 from %2 were found.").arg(name, when);
}

QString FileWording::draftDamaged(const QString &name, const QDateTime &time, const QString &file) const
{
    const QString when = moment(time);
    return name.isEmpty()
        //: The program had crashed; %1 is date and time, %2 the path of a file
        ? tr("Unsaved changes from %1 were found but cannot be read. They are in %2.").arg(when, file)
        //: The program had crashed; %1 is the name of a file, %2 date and time, %3 the path of another file
        : tr("Unsaved changes to %1 from %2 were found but cannot be read. They are in %3.").arg(name, when, file);
}

QString FileWording::moreDrafts(int count) const
{
    //: After “Unsaved changes ... were found.”; %1 is how many
    return tr("%1 more will be asked about.", nullptr, count).arg(m_locale.toString(count));
}

QString FileWording::draftTaken()
{
    return tr("Another window has restored these changes already.");
}

QString FileWording::draftNotKept(const QString &reason)
{
    //: %1 is a sentence that says why
    return tr("A crash would lose what is not saved: no copy of it can be kept. %1").arg(reason);
}

QString FileWording::restartHint()
{
    return tr("The mail server reads its restrictions when it starts. After importing the file, restart it:");
}

QString FileWording::restartCommands()
{
    return QStringLiteral("net stop MSExchangeIMC\nnet start MSExchangeIMC");
}

} // namespace relaytab
