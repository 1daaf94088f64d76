#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <functional>
#include <string>
#include <string_view>

#include "backend/store/block_reader.h"

namespace relaytab {

/// Takes bytes; false when they could not be written.
using Sink = std::function<bool(std::string_view)>;

/// A stream that is written to in pieces and passed on in blocks. The first failure is remembered, and nothing is
/// passed on after it.
class Output
{
public:
    explicit Output(Sink sink) : m_sink(std::move(sink)) { }

    void write(std::string_view bytes);
    void write(const QString &text);
    void flush();
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    Sink m_sink;
    std::string m_pending;
    bool m_failed = false;
};

/// What a command has besides its arguments and the files they name. Tests put strings here.
struct Io {
    BlockSource in; ///< standard input
    Output out; ///< what was asked for: machine output is never translated
    Output err; ///< messages for people
    Store &store; ///< where files are written
    QLocale locale; ///< how numbers in messages are written
};

/// Translations of what the command line itself says: usage and progress, nothing about a policy.
class CommandText
{
    Q_DECLARE_TR_FUNCTIONS(CommandText)
};

} // namespace relaytab
