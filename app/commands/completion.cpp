#include "app/commands/completion.h"

#include <string>
#include <vector>

#include "app/commands/arguments.h"
#include "backend/format/format.h"

namespace relaytab {

namespace {

using Words = std::vector<std::string_view>;

std::string joined(const Words &words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : " ").append(word);
    return text;
}

/// What an option's value may be, as far as that is a list of words.
Words valuesOf(const OptionSpec &option)
{
    Words values(option.choices.begin(), option.choices.end());
    if (option.value == "FORMAT")
        for (const Format &format : formats())
            values.push_back(format.id);
    return values;
}

bool isFile(const OptionSpec &option)
{
    return option.value == "FILE" || option.value == "OUT";
}

/// The text between single quotes, as all three shells read it.
std::string quoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'')
            result += "'\\''";
        else
            result += c;
    }
    return result + '\'';
}

std::string bashScript()
{
    Words names;
    std::string options;
    std::string values;
    for (const Command &command : commands()) {
        names.push_back(command.name);
        std::vector<std::string> dashed{"--help"};
        for (const OptionSpec &option : command.options) {
            dashed.push_back("--" + std::string{option.name});
            if (!option.letter.empty())
                dashed.push_back('-' + std::string{option.letter});
            if (const Words words = valuesOf(option); !words.empty())
                values += "        " + std::string{command.name} + ":--" + std::string{option.name}
                    + ") options=" + quoted(joined(words)) + " ;;\n";
        }
        options += "        " + std::string{command.name}
            + ") options=" + quoted(joined({dashed.begin(), dashed.end()})) + " ;;\n";
    }
    return "# bash completion for relaytabctl\n"
           "_relaytabctl()\n{\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} options=\n"
           "    COMPREPLY=()\n"
           "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
           "        COMPREPLY=($(compgen -W "
        + quoted(joined(names) + " --help --version")
        + " -- \"$current\"))\n        return\n    fi\n"
          "    case $command:${COMP_WORDS[COMP_CWORD-1]} in\n"
        + values
        + "    esac\n"
          "    if [ -z \"$options\" ] && [ \"${current:0:1}\" = - ]; then\n"
          "        case $command in\n"
        + options
        + "        esac\n    fi\n"
          "    [ -z \"$options\" ] || COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
          "}\n"
          "complete -o default -F _relaytabctl relaytabctl\n";
}

/// A description inside the brackets of zsh's _arguments, or behind the colon of _describe.
std::string zshText(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\')
            result += '\\';
        result += c;
    }
    return result;
}

std::string zshOption(const OptionSpec &option)
{
    std::string value;
    if (!option.value.empty()) {
        const Words words = valuesOf(option);
        value = ':' + std::string{option.value} + ':'
            + (!words.empty()       ? '(' + joined(words) + ')'
                   : isFile(option) ? std::string{"_files"}
                                    : std::string{});
    }
    const std::string text = '[' + zshText(option.help) + ']' + value;
    std::string line = " \\\n            " + quoted("--" + std::string{option.name} + text);
    if (!option.letter.empty())
        line += " \\\n            " + quoted('-' + std::string{option.letter} + text);
    return line;
}

std::string zshScript()
{
    std::string names;
    std::string cases;
    for (const Command &command : commands()) {
        names += "        " + quoted(std::string{command.name} + ':' + zshText(command.summary)) + '\n';
        cases += "    " + std::string{command.name} + ")\n        _arguments '--help[this text]'";
        for (const OptionSpec &option : command.options)
            cases += zshOption(option);
        cases += " \\\n            '*:file:_files'\n        ;;\n";
    }
    return "#compdef relaytabctl\n"
           "_relaytabctl() {\n"
           "    local -a commands\n"
           "    commands=(\n"
        + names
        + "    )\n"
          "    if (( CURRENT == 2 )); then\n        _describe command commands\n        return\n    fi\n"
          "    local command=$words[2]\n"
          "    shift words\n    (( CURRENT-- ))\n"
          "    case $command in\n"
        + cases
        + "    esac\n"
          "}\n"
          "_relaytabctl \"$@\"\n";
}

std::string fishScript()
{
    std::string text = "# fish completion for relaytabctl\n";
    for (const Command &command : commands()) {
        const std::string name{command.name};
        text +=
            "complete -c relaytabctl -n __fish_use_subcommand -f -a " + name + " -d " + quoted(command.summary) + '\n';
        for (const OptionSpec &option : command.options) {
            text +=
                "complete -c relaytabctl -n '__fish_seen_subcommand_from " + name + "' -l " + std::string{option.name};
            if (!option.letter.empty())
                text += " -s " + std::string{option.letter};
            if (!option.value.empty())
                text += isFile(option) ? " -r" : " -x";
            if (const Words words = valuesOf(option); !words.empty())
                text += " -a " + quoted(joined(words));
            text += " -d " + quoted(option.help) + '\n';
        }
    }
    return text;
}

} // namespace

ExitStatus runCompletion(const Arguments &arguments, Io &io)
{
    const QString &shell = arguments.operands.first();
    if (shell == u"bash")
        io.out.write(bashScript());
    else if (shell == u"zsh")
        io.out.write(zshScript());
    else if (shell == u"fish")
        io.out.write(fishScript());
    else
        //: %1 is what was given as the name of a shell
        return usageError(io,
                          CommandText::tr("There is no completion for “%1”, only for: bash, zsh, fish.").arg(shell));
    return ExitStatus::Yes;
}

} // namespace relaytab
