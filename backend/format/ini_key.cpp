#include "backend/format/ini_key.h"

#include <algorithm>
#include <charconv>

#include "backend/format/nearest_word.h"

namespace relaytab {

namespace {

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

std::optional<std::uint32_t> takeIniNumber(std::string_view &text)
{
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (problem != std::errc{} || number > iniMaxNumber || (text.front() == '0' && digits > 1))
        return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

std::optional<IniRowKey> parseIniRowKey(std::string_view key)
{
    if (!key.starts_with("rule"))
        return std::nullopt;
    key.remove_prefix(4);
    const auto number = takeIniNumber(key);
    if (!number)
        return std::nullopt;
    if (key.empty())
        return IniRowKey{*number};
    if (key == "-enabled")
        return IniRowKey{*number, iniEnabled};
    if (!key.starts_with("-note"))
        return std::nullopt;
    key.remove_prefix(5);
    if (key.empty())
        return IniRowKey{*number, 1};
    const auto part = takeIniNumber(key);
    return part && *part > 1 && key.empty() ? std::optional{IniRowKey{*number, *part}} : std::nullopt;
}

std::string nearestIniRowKey(std::string_view key)
{
    const std::size_t first = std::min(key.find_first_of("123456789"), key.size());
    const std::size_t last = std::min(key.find_first_not_of("0123456789", first), key.size());
    if (last - first > std::to_string(iniMaxNumber).size())
        return {};
    const std::string rule = "rule" + (first < last ? std::string{key.substr(first, last - first)} : std::string{"1"});
    const std::array<std::string, 3> words{rule, rule + "-enabled", rule + "-note"};
    const std::array<std::string_view, 3> views{words[0], words[1], words[2]};
    return nearestWord(key, views);
}

std::string iniSwitchMeant(std::string_view value)
{
    constexpr std::array<std::string_view, 3> on{"yes", "true", "on"};
    constexpr std::array<std::string_view, 3> off{"no", "false", "off"};
    if (std::find(on.begin(), on.end(), value) != on.end())
        return "1";
    return std::find(off.begin(), off.end(), value) != off.end() ? "0" : "";
}

std::string_view withoutIniBlanks(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<IniPair> iniPairAt(std::string_view text, std::uint32_t line)
{
    std::uint32_t end = lineEnd(text, line);
    while (end > line && (text[end - 1] == '\n' || text[end - 1] == '\r' || isBlank(text[end - 1])))
        --end;
    std::uint32_t begin = line;
    while (begin < end && isBlank(text[begin]))
        ++begin;
    const std::size_t equals = text.substr(0, end).find('=', begin);
    if (equals == std::string_view::npos)
        return std::nullopt;
    IniPair pair{{begin, static_cast<std::uint32_t>(equals)}, {static_cast<std::uint32_t>(equals) + 1, end}};
    while (pair.key.end > begin && isBlank(text[pair.key.end - 1]))
        --pair.key.end;
    while (pair.value.begin < end && isBlank(text[pair.value.begin]))
        ++pair.value.begin;
    pair.value.end = std::max(pair.value.end, pair.value.begin);
    return pair;
}

} // namespace relaytab
