#include "backend/format/yaml_nodes.h"

#include <algorithm>
#include <array>

#include "backend/format/nearest_word.h"
#include "backend/format/yaml_words.h"

namespace relaytab {

namespace {

using Code = FormatErrorCode;
using Failure = Unexpected<FormatError>;
using Kind = YamlEvent::Kind;

} // namespace

Expected<std::size_t, FormatError> YamlNodes::takeKey(const YamlEvent &event, std::span<const std::string_view> words,
                                                      YamlSeenKeys &seen) const
{
    const auto twice = [&] { return failure(Code::DuplicateKey, event.span.begin, event.text); };
    if (const auto found = std::find(words.begin(), words.end(), event.text); found != words.end()) {
        const auto index = static_cast<std::size_t>(found - words.begin());
        const std::uint32_t bit = 1U << index;
        if ((seen.known & bit) != 0)
            return twice();
        seen.known |= bit;
        return index;
    }
    if (!yaml_words::isOwn(event.text))
        return failure(Code::UnknownKey, event.span.begin, event.text, nearestWord(event.text, words));
    if (!seen.own.insert(std::string{event.text}).second)
        return twice();
    return words.size();
}

Expected<void, FormatError> YamlNodes::skipValue(std::uint32_t &begin)
{
    const auto event = m_events.next();
    if (!event)
        return Failure{event.error()};
    begin = event->span.begin;
    return m_events.skip(*event);
}

Expected<void, FormatError> YamlNodes::takeScalar(std::string_view key, YamlScalar &into)
{
    const auto event = m_events.next();
    if (!event)
        return Failure{event.error()};
    if (event->kind != Kind::Scalar)
        return failure(Code::WrongType, event->span.begin, key);
    into.text.assign(event->text);
    into.style = event->style;
    into.offset = event->span.begin;
    return {};
}

Expected<bool, FormatError> YamlNodes::switchOf(const YamlScalar &scalar) const
{
    static constexpr std::array<std::string_view, 6> yes{"true", "True", "TRUE", "yes", "on", "y"};
    static constexpr std::array<std::string_view, 6> no{"false", "False", "FALSE", "no", "off", "n"};
    const bool plain = scalar.style == YamlStyle::Plain;
    if (plain && (scalar.text == yes[0] || scalar.text == no[0]))
        return scalar.text == yes[0];
    std::string lower = scalar.text.substr(0, no[0].size() + 1);
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const std::string_view meant = yaml_words::indexOf(std::string_view{lower}, yes) ? yes[0]
        : yaml_words::indexOf(std::string_view{lower}, no)                           ? no[0]
                                                                                     : std::string_view{};
    return failure(Code::BadSwitch, scalar.offset, scalar.text, std::string{meant});
}

} // namespace relaytab
