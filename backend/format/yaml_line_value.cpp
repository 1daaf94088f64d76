#include "backend/format/yaml_line_value.h"

namespace relaytab {

namespace {

constexpr bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Characters of a plain scalar that mean nothing to YAML wherever they stand behind the first.
constexpr bool isPlain(char c)
{
    return isAlnum(c) || c == '.' || c == '/' || c == '_' || c == '-' || c == ' ';
}

/// What follows a backslash, up to the closing quote.
bool readEscapes(std::string_view &rest, std::string &out)
{
    while (!rest.empty() && rest.front() != '"') {
        char c = rest.front();
        rest.remove_prefix(1);
        if (c == '\\') {
            if (rest.empty())
                return false;
            switch (rest.front()) {
            case '"':
            case '\\': c = rest.front(); break;
            case 'n': c = '\n'; break;
            case 't': c = '\t'; break;
            default: return false;
            }
            rest.remove_prefix(1);
        }
        out += c;
    }
    return !rest.empty();
}

} // namespace

bool readYamlLineValue(const char *begin, std::string_view rest, YamlLineValue &value)
{
    const std::size_t first = rest.find_first_not_of(' ');
    if (first == std::string_view::npos || first == 0)
        return false;
    rest.remove_prefix(first);
    value.span.begin = static_cast<std::uint32_t>(rest.data() - begin);
    const char quote = rest.front();
    value.plain = quote != '"' && quote != '\'';
    if (value.plain) {
        if (!isAlnum(quote))
            return false;
        std::size_t end = 1;
        while (end < rest.size() && isPlain(rest[end]))
            ++end;
        if (end < rest.size() && rest[end] != '#')
            return false;
        if (!isYamlLineTail(end < rest.size() ? rest.substr(end - 1) : std::string_view{}))
            return false;
        while (rest[end - 1] == ' ')
            --end;
        value.text = rest.substr(0, end);
        rest.remove_prefix(end);
    } else {
        rest.remove_prefix(1);
        const std::size_t end = quote == '"' ? rest.find_first_of("\"\\") : rest.find('\'');
        if (end == std::string_view::npos)
            return false;
        value.text = rest.substr(0, end);
        rest.remove_prefix(end);
        if (rest.front() == '\\') {
            value.unescaped = value.text;
            if (!readEscapes(rest, value.unescaped))
                return false;
            value.text = value.unescaped;
        }
        rest.remove_prefix(1);
        if (quote == '\'' && rest.starts_with('\''))
            return false;
        if (!isYamlLineTail(rest))
            return false;
    }
    value.span.end = static_cast<std::uint32_t>(rest.data() - begin);
    return true;
}

bool isYamlLineTail(std::string_view rest)
{
    const std::size_t first = rest.find_first_not_of(' ');
    return first == std::string_view::npos || (first > 0 && rest[first] == '#');
}

} // namespace relaytab
