#pragma once

#include <QTemporaryDir>
#include <QTest>

#include "app/commands/command.h"
#include "backend/store/file_store.h"

namespace relaytab {

/// What a run of relaytabctl left behind.
struct CliResult {
    int status = 0;
    QByteArray out;
    QByteArray err;
};

/// relaytabctl in process, in a folder of its own.
class CliRun
{
public:
    /// Runs the command line, its words split at blanks; "@NAME" in it is a file in the folder.
    CliResult operator()(const QString &commandLine, const QByteArray &input = {})
    {
        QStringList arguments = commandLine.split(u' ', Qt::SkipEmptyParts);
        for (QString &argument : arguments)
            if (argument.startsWith(u'@'))
                argument = path(argument.mid(1));
        return with(arguments, input);
    }

    CliResult with(const QStringList &arguments, const QByteArray &input = {})
    {
        CliResult result;
        qsizetype read = 0;
        Io io{.in = [&]() -> Expected<std::span<const char>, StoreError> {
                  const qsizetype length = std::min(blockSize, input.size() - read);
                  const std::span<const char> block{input.constData() + read, static_cast<std::size_t>(length)};
                  read += length;
                  return block;
              },
              .out = Output([&](std::string_view bytes) { return append(result.out, bytes, outLimit); }),
              .err = Output([&](std::string_view bytes) { return append(result.err, bytes, -1); }),
              .store = store(),
              .locale = locale};
        result.status = static_cast<int>(runCommandLine(arguments, io));
        return result;
    }

    /// Puts a file into the folder.
    void file(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    qsizetype blockSize = 4096; ///< of standard input
    qsizetype outLimit = -1; ///< bytes of output after which writing fails; -1: none
    QLocale locale = QLocale::c();
    Store *failingStore = nullptr; ///< instead of a real one

private:
    static bool append(QByteArray &to, std::string_view bytes, qsizetype limit)
    {
        if (limit >= 0 && to.size() + static_cast<qsizetype>(bytes.size()) > limit)
            return false;
        to.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return true;
    }
    Store &store() { return failingStore != nullptr ? *failingStore : m_store; }

    QTemporaryDir m_folder;
    FileStore m_store{m_folder.filePath(QStringLiteral("data"))};
};

} // namespace relaytab
