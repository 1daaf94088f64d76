#include "backend/format/yaml_wish.h"

#include <algorithm>

#include "backend/format/utf8_text.h"
#include "backend/format/yaml_row.h"
#include "backend/format/yaml_words.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

using namespace yaml_words;
using Failure = Unexpected<FormatError>;
using Form = YamlWanted::Form;

bool has(const YamlItem *item, std::string_view key)
{
    return item != nullptr
        && std::any_of(item->fields.begin(), item->fields.end(), [key](const YamlField &f) { return f.key == key; });
}

/// A comment is written while there is one; an empty one stays while nobody touches it.
bool needsComment(const std::string &comment, const YamlItem *item)
{
    return !comment.empty()
        || (item != nullptr && std::any_of(item->fields.begin(), item->fields.end(), [](const YamlField &f) {
                return f.key == yaml_words::row[row_key::comment] && f.text.empty();
            }));
}

bool sameAddress(std::string_view inFile, std::string_view wanted)
{
    const auto address = parseAddress(inFile);
    return address && toText(*address) == wanted;
}

bool sameMask(std::string_view inFile, std::string_view wanted)
{
    const Family family = wanted.find(':') == std::string_view::npos ? Family::IPv4 : Family::IPv6;
    const auto mask = parseMask(inFile, family);
    return mask && inFile.find_first_of("./:") != std::string_view::npos && toText(*mask) == wanted;
}

bool sameClient(std::string_view inFile, std::string_view wanted)
{
    const auto client = parseYamlClient(inFile);
    return client && yamlClientText(*client) == wanted;
}

Failure cannotHold(std::string fact)
{
    return Failure{{.code = FormatErrorCode::CannotHold, .fact = std::move(fact)}};
}

} // namespace

YamlWish wishOf(const RuleRow &row, const YamlItem *item)
{
    const auto *rule = std::get_if<Rule>(&row.entry);
    const MaskForm form = rule != nullptr ? rule->form : std::get<RuleText>(row.entry).form;
    YamlWish wish;
    wish.push_back({.key = yaml_words::row[row_key::net],
                    .text = netText(row.entry),
                    .same = rule != nullptr ? sameAddress : nullptr});
    if (form == MaskForm::Written)
        wish.push_back({.key = yaml_words::row[row_key::mask],
                        .text = maskText(row.entry),
                        .same = rule != nullptr ? sameMask : nullptr});
    if (!row.enabled || has(item, yaml_words::row[row_key::enabled]))
        wish.push_back(
            {.key = yaml_words::row[row_key::enabled], .text = row.enabled ? "true" : "false", .form = Form::Word});
    if (needsComment(row.comment, item))
        wish.push_back({.key = yaml_words::row[row_key::comment], .text = row.comment});
    return wish;
}

YamlWish wishOf(const Expectation &wanted, const YamlItem *item)
{
    YamlWish wish;
    if (const auto *client = std::get_if<Rule>(&wanted.client))
        wish.push_back({.key = expectation[expect_key::client], .text = yamlClientText(*client), .same = sameClient});
    if (wanted.server)
        wish.push_back({.key = expectation[expect_key::server], .text = toText(*wanted.server), .same = sameAddress});
    if (wanted.authenticated || has(item, expectation[expect_key::authenticated]))
        wish.push_back({.key = expectation[expect_key::authenticated],
                        .text = wanted.authenticated ? "true" : "false",
                        .form = Form::Word});
    wish.push_back({.key = expectation[expect_key::verdict],
                    .text = std::string{verdicts[wanted.verdict == Verdict::Allowed ? 0 : 1]},
                    .form = Form::Word});
    if (needsComment(wanted.comment, item))
        wish.push_back({.key = expectation[expect_key::comment], .text = wanted.comment});
    return wish;
}

Expected<std::vector<Loss>, FormatError> unstorableRows(const RelayPolicy &policy)
{
    std::vector<Loss> losses;
    for (const ListKind kind : allLists) {
        std::size_t index = 0;
        for (const RuleList::RowView row : policy.list(kind)) {
            const RowPlace place{kind, index++};
            if (firstInvalidUtf8(row.comment()))
                return cannotHold(std::string{row.comment()});
            if (row.rule())
                continue;
            const RuleEntry entry = row.entry();
            const std::string net = netText(entry);
            const std::string mask = maskText(entry);
            for (const std::string &text : {net, mask})
                if (firstInvalidUtf8(text))
                    return cannotHold(text);
            const bool hasMask = std::get<RuleText>(entry).form == MaskForm::Written;
            if (yamlRowEntry(net, hasMask ? std::optional<std::string_view>{mask} : std::nullopt) != entry)
                losses.push_back({LossCode::InvalidRow, place, registryText(entry)});
        }
    }
    for (const Expectation &expected : policy.expectations) {
        if (firstInvalidUtf8(expected.comment))
            return cannotHold(expected.comment);
        if (!std::holds_alternative<Rule>(expected.client))
            return cannotHold(netText(expected.client));
    }
    return losses;
}

} // namespace relaytab
