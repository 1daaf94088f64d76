#include "backend/format/yaml_item.h"

#include <algorithm>

#include "backend/format/yaml_quote.h"

namespace relaytab {

namespace {

using Failure = Unexpected<FormatError>;
using Kind = YamlEvent::Kind;

constexpr bool isBlankOrBreak(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view slice(std::string_view text, TextSpan span)
{
    return text.substr(span.begin, span.end - span.begin);
}

TextSpan moved(TextSpan span, std::uint32_t base)
{
    return {span.begin + base, span.end + base};
}

bool isKnown(const YamlField &field, std::span<const std::string_view> known)
{
    return std::find(known.begin(), known.end(), field.key) != known.end();
}

const YamlWanted *wantedFor(const YamlField &field, const YamlWish &wish)
{
    const auto found =
        std::find_if(wish.begin(), wish.end(), [&](const YamlWanted &wanted) { return wanted.key == field.key; });
    return found == wish.end() ? nullptr : &*found;
}

bool says(const YamlField &field, const YamlWanted &wanted)
{
    return field.text == wanted.text || (wanted.same != nullptr && wanted.same(field.text, wanted.text));
}

std::string valueText(const YamlWanted &wanted, YamlStyle style)
{
    return wanted.form == YamlWanted::Form::Word ? wanted.text : yamlScalar(wanted.text, style);
}

/// The value of a field in the wish: as it stands while it says the same, on one line.
std::string valueText(std::string_view text, const YamlItem &item, const YamlWanted &wanted)
{
    for (const YamlField &field : item.fields)
        if (field.key == wanted.key && says(field, wanted) && field.value.begin != field.value.end
            && slice(text, field.value).find_first_of("\r\n") == std::string_view::npos)
            return std::string{slice(text, field.value)};
    return valueText(wanted, YamlStyle::DoubleQuoted);
}

/// The comment behind the header of a block scalar, with a blank before it; else nothing.
std::string headerComment(std::string_view text, const YamlField &field)
{
    if (field.style != YamlStyle::Literal && field.style != YamlStyle::Folded)
        return {};
    const std::string_view value = slice(text, field.value);
    const std::string_view header = value.substr(0, value.find_first_of("\r\n"));
    const std::size_t hash = header.find('#');
    return hash == std::string_view::npos ? std::string{} : ' ' + std::string{header.substr(hash)};
}

void replaceValue(std::string_view text, const YamlField &field, const YamlWanted &wanted, TextPatches &patches)
{
    const std::string value = valueText(wanted, field.style) + headerComment(text, field);
    if (field.value.begin != field.value.end) {
        patches.replace(field.value, value);
        return;
    }
    // No value: behind the colon, where there is one (`{comment}` has none).
    std::uint32_t colon = field.name.end;
    while (colon < text.size() && isBlankOrBreak(text[colon]))
        ++colon;
    if (colon < text.size() && text[colon] == ':')
        patches.replace({colon + 1, colon + 1}, ' ' + value);
    else
        patches.replace({field.name.end, field.name.end}, ": " + value);
}

std::uint32_t fieldEnd(const YamlField &field)
{
    return std::max(field.value.end, field.name.end);
}

/// Takes a key of a block item away with its line; where it stands behind the dash, the next one takes its place.
void removeField(std::string_view text, const YamlField &field, const YamlField *nextKept, TextPatches &patches)
{
    const std::uint32_t line = lineBegin(text, field.name.begin);
    const std::uint32_t end = lineEnd(text, fieldEnd(field));
    if (std::all_of(text.begin() + line, text.begin() + field.name.begin, isBlankOrBreak))
        patches.removeLines({line, end});
    else if (nextKept != nullptr && lineBegin(text, nextKept->name.begin) == end)
        patches.replace({field.name.begin, nextKept->name.begin}, {});
    else
        patches.replace({field.name.begin, fieldEnd(field)}, {});
}

/// The blanks that bring a line to the column of the keys.
std::string keyIndent(std::string_view text, const YamlItem &item)
{
    const std::uint32_t key = item.fields.front().name.begin;
    std::string indent{text.substr(lineBegin(text, key), key - lineBegin(text, key))};
    std::fill(indent.begin(), indent.end(), ' ');
    return indent;
}

/// Whether the wish can be had by changing values alone.
bool isSameKeys(const YamlItem &item, const YamlWish &wish, std::span<const std::string_view> known)
{
    std::size_t found = 0;
    for (const YamlField &field : item.fields) {
        if (wantedFor(field, wish) != nullptr)
            ++found;
        else if (isKnown(field, known))
            return false;
    }
    return found == wish.size();
}

/// Behind which field a new key goes: the last of those that are written before it.
std::size_t placeFor(const YamlItem &item, const YamlWish &wish, std::string_view key)
{
    std::size_t place = 0;
    for (const YamlWanted &before : wish) {
        if (before.key == key)
            break;
        for (std::size_t i = 0; i < item.fields.size(); ++i)
            if (item.fields[i].key == before.key)
                place = i;
    }
    return place;
}

void patchBlockItem(std::string_view text, const YamlItem &item, const YamlWish &wish,
                    std::span<const std::string_view> known, TextPatches &patches)
{
    const auto goes = [&](const YamlField &field) { return isKnown(field, known) && !wantedFor(field, wish); };
    for (std::size_t i = 0; i < item.fields.size(); ++i) {
        const YamlField &field = item.fields[i];
        const YamlWanted *wanted = wantedFor(field, wish);
        if (goes(field)) {
            const YamlField *next = i + 1 < item.fields.size() ? &item.fields[i + 1] : nullptr;
            removeField(text, field, next != nullptr && !goes(*next) ? next : nullptr, patches);
        } else if (wanted != nullptr && !says(field, *wanted)) {
            replaceValue(text, field, *wanted, patches);
        }
    }
    const std::string indent = keyIndent(text, item);
    for (const YamlWanted &wanted : wish) {
        if (std::any_of(item.fields.begin(), item.fields.end(),
                        [&](const YamlField &field) { return field.key == wanted.key; }))
            continue;
        const std::uint32_t at = lineEnd(text, fieldEnd(item.fields[placeFor(item, wish, wanted.key)]));
        patches.insertLines(at,
                            indent + std::string{wanted.key} + ": " + valueText(wanted, YamlStyle::DoubleQuoted)
                                + std::string{lineBreakBefore(text, at)});
    }
}

/// The keys of an item as lines; the first begins where the cursor stands, the others with `indent`; no last line end.
std::string fieldLines(std::string_view text, const YamlItem &item, const YamlWish &wish,
                       std::span<const std::string_view> known, const std::string &indent, std::string_view lineBreak)
{
    std::string out;
    const auto begin = [&] {
        if (!out.empty())
            out.append(lineBreak).append(indent);
    };
    for (const YamlWanted &wanted : wish) {
        begin();
        out.append(wanted.key).append(": ").append(valueText(text, item, wanted));
    }
    for (const YamlField &field : item.fields) {
        if (isKnown(field, known))
            continue;
        begin();
        out.append(slice(text, field.name)).append(field.value.begin == field.value.end ? ":" : ": ");
        out += indentedYaml(slice(text, field.value), indent);
    }
    return out;
}

/// The comments between the braces of an item, but for those inside its values.
std::vector<std::string_view> commentsOf(std::string_view text, const YamlItem &item, std::uint32_t begin)
{
    std::vector<std::string_view> comments;
    const auto take = [&](std::uint32_t end) {
        const auto more = commentsIn(text, {begin, end});
        comments.insert(comments.end(), more.begin(), more.end());
    };
    for (const YamlField &field : item.fields) {
        take(field.name.begin);
        begin = field.name.end;
        if (field.value.begin > begin)
            take(field.value.begin);
        begin = std::max(begin, field.value.end);
    }
    if (item.span.end > begin)
        take(item.span.end);
    return comments;
}

} // namespace

Expected<YamlItem, FormatError> readYamlItem(std::string_view text, TextSpan span, YamlShape shape)
{
    const std::uint32_t base = shape == YamlShape::Block ? lineBegin(text, span.begin) : span.begin;
    YamlEvents events{text.substr(base, (shape == YamlShape::Block ? lineEnd(text, span.end) : span.end) - base)};
    YamlItem item{.span = span, .flow = shape == YamlShape::Flow};
    auto event = events.next();
    if (event && event->kind == Kind::SequenceStart)
        event = events.next();
    if (!event)
        return Failure{event.error()};
    item.flow = item.flow || event->flow;
    while (true) {
        const auto key = events.next();
        if (!key)
            return Failure{key.error()};
        if (key->kind != Kind::Scalar)
            return item;
        YamlField field{.key = std::string{key->text}, .name = moved(key->span, base), .value = {}};
        const auto value = events.next();
        if (!value)
            return Failure{value.error()};
        field.value = moved(value->span, base);
        field.scalar = value->kind == Kind::Scalar;
        field.style = value->style;
        if (field.scalar)
            field.text = value->text;
        if (auto skipped = events.skip(*value); !skipped)
            return Failure{skipped.error()};
        if (!field.scalar)
            field.value.end = events.contentEnd() + base;
        item.fields.push_back(std::move(field));
    }
}

std::vector<std::string_view> commentsIn(std::string_view text, TextSpan gap)
{
    std::vector<std::string_view> comments;
    for (std::uint32_t at = gap.begin; (at = findOutsideComments(text, at, gap.end, '#')) < gap.end;) {
        const std::size_t end = std::min<std::size_t>(text.find_first_of("\r\n", at), gap.end);
        comments.push_back(text.substr(at, end - at));
        at = static_cast<std::uint32_t>(end);
    }
    return comments;
}

void patchYamlItem(std::string_view text, const YamlItem &item, const YamlWish &wish,
                   std::span<const std::string_view> known, TextPatches &patches)
{
    if (!item.flow || isSameKeys(item, wish, known)) {
        patchBlockItem(text, item, wish, known, patches);
        return;
    }
    // `- {...}`: everything behind the dash becomes lines.
    const std::string lineBreak{lineBreakBefore(text, item.span.begin)};
    const std::string indent(item.span.begin - lineBegin(text, item.span.begin) + 2, ' ');
    std::string lines;
    for (const std::string_view comment : commentsOf(text, item, item.span.begin + 1))
        lines.append(lineBreak).append(indent).append(comment);
    lines.append(lines.empty() ? " " : lineBreak + indent);
    lines += fieldLines(text, item, wish, known, indent, lineBreak);
    patches.replace({item.span.begin + 1, item.span.end}, std::move(lines));
}

std::string indentedYaml(std::string_view value, std::string_view indent)
{
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        out += value[i];
        const bool crOfCrLf = value[i] == '\r' && i + 1 < value.size() && value[i + 1] == '\n';
        if ((value[i] == '\n' || value[i] == '\r') && !crOfCrLf)
            out += indent;
    }
    return out;
}

std::string newYamlItem(const YamlWish &wish, const YamlIndent &indent)
{
    return blockOfFlowItem({}, {}, wish, {}, indent);
}

std::string blockOfFlowItem(std::string_view text, const YamlItem &item, const YamlWish &wish,
                            std::span<const std::string_view> known, const YamlIndent &indent)
{
    std::string lines;
    for (const std::string_view comment : commentsOf(text, item, item.span.begin))
        lines.append(indent.beforeDash).append(comment).append(indent.lineBreak);
    const std::string below(indent.beforeDash.size() + 1 + indent.afterDash.size(), ' ');
    lines.append(indent.beforeDash).append("-").append(indent.afterDash);
    lines += fieldLines(text, item, wish, known, below, indent.lineBreak);
    return lines + indent.lineBreak;
}

} // namespace relaytab
