#include "backend/format/ini.h"

#include "backend/format/ini_layout.h"
#include "backend/format/utf8_text.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

using Failure = Unexpected<FormatError>;

/// The first text that is no UTF-8, which no escape can say.
std::optional<std::string> unstorableText(const RelayPolicy &policy)
{
    for (const ListKind kind : allLists) {
        for (const RuleList::RowView row : policy.list(kind)) {
            if (firstInvalidUtf8(row.comment()))
                return std::string{row.comment()};
            if (row.rule())
                continue;
            const RuleEntry entry = row.entry();
            for (const std::string &text : {netText(entry), maskText(entry)})
                if (firstInvalidUtf8(text))
                    return text;
        }
    }
    return std::nullopt;
}

std::vector<Loss> lossesOf(const RelayPolicy &policy)
{
    std::vector<Loss> losses;
    for (const Expectation &expectation : policy.expectations)
        losses.push_back({.code = LossCode::Expectation, .fact = registryText(expectation.client)});
    return losses;
}

} // namespace

Expected<ParsedPolicy, FormatError> parseIni(std::string_view bytes, const ParseOptions &)
{
    auto file = readIni(bytes);
    if (!file)
        return Failure{std::move(file.error())};
    return std::move(file->parsed);
}

Expected<RenderedPolicy, FormatError> renderIni(const RelayPolicy &policy, std::string_view original,
                                                const ParseOptions &)
{
    if (auto text = unstorableText(policy))
        return Failure{{.code = FormatErrorCode::CannotHold, .fact = std::move(*text)}};
    if (original.empty())
        return RenderedPolicy{writeIni(policy), lossesOf(policy)};
    if (isIniOf(policy, original)) // the usual file of ours, untouched: no need to find its lines
        return RenderedPolicy{std::string{original}, lossesOf(policy)};
    const auto file = readIni(original);
    if (!file)
        return Failure{file.error()};
    return RenderedPolicy{editIni(policy, original, *file), lossesOf(policy)};
}

} // namespace relaytab
