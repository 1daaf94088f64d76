#include <algorithm>

#include "backend/format/foreign_content.h"
#include "model/policy/entry_text.h"

namespace relaytab {

namespace {

bool isOfRow(LossCode code)
{
    return code == LossCode::Comment || code == LossCode::DisabledRow || code == LossCode::IPv6Row
        || code == LossCode::InvalidRow;
}

/// The list without what is lost of its rows.
RuleList withoutLosses(const RuleList &rows, ListKind kind, const std::vector<Loss> &losses)
{
    struct LostRow {
        std::size_t row;
        bool onlyComment;
    };
    std::vector<LostRow> lost;
    for (const Loss &loss : losses)
        if (loss.row && loss.row->list == kind && isOfRow(loss.code))
            lost.push_back({loss.row->row, loss.code == LossCode::Comment});
    if (lost.empty())
        return rows;
    std::ranges::sort(lost, {}, [](const LostRow &one) { return std::pair{one.row, one.onlyComment}; });
    RuleList kept;
    auto next = lost.begin();
    std::size_t index = 0;
    for (const RuleList::RowView view : rows) {
        if (next == lost.end() || next->row != index) {
            kept.append(view);
        } else if (next->onlyComment) {
            RuleRow row = view.row();
            row.comment.clear();
            kept.append(row);
        }
        while (next != lost.end() && next->row == index)
            ++next;
        ++index;
    }
    return kept;
}

/// What a file with these losses says of the policy; RelayFlags that are lost are what it says instead.
RelayPolicy withoutLosses(const RelayPolicy &policy, const std::vector<Loss> &losses,
                          std::optional<std::uint32_t> otherFlags)
{
    RelayPolicy rest = policy;
    for (const ListKind kind : allLists)
        rest.list(kind) = withoutLosses(policy.list(kind), kind, losses);
    for (const Loss &loss : losses) {
        if (loss.code == LossCode::List && loss.row)
            rest.list(loss.row->list) = {};
        else if (loss.code == LossCode::Expectation)
            rest.expectations.clear();
        else if (loss.code == LossCode::Flags)
            rest.flags = otherFlags;
    }
    return rest;
}

/// The first row that is not the same in both, as text; empty when it is something else.
std::string firstDifference(const RelayPolicy &a, const RelayPolicy &b)
{
    for (const ListKind kind : allLists) {
        const RuleList &before = a.list(kind);
        const RuleList &after = b.list(kind);
        for (std::size_t row = 0; row < std::max(before.size(), after.size()); ++row) {
            if (row >= before.size())
                return registryText(after.row(row).entry);
            if (row >= after.size() || before.row(row) != after.row(row))
                return registryText(before.row(row).entry);
        }
    }
    return {};
}

Expected<CheckedPolicy, FormatError> rendered(const Format &format, const RelayPolicy &policy,
                                              std::string_view original, const ParseOptions &options)
{
    using Failure = Unexpected<FormatError>;
    auto written = format.render(policy, original, options);
    if (!written)
        return Failure{std::move(written.error())};
    auto again = format.parse(written->bytes, options);
    if (!again)
        return Failure{{.code = FormatErrorCode::NotReadBack, .fact = again.error().fact}};
    RelayPolicy wanted = withoutLosses(policy, written->losses, again->policy.flags);
    if (again->policy != wanted)
        return Failure{{.code = FormatErrorCode::NotReadBack, .fact = firstDifference(wanted, again->policy)}};
    return CheckedPolicy{
        .bytes = std::move(written->bytes), .losses = std::move(written->losses), .readBack = std::move(again->policy)};
}

} // namespace

Expected<CheckedPolicy, FormatError> renderChecked(const Format &format, const RelayPolicy &policy,
                                                   const SourceFile &source, const ParseOptions &options)
{
    const bool staysInFormat = source.format != nullptr && source.format->id == format.id;
    const std::string_view original = staysInFormat ? source.bytes : std::string_view{};
    auto checked = rendered(format, policy, original, options);
    if (checked && source.format != nullptr && !staysInFormat && holdsForeignContent(*source.format, source.bytes))
        checked->losses.push_back({.code = LossCode::ForeignContent});
    if (checked || original.empty() || checked.error().code != FormatErrorCode::NotReadBack)
        return checked;
    // Languages have corners where a patch does not mean what it says: in YAML for example a plain word over several
    // lines in braces. There the policy counts more than the layout.
    auto anew = rendered(format, policy, {}, options);
    if (anew)
        anew->losses.push_back({.code = LossCode::ForeignContent});
    return anew;
}

} // namespace relaytab
