#include "backend/format/yaml_row.h"

#include "backend/format/yaml_words.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

/// Where the fault of a row that is no rule stands.
std::uint32_t faultAt(const YamlRowTexts &texts)
{
    return texts.mask && parseAddress(texts.net) ? texts.maskAt : texts.netAt;
}

} // namespace

RuleEntry yamlRowEntry(std::string_view net, const std::optional<std::string_view> &mask)
{
    if (!mask)
        return entryOf(net, {}, MaskForm::LeftOut);
    if (mask->find_first_of("./:") == std::string_view::npos)
        return RuleText{std::string{net}, std::string{*mask}, MaskForm::Written};
    return entryOf(net, *mask, MaskForm::Written);
}

void appendYamlRow(const YamlRowTexts &texts, ListKind list, PlaceFinder &places, ParsedPolicy &parsed)
{
    RuleList &rows = parsed.policy.list(list);
    const std::size_t row = rows.size();
    RuleEntry entry = yamlRowEntry(texts.net, texts.mask);
    if (std::holds_alternative<RuleText>(entry))
        parsed.notes.push_back({.code = FormatNoteCode::InvalidRow,
                                .place = places.place(faultAt(texts)),
                                .fact = registryText(entry),
                                .row = RowPlace{list, row}});
    rows.append(RuleRow{std::move(entry), texts.enabled, std::string{texts.comment}},
                static_cast<RuleList::Origin>(row + 1));
}

std::optional<Rule> parseYamlClient(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto rule = slash == std::string_view::npos
        ? parseRule(text, {}, MaskForm::LeftOut)
        : parseRule(text.substr(0, slash), text.substr(slash + 1), MaskForm::Written);
    return rule ? std::optional{*rule} : std::nullopt;
}

std::string yamlClientText(const Rule &client)
{
    if (client.form == MaskForm::LeftOut)
        return toText(client.net);
    const auto length = prefixLength(client.mask);
    return toText(client.net) + '/' + (length ? std::to_string(*length) : toText(client.mask));
}

std::string yamlFlagsText(std::uint32_t bits)
{
    std::string text = "[";
    for (std::size_t i = 0; i < yaml_words::flags.size(); ++i)
        if ((bits & (1U << i)) != 0)
            text.append(text.size() > 1 ? ", " : "").append(yaml_words::flags[i]);
    return text + ']';
}

} // namespace relaytab
