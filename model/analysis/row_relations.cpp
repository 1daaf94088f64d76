#include "model/analysis/row_relations.h"

#include "model/analysis/public_space.h"

namespace relaytab {

namespace {

void relate(Relation &relation, FindingCode code, std::optional<RowNumber> other)
{
    relation = {code, true, other.value_or(noRow)};
}

bool is(const Relation &relation, FindingCode code)
{
    return relation.found && relation.code == code;
}

template <AddressWord Word>
Rule ruleAt(const SortedPrefixes<Word> &prefixes, std::size_t place)
{
    const Family family = familyOf<Word>;
    return {{prefixes.net(place), family}, Mask::prefix(family, prefixes.length(place))};
}

/// False when it was cancelled.
template <AddressWord Word>
bool relatePrefixes(const ListCover<Word> &cover, Relations &relations, ProgressMeter &meter)
{
    const auto &forest = cover.forest();
    const auto &prefixes = forest.prefixes();
    RowNumber outermost = noRow;
    return forest.visitNodes([&](auto node, std::size_t begin, std::size_t end) {
        const RowNumber first = prefixes.row(begin);
        for (std::size_t i = begin + 1; i < end; ++i)
            relate(relations[prefixes.row(i)], FindingCode::Duplicate, first);
        if (node.depth > 0) {
            relate(relations[first], FindingCode::Covered, outermost);
        } else {
            outermost = first;
            const Rule rule = ruleAt(prefixes, begin);
            if (cover.coveredByOthers(rule))
                relate(relations[first], FindingCode::Covered, cover.around(rule));
        }
        return meter.step(prefixes.size());
    });
}

void relateGaps(const ListShape &list, Relations &relations)
{
    for (const GapRow &gap : list.gaps) {
        list.of(gap.rule.net.family, [&](const auto &cover) {
            const auto first = cover.same(gap.rule);
            if (first != gap.row)
                relate(relations[gap.row], FindingCode::Duplicate, first);
            else if (cover.coveredByOthers(gap.rule))
                relate(relations[gap.row], FindingCode::Covered, cover.around(gap.rule));
        });
    }
}

template <AddressWord Word>
void relateToDeny(Relation &relation, const Relation &within, const Rule &rule, Share denied,
                  const ListCover<Word> &deny)
{
    if (denied == Share::All) {
        const auto around = deny.around(rule);
        relate(relation, FindingCode::OverriddenByDeny, around ? around : deny.same(rule));
    } else if (denied == Share::Some && !is(within, FindingCode::Covered)) {
        relate(relation, FindingCode::PartlyDenied, std::nullopt);
    }
}

template <AddressWord Word>
bool relatePrefixesToDeny(const ListCover<Word> &allow, const ListCover<Word> &deny, const Relations &within,
                          Relations &relations, ProgressMeter &meter)
{
    const auto &prefixes = allow.forest().prefixes();
    if (deny.isEmpty())
        return true;
    // What is in a net of which Deny takes nothing, or all, is not asked about again.
    std::array<Share, std::size_t{wordBits<Word>} + 1> open{};
    return allow.forest().visitNodes([&](auto node, std::size_t begin, std::size_t) {
        const Rule rule = ruleAt(prefixes, begin);
        const Share around = node.depth == 0 ? Share::Some : open[node.depth - 1];
        const Share denied = around == Share::Some ? deny.shareOf(rule) : around;
        open[node.depth] = denied;
        const RowNumber row = prefixes.row(begin);
        relateToDeny(relations[row], within[row], rule, denied, deny);
        return meter.step(prefixes.size());
    });
}

} // namespace

std::optional<Relations> relationsWithin(const ListShape &list, std::size_t rows, ProgressMeter &meter)
{
    Relations relations(rows, Relation{});
    if (!relatePrefixes(list.ipv4, relations, meter) || !relatePrefixes(list.ipv6, relations, meter))
        return std::nullopt;
    relateGaps(list, relations);
    return relations;
}

std::optional<Relations> relationsToDeny(const ListShape &allow, const ListShape &deny, const Relations &within,
                                         ProgressMeter &meter)
{
    Relations relations(within.size(), Relation{});
    if (!relatePrefixesToDeny(allow.ipv4, deny.ipv4, within, relations, meter)
        || !relatePrefixesToDeny(allow.ipv6, deny.ipv6, within, relations, meter))
        return std::nullopt;
    for (const GapRow &gap : allow.gaps) {
        if (is(within[gap.row], FindingCode::Duplicate))
            continue;
        deny.of(gap.rule.net.family, [&](const auto &cover) {
            relateToDeny(relations[gap.row], within[gap.row], gap.rule, cover.shareOf(gap.rule), cover);
        });
        if (!meter.step(allow.gaps.size()))
            return std::nullopt;
    }
    return relations;
}

} // namespace relaytab
