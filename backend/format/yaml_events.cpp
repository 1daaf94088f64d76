#include "backend/format/yaml_events.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>
#include <yaml.h>

#include "backend/format/utf8_text.h"

namespace relaytab {

namespace {

using Failure = Unexpected<FormatError>;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

constexpr std::size_t maxKeyBytes = 1000; ///< YAML allows 1024 characters for a key without `?`

constexpr bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Neither printable ASCII nor tab, LF or CR: to be looked at closely.
constexpr bool isUnusual(unsigned char c)
{
    return c >= 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
}

bool isPlainText(std::string_view bytes)
{
    unsigned unusual = 0; // no early exit, so that the compiler makes wide steps of it
    for (const char c : bytes)
        unusual |= isUnusual(static_cast<unsigned char>(c)) ? 1U : 0U;
    return unusual == 0;
}

constexpr bool mayStand(char32_t point)
{
    const bool control = point < 0x20 ? point != '\t' && point != '\n' && point != '\r' : point >= 0x7F && point < 0xA0;
    const bool lineEndOfSome = point == 0x2028 || point == 0x2029;
    return !control && !lineEndOfSome && point != 0xFEFF && point != 0xFFFE && point != 0xFFFF;
}

YamlStyle styleOf(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return YamlStyle::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return YamlStyle::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE: return YamlStyle::Literal;
    case YAML_FOLDED_SCALAR_STYLE: return YamlStyle::Folded;
    default: return YamlStyle::Plain;
    }
}

std::string textOf(const yaml_char_t *text)
{
    return text == nullptr ? std::string{} : std::string{reinterpret_cast<const char *>(text)};
}

} // namespace

Expected<void, FormatError> checkYamlText(std::string_view bytes)
{
    const auto failure = [bytes](FormatErrorCode code, std::size_t offset, std::string fact) {
        return Failure{{.code = code, .place = PlaceFinder{bytes}.place(offset), .fact = std::move(fact)}};
    };
    if (bytes.size() > yamlMaxBytes)
        return Failure{{.code = FormatErrorCode::TooLarge, .fact = std::to_string(bytes.size())}};
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return Failure{{.code = FormatErrorCode::WrongEncoding, .fact = "UTF-16"}};
    constexpr std::size_t step = 4096;
    std::size_t i = bytes.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    while (i < bytes.size()) {
        const std::string_view block = bytes.substr(i, step);
        if (isPlainText(block)) {
            i += block.size();
            continue;
        }
        const std::size_t end = i + block.size();
        while (i < end) {
            const DecodedPoint decoded = decodePoint(bytes, i);
            if (decoded.bytes == 0)
                return failure(FormatErrorCode::NotUtf8, i, {});
            if (!mayStand(decoded.point))
                return failure(FormatErrorCode::Syntax, i, pointName(decoded.point));
            i += decoded.bytes;
        }
    }
    return {};
}

std::uint32_t findOutsideComments(std::string_view text, std::uint32_t begin, std::uint32_t end, char wanted)
{
    for (std::uint32_t i = begin; i < end; ++i) {
        if (text[i] == wanted)
            return i;
        if (text[i] == '#')
            while (i + 1 < end && text[i + 1] != '\n' && text[i + 1] != '\r')
                ++i;
    }
    return end;
}

/// libyaml's own structures, behind a name, so that its header stays here.
struct YamlEvents::Library {
    yaml_parser_t parser{};
    yaml_event_t event{};

    explicit Library(std::string_view text)
    {
        if (yaml_parser_initialize(&parser) == 0)
            throw std::bad_alloc{};
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
    }
    ~Library()
    {
        yaml_event_delete(&event);
        yaml_parser_delete(&parser);
    }
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;
    Library(Library &&) = delete;
    Library &operator=(Library &&) = delete;
};

YamlEvents::YamlEvents(std::string_view text)
    : m_text(text),
      m_skipped(text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0),
      m_library(std::make_unique<Library>(text.substr(m_skipped))),
      m_contentEnd(static_cast<std::uint32_t>(m_skipped)),
      m_ascii(isPlainText(text.substr(m_skipped)))
{ }

YamlEvents::~YamlEvents() = default;

FormatError YamlEvents::error(FormatErrorCode code, std::size_t offset, std::string fact, std::string suggestion) const
{
    return {.code = code,
            .place = PlaceFinder{m_text}.place(offset),
            .fact = std::move(fact),
            .suggestion = std::move(suggestion)};
}

/// Positions come in ascending order, give or take a few characters, so a walking pointer is enough.
std::uint32_t YamlEvents::offsetOf(std::size_t character)
{
    const std::string_view text = m_text.substr(m_skipped);
    if (m_ascii)
        return static_cast<std::uint32_t>(m_skipped + std::min(character, text.size()));
    while (m_character < character && m_byte < text.size()) {
        ++m_byte;
        while (m_byte < text.size() && isContinuation(text[m_byte]))
            ++m_byte;
        ++m_character;
    }
    while (m_character > character) {
        --m_byte;
        while (isContinuation(text[m_byte]))
            --m_byte;
        --m_character;
    }
    return static_cast<std::uint32_t>(m_skipped + m_byte);
}

/// What stands there up to a blank, a line end or a bracket.
std::string YamlEvents::wordAt(std::uint32_t offset) const
{
    const std::size_t end = m_text.find_first_of(" \t\r\n,[]{}", offset);
    return std::string{m_text.substr(offset, end == std::string_view::npos ? end : end - offset)};
}

FormatError YamlEvents::libraryError()
{
    const yaml_parser_t &parser = m_library->parser;
    if (parser.error == YAML_MEMORY_ERROR)
        throw std::bad_alloc{};
    // What only the end of the file brought to light began where the open quote or bracket stands.
    const bool atEnd = offsetOf(parser.problem_mark.index) == m_text.size() && parser.context != nullptr;
    return error(FormatErrorCode::Syntax, offsetOf(atEnd ? parser.context_mark.index : parser.problem_mark.index),
                 parser.problem == nullptr ? std::string{} : std::string{parser.problem});
}

/// A node begins in the innermost collection; true when it stands where a mapping has its keys.
bool YamlEvents::takeSlot()
{
    if (m_depth == 0 || !m_levels[m_depth - 1].mapping)
        return false;
    const bool key = m_levels[m_depth - 1].keyNext;
    m_levels[m_depth - 1].keyNext = !key;
    return key;
}

/// The place where the content of a scalar ends, moved back over what belongs to the lines after a block scalar.
void YamlEvents::noteContent(YamlEvent &event)
{
    if (event.style == YamlStyle::Literal || event.style == YamlStyle::Folded) {
        bool keep = false;
        std::uint32_t header = event.span.begin + 1;
        while (header < event.span.end && m_text[header] != '\n' && m_text[header] != '\r' && m_text[header] != '#') {
            keep = keep || m_text[header] == '+';
            ++header;
        }
        // Back over the last line break and, where they are no text, over empty lines.
        const auto dropBreak = [&](std::uint32_t end) {
            if (end > header && m_text[end - 1] == '\n')
                --end;
            if (end > header && m_text[end - 1] == '\r')
                --end;
            return end;
        };
        const auto isBreak = [&](std::uint32_t at) { return m_text[at] == '\n' || m_text[at] == '\r'; };
        event.span.end = dropBreak(event.span.end);
        while (!keep && event.span.end > header && isBreak(event.span.end - 1))
            event.span.end = dropBreak(event.span.end);
        m_blockScalars.push_back({event.span, keep});
    }
    m_contentEnd = std::max(m_contentEnd, event.span.end);
}

Expected<void, FormatError> YamlEvents::checkKey(const YamlEvent &event) const
{
    if (findOutsideComments(m_text, event.gap, event.span.begin, '?') != event.span.begin)
        return Failure{error(FormatErrorCode::NotSupported, event.span.begin, "?")};
    if (event.kind != YamlEvent::Kind::Scalar)
        return Failure{error(FormatErrorCode::NotSupported, event.span.begin, "?")};
    // Over lines or too long for a block: braces let it pass where it has no value.
    const std::string_view name = m_text.substr(event.span.begin, event.span.end - event.span.begin);
    if (name.size() > maxKeyBytes || name.find_first_of("\r\n") != std::string_view::npos)
        return Failure{error(FormatErrorCode::NotSupported, event.span.begin, "?")};
    if (event.style == YamlStyle::Plain && event.text == "<<")
        return Failure{error(FormatErrorCode::NotSupported, event.span.begin, "<<")};
    return {};
}

Expected<void, FormatError> YamlEvents::open(YamlEvent &event, bool mapping)
{
    event.kind = mapping ? YamlEvent::Kind::MappingStart : YamlEvent::Kind::SequenceStart;
    if (takeSlot())
        return checkKey(event);
    if (m_depth == yamlMaxDepth)
        return Failure{error(FormatErrorCode::TooDeep, event.span.begin, std::to_string(yamlMaxDepth))};
    m_levels[m_depth++] = {.mapping = mapping, .flow = event.flow, .keyNext = mapping};
    if (event.flow)
        m_contentEnd = std::max(m_contentEnd, event.span.end);
    return {};
}

Expected<YamlEvent, FormatError> YamlEvents::next()
{
    while (true) {
        yaml_event_delete(&m_library->event);
        if (yaml_parser_parse(&m_library->parser, &m_library->event) == 0)
            return Failure{libraryError()};
        switch (m_library->event.type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT: continue;
        default: return translate();
        }
    }
}

Expected<YamlEvent, FormatError> YamlEvents::translate()
{
    const yaml_event_t &from = m_library->event;
    YamlEvent event;
    event.span = {offsetOf(from.start_mark.index), offsetOf(from.end_mark.index)};
    event.gap = m_contentEnd;
    const auto refuse = [&](std::string fact) {
        return Failure{error(FormatErrorCode::NotSupported, event.span.begin, std::move(fact))};
    };
    switch (from.type) {
    case YAML_DOCUMENT_START_EVENT: {
        const auto &document = from.data.document_start;
        if (document.version_directive != nullptr)
            return refuse("%YAML");
        if (document.tag_directives.start != document.tag_directives.end)
            return refuse("%TAG");
        if (m_depth != 0 || m_secondDocument)
            return refuse("---");
        m_secondDocument = true;
        return next();
    }
    case YAML_ALIAS_EVENT: return refuse('*' + textOf(from.data.alias.anchor));
    case YAML_SCALAR_EVENT: {
        const auto &scalar = from.data.scalar;
        if (scalar.anchor != nullptr)
            return refuse('&' + textOf(scalar.anchor));
        if (scalar.tag != nullptr)
            return refuse(wordAt(event.span.begin));
        event.kind = YamlEvent::Kind::Scalar;
        event.style = styleOf(scalar.style);
        event.text = {reinterpret_cast<const char *>(scalar.value), scalar.length};
        event.key = takeSlot();
        if (event.key)
            if (auto checked = checkKey(event); !checked)
                return Failure{std::move(checked.error())};
        noteContent(event);
        return event;
    }
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT: {
        const bool mapping = from.type == YAML_MAPPING_START_EVENT;
        const yaml_char_t *anchor = mapping ? from.data.mapping_start.anchor : from.data.sequence_start.anchor;
        const yaml_char_t *tag = mapping ? from.data.mapping_start.tag : from.data.sequence_start.tag;
        if (anchor != nullptr)
            return refuse('&' + textOf(anchor));
        if (tag != nullptr)
            return refuse(wordAt(event.span.begin));
        event.flow = mapping ? from.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                             : from.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        if (auto opened = open(event, mapping); !opened)
            return Failure{std::move(opened.error())};
        return event;
    }
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        event.kind = from.type == YAML_MAPPING_END_EVENT ? YamlEvent::Kind::MappingEnd : YamlEvent::Kind::SequenceEnd;
        if (m_levels[--m_depth].flow) // block collections end at the token after them
            m_contentEnd = std::max(m_contentEnd, event.span.end);
        return event;
    default: event.kind = YamlEvent::Kind::End; return event;
    }
}

Expected<void, FormatError> YamlEvents::skip(const YamlEvent &first)
{
    if (first.kind == YamlEvent::Kind::Scalar)
        return {};
    const std::size_t outside = m_depth - 1;
    std::vector<std::unordered_set<std::string>> keys(1);
    while (m_depth > outside) {
        const auto event = next();
        if (!event)
            return Failure{event.error()};
        keys.resize(m_depth > outside ? m_depth - outside : 0);
        if (event->key && !keys.back().insert(std::string{event->text}).second)
            return Failure{error(FormatErrorCode::DuplicateKey, event->span.begin, std::string{event->text})};
    }
    return {};
}

} // namespace relaytab
