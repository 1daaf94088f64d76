#pragma once

#include <QString>

class QFileDialog;
class QWidget;

namespace relaytab {

struct Format;

/// Asks for a file to read. The caller opens it and deletes it.
[[nodiscard]] QFileDialog *makeOpenDialog(QWidget *parent, const QString &title, const QString &near);

/// Asks where to save and as what; `path` and `format` are those of now, if there are any.
[[nodiscard]] QFileDialog *makeSaveDialog(QWidget *parent, const QString &path, const Format *format);

/// "relay.yaml  –  /etc/mail", for menus and buttons: two files of one name are told apart, and no `&` becomes an Alt
/// key.
[[nodiscard]] QString nameAndFolder(const QString &path);

struct ChosenFile {
    QString path;
    const Format *format = nullptr;
};

/// What was chosen: a suffix that is typed decides about the format, else the filter does.
[[nodiscard]] ChosenFile chosenFile(const QFileDialog &dialog);

} // namespace relaytab
