#include "backend/format/text_lines.h"

namespace relaytab {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

constexpr bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

std::uint32_t lineBegin(std::string_view text, std::uint32_t offset)
{
    while (offset > 0 && !isBreak(text[offset - 1]))
        --offset;
    return offset == 0 && text.starts_with(byteOrderMark) ? static_cast<std::uint32_t>(byteOrderMark.size()) : offset;
}

std::uint32_t lineEnd(std::string_view text, std::uint32_t offset)
{
    while (offset < text.size() && !isBreak(text[offset]))
        ++offset;
    if (offset < text.size() && text[offset] == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n')
        ++offset;
    return offset < text.size() ? offset + 1 : offset;
}

std::uint32_t lineAbove(std::string_view text, std::uint32_t line)
{
    --line;
    if (line > 0 && text[line] == '\n' && text[line - 1] == '\r')
        --line;
    return lineBegin(text, line);
}

std::string_view lineBreakBefore(std::string_view text, std::uint32_t offset)
{
    const auto breakAt = [text](std::size_t at) {
        return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? text.substr(at, 2)
                                                                                : text.substr(at, 1);
    };
    for (std::uint32_t i = offset; i > 0; --i)
        if (isBreak(text[i - 1]))
            return breakAt(i >= 2 && text[i - 1] == '\n' && text[i - 2] == '\r' ? i - 2 : i - 1);
    const std::size_t first = text.find_first_of("\r\n");
    return first == std::string_view::npos ? std::string_view{"\n"} : breakAt(first);
}

} // namespace relaytab
