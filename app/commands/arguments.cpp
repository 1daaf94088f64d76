#include "app/commands/arguments.h"

#include <algorithm>

#include "app/commands/words.h"
#include "backend/format/nearest_word.h"

namespace relaytab {

namespace {

using Failure = Unexpected<QString>;

const OptionSpec *optionNamed(const Command &command, const QString &name)
{
    const auto found = std::ranges::find_if(command.options, [&](const OptionSpec &option) {
        return latin1(option.name) == name || (!option.letter.empty() && latin1(option.letter) == name);
    });
    return found == command.options.end() ? nullptr : &*found;
}

Failure unknownOption(const Command &command, const QString &given)
{
    std::vector<std::string_view> names{"help"};
    for (const OptionSpec &option : command.options)
        names.push_back(option.name);
    const QString near = nearest(given.mid(given.startsWith(u"--") ? 2 : 1), names);
    if (near.isEmpty())
        //: %1 is an option of the command line, %2 a command
        return Failure(CommandText::tr("%2 has no option %1.").arg(given, latin1(command.name)));
    //: %1 is an option of the command line, %2 a command, %3 the option that was probably meant
    return Failure(CommandText::tr("%2 has no option %1. Was --%3 meant?").arg(given, latin1(command.name), near));
}

Failure wrongChoice(const OptionSpec &option, const QString &value)
{
    QStringList choices;
    for (const std::string_view choice : option.choices)
        choices.append(latin1(choice));
    //: %1 is an option of the command line, %2 the value it was given, %3 a list of the values it takes
    return Failure(CommandText::tr("--%1 does not take “%2”, only: %3.")
                       .arg(latin1(option.name), value, choices.join(QStringLiteral(", "))));
}

} // namespace

QString nearest(const QString &given, std::span<const std::string_view> words)
{
    return QString::fromStdString(nearestWord(given.toStdString(), words));
}

Expected<Arguments, QString> parseArguments(const Command &command, const QStringList &arguments)
{
    Arguments parsed;
    bool onlyOperands = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (onlyOperands || argument == u"-" || !argument.startsWith(u'-')) {
            parsed.operands.append(argument);
            continue;
        }
        if (argument == u"--") {
            onlyOperands = true;
            continue;
        }
        const QString word = argument.section(u'=', 0, 0);
        const QString name = word.startsWith(u"--") ? word.mid(2) : word.mid(1);
        const OptionSpec *option = optionNamed(command, name);
        if (option == nullptr || word.startsWith(u"--") != (name == latin1(option->name)))
            return unknownOption(command, word);
        const bool attached = word.size() < argument.size();
        QString value = attached ? argument.mid(word.size() + 1) : QString();
        if (option->value.empty()) {
            if (attached)
                //: %1 is an option of the command line
                return Failure(CommandText::tr("--%1 takes no value.").arg(latin1(option->name)));
        } else {
            if (!attached && ++i == arguments.size())
                //: %1 is an option of the command line, %2 stands for its value, such as FILE
                return Failure(
                    CommandText::tr("--%1 needs a value: %2.").arg(latin1(option->name), latin1(option->value)));
            if (!attached)
                value = arguments.at(i);
            if (!option->choices.empty() && std::ranges::none_of(option->choices, [&](std::string_view choice) {
                    return latin1(choice) == value;
                }))
                return wrongChoice(*option, value);
        }
        parsed.options.insert(latin1(option->name), value);
    }
    if (parsed.operands.size() < command.least)
        //: %1 is a command, %2 what stands behind it, such as POLICY
        return Failure(CommandText::tr("%1 needs more: %2.").arg(latin1(command.name), latin1(command.operands)));
    if (command.most != Command::any && parsed.operands.size() > command.most)
        //: %1 is a command, %2 what is too much
        return Failure(CommandText::tr("%1 does not know what to do with “%2”.")
                           .arg(latin1(command.name), parsed.operands.at(command.most)));
    return parsed;
}

} // namespace relaytab
