#include "backend/format/csv.h"

#include "backend/format/csv_reader.h"
#include "backend/format/utf8_text.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

constexpr std::string_view newLineEnd = "\r\n"; // RFC 4180

void appendField(std::string &out, std::string_view text)
{
    if (text.find_first_of("\",\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void appendRecord(std::string &out, ListKind kind, const RuleRow &row)
{
    out += csvListWords[static_cast<std::size_t>(kind)];
    out += ',';
    appendField(out, netText(row.entry));
    out += ',';
    appendField(out, maskText(row.entry));
    out += row.enabled ? ",true," : ",false,";
    appendField(out, row.comment);
}

/// True when the columns read back as just this row. A rule always does.
bool canHold(const RuleEntry &entry)
{
    if (std::holds_alternative<Rule>(entry))
        return true;
    const std::vector<RuleEntry> read = entriesOfColumns(netText(entry), maskText(entry));
    return read.size() == 1 && read.front() == entry;
}

} // namespace

Expected<ParsedPolicy, FormatError> parseCsv(std::string_view bytes, const ParseOptions &options)
{
    if (auto good = refuseUtf16(bytes); !good)
        return Unexpected<FormatError>{good.error()};
    auto parsed = readCsv(withoutMark(bytes), nullptr);
    if (parsed && options.flags) {
        parsed->policy.flags = options.flags;
        parsed->notes.push_back({.code = FormatNoteCode::ListHasOwnFlags, .fact = std::to_string(*options.flags)});
    }
    return parsed;
}

Expected<RenderedPolicy, FormatError> renderCsv(const RelayPolicy &policy, std::string_view original,
                                                const ParseOptions &options)
{
    if (auto good = refuseUtf16(original); !good)
        return Unexpected<FormatError>{good.error()};
    const std::string newFile = std::string{csvHeader} + std::string{newLineEnd};
    const std::string_view text = original.empty() ? std::string_view{newFile} : withoutMark(original);
    std::vector<LineSpan> spans;
    const auto before = readCsv(text, &spans);
    if (!before)
        return Unexpected<FormatError>{before.error()};

    RenderedPolicy result;
    if (policy.flags != options.flags)
        result.losses.push_back(
            {.code = LossCode::Flags, .fact = policy.flags ? std::to_string(*policy.flags) : std::string{}});
    for (const Expectation &expectation : policy.expectations)
        result.losses.push_back({.code = LossCode::Expectation, .fact = registryText(expectation.client)});
    const RelayPolicy &old = before->policy;
    if (!original.empty() && old.deny == policy.deny && old.allow == policy.allow && old.local == policy.local) {
        result.bytes = original;
        return result;
    }
    std::array<WovenRows, allLists.size()> rows;
    for (const ListKind kind : allLists) {
        WovenRows &kept = rows[static_cast<std::size_t>(kind)];
        const std::vector<PairedRow> pairs = pairRows(policy.list(kind), old.list(kind));
        std::size_t index = 0;
        for (const RuleList::RowView view : policy.list(kind)) {
            const RowPlace place{kind, index};
            const PairedRow pair = pairs[index++];
            if ((pair.origin == 0 || pair.changed) && !canHold(view.entry())) {
                result.losses.push_back({LossCode::InvalidRow, place, registryText(view.entry())});
                continue;
            }
            kept.rows.push_back(place.row);
            kept.pairs.push_back(pair);
        }
    }
    result.bytes = original.substr(0, original.empty() ? 0 : original.size() - text.size());
    result.bytes += weaveLines(text, spans, rows, [&policy](std::string &out, RowPlace place) {
        appendRecord(out, place.list, policy.list(place.list).row(place.row));
    });
    return result;
}

} // namespace relaytab
