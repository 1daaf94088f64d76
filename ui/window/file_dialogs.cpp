#include "ui/window/file_dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "backend/format/format.h"
#include "model/wording/file_wording.h"
#include "model/wording/text.h"

namespace relaytab {

namespace {

class FileDialogs
{
    Q_DECLARE_TR_FUNCTIONS(FileDialogs)
};

QStringList patternsOf(const Format &format)
{
    QStringList patterns;
    for (const std::string_view suffix : format.suffixes)
        patterns.append(u'*' + text(suffix));
    return patterns;
}

QString filterOf(const Format &format)
{
    return FileWording::formatName(format.id) + u" (" + patternsOf(format).join(u' ') + u')';
}

const Format *formatOfName(const QString &path)
{
    return formatBySuffix(path.toLower().toStdString());
}

} // namespace

QString nameAndFolder(const QString &path)
{
    const QFileInfo info(path);
    return QString(info.fileName() + u"  –  " + QDir::toNativeSeparators(info.absolutePath()))
        .replace(u'&', QStringLiteral("&&"));
}

QFileDialog *makeOpenDialog(QWidget *parent, const QString &title, const QString &near)
{
    QStringList all;
    QStringList filters;
    for (const Format &format : formats()) {
        all.append(patternsOf(format));
        filters.append(filterOf(format));
    }
    filters.prepend(FileDialogs::tr("Relay policies") + u" (" + all.join(u' ') + u')');
    filters.append(FileDialogs::tr("All files") + u" (*)");
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(filters);
    if (!near.isEmpty())
        dialog->setDirectory(QFileInfo(near).absolutePath());
    return dialog;
}

QFileDialog *makeSaveDialog(QWidget *parent, const QString &path, const Format *format)
{
    auto *dialog = new QFileDialog(parent, FileDialogs::tr("Save policy"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const Format &each : formats())
        filters.append(filterOf(each));
    dialog->setNameFilters(filters);
    const Format &chosen = format != nullptr ? *format : formats().front();
    dialog->selectNameFilter(filterOf(chosen));
    dialog->setDefaultSuffix(text(chosen.suffixes.front()).mid(1));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        for (const Format &each : formats()) {
            if (filterOf(each) == filter)
                dialog->setDefaultSuffix(text(each.suffixes.front()).mid(1));
        }
    });
    if (!path.isEmpty()) {
        dialog->setDirectory(QFileInfo(path).absolutePath());
        dialog->selectFile(QFileInfo(path).fileName());
    }
    return dialog;
}

ChosenFile chosenFile(const QFileDialog &dialog)
{
    const QString path = dialog.selectedFiles().constFirst();
    if (const Format *format = formatOfName(path))
        return {path, format};
    for (const Format &each : formats()) {
        if (filterOf(each) == dialog.selectedNameFilter())
            return {path, &each};
    }
    return {path, &formats().front()};
}

} // namespace relaytab
