#include "backend/format/yaml_reader.h"

#include <charconv>

#include "backend/format/nearest_word.h"
#include "backend/format/utf8_text.h"
#include "backend/format/yaml_nodes.h"
#include "backend/format/yaml_row.h"
#include "backend/format/yaml_words.h"

namespace relaytab {

namespace {

using Code = FormatErrorCode;
using Failure = Unexpected<FormatError>;
using Result = Expected<void, FormatError>;
using Kind = YamlEvent::Kind;

/// The list for what stands without brackets: `5`, or one word.
std::string flagsMeant(std::string_view text)
{
    std::uint32_t bits = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (problem == std::errc{} && end == text.data() + text.size() && bits <= flag::known)
        return yamlFlagsText(bits);
    if (const auto index = yaml_words::indexOf(text, yaml_words::flags))
        return yamlFlagsText(1U << *index);
    return {};
}

class Reader
{
public:
    Reader(std::string_view bytes, WithLayout withLayout)
        : m_bytes(bytes), m_nodes(bytes), m_places(bytes), m_withLayout(withLayout == WithLayout::Yes)
    { }

    Result read();
    YamlFile file() { return std::move(m_file); }

private:
    Failure failure(Code code, std::size_t offset, std::string_view fact, std::string suggestion = {}) const
    {
        return m_nodes.failure(code, offset, fact, std::move(suggestion));
    }

    Result readTop(std::size_t word);
    Result readVersion();
    Result readFlags(const YamlEvent &first);
    Result readUnknownFlags();
    Expected<Kind, FormatError> openList(YamlListLayout &layout, std::size_t word);
    Result readRows(ListKind kind);
    Result readRow(ListKind kind, std::uint32_t begin);
    Result readExpectations();
    Result readExpectation(std::uint32_t begin);
    std::uint32_t itemBegin(const YamlEvent &event, const YamlListLayout &layout) const;

    std::string_view m_bytes;
    YamlNodes m_nodes;
    PlaceFinder m_places;
    bool m_withLayout;
    YamlFile m_file;
    std::optional<std::uint32_t> m_unknownFlags;
    std::uint32_t m_unknownFlagsAt = 0;
    std::array<YamlScalar, 5> m_scalars; ///< of the row being read; kept for their memory
};

Result Reader::read()
{
    const auto root = m_nodes.next();
    if (!root)
        return Failure{root.error()};
    if (root->kind == Kind::End)
        return Failure{{.code = Code::MissingKey, .fact = std::string{yaml_words::top[0]}}};
    if (root->kind != Kind::MappingStart)
        return failure(Code::WrongType, root->span.begin, "relaytab");
    YamlLayout &layout = m_file.layout;
    layout.rootShape = root->flow ? YamlShape::Flow : YamlShape::Block;
    layout.root.begin = root->span.begin;

    YamlSeenKeys seen;
    while (true) {
        const auto key = m_nodes.next();
        if (!key)
            return Failure{key.error()};
        if (key->kind == Kind::MappingEnd)
            break;
        const auto word = m_nodes.takeKey(*key, yaml_words::top, seen);
        if (!word)
            return Failure{word.error()};
        const bool own = *word >= static_cast<std::size_t>(YamlKey::Own);
        layout.entries.push_back({own ? YamlKey::Own : static_cast<YamlKey>(*word), key->span, {}});
        if (auto result = own ? m_nodes.skipValue(layout.entries.back().value.begin) : readTop(*word); !result)
            return result;
        YamlEntry &entry = layout.entries.back();
        entry.value.end = std::max(m_nodes.contentEnd(), entry.value.begin);
    }
    layout.root.end = m_nodes.contentEnd();
    layout.blockScalars = m_nodes.blockScalars();
    if (const auto end = m_nodes.next(); !end) // a second document, or what cannot follow
        return Failure{end.error()};

    const auto has = [&](YamlKey key) { return (seen.known & (1U << static_cast<unsigned>(key))) != 0; };
    if (!has(YamlKey::Version))
        return failure(Code::MissingKey, layout.root.begin, yaml_words::top[0]);
    std::optional<std::uint32_t> &flags = m_file.parsed.policy.flags;
    if (m_unknownFlags && !flags)
        return failure(Code::MissingKey, m_unknownFlagsAt, yaml_words::top[static_cast<std::size_t>(YamlKey::Flags)]);
    if (m_unknownFlags)
        flags = *flags | *m_unknownFlags;
    return {};
}

Result Reader::readTop(std::size_t word)
{
    switch (static_cast<YamlKey>(word)) {
    case YamlKey::Version: return readVersion();
    case YamlKey::Flags: {
        const auto first = m_nodes.next();
        return first ? readFlags(*first) : Failure{first.error()};
    }
    case YamlKey::UnknownFlags: return readUnknownFlags();
    case YamlKey::Deny: return readRows(ListKind::Deny);
    case YamlKey::Allow: return readRows(ListKind::Allow);
    case YamlKey::Local: return readRows(ListKind::Local);
    case YamlKey::Expect: return readExpectations();
    case YamlKey::Own: break;
    }
    return {};
}

Result Reader::readVersion()
{
    const auto value = m_nodes.next();
    if (!value)
        return Failure{value.error()};
    m_file.layout.entries.back().value.begin = value->span.begin;
    if (value->kind != Kind::Scalar)
        return failure(Code::WrongType, value->span.begin, yaml_words::top[0]);
    if (value->text != yaml_words::version || value->style != YamlStyle::Plain)
        return failure(Code::BadVersion, value->span.begin, value->text, std::string{yaml_words::version});
    return {};
}

Result Reader::readFlags(const YamlEvent &first)
{
    YamlListLayout &layout = m_file.layout.flags;
    m_file.layout.entries.back().value.begin = first.span.begin;
    if (first.kind == Kind::Scalar)
        return failure(Code::BadFlags, first.span.begin, first.text, flagsMeant(first.text));
    if (first.kind != Kind::SequenceStart)
        return failure(Code::WrongType, first.span.begin, "flags");
    layout.shape = first.flow ? YamlShape::Flow : YamlShape::Block;
    std::uint32_t flags = 0;
    while (true) {
        const auto word = m_nodes.next();
        if (!word)
            return Failure{word.error()};
        if (word->kind == Kind::SequenceEnd)
            break;
        if (word->kind != Kind::Scalar)
            return failure(Code::WrongType, word->span.begin, "flags");
        const auto index = yaml_words::indexOf(word->text, yaml_words::flags);
        if (!index || (flags & (1U << *index)) != 0)
            return failure(Code::BadFlags, word->span.begin, word->text,
                           index ? std::string{} : nearestWord(word->text, yaml_words::flags));
        flags |= 1U << *index;
        layout.items.push_back({itemBegin(*word, layout), word->span.end});
        m_file.layout.flagBits.push_back(1U << *index);
    }
    m_file.parsed.policy.flags = flags;
    return {};
}

/// Decimal, as a 32-bit number without the four bits that have words.
Result Reader::readUnknownFlags()
{
    const auto value = m_nodes.next();
    if (!value)
        return Failure{value.error()};
    m_file.layout.entries.back().value.begin = value->span.begin;
    if (value->kind != Kind::Scalar)
        return failure(Code::WrongType, value->span.begin, "unknown-flags");
    const std::string_view text = value->text;
    std::uint32_t bits = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), bits);
    const bool number =
        problem == std::errc{} && end == text.data() + text.size() && (text.front() != '0' || bits == 0);
    if (!number || text.size() > 10 || (bits & flag::known) != 0 || value->style != YamlStyle::Plain)
        return failure(Code::BadFlags, value->span.begin, text);
    m_unknownFlags = bits;
    m_unknownFlagsAt = m_file.layout.entries.back().name.begin;
    return {};
}

/// SequenceStart when items follow, Scalar when the list is `key:` with nothing.
Expected<Kind, FormatError> Reader::openList(YamlListLayout &layout, std::size_t word)
{
    const auto first = m_nodes.next();
    if (!first)
        return Failure{first.error()};
    m_file.layout.entries.back().value.begin = first->span.begin;
    const bool empty =
        first->kind == Kind::Scalar && first->style == YamlStyle::Plain && yaml_words::isNull(first->text);
    if (!empty && first->kind != Kind::SequenceStart)
        return failure(Code::WrongType, first->span.begin, yaml_words::top[word]);
    layout.shape = empty ? YamlShape::Empty : first->flow ? YamlShape::Flow : YamlShape::Block;
    return first->kind;
}

/// An item of a block list begins at its dash.
std::uint32_t Reader::itemBegin(const YamlEvent &event, const YamlListLayout &layout) const
{
    return layout.shape == YamlShape::Block ? findOutsideComments(m_bytes, event.gap, event.span.begin, '-')
                                            : event.span.begin;
}

Result Reader::readRows(ListKind kind)
{
    const std::size_t word = static_cast<std::size_t>(YamlKey::Deny) + static_cast<std::size_t>(kind);
    YamlListLayout &layout = m_file.layout.list(kind);
    const auto opened = openList(layout, word);
    if (!opened)
        return Failure{opened.error()};
    if (*opened == Kind::Scalar)
        return {};
    while (true) {
        const auto row = m_nodes.next();
        if (!row)
            return Failure{row.error()};
        if (row->kind == Kind::SequenceEnd)
            return {};
        if (row->kind != Kind::MappingStart)
            return failure(Code::WrongType, row->span.begin, yaml_words::top[word]);
        const std::uint32_t begin = itemBegin(*row, layout);
        if (auto result = readRow(kind, row->span.begin); !result)
            return result;
        if (m_withLayout)
            layout.items.push_back({begin, m_nodes.contentEnd()});
    }
}

Result Reader::readRow(ListKind kind, std::uint32_t begin)
{
    using namespace yaml_words;
    YamlSeenKeys seen;
    YamlRowTexts texts{.net = {}};
    while (true) {
        const auto event = m_nodes.next();
        if (!event)
            return Failure{event.error()};
        if (event->kind == Kind::MappingEnd)
            break;
        const auto key = m_nodes.takeKey(*event, row, seen);
        if (!key)
            return Failure{key.error()};
        std::uint32_t own = 0;
        if (auto value = *key < rowKeysRead ? m_nodes.takeScalar(row[*key], m_scalars[*key]) : m_nodes.skipValue(own);
            !value)
            return value;
        if (*key == row_key::enabled) {
            const auto enabled = m_nodes.switchOf(m_scalars[row_key::enabled]);
            if (!enabled)
                return Failure{enabled.error()};
            texts.enabled = *enabled;
        }
    }
    if ((seen.known & (1U << row_key::net)) == 0)
        return failure(Code::MissingKey, begin, row[row_key::net]);
    texts.net = m_scalars[row_key::net].text;
    texts.netAt = m_scalars[row_key::net].offset;
    texts.maskAt = m_scalars[row_key::mask].offset;
    if ((seen.known & (1U << row_key::mask)) != 0)
        texts.mask = m_scalars[row_key::mask].text;
    if ((seen.known & (1U << row_key::comment)) != 0)
        texts.comment = m_scalars[row_key::comment].text;
    appendYamlRow(texts, kind, m_places, m_file.parsed);
    return {};
}

Result Reader::readExpectations()
{
    const std::size_t word = static_cast<std::size_t>(YamlKey::Expect);
    YamlListLayout &layout = m_file.layout.expect;
    const auto opened = openList(layout, word);
    if (!opened)
        return Failure{opened.error()};
    if (*opened == Kind::Scalar)
        return {};
    while (true) {
        const auto item = m_nodes.next();
        if (!item)
            return Failure{item.error()};
        if (item->kind == Kind::SequenceEnd)
            return {};
        if (item->kind != Kind::MappingStart)
            return failure(Code::WrongType, item->span.begin, yaml_words::top[word]);
        const std::uint32_t begin = itemBegin(*item, layout);
        if (auto result = readExpectation(item->span.begin); !result)
            return result;
        layout.items.push_back({begin, m_nodes.contentEnd()});
    }
}

Result Reader::readExpectation(std::uint32_t begin)
{
    using namespace yaml_words;
    YamlSeenKeys seen;
    Expectation item;
    while (true) {
        const auto event = m_nodes.next();
        if (!event)
            return Failure{event.error()};
        if (event->kind == Kind::MappingEnd)
            break;
        const auto key = m_nodes.takeKey(*event, expectation, seen);
        if (!key)
            return Failure{key.error()};
        if (*key == expectation.size()) {
            std::uint32_t own = 0;
            if (auto skipped = m_nodes.skipValue(own); !skipped)
                return skipped;
            continue;
        }
        YamlScalar &scalar = m_scalars[*key];
        if (auto value = m_nodes.takeScalar(expectation[*key], scalar); !value)
            return value;
        const auto bad = [&](std::string suggestion = {}) {
            return failure(Code::BadExpectation, scalar.offset, scalar.text, std::move(suggestion));
        };
        switch (*key) {
        case expect_key::client: {
            const auto client = parseYamlClient(scalar.text);
            if (!client)
                return bad();
            item.client = *client;
            break;
        }
        case expect_key::server: {
            const auto server = parseAddress(scalar.text);
            if (!server)
                return bad(server.error().suggestion);
            item.server = *server;
            break;
        }
        case expect_key::authenticated: {
            const auto authenticated = m_nodes.switchOf(scalar);
            if (!authenticated)
                return Failure{authenticated.error()};
            item.authenticated = *authenticated;
            break;
        }
        case expect_key::verdict: {
            const auto index = indexOf(std::string_view{scalar.text}, verdicts);
            if (!index)
                return bad(nearestWord(scalar.text, verdicts));
            item.verdict = *index == 0 ? Verdict::Allowed : Verdict::Refused;
            break;
        }
        default: item.comment = scalar.text; break;
        }
    }
    for (const std::size_t needed : {expect_key::client, expect_key::verdict})
        if ((seen.known & (1U << needed)) == 0)
            return failure(Code::MissingKey, begin, expectation[needed]);
    m_file.parsed.policy.expectations.push_back(std::move(item));
    return {};
}

} // namespace

Expected<YamlFile, FormatError> readYaml(std::string_view bytes, WithLayout withLayout)
{
    Reader reader{bytes, withLayout};
    if (auto result = reader.read(); !result)
        return Failure{std::move(result.error())};
    return reader.file();
}

} // namespace relaytab
