#include "model/analysis/policy_findings.h"

#include <algorithm>

#include "model/analysis/public_space.h"
#include "model/analysis/row_faults.h"
#include "model/analysis/row_relations.h"

namespace relaytab {

namespace {

/// What PartlyDenied names at most: nobody reads more, and a million Deny rows may lie in one Allow row.
constexpr std::size_t mostPartlyDenying = 100;

/// The address and the net that Docker gives its default bridge: what it forwards may come from there.
constexpr Address dockerGateway = Address::v4(0xAC110001U);
constexpr Rule dockerNet{Address::v4(0xAC110000U), Mask::prefix(Family::IPv4, 16)};

constexpr Rule everyone(Family family)
{
    return {{0, family}, {0, family}};
}

std::optional<Address> gatewayIn(const Rule &rule, const FindingOptions &options)
{
    if (rule.net == dockerNet.net && rule.mask == dockerNet.mask)
        return dockerGateway;
    if (freeBits(rule.mask) != 0)
        return std::nullopt;
    const bool known = rule.net == dockerGateway
        || std::find(options.gateways.begin(), options.gateways.end(), rule.net) != options.gateways.end();
    return known ? std::optional{rule.net} : std::nullopt;
}

std::string hexText(std::uint32_t number)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (; number != 0; number >>= 4)
        text.insert(text.begin(), digits[number & 0xFU]);
    return "0x" + text;
}

Fix setFlags(std::uint32_t flags)
{
    return {.kind = FixKind::SetFlags, .flags = flags};
}

} // namespace

struct PolicyFindings::Data {
    /// A finding about a row; its list is known by its place.
    struct Entry {
        RowNumber row;
        RowNumber other; ///< the one related row; noRow: there is none, or several
        FindingCode code;
    };

    RelayPolicy policy;
    FindingOptions options;
    std::array<ListShape, allLists.size()> shapes;
    std::vector<Finding> whole; ///< about the policy and its lists; they come first
    HugeVector<Entry> entries;
    std::array<std::size_t, allLists.size() + 1> begins{}; ///< [k]: where the entries of list k begin
    std::array<std::size_t, 4> bySeverity{};

    [[nodiscard]] const ListShape &shape(ListKind list) const { return shapes[static_cast<std::size_t>(list)]; }
    [[nodiscard]] RowPlace placeOf(std::size_t entry) const
    {
        const ListKind list = entry < begins[1] ? ListKind::Deny
            : entry < begins[2]                 ? ListKind::Allow
                                                : ListKind::Local;
        return {list, entries[entry].row};
    }
    [[nodiscard]] Finding finding(const Entry &entry, RowPlace place) const;
};

Finding PolicyFindings::Data::finding(const Entry &entry, RowPlace place) const
{
    const RuleRow row = policy.list(place.list).row(place.row);
    const auto *rule = std::get_if<Rule>(&row.entry);
    if (rule == nullptr)
        return rowFindings(row, place).front();

    Finding finding{.code = entry.code, .row = place, .list = place.list, .count = matchCount(*rule)};
    finding.family = rule->net.family;
    const auto relate = [&](ListKind list, auto severalRows) {
        const std::vector<RowNumber> rows =
            entry.other != noRow ? std::vector{entry.other} : shape(list).of(rule->net.family, severalRows);
        finding.related.assign(rows.begin(), rows.end());
        finding.relatedList = list;
        finding.fixes.push_back({.kind = FixKind::ShowRow, .place = RowPlace{list, rows.front()}});
    };
    switch (entry.code) {
    case FindingCode::Duplicate:
    case FindingCode::Covered:
        finding.fixes.push_back({.kind = FixKind::RemoveRow});
        relate(place.list, [&](const auto &cover) { return cover.coveringOthers(*rule); });
        return finding;
    case FindingCode::OverriddenByDeny:
        relate(ListKind::Deny, [&](const auto &cover) { return cover.covering(*rule); });
        return finding;
    case FindingCode::PartlyDenied:
        finding.count =
            shape(ListKind::Deny).of(rule->net.family, [&](const auto &cover) { return cover.covered(*rule); });
        relate(ListKind::Deny, [&](const auto &cover) { return cover.covering(*rule, mostPartlyDenying); });
        return finding;
    case FindingCode::IPv6InRegistry: finding.fixes.push_back({.kind = FixKind::DisableRow}); return finding;
    case FindingCode::GatewayAllowed:
        finding.text = toText(*gatewayIn(*rule, options));
        finding.fixes.push_back({.kind = FixKind::Explain});
        return finding;
    default: return ruleFinding(entry.code, *rule, place);
    }
}

/// Fills PolicyFindings::Data.
class FindingSearch
{
public:
    FindingSearch(const RelayPolicy &policy, const FindingOptions &options)
        : m_data(std::make_shared<PolicyFindings::Data>())
    {
        m_data->policy = policy;
        m_data->options = options;
    }

    std::optional<PolicyFindings> run(const Progress &progress);

private:
    Finding &add(FindingCode code, std::optional<ListKind> list = {});
    void findFlagFindings();
    void findNotStorable();
    void findListFindings(ListKind list);
    void findEveryone(Family family);
    void addRow(RowNumber row, FindingCode code, RowNumber other = noRow);
    void collectRow(ListKind list, RowNumber row, const Rule &rule);
    bool collectRows(ListKind list, const Relations &within, const Relations &deny, ProgressMeter &meter);

    std::shared_ptr<PolicyFindings::Data> m_data;
    std::optional<RowNumber> m_onlyLocal; ///< the row of the one address that Local matches, if it is only one
};

Finding &FindingSearch::add(FindingCode code, std::optional<ListKind> list)
{
    m_data->whole.push_back({.code = code, .list = list});
    return m_data->whole.back();
}

void FindingSearch::findFlagFindings()
{
    const RelayPolicy &policy = m_data->policy;
    const std::uint32_t value = policy.flags.value_or(0);
    if (policy.knownFlags() == 0)
        add(FindingCode::NoRestriction).fixes = {setFlags(value | flag::allow), setFlags(value | flag::authenticated)};
    if (policy.knownFlags() == flag::deny)
        add(FindingCode::OnlyDeny).fixes = {setFlags(value | flag::allow)};
    if (policy.unknownFlags() != 0) {
        Finding &finding = add(FindingCode::UnknownFlagBits);
        finding.text = hexText(policy.unknownFlags());
        finding.fixes = {setFlags(policy.knownFlags())};
    }
}

/// Once for all there is: each by name is what saving says.
void FindingSearch::findNotStorable()
{
    const RelayPolicy &policy = m_data->policy;
    const FindingOptions &options = m_data->options;
    std::size_t lost = options.losesExpectations ? policy.expectations.size() : 0;
    if (options.losesComments || options.losesDisabledRows)
        for (const ListKind list : allLists)
            for (const RuleList::RowView row : policy.list(list))
                if ((options.losesDisabledRows && !row.enabled()) || (options.losesComments && !row.comment().empty()))
                    ++lost;
    if (lost == 0)
        return;
    Finding &finding = add(FindingCode::NotStorable);
    finding.count = Count::of(lost);
    finding.fixes = {{.kind = FixKind::SaveProject}};
}

void FindingSearch::findEveryone(Family family)
{
    const ListShape &allow = m_data->shape(ListKind::Allow);
    allow.of(family, [&](const auto &cover) {
        const Rule all = everyone(family);
        if (cover.same(all) || !(cover.covered(all) == matchCount(all))) // one such row is told of at the row
            return;
        Finding &finding = add(FindingCode::EveryoneAllowed, ListKind::Allow);
        const std::vector<RowNumber> rows = cover.covering(all);
        finding.related.assign(rows.begin(), rows.end());
        finding.relatedList = ListKind::Allow;
        finding.count = matchCount(all);
        finding.family = family;
        finding.fixes = {{.kind = FixKind::ShowRow, .place = RowPlace{ListKind::Allow, rows.front()}}};
    });
}

void FindingSearch::findListFindings(ListKind list)
{
    const RelayPolicy &policy = m_data->policy;
    const ListShape &shape = m_data->shape(list);
    std::size_t rules = 0;
    for (const RuleList::RowView row : policy.list(list))
        if (row.activeRule())
            ++rules;
    const std::uint32_t value = policy.flags.value_or(0);
    if (!policy.inForce(list)) {
        if (rules > 0) {
            Finding &off = add(FindingCode::ListOff, list);
            off.count = Count::of(rules);
            off.fixes = {setFlags(value | flagOf(list))};
        }
        return;
    }
    // An empty Deny list is what most policies have.
    if (list != ListKind::Deny && shape.ipv4.isEmpty() && shape.ipv6.isEmpty())
        add(FindingCode::EmptyListOn, list);
    if (list == ListKind::Allow) {
        findEveryone(Family::IPv4);
        findEveryone(Family::IPv6);
        if (m_data->options.beforeSp1 && rules > 1)
            add(FindingCode::BeforeSp1, list).count = Count::of(rules);
    }
    if (list == ListKind::Local) {
        const Count one = Count::of(1);
        const auto hosts = [&](Family family) {
            return shape.of(family, [&](const auto &cover) { return cover.covered(everyone(family)); });
        };
        const Count ipv4 = hosts(Family::IPv4);
        const Count ipv6 = hosts(Family::IPv6);
        if ((ipv4 == one && ipv6.isZero()) || (ipv6 == one && ipv4.isZero()))
            m_onlyLocal = shape.of(ipv4 == one ? Family::IPv4 : Family::IPv6,
                                   [](const auto &cover) { return cover.forest().row({}); });
    }
}

void FindingSearch::addRow(RowNumber row, FindingCode code, RowNumber other)
{
    m_data->entries.push_back({row, other, code});
    ++m_data->bySeverity[static_cast<std::size_t>(severityOf(code))];
}

void FindingSearch::collectRow(ListKind list, RowNumber row, const Rule &rule)
{
    const bool inForce = m_data->policy.inForce(list);
    const RowFaults faults = ruleFaults(rule, list, inForce ? ListEffect::InForce : ListEffect::Off);
    for (std::size_t i = 0; i < faults.count; ++i)
        addRow(row, faults.codes[i]);
    if (list == ListKind::Local && m_onlyLocal == row)
        addRow(row, FindingCode::LocalAny);
    if (m_data->options.registryTarget && rule.net.family == Family::IPv6)
        addRow(row, FindingCode::IPv6InRegistry);
    if (inForce && list == ListKind::Allow && gatewayIn(rule, m_data->options))
        addRow(row, FindingCode::GatewayAllowed);
}

bool FindingSearch::collectRows(ListKind list, const Relations &within, const Relations &deny, ProgressMeter &meter)
{
    const RuleList &rows = m_data->policy.list(list);
    RowNumber row = 0;
    for (const RuleList::RowView view : rows) {
        const auto rule = view.rule();
        if (!rule)
            addRow(row, rowFindings(view.row(), {list, row}).front().code);
        else if (view.enabled())
            collectRow(list, row, *rule);
        if (within[row].found)
            addRow(row, within[row].code, within[row].other);
        if (!deny.empty() && deny[row].found)
            addRow(row, deny[row].code, deny[row].other);
        ++row;
        if (!meter.step(rows.size()))
            return false;
    }
    return true;
}

std::optional<PolicyFindings> FindingSearch::run(const Progress &progress)
{
    ProgressMeter meter(progress);
    const RelayPolicy &policy = m_data->policy;
    for (const ListKind list : allLists) {
        if (!meter.startStretch(0.1 * (1.0 + static_cast<double>(list))))
            return std::nullopt;
        m_data->shapes[static_cast<std::size_t>(list)] = shapeOf(policy.list(list));
    }
    findFlagFindings();
    findNotStorable();
    for (const ListKind list : allLists)
        findListFindings(list);
    for (const Finding &finding : m_data->whole)
        ++m_data->bySeverity[static_cast<std::size_t>(severityOf(finding.code))];

    for (const ListKind list : allLists) {
        const double begin = 0.3 + 0.2 * static_cast<double>(list);
        if (!meter.startStretch(begin + 0.1))
            return std::nullopt;
        const auto within = relationsWithin(m_data->shape(list), policy.list(list).size(), meter);
        if (!within)
            return std::nullopt;
        std::optional<Relations> deny = Relations{};
        if (list == ListKind::Allow && policy.inForce(ListKind::Allow) && policy.inForce(ListKind::Deny)) {
            if (!meter.startStretch(begin + 0.15))
                return std::nullopt;
            deny = relationsToDeny(m_data->shape(list), m_data->shape(ListKind::Deny), *within, meter);
        }
        if (!deny || !meter.startStretch(begin + 0.2) || !collectRows(list, *within, *deny, meter))
            return std::nullopt;
        m_data->begins[static_cast<std::size_t>(list) + 1] = m_data->entries.size();
    }
    m_data->entries.shrink_to_fit();
    return PolicyFindings(std::move(m_data));
}

std::optional<PolicyFindings> policyFindings(const RelayPolicy &policy, const FindingOptions &options,
                                             const Progress &progress)
{
    return FindingSearch(policy, options).run(progress);
}

std::size_t PolicyFindings::size() const
{
    return m_data == nullptr ? 0 : m_data->whole.size() + m_data->entries.size();
}

Finding PolicyFindings::operator[](std::size_t index) const
{
    const std::size_t whole = m_data->whole.size();
    if (index < whole)
        return m_data->whole[index];
    return m_data->finding(m_data->entries[index - whole], m_data->placeOf(index - whole));
}

FindingCode PolicyFindings::code(std::size_t index) const
{
    const std::size_t whole = m_data->whole.size();
    return index < whole ? m_data->whole[index].code : m_data->entries[index - whole].code;
}

std::optional<RowPlace> PolicyFindings::row(std::size_t index) const
{
    const std::size_t whole = m_data->whole.size();
    return index < whole ? std::nullopt : std::optional{m_data->placeOf(index - whole)};
}

std::pair<std::size_t, std::size_t> PolicyFindings::ofRow(RowPlace place) const
{
    if (m_data == nullptr)
        return {0, 0};
    const auto list = static_cast<std::size_t>(place.list);
    const auto at = [&](std::size_t entry) { return m_data->entries.begin() + static_cast<std::ptrdiff_t>(entry); };
    const auto begin = std::lower_bound(at(m_data->begins[list]), at(m_data->begins[list + 1]), place.row,
                                        [](const Data::Entry &entry, std::size_t row) { return entry.row < row; });
    auto end = begin;
    while (end != at(m_data->begins[list + 1]) && end->row == place.row)
        ++end;
    const std::size_t first = m_data->whole.size() + static_cast<std::size_t>(begin - m_data->entries.begin());
    return {first, first + static_cast<std::size_t>(end - begin)};
}

std::size_t PolicyFindings::count(Severity severity) const
{
    return m_data == nullptr ? 0 : m_data->bySeverity[static_cast<std::size_t>(severity)];
}

} // namespace relaytab
