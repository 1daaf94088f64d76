#include "app/commands/help.h"

#include <algorithm>

#include "app/commands/words.h"
#include "backend/format/format.h"

namespace relaytab {

namespace {

struct HelpLine {
    QString left;
    QString right;
};

/// Two columns, the left one as wide as its widest line.
QString columns(const QList<HelpLine> &lines)
{
    qsizetype width = 0;
    for (const HelpLine &line : lines)
        width = std::max(width, line.left.size());
    QString text;
    for (const HelpLine &line : lines)
        text += u"  " + line.left.leftJustified(width) + u"  " + line.right + u'\n';
    return text;
}

QString optionLine(const OptionSpec &option)
{
    QString line = option.letter.empty() ? QStringLiteral("    ") : QString(u'-' + latin1(option.letter) + u", ");
    line += u"--" + latin1(option.name);
    if (!option.value.empty())
        line += u' ' + latin1(option.value);
    return line;
}

/// What a file's name may end in so that its format is known.
QString knownSuffixes()
{
    QStringList suffixes;
    for (const Format &format : formats())
        for (const std::string_view suffix : format.suffixes)
            suffixes.append(latin1(suffix));
    return suffixes.join(u' ');
}

} // namespace

QString programHelp()
{
    QList<HelpLine> lines;
    for (const Command &command : commands())
        lines.append({latin1(command.name), CommandText::tr(command.summary)});
    return CommandText::tr("Usage: %1").arg(QStringLiteral("relaytabctl COMMAND [OPTIONS] POLICY ...")) + u"\n\n"
        + CommandText::tr("Says what an SMTP relay policy does: who may relay, why, and what is wrong with it.")
        + u"\n\n" + CommandText::tr("Commands:") + u'\n' + columns(lines) + u'\n'
        + CommandText::tr("POLICY is a file (%1), or - for standard input.").arg(knownSuffixes()) + u'\n'
        + CommandText::tr("relaytabctl COMMAND --help says more about one command.") + u'\n';
}

QString commandHelp(const Command &command)
{
    QList<HelpLine> lines;
    for (const OptionSpec &option : command.options)
        lines.append({optionLine(option), CommandText::tr(option.help)});
    lines.append({QStringLiteral("-h, --help"), CommandText::tr("this text")});
    QString usage = QStringLiteral("relaytabctl ") + latin1(command.name) + u" [OPTIONS]";
    if (!command.operands.empty())
        usage += u' ' + latin1(command.operands);
    QString text = CommandText::tr(command.summary) + u'\n';
    if (command.details != nullptr)
        text += CommandText::tr(command.details) + u'\n';
    return CommandText::tr("Usage: %1").arg(usage) + u"\n\n" + text + u'\n' + CommandText::tr("Options:") + u'\n'
        + columns(lines);
}

} // namespace relaytab
